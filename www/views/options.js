/** What a reader is told for the words that options take. */
import { optionOf } from '../figure/attributes/options.js';

/** @import { Locale } from '../types.js' */

/**
 * The words that an option takes, each with what a reader is told for it.
 * @param {string} name
 * @param {Pick<Locale, 'words'>} locale
 * @returns {[value: string, label: string][]}
 */
export function choicesOf(name, locale) {
  return optionOf(name).choices.map((choice) => [choice, wordOf(choice, locale)]);
}

/** The two values that most readers compare, of each of these options. */
export const COMPARED = { activation: ['sigmoid', 'tanh'], init: ['random', 'zero'] };

/**
 * Those of the choices that most readers compare.
 * @param {keyof typeof COMPARED} name
 * @param {Pick<Locale, 'words'>} locale
 */
export function comparedChoices(name, locale) {
  return choicesOf(name, locale).filter(([word]) => COMPARED[name].includes(word));
}

/** What a reader is told for a word that an option takes. @param {string} word @param {Pick<Locale, 'words'>} locale */
export function wordOf(word, { words }) {
  return /** @type {Record<string, string>} */ (words.choices)[word] ?? word;
}
