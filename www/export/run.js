/**
 * What a program has to say of a run: the settings with all that does not matter to this run left out.
 *
 * @import { Config, Point, Rate } from '../types.js'
 */
import { dataOf } from '../figure/snapshot/examples.js';
import { targetsOf } from '../figure/snapshot/output.js';
import { isBiased } from '../figure/snapshot/parameters.js';

/**
 * A run, as a snapshot knows it.
 * @typedef {object} Run
 * @property {Config} config
 * @property {readonly Point[]} points  that are trained on
 * @property {readonly Point[]} heldOut
 * @property {readonly Rate[]} rates  the learning rates, from that of epoch 0 on
 * @property {number} epoch
 * @property {boolean} diverged  the epoch after this one would leave the finite numbers
 */

/** @typedef {{ fanIn: number, fanOut: number, biased: boolean }} Shape  of a layer */
/** @typedef {ReturnType<typeof runOf>} Parts */

/** Losses that a program prints on its way, about. */
const PRINTED_LOSSES = 10;

/** @param {Run} run */
export function runOf({ config, points, heldOut, rates, epoch, diverged }) {
  const [zero, one] = targetsOf(config.output);
  const all = dataOf({ points, heldOut });
  const examples = points.length;
  const batch = config.batch === 'full' ? examples : Math.min(config.batch, examples);
  const epochs = diverged ? epoch : config.epochs;
  return {
    /** Of all examples, in the order of the data. */
    inputs: [all.map(([x1]) => x1), all.map(([, x2]) => x2)],
    targets: all.map(([, , label]) => (label ? one : zero)),
    /** How many of them are held out. */
    heldOut: heldOut.length,
    layers: layersOf(config),
    /** Examples an update, or null for all. */
    batch: batch < examples ? batch : null,
    /** Of a full batch only the order of random picks matters: other orders have the same sum. */
    order: config.order === 'shuffled' && batch === examples ? 'given' : config.order,
    epochs,
    /** Epochs from one loss that is printed to the next. */
    lossStride: Math.max(1, Math.floor(epochs / PRINTED_LOSSES)),
    /** Those that the run comes to. */
    rates: rates.filter((_, i) => i === 0 || rates[i].epoch < epochs),
  };
}

/** @param {Config} config @returns {Shape[]} */
function layersOf(config) {
  const { layers } = config;
  return [...layers, 1].map((fanOut, k) => ({
    fanIn: k === 0 ? 2 : layers[k - 1],
    fanOut,
    biased: isBiased(config, k),
  }));
}
