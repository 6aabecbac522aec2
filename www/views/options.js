/** What the core's table says of an option, in the words of a language. */
import { OPTIONS } from '../wasm.js';

/** @import { Locale } from '../types.js' */

/**
 * A row of the table.
 * @param {string} name
 * @returns {{ name: string, attribute: string, type: string, choices: string[], gates: string[], clouds: string[], min: number, max: number, default: unknown }}
 */
export function optionOf(name) {
  return /** @type {any} */ (OPTIONS.find((option) => option.name === name));
}

/**
 * The words that an option takes, each with what a reader is told for it.
 * @param {string} name
 * @param {Pick<Locale, 'words'>} locale
 * @returns {[value: string, label: string][]}
 */
export function choicesOf(name, locale) {
  return optionOf(name).choices.map((choice) => [choice, wordOf(choice, locale)]);
}

/** What a reader is told for a word that an option takes. @param {string} word @param {Pick<Locale, 'words'>} locale */
export function wordOf(word, { words }) {
  return /** @type {Record<string, string>} */ (words.choices)[word] ?? word;
}
