/**
 * The lines from one column of units to the next, sorted by sign and width: one path for each, so that a thousand lines are
 * a few elements.
 */

/** Widths of each sign. */
const WIDTHS = 16;

/** The sort of a line that is not drawn. */
export const HIDDEN = -128;

/** The thinnest line and the thickest, in em. */
const [MIN_EM, MAX_EM] = [0.06, 0.5];

/** A weight of this size has half of the greatest width. */
const HALF_WIDTH_AT = 4;

/**
 * The sort of a line: 0 for exactly 0, else its width from 1 on, below 0 for negative numbers.
 * @param {number} value
 */
export function sortOf(value) {
  const size = Math.abs(value);
  return Math.sign(value) * Math.ceil((WIDTHS * size) / (size + HALF_WIDTH_AT)) || 0;
}

/** The width of a sort, in em. @param {number} sort */
export function widthOf(sort) {
  const share = Math.min(Math.abs(sort), WIDTHS) / WIDTHS;
  return MIN_EM + (MAX_EM - MIN_EM) * share * share;
}

/** How strongly a sort shows among many, which cross each other everywhere. @param {number} sort */
export function opacityOf(sort) {
  return 0.2 + (0.8 * Math.min(Math.abs(sort), WIDTHS / 2)) / (WIDTHS / 2);
}
