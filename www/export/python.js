/**
 * Numbers as Python writes them.
 *
 * @import { Rate } from '../types.js'
 */

/** Characters of a line. */
const MAX_LINE_CHARS = 100;

/**
 * A list of numbers, of more lines where it is long.
 * @param {ArrayLike<number>} numbers
 * @param {number} indent  of the lines after the first
 */
export function list(numbers, indent) {
  const lines = [''];
  Array.from(numbers, String).forEach((number, i, { length }) => {
    const text = number + (i < length - 1 ? ',' : '');
    const last = lines[lines.length - 1];
    if (last && indent + last.length + text.length + 1 > MAX_LINE_CHARS) lines.push(text);
    else lines[lines.length - 1] = last ? `${last} ${text}` : text;
  });
  return `[${lines.join(`\n${' '.repeat(indent + 1)}`)}]`;
}

/**
 * A list of rows, one below the other.
 * @param {ArrayLike<number>[]} rows
 * @param {number} indent  of the rows after the first
 */
export function matrix(rows, indent) {
  return `[${rows.map((row) => list(row, indent + 1)).join(`,\n${' '.repeat(indent + 1)}`)}]`;
}

/**
 * A statement whose right side is a matrix in a call: `X = np.array([[...`, its rows aligned.
 * @param {string} before  all that stands before the matrix
 * @param {ArrayLike<number>[]} rows
 * @param {string} [after]
 */
export function called(before, rows, after = ')') {
  return `${before}${matrix(rows, before.length)}${after}`;
}

/** Learning rates by epoch, as a dict. @param {readonly Rate[]} rates */
export const dictOf = (rates) => `{${rates.map(({ epoch, rate }) => `${epoch}: ${rate}`).join(', ')}}`;

/** @param {number} rows @param {number} columns */
export const shape = (rows, columns) => `  # ${rows} x ${columns}`;
