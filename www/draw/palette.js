/**
 * Colours of the field of predictions: the tint of 0, through nothing at all where the network cannot tell, to the tint
 * of 1. Transparency, not white, is in the middle: so one palette suits a page of any background.
 */

/** @typedef {[red: number, green: number, blue: number]} Colour  each 0..255 */
/** @typedef {[red: number, green: number, blue: number, alpha: number]} Translucent  each 0..255 */

/** The strongest tint leaves ink on it readable. */
const MAX_OPACITY = 0.62;

/**
 * How opaque the tint of an answer is, 0 to MAX_OPACITY: it rises steeply from the middle, so that small differences show.
 * @param {number} share  0 at the target of label 0, 1 at that of label 1
 */
export function opacity(share) {
  return MAX_OPACITY * Math.sqrt(Math.abs(2 * share - 1));
}

/**
 * The 256 colours that the core takes, from surely 0 to surely 1, as little-endian RGBA. It chooses among them
 * by the square root that `opacity` has.
 * @param {Colour | Translucent} zero
 * @param {Colour | Translucent} one
 */
export function palette(zero, one) {
  return Uint32Array.from({ length: 256 }, (_, level) => {
    const [red, green, blue, alpha = 255] = level < 128 ? zero : one;
    const opacity = Math.round(alpha * MAX_OPACITY * Math.abs(level / 127.5 - 1));
    return ((opacity << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  });
}

/** One pixel, which knows every way to write a colour. @type {CanvasRenderingContext2D | null | undefined} */
let pixel;

/**
 * Any CSS colour as the screen would have it.
 * @param {string} css
 * @returns {Translucent}
 */
export function colourOf(css) {
  pixel ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!pixel) return [0, 0, 0, 255];
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = '#000';
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

/** Whether a colour of text is a light one, that is, whether the page is dark. @param {Colour | Translucent} colour */
export function isLight([red, green, blue]) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 127;
}
