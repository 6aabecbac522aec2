/**
 * Colours of the field of predictions: the tint of 0, through nothing at all where the network cannot tell, to the tint
 * of 1. Transparency, not white, is in the middle: so one palette suits a page of any background.
 */

/** @typedef {[red: number, green: number, blue: number]} Colour  each 0..255 */

/** The strongest tint leaves ink on it readable. */
const STRENGTH = 0.62;

/**
 * The 256 colours from surely 0 to surely 1, as little-endian RGBA.
 * @param {Colour} zero
 * @param {Colour} one
 */
export function palette(zero, one) {
  return Uint32Array.from({ length: 256 }, (_, level) => {
    const [red, green, blue] = level < 128 ? zero : one;
    const alpha = Math.round(255 * STRENGTH * Math.abs(level / 127.5 - 1));
    return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  });
}

/**
 * Reads a computed colour: `rgb(1, 2, 3)`, or `color(srgb 0.1 0.2 0.3)` as a mix in sRGB computes to.
 * @param {string} computed
 * @returns {Colour}
 */
export function colour(computed) {
  const [red = 0, green = 0, blue = 0] = (computed.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const unit = computed.startsWith('color(') ? 255 : 1;
  return [Math.round(red * unit), Math.round(green * unit), Math.round(blue * unit)];
}

/** Whether a colour of text is a light one, that is, whether the page is dark. @param {Colour} colour */
export function isLight([red, green, blue]) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 127;
}
