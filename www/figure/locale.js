/**
 * The language of a figure: that of the nearest `lang` around it, in words from locales/ and numbers from Intl.
 *
 * @import { Locale } from '../types.js'
 */
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
  const lang = /^ko\b/i.test(nearestLang(element)) ? 'ko' : 'en';
  let locale = made.get(lang);
  if (!locale) made.set(lang, (locale = makeLocale(lang)));
  return locale;
}

/** Looks out of shadow trees too, where `closest` stops. @param {Element} element */
function nearestLang(element) {
  /** @type {Node | null} */
  let node = element;
  while (node) {
    const found = node instanceof Element ? node.closest('[lang]')?.getAttribute('lang') : null;
    if (found) return found;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/**
 * @param {keyof typeof LOCALES} lang
 * @returns {Locale}
 */
function makeLocale(lang) {
  /** @param {Intl.NumberFormatOptions} options */
  const format = (options) => {
    const formatter = new Intl.NumberFormat(lang, options);
    return (/** @type {number} */ value) => formatter.format(value);
  };
  const plain = format({ maximumSignificantDigits: 6 });
  const compact = format({ notation: 'compact', maximumSignificantDigits: 3 });
  const digits = format({ minimumSignificantDigits: 4, maximumSignificantDigits: 4 });

  return {
    lang,
    words: LOCALES[lang],
    whole: format({ maximumFractionDigits: 0 }),
    brief: (value) => (value !== 0 && tooLong(value) ? scientific(value, 1) : value >= 1e6 ? compact(value) : plain(value)),
    probability: format({ minimumFractionDigits: 4, maximumFractionDigits: 4 }),
    hundredths: format({ maximumFractionDigits: 2 }),
    small: (value) => (value !== 0 && tooLong(value) ? scientific(value, 3) : digits(value)),
  };
}

/** @param {number} value */
function tooLong(value) {
  return Math.abs(value) < 1e-3 || Math.abs(value) >= 1e12;
}

/**
 * 5.21 × 10⁻⁹, and 10⁻⁹ where the lead is 1.
 * @param {number} value
 * @param {number} digits
 */
function scientific(value, digits) {
  const [lead, power] = value.toExponential(digits - 1).split('e');
  const raised = `10${[...power.replace('+', '')].map((sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)]).join('')}`;
  return lead === '1' ? raised : `${lead} × ${raised}`;
}
