/** @import { Settings } from '../types.js' */

/**
 * Applies settings. One that is refused keeps its last good value, or else its default; of two that do not go together
 * the one that is new is refused.
 *
 * @param {Settings} settings
 * @param {Settings} kept  the last good ones
 * @param {(settings: Settings) => void} apply
 * @returns {string[]} what was said against those refused
 */
export function accept(settings, kept, apply) {
  const errors = [];
  for (;;) {
    try {
      apply(settings);
      return errors;
    } catch (error) {
      const { message, option, other } = /** @type {Error & { option?: string, other?: string }} */ (error);
      const given = [option, other].filter((name) => name !== undefined && name in settings);
      const name = given.find((name) => String(settings[String(name)]) !== String(kept[String(name)])) ?? given[0];
      if (name === undefined) throw error;
      const { [name]: refused, ...others } = settings;
      settings = kept[name] === undefined || kept[name] === refused ? others : { ...others, [name]: kept[name] };
      errors.push(message);
    }
  }
}
