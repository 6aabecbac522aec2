/**
 * What of losses an axis shows.
 *
 * @import { Scale } from '../types.js'
 */
import { linear, logarithmic, roundUp } from './scale.js';

/** Losses below this are rounding. */
export const MIN_LOSS = 1e-16;

/**
 * The least and the greatest of the finite losses of these traces.
 * @param {Iterable<Iterable<number>>} traces
 * @returns {[number, number]}
 */
export function extent(traces) {
  let least = Infinity;
  let greatest = MIN_LOSS;
  for (const trace of traces) {
    for (const loss of trace) {
      if (loss < least) least = loss;
      if (loss > greatest && loss < Infinity) greatest = loss;
    }
  }
  return [Math.min(least, greatest), greatest];
}

/**
 * The axis of losses from `low` to `high`: over whole decades, or from 0 to a round number, 1 where all are below MIN_LOSS. Lower
 * losses stand where MIN_LOSS does.
 * @param {string} kind  a word of the option `lossScale`
 * @param {number} low
 * @param {number} high
 * @returns {Scale}
 */
export function lossScale(kind, low, high) {
  const scale =
    kind === 'log' ? logarithmic(Math.max(MIN_LOSS, low), high) : linear(0, high > MIN_LOSS ? roundUp(1.05 * high) : 1);
  const { at } = scale;
  return Object.assign(scale, { at: (/** @type {number} */ loss) => at(Math.max(MIN_LOSS, loss)) });
}
