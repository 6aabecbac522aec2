/**
 * Builders for elements. Nothing here parses markup, so no outside text can become markup, and no `style`
 * attribute is written, so a strict content security policy has nothing to refuse.
 */

const SVG = 'http://www.w3.org/2000/svg';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Properties */

/**
 * An HTML element: a function is a listener, `true` an empty attribute, `false` and `null` none, the rest attributes.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function html(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/**
 * The same for SVG.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

/**
 * The same for MathML.
 * @param {string} tag
 * @param {Properties} [properties]
 * @param {...(Node | string)} children
 */
export function mathml(tag, properties = {}, ...children) {
  return fill(document.createElementNS(MATHML, tag), properties, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Properties} properties
 * @param {(Node | string)[]} children
 */
function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/**
 * Writes text or an attribute only where it differs: an equal write still costs the browser a style pass. Text goes into the
 * node that is there: another one would have its parents styled and laid out anew.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  const { firstChild } = node;
  if (firstChild instanceof Text && firstChild === node.lastChild) {
    if (firstChild.data !== text) firstChild.data = text;
  } else if (node.textContent !== text) {
    node.textContent = text;
  }
}

/**
 * Writes a number that changes in every frame, into an element of the class `number`: its box has a size of its own, so
 * that only a change of length lays out what is around it.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function setNumber(element, text) {
  const { firstChild } = element;
  if (firstChild?.nodeValue === text) return;
  if (firstChild?.nodeValue?.length !== text.length) element.style.width = `${text.length}ch`;
  if (firstChild) firstChild.nodeValue = text;
  else element.append(text);
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | number} value
 */
export function setAttr(element, name, value) {
  const text = String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}
