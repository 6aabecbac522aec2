/**
 * The trainer's flat parameters, or gradients, as the post writes them: for each layer W, fan_in x fan_out, and B,
 * fan_out x 1, as nested arrays.
 *
 * @import { Layer } from '../types.js'
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
