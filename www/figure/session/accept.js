/** @import { Settings } from '../../types.js' */

/**
 * Applies settings. One that is refused keeps its last good value, or else its default; of two that do not go together
 * the one that is new is refused.
 *
 * @param {Settings} settings
 * @param {Settings} kept  the last good ones
 * @param {(settings: Settings) => void} apply
 * @returns {{ errors: string[], refused: Settings }}  what was said against those refused, and what they were
 */
export function accept(settings, kept, apply) {
  /** @type {string[]} */
  const errors = [];
  /** @type {Settings} */
  const refused = {};
  for (;;) {
    try {
      apply(settings);
      return { errors, refused };
    } catch (error) {
      const { message, option, other } = /** @type {Error & { option?: string, other?: string }} */ (error);
      const given = [option, other].filter((name) => name !== undefined && name in settings);
      const name = given.find((name) => String(settings[String(name)]) !== String(kept[String(name)])) ?? given[0];
      if (name === undefined) throw error;
      const { [name]: value, ...others } = settings;
      settings = kept[name] === undefined || kept[name] === value ? others : { ...others, [name]: kept[name] };
      refused[name] ??= value;
      errors.push(message);
    }
  }
}
