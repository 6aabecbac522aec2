/**
 * The few form fields that the figure is operated with, all native. Each takes a value through `show`, which tells
 * nobody, and tells what the reader chose through `choose`.
 *
 * @typedef {(value: string) => void} Choose
 */
import { html, mark, write } from '../draw/dom.js';

let count = 0;

/**
 * A label and its field, and what the field says, if it does not say so itself.
 * @param {string} label
 * @param {HTMLElement} input
 * @param {HTMLElement} [output]
 */
function field(label, input, output) {
  input.id = `field-${count++}`;
  return html('div', { class: 'field' }, html('label', { for: input.id }, label), output ?? '', input);
}

/**
 * A few choices side by side: radio buttons.
 * @param {string} legend
 * @param {[value: string, label: string][]} choices
 * @param {Choose} choose
 */
export function segmented(legend, choices, choose) {
  const name = `choice-${count++}`;
  const inputs = choices.map(([value]) =>
    html('input', { type: 'radio', name, value, change: () => choose(value), keydown: keepArrows }),
  );
  const element = html(
    'fieldset',
    { class: 'segmented' },
    html('legend', { class: 'unseen' }, legend),
    ...choices.map(([, label], i) => html('label', {}, inputs[i], html('span', {}, label))),
  );
  return {
    element,
    /** @param {string} value */
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

/**
 * A slider over powers of ten, whose text says the number in full.
 * @param {string} label
 * @param {{ min: number, max: number, say: (value: number) => string }} scale
 * @param {Choose} choose
 */
export function slider(label, { min, max, say }, choose) {
  const value = () => Number((10 ** Number(input.value)).toPrecision(2));
  const input = html('input', {
    type: 'range',
    min: Math.log10(min),
    max: Math.log10(max),
    // Twenty steps to a decade: each is another number of two digits.
    step: 0.05,
    input: () => choose(String(value())),
    keydown: keepArrows,
  });
  const output = html('output');
  return {
    element: field(label, input, output),
    /** Beyond its ends, as at 0, the slider stands at an end and the text is still true. @param {number} current */
    show(current) {
      const text = say(current);
      if (output.textContent === text) return;
      write(output, text);
      mark(input, 'aria-valuetext', text);
      if (value() !== current) input.value = String(Math.log10(Math.max(current, min)));
    },
  };
}

/**
 * @param {string} label
 * @param {[value: string, label: string][]} choices
 * @param {Choose} choose
 */
export function select(label, choices, choose) {
  const input = html(
    'select',
    { change: () => choose(input.value), keydown: keepArrows },
    ...choices.map(([value, name]) => html('option', { value }, name)),
  );
  /** Stands for a value that is none of the choices. */
  const other = html('option', { hidden: true });
  input.append(other);
  return {
    element: field(label, input),
    /** @param {string} value @param {string} name */
    show(value, name = value) {
      if (!choices.some(([choice]) => choice === value)) {
        other.value = value;
        write(other, name);
      }
      if (input.value !== value) input.value = value;
    },
  };
}

/**
 * A whole number, taken when the reader is done with it.
 * @param {string} label
 * @param {{ min: number, max: number }} range
 * @param {Choose} choose
 */
export function number(label, { min, max }, choose) {
  const input = html('input', {
    type: 'number',
    min,
    max,
    step: 1,
    inputmode: 'numeric',
    change: () => choose(input.value),
    keydown: keepArrows,
  });
  return {
    element: field(label, input),
    /** @param {number} value */
    show(value) {
      if (!isActive(input) && input.value !== String(value)) input.value = String(value);
    },
  };
}

/** @param {Element} input */
function isActive(input) {
  return /** @type {ShadowRoot | Document} */ (input.getRootNode()).activeElement === input;
}

/** The arrows that move a field are not to turn a slide as well. @param {KeyboardEvent} event */
function keepArrows(event) {
  if (event.key.startsWith('Arrow')) event.stopPropagation();
}
