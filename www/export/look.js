/**
 * The colours of a figure as they are on its page, all opaque.
 *
 * @import { Colour, Translucent } from '../draw/palette.js'
 */
import { colourOf } from '../draw/palette.js';

/** @typedef {ReturnType<typeof lookOf>} Look */

/** @param {Element} element  of the figure, with a background of its own */
export function lookOf(element) {
  const style = getComputedStyle(element);
  const [red, green, blue] = colourOf(style.backgroundColor);
  /** @type {Colour} */
  const ground = [red, green, blue];
  const onGround = (/** @type {string} */ css) => {
    const colour = colourOf(css);
    return mix(ground, colour, colour[3] / 255);
  };
  const own = (/** @type {string} */ name) => onGround(style.getPropertyValue(name));
  const ink = onGround(style.color);
  return {
    font: style.fontFamily,
    ink,
    ground,
    muted: mix(ground, ink, 0.68),
    line: mix(ground, ink, 0.24),
    hair: mix(ground, ink, 0.09),
    /** Inks of the classes, and their tints. */
    zero: own('--zero'),
    one: own('--one'),
    zeroFill: own('--zero-fill'),
    oneFill: own('--one-fill'),
  };
}

/**
 * A share of the way from one colour to another.
 * @param {Colour} from
 * @param {Colour | Translucent} to
 * @param {number} share
 * @returns {Colour}
 */
export function mix(from, to, share) {
  const part = (/** @type {0 | 1 | 2} */ i) => Math.round(from[i] + (to[i] - from[i]) * share);
  return [part(0), part(1), part(2)];
}
