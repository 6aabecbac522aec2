/**
 * SVG path data in a square of UNITS by UNITS that the style stretches over the plot: whole numbers are short to write,
 * and this many of them are finer than any screen.
 */

export const UNITS = 4096;

/** Attributes of an svg of these units that fills its plot, whatever the plot's shape. */
export const STRETCHED = { viewBox: `0 0 ${UNITS} ${UNITS}`, preserveAspectRatio: 'none' };

/** Two points, the least and the greatest, for each of this many columns are all that a plot can show of a long trace. */
const MAX_COLUMNS = 480;

/** Two points of a column closer than this, in units, are one: less than half a pixel of any plot. */
const MIN_RISE = 4;

/** @typedef {(value: number) => number} Map  to the share 0..1 of an axis */

/** @param {number} share */
const across = (share) => Math.round(share * UNITS);

/** Kept within one plot's height of the plot, so that what is written is finite. @param {number} share */
const up = (share) => Math.round((1 - Math.min(2, Math.max(-1, share))) * UNITS);

/**
 * The line through values[from] .. values[to - 1], standing at x(index); values that are not finite are left out.
 * @param {ArrayLike<number>} values
 * @param {number} from
 * @param {number} to
 * @param {Map} x
 * @param {Map} y
 */
export function line(values, from, to, x, y) {
  const stride = Math.max(1, Math.ceil((to - from) / MAX_COLUMNS));
  let path = '';
  let height = NaN;
  /** A point at the height of the one before it, which is written only if it is the last there. */
  let held = '';
  for (let start = from; start < to; start += stride) {
    let low = Infinity;
    let high = -Infinity;
    for (let i = start; i < Math.min(to, start + stride); i++) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    if (!(Math.abs(low + high) < Infinity)) continue;
    const column = across(x(start));
    const top = up(y(high));
    const foot = low === high ? top : up(y(low));
    if (top === height && foot - top < MIN_RISE) {
      held = `L${column} ${top}`;
      continue;
    }
    path += `${held}${path ? 'L' : 'M'}${column} ${top}`;
    held = '';
    height = top;
    if (foot - top >= MIN_RISE) {
      path += `L${column} ${foot}`;
      height = foot;
    }
  }
  return path + held;
}

/**
 * Loose pieces x1 y1 x2 y2, one after the other.
 * @param {ArrayLike<number>} ends
 * @param {Map} x
 * @param {Map} y
 */
export function segments(ends, x, y) {
  let path = '';
  for (let i = 0; i < ends.length; i += 4) {
    path += `M${across(x(ends[i]))} ${up(y(ends[i + 1]))}L${across(x(ends[i + 2]))} ${up(y(ends[i + 3]))}`;
  }
  return path;
}

/**
 * A line of no length at every point: a round or a square line cap makes it a disc or a square of any size.
 * @param {Iterable<{ x1: number, x2: number }>} points
 * @param {Map} x
 * @param {Map} y
 */
export function dots(points, x, y) {
  let path = '';
  for (const { x1, x2 } of points) path += `M${across(x(x1))} ${up(y(x2))}h0`;
  return path;
}
