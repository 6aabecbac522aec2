/**
 * What the core's table says of an option.
 *
 * @import { Config } from '../../types.js'
 */
import { OPTIONS } from '../../wasm.js';

/**
 * A row of the table: `choices` of an option that takes words, `gates` and `clouds` of the data, `min` and `max` of a number.
 * @typedef {object} Option
 * @property {string} name
 * @property {string} attribute
 * @property {string} type
 * @property {string | number} default
 * @property {string[]} choices
 * @property {string[]} gates
 * @property {string[]} clouds
 * @property {number} min
 * @property {number} max
 */

/** @param {string} name @returns {Option} */
export function optionOf(name) {
  return /** @type {Option} */ (/** @type {unknown} */ (OPTIONS.find((option) => option.name === name)));
}

/** Whether a figure with these settings shows a view. @param {Pick<Config, 'views'>} config @param {string} name */
export function hasView({ views }, name) {
  return views.split(' ').includes(name);
}
