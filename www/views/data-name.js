/**
 * What a reader calls the data.
 *
 * @import { Config, Locale } from '../types.js'
 */

/** A gate, a cloud or own points. @param {Pick<Config, 'data'>} config @param {Pick<Locale, 'words'>} locale */
export function dataName({ data }, { words }) {
  if (typeof data !== 'string') return words.ownData;
  return /** @type {Record<string, string>} */ (words.choices)[data] ?? gateName(data);
}

/** not-x1 as NOT X1. @param {string} gate */
export function gateName(gate) {
  return gate.replaceAll('-', ' ').toUpperCase();
}
