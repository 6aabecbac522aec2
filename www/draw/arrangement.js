/**
 * Where the parts of a network stand: columns of units from the inputs to the output, in em from the top and in shares of
 * the width, so that neither a resize nor a zoom asks anything of a script.
 */

/** The height of the tallest column of few units, and of all others at least, in em. */
const MIN_HEIGHT = 14;

/** Em between the units of a column, by the most units that a column has. @type {[units: number, pitch: number][]} */
const PITCHES = [
  [2, 7],
  [3, 6.4],
  [4, 5.2],
  [8, 3.2],
  [16, 1.9],
  [Infinity, 1.15],
];

/** A picture is at most so many em a side, and together those of a row of the narrowest figure at most so many. */
const MAX_UNIT = 4;
const MAX_ROW = 12;

/** Where on its edge the number of a weight stands: nearer to the start, where edges that cross have not met yet. */
export const NUMBER_AT = 0.36;

/**
 * @param {number[]} layers  sizes of the hidden layers
 */
export function arrangement(layers) {
  const sizes = [2, ...layers, 1];
  const most = Math.max(...sizes);
  const pitch = PITCHES.find(([units]) => most <= units)?.[1] ?? 0;
  const height = Math.max(MIN_HEIGHT, most * pitch);
  const unit = Math.min(MAX_UNIT, MAX_ROW / sizes.length, 0.82 * pitch);
  const pitches = sizes.map((size) => Math.min(height / size, 7));
  return {
    sizes,
    height,
    /** Em a side of a unit's picture. */
    unit,
    pitches,
    /** Whether there is room for the number of every weight, and for that of every bias. */
    hasNumbers: most <= 3 && sizes.length <= 3,
    hasBiases: most <= 4 && sizes.length <= 5,
    /** The middle of a unit, in em from the top. @param {number} column @param {number} i */
    y: (column, i) => height / 2 + (i - (sizes[column] - 1) / 2) * pitches[column],
    /** The middle of a column, as a share of the width. @param {number} column */
    x: (column) => column / (sizes.length - 1),
  };
}

/** @typedef {ReturnType<typeof arrangement>} Arrangement */
