/**
 * The trainer's flat lists, by layer and unit, or by epoch.
 *
 * @import { Config, Layer, Point, Rate, Selection, Units } from '../../types.js'
 */
import { total } from './total.js';

/**
 * The trainer's flat parameters, or gradients, as the post writes them: for each layer W, fan_in x fan_out, and B,
 * fan_out x 1, as nested arrays.
 *
 * @param {Float64Array} flat  layer by layer: W row by row, then B
 * @param {number[]} layers  sizes of the hidden layers
 * @returns {Layer[]}
 */
export function nest(flat, layers) {
  const sizes = [2, ...layers, 1];
  let at = 0;
  const take = (/** @type {number} */ count) => Array.from(flat.subarray(at, (at += count)));
  return sizes.slice(1).map((fanOut, i) => ({
    W: Array.from({ length: sizes[i] }, () => take(fanOut)),
    B: take(fanOut).map((bias) => [bias]),
  }));
}

/**
 * The entry of a weight or bias.
 * @param {readonly Layer[]} layers  parameters, or gradients
 * @param {Extract<Selection, { kind: 'weight' | 'bias' }>} place
 */
export function entryAt(layers, place) {
  const { W, B } = layers[place.layer];
  return place.kind === 'weight' ? W[place.from][place.to] : B[place.unit][0];
}

/** What the penalties add to the gradient of a weight. @param {Config} config @param {number} weight */
export function penaltyOf({ l1, l2 }, weight) {
  return l1 * Math.sign(weight) + l2 * weight;
}

/**
 * The largest entry of a gradient, in size and without the penalties that are in it.
 * @param {readonly Layer[]} gradients
 * @param {readonly Layer[]} parameters
 * @param {Config} config
 */
export function steepestOf(gradients, parameters, config) {
  const entries = gradients.flatMap(({ W, B }, k) => [
    ...W.flatMap((row, i) => row.map((entry, j) => entry - penaltyOf(config, parameters[k].W[i][j]))),
    ...B.flat(),
  ]);
  return entries.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
}

/** For whoever may write into it. @param {readonly Layer[]} layers @returns {Layer[]} */
export function copied(layers) {
  const rows = (/** @type {number[][]} */ matrix) => matrix.map((row) => [...row]);
  return layers.map(({ W, B }) => ({ W: rows(W), B: rows(B) }));
}

/**
 * The trainer's flat A, dZ of every unit, layer by layer and example by example.
 * @param {Float64Array} flat
 * @param {number[]} layers  sizes of the hidden layers
 * @param {readonly Point[]} points
 * @returns {Units}
 */
export function unitsOf(flat, layers, points) {
  const sizes = [...layers, 1];
  const starts = sizes.map((_, k) => total(sizes.slice(0, k)));
  const count = flat.length / points.length;
  const at = (/** @type {number} */ example, /** @type {number} */ layer, /** @type {number} */ unit) =>
    example * count + 2 * (starts[layer - 1] + unit);
  return {
    a: (example, layer, unit) =>
      layer === 0 ? [points[example].x1, points[example].x2][unit] : flat[at(example, layer, unit)],
    dz: (example, layer, unit) => flat[at(example, layer, unit) + 1],
  };
}

/** The trainer's learning rates: a flat epoch, rate of each. @param {Float64Array} flat @returns {Rate[]} */
export function ratesOf(flat) {
  return Array.from({ length: flat.length / 2 }, (_, i) => ({ epoch: flat[2 * i], rate: flat[2 * i + 1] }));
}

/**
 * Whether the units of a layer have biases that are trained; those that have not stay at 0.
 * @param {Config} config
 * @param {number} layer
 */
export function isBiased({ biases, layers, weights }, layer) {
  if (weights) return 'B' in weights[layer];
  return biases !== 'none' && !(biases === 'hidden' && layer === layers.length);
}
