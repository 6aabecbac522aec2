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
const MAX_PITCH_EM = 9;

/** A picture is at most so many em a side, and those of one row together, in the narrowest figure. */
const MAX_UNIT_EM = 3.5;
const MAX_ROW_EM = 12;

/** Em above the units, for the captions of the columns, and below them, for their biases. */
const CAPTION_EM = 1.9;
const BIAS_EM = 1.8;
const MARGIN_EM = 0.4;

/** The inputs are small: em across, and where columns are close. */
const INPUT_EM = 2.2;
const CLOSE_INPUT_EM = 1.5;

/**
 * Shares of an edge, from its start, at which its number stands: where edges that cross have not met; into a single unit, right
 * of the biases before it; and the lowest of two, above the bias of that unit, or of three, below it.
 */
const BEFORE_CROSSING_SHARE = 0.34;
const AFTER_BIAS_SHARE = 0.46;
/** By the number of the edge. @type {Record<number, number>} */
const LOWEST_SHARES = { 1: 0.54, 2: 0.34 };

/** The largest picture of a unit, as a share of the pitch. */
const MAX_UNIT_SHARE = 0.82;

/** Layers up to which there is room for captions and biases, and for the number of every weight; and units of a layer. */
const MAX_CAPTIONED_LAYERS = 4;
const MAX_NUMBERED_LAYERS = 2;
const MAX_BIASED_UNITS = 4;
const MAX_NUMBERED_UNITS = 3;

/** A gap with more edges than this shows those of one unit at a time, where the reader points at one. */
const MAX_EDGES = 64;

/** @param {number[]} layers  sizes of the hidden layers */
export function arrangement(layers) {
  const sizes = [2, ...layers, 1];
  const last = sizes.length - 1;
  const most = Math.max(...sizes);
  const pitch = PITCHES.find(([units]) => most <= units)?.[1] ?? 0;
  const unit = Math.min(MAX_UNIT_EM, MAX_ROW_EM / sizes.length, MAX_UNIT_SHARE * pitch);
  const pitches = sizes.map((size) => Math.min((most * pitch) / size, size === most ? pitch : MAX_PITCH_EM));
  const hasCaptions = last <= MAX_CAPTIONED_LAYERS;
  const hasBiases = most <= MAX_BIASED_UNITS && hasCaptions;
  const hasNumbers = most <= MAX_NUMBERED_UNITS && last <= MAX_NUMBERED_LAYERS;
  const [above, below] = [hasCaptions ? CAPTION_EM : MARGIN_EM, hasBiases ? BIAS_EM : MARGIN_EM];
  const height = above + (most - 1) * pitch + unit + below;
  const middle = above + unit / 2 + ((most - 1) * pitch) / 2;
  const input = hasCaptions ? INPUT_EM : CLOSE_INPUT_EM;
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
    hasCaptions,
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
      const lowest = from === sizes[layer] - 1 ? LOWEST_SHARES[from] : undefined;
      const at = sizes[layer + 1] > 1 ? BEFORE_CROSSING_SHARE : (lowest ?? AFTER_BIAS_SHARE);
      return {
        at,
        share: x(layer) + at / last,
        em: margin(layer) - at * (margin(layer) + margin(layer + 1)),
        y: y(layer, from) + at * (y(layer + 1, to) - y(layer, from)),
      };
    },
  };
}

/** @typedef {ReturnType<typeof arrangement>} Arrangement */
