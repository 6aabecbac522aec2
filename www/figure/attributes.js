/**
 * The attributes of a figure: read and written here alone. Each option has a property of its name, as HTML's own elements
 * have: what is read back is what is written, or else the default.
 */
import { OPTIONS } from '../wasm.js';
import { isCloud } from './attributes/applies.js';
import { optionOf } from './attributes/options.js';

/** All attributes of a figure: those of the options, and its own. */
export const ATTRIBUTES = [...OPTIONS.map(({ attribute }) => attribute), 'autoplay', 'label', 'lang'];

/** Points that a data set has at most. */
export const MAX_POINTS = 1000;

/** Units that a hidden layer has at most. */
const MAX_UNITS = 32;

/** Characters of an address that servers take in any case: RFC 9110 asks for 8,000 bytes. */
export const MAX_ADDRESS = 8000;

/** Edits between a name and the one that was meant. */
const MAX_EDITS = 2;

/**
 * The options that are set, as they are written: the core reads them, and it alone.
 * @param {Element} element
 */
export function settingsOf(element) {
  /** @type {Record<string, string>} */
  const settings = {};
  for (const { name, attribute } of OPTIONS) {
    const value = element.getAttribute(attribute);
    if (value !== null) settings[name] = value;
  }
  return settings;
}

/**
 * The rows of the data that are trained on and those that are held out.
 * @param {Element} element
 * @returns {[training: number, heldOut: number]}
 */
function rowsOf(element) {
  const rows = allRowsOf(element);
  if (!rows) return [4, 0];
  const heldOut = Math.min(rows - 1, Math.ceil(numberOf(element, 'testShare') * rows));
  return [rows - heldOut, heldOut];
}

/** The rows of a cloud or of own points; 0 for a gate. @param {Element} element */
function allRowsOf(element) {
  const data = (element.getAttribute('data') ?? '').trim();
  if (isCloud({ data: data.toLowerCase() })) return Math.floor(numberOf(element, 'points'));
  if (!data.startsWith('[')) return 0;
  try {
    return Math.min(MAX_POINTS, Number(JSON.parse(data).length)) || 1;
  } catch {
    return 0;
  }
}

/** The number that a text writes, if it writes one. @param {string | null} text */
export function numberIn(text) {
  return text?.trim() && !Number.isNaN(Number(text)) ? Number(text) : undefined;
}

/** A number as its attribute has it, or the default. @param {Element} element @param {string} option */
function numberOf(element, option) {
  const { attribute, default: initial, min, max } = optionOf(option);
  const number = numberIn(element.getAttribute(attribute)) ?? NaN;
  return number >= min && number <= max ? number : Number(initial);
}

/**
 * What the size of a figure follows from, as far as the attributes tell, or else the defaults: for a figure that is laid out
 * before its core is there.
 * @param {Element} element
 * @returns {import('../types.js').Layout}
 */
export function layoutOf(element) {
  const [views, controls, activation, init, output] = ['views', 'controls', 'activation', 'init', 'output'].map(
    (option) => {
      const { choices, default: initial } = optionOf(option);
      const names = new Set((element.getAttribute(option) ?? '').toLowerCase().split(/[\s,]+/));
      return [...names].filter((name) => choices.includes(name)).join(' ') || String(initial);
    },
  );
  return {
    views,
    controls,
    activation,
    init,
    fromZeros: init === 'zero' && !element.getAttribute('weights'),
    output,
    compare: element.getAttribute('compare') ?? '',
    layers: layersOf(element),
    rows: rowsOf(element),
    starts: Math.floor(numberOf(element, 'starts')),
  };
}

/** Sizes of the hidden layers. @param {Element} element */
function layersOf(element) {
  const sizes = (element.getAttribute('layers') ?? '').match(/\d+/g) ?? [optionOf('layers').default];
  return sizes.map(Number).filter((size) => size > 0 && size <= MAX_UNITS);
}

/**
 * A setting as its attribute writes it: points and weights as JSON, the sizes of layers as 4,2, no layers as 0.
 * @param {unknown} value
 */
export function written(value) {
  if (!Array.isArray(value)) return String(value);
  return value.some((entry) => typeof entry === 'object') ? JSON.stringify(value) : value.join() || '0';
}

/**
 * A property for each option, and `autoplay` and `label`.
 * @param {HTMLElement} prototype
 */
export function defineProperties(prototype) {
  /** @param {string} name @param {PropertyDescriptor & ThisType<HTMLElement>} accessors */
  const define = (name, accessors) =>
    Object.defineProperty(prototype, name, { configurable: true, enumerable: true, ...accessors });

  for (const { name, attribute, type, default: initial } of OPTIONS) {
    const isNumber = type === 'number' || type === 'integer';
    // A getter of the class goes before: what is read of `loss` is its value now.
    const { get = undefined } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
    define(name, {
      get() {
        const text = this.getAttribute(attribute);
        return (isNumber ? numberIn(text) : text) ?? initial;
      },
      set(value) {
        const isEmptyList = Array.isArray(value) && value.length === 0;
        if (value == null) this.removeAttribute(attribute);
        // Of layers alone an empty list is 0.
        else this.setAttribute(attribute, isEmptyList && name !== 'layers' ? '[]' : written(value));
      },
      ...(get && { get }),
    });
  }
  define('autoplay', {
    get() {
      return this.hasAttribute('autoplay');
    },
    // Frameworks set the empty string for an attribute that is there.
    set(on) {
      this.toggleAttribute('autoplay', on === '' || Boolean(on));
    },
  });
  define('label', {
    get() {
      return this.getAttribute('label') ?? '';
    },
    set(text) {
      if (text == null) this.removeAttribute('label');
      else this.setAttribute('label', String(text));
    },
  });
}

/**
 * Properties that were set before the element was defined hide those of the class: they are set again.
 * @param {HTMLElement} element
 */
export function upgrade(element) {
  const self = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (element));
  for (const name of [...OPTIONS.map(({ name }) => name), 'autoplay', 'label']) {
    if (!Object.hasOwn(self, name)) continue;
    const value = self[name];
    delete self[name];
    self[name] = value;
  }
}

/**
 * Says on the console which attributes look like misspelt options.
 * @param {Element} element
 */
export function warnOfNearMisses(element) {
  for (const name of element.getAttributeNames()) {
    const meant = nearMiss(name, ATTRIBUTES);
    if (meant) console.warn(`neural-figure: no attribute "${name}", did you mean "${meant}"?`);
  }
}

/**
 * The known name that an unknown one was probably meant to be: the same without hyphens (HTML lowers camelCase), or a few
 * letters away.
 * @param {string} name
 * @param {string[]} known
 */
export function nearMiss(name, known) {
  if (known.includes(name) || /^(data|aria)-|^on|^(class|id|style|slot|part|title|role|hidden|dir)$/.test(name))
    return undefined;
  const bare = (/** @type {string} */ text) => text.replaceAll('-', '').toLowerCase();
  return (
    known.find((candidate) => bare(candidate) === bare(name)) ??
    known.find((candidate) => candidate.length > 4 && distance(candidate, name) <= MAX_EDITS)
  );
}

/** Levenshtein's distance: letters inserted, deleted or replaced. @param {string} a @param {string} b */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
    }
    row = next;
  }
  return row[b.length];
}
