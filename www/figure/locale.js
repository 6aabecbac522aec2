/**
 * The language of a figure: that of the nearest `lang` around it, in words from locales/.
 *
 * @import { Locale } from '../types.js'
 */
import { minus } from '../draw/digits.js';
import { treesOf } from './element/trees.js';
import en from './locales/en.js';
import ko from './locales/ko.js';

const LOCALES = { en, ko };

/** @type {Map<string, Locale>} */
const made = new Map();

/**
 * @param {Element} element
 * @returns {Locale}
 */
export function localeOf(element) {
  const lang = /^ko(?![a-z])/i.test(nearestLang(element)) ? 'ko' : 'en';
  let locale = made.get(lang);
  if (!locale) made.set(lang, (locale = makeLocale(lang)));
  return locale;
}

/** Called when a `lang` around any figure changes. @type {Set<() => void>} */
const listeners = new Set();

/** @type {MutationObserver | undefined} */
let observer;

/**
 * Calls back when a `lang` has changed anywhere in the trees that an element is in.
 * @param {Element} element
 * @param {() => void} listener
 * @returns {() => void} ends it
 */
export function watchLanguage(element, listener) {
  observer ??= new MutationObserver(() => [...listeners].forEach((listener) => listener()));
  for (const { root } of treesOf(element)) observer.observe(root, { attributeFilter: ['lang'], subtree: true });
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) observer?.disconnect();
  };
}

/** @param {Element} element */
function nearestLang(element) {
  for (const { inner } of treesOf(element)) {
    const found = inner.closest('[lang]')?.getAttribute('lang');
    if (found) return found;
  }
  return '';
}

/**
 * @param {keyof typeof LOCALES} lang
 * @returns {Locale}
 */
export function makeLocale(lang) {
  const words = LOCALES[lang];
  const plain = (/** @type {number} */ value) => grouped(Number(value.toPrecision(6)));
  const compact = (/** @type {number} */ value) => {
    const [size, unit] = words.units.find(([size]) => value >= size) ?? [1, ''];
    return plain(Number((value / size).toPrecision(3))) + unit;
  };
  const brief = (/** @type {number} */ value, limit = 1e6) =>
    value !== 0 && tooLong(value) ? scientific(value, 1) : value >= limit ? compact(value) : plain(value);
  return {
    lang,
    words,
    whole: (value) => grouped(Math.round(value)),
    brief: (value) => brief(value),
    briefest: (value) => brief(value, 1e5),
    // A linear output has no bounds.
    probability: (value) => (Math.abs(value) < 1000 ? minus(value.toFixed(4)) : digits(value, 2)),
    hundredths: (value) => minus(String(Number(value.toFixed(2)))),
    small: (value) => {
      if (value !== 0 && tooLong(value)) return scientific(value, 3);
      const rounded = Number(value.toPrecision(4));
      return Math.abs(rounded) < 1000 ? minus(value.toPrecision(4)) : grouped(rounded);
    },
    digits,
  };
}

/** 12345.5 as 12,345.5, which both languages write: Intl would write it too, but its first call takes 14 ms. @param {number} value */
function grouped(value) {
  const [whole, fraction] = String(value).split('.');
  const groups = minus(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/**
 * 0.03750, −12.34, 5.210×10⁻⁹, and 1 if it is just that: so many digits in little room.
 * @param {number} value
 * @param {number} [count]
 */
function digits(value, count = 4) {
  const size = Math.abs(value);
  const plain = Number.isInteger(size) && size < 1e4 ? String(size) : size.toPrecision(count);
  const text = (size > 0 && size < 1e-3) || plain.includes('e') ? scientific(size, count).replace(/\s/g, '') : plain;
  return (value < 0 ? '−' : '') + text.replace('Infinity', '∞');
}

/** @param {number} value */
function tooLong(value) {
  return Math.abs(value) < 1e-3 || Math.abs(value) >= 1e12;
}

/**
 * 5.21 × 10⁻⁹, and 10⁻⁹ where the lead is 1; ∞ has no power.
 * @param {number} value
 * @param {number} digits
 */
function scientific(value, digits) {
  const [lead, power] = value.toExponential(digits - 1).split('e');
  if (!power) return minus(lead.replace('Infinity', '∞'));
  const raised = `10${[...power.replace('+', '')].map((sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)]).join('')}`;
  return lead === '1' ? raised : `${minus(lead)}\u00a0×\u00a0${raised}`;
}
