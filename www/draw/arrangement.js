/**
 * Where the parts of a network stand: columns of units from the inputs to the output, in em from the top and in shares of
 * the width, so that neither a resize nor a zoom asks anything of a script.
 */

/** Em between the units of a column, by the most units that a column has. @type {[units: number, pitch: number][]} */
const PITCHES = [
  [2, 6.6],
  [3, 6],
  [4, 5.2],
  [8, 3.2],
  [16, 1.9],
  [Infinity, 1.15],
];

/** Units of a column stand at most so many em apart, whatever room there is. */
const MAX_PITCH = 9;

/** A picture is at most so many em a side, and those of one row together, in the narrowest figure. */
const MAX_UNIT = 3.5;
const MAX_ROW = 12;

/** Em above the units, for the captions of the columns, and below them, for their biases. */
const CAPTION = 1.9;
const BIAS = 1.8;
const MARGIN = 0.4;

/** The inputs are small: em across, and where columns are close. */
const INPUT = 2.2;
const CLOSE_INPUT = 1.5;

/** A gap with more edges than this shows those of one unit at a time, where the reader points at one. */
const MAX_EDGES = 64;

/** @param {number[]} layers  sizes of the hidden layers */
export function arrangement(layers) {
  const sizes = [2, ...layers, 1];
  const last = sizes.length - 1;
  const most = Math.max(...sizes);
  const pitch = PITCHES.find(([units]) => most <= units)?.[1] ?? 0;
  const unit = Math.min(MAX_UNIT, MAX_ROW / sizes.length, 0.82 * pitch);
  const pitches = sizes.map((size) => Math.min((most * pitch) / size, size === most ? pitch : MAX_PITCH));
  const hasBiases = most <= 4 && last <= 4;
  const hasNumbers = most <= 3 && last <= 2;
  const [above, below] = [last <= 4 ? CAPTION : MARGIN, hasBiases ? BIAS : MARGIN];
  const height = above + (most - 1) * pitch + unit + below;
  const middle = above + unit / 2 + ((most - 1) * pitch) / 2;
  const input = last <= 4 ? INPUT : CLOSE_INPUT;
  const margin = (/** @type {number} */ column) => (column === 0 ? input : unit) / 2;
  const x = (/** @type {number} */ column) => column / last;
  const y = (/** @type {number} */ column, /** @type {number} */ i) =>
    middle + (i - (sizes[column] - 1) / 2) * pitches[column];
  return {
    sizes,
    /** Of all, in em. */
    height,
    /** Em a side of a unit's picture. */
    unit,
    /** Em across an input. */
    input,
    /** Em from one unit to the next, of each column. */
    pitches,
    /** Whether there is room for the number of every weight, for that of every bias, and for captions. */
    hasNumbers,
    hasBiases,
    hasCaptions: last <= 4,
    isCrowded: sizes.some((size, k) => size * (sizes[k + 1] ?? 0) > MAX_EDGES),
    /** From the middle of a column to where its edges end, in em. */
    margin,
    /** The middle of a column, as a share of the width. */
    x,
    /** The middle of a unit, in em from the top. */
    y,
    /**
     * The place of an edge's number: a share of the width and em to add to it, and em from the top.
     * @param {{ layer: number, from: number, to: number }} edge
     */
    onEdge({ layer, from, to }) {
      const at = sizes[layer + 1] > 1 ? BEFORE_CROSSING : BEFORE_BIAS;
      return {
        at,
        share: x(layer) + at / last,
        em: margin(layer) - at * (margin(layer) + margin(layer + 1)),
        y: y(layer, from) + at * (y(layer + 1, to) - y(layer, from)),
      };
    },
  };
}

/** Parts of the way at which edges that cross have not met yet, and at which a number ends before the output's bias. */
const BEFORE_CROSSING = 0.34;
const BEFORE_BIAS = 0.46;

/** @typedef {ReturnType<typeof arrangement>} Arrangement */
