/**
 * How the epochs of a run are spread over the time that it is shown: slowly where the loss changes, quickly where nothing
 * does. A plan only says how many epochs a frame takes; what they compute is the same.
 *
 * @import { Trace } from '../../types.js'
 */
import { total } from '../snapshot/total.js';

/** Seconds for a run whose loss does not change at all. */
const STILL_SECONDS = 2.5;

/** More seconds, spread over the epochs, for a run whose loss does. */
const EVEN_SECONDS = 1.5;

/** And seconds that are spread over the changes. */
const CHANGE_SECONDS = 6;

/** Changes that add up to this much, in natural logarithms, get all of that time; less get a part of it. */
const FULL_CHANGE = 0.2;

/** A change between two entries counts as this much at most. */
const MAX_CHANGE = 0.5;

/** Below this share of the first loss a change hardly counts: it cannot be seen. */
const MIN_VISIBLE_SHARE = 0.02;

/** Seconds that one epoch takes at most, however much the loss changes in it: a run of few epochs takes less time in all. */
const MAX_EPOCH_SECONDS = 0.1;

/**
 * How much a picture changes while the loss goes from one value to another: the change of its logarithm, bounded.
 * @param {number} from
 * @param {number} to
 * @param {number} first  the loss at epoch 0
 */
export function changeOf(from, to, first) {
  const floor = MIN_VISIBLE_SHARE * first + Number.MIN_VALUE;
  const change = Math.abs(Math.log((to + floor) / (from + floor)));
  return change < MAX_CHANGE ? change : MAX_CHANGE;
}

/**
 * A monotone map from seconds shown to epochs and back. Both ends are met exactly.
 * @param {Trace} trace  of the whole run
 */
export function planOf({ epochs, losses }) {
  const last = epochs.length - 1;
  const end = epochs[last];
  const changes = losses.map((loss, i) => (i ? changeOf(losses[i - 1], loss, losses[0]) : 0));
  const change = total(changes);
  const strength = Math.min(1, change / FULL_CHANGE);
  const spread = STILL_SECONDS + strength * EVEN_SECONDS;
  const perChange = change ? (strength * CHANGE_SECONDS) / change : 0;
  // By the root of the epochs, the first get more of the time: a run begins before it waits.
  const spreadTo = (/** @type {number} */ i) => (i ? spread * Math.sqrt(epochs[i] / end) : 0);
  const times = [0];
  for (let i = 1; i <= last; i++) {
    const seconds = spreadTo(i) - spreadTo(i - 1) + perChange * changes[i];
    times.push(times[i - 1] + Math.min(seconds, MAX_EPOCH_SECONDS * (epochs[i] - epochs[i - 1])));
  }
  return {
    /** Seconds that the whole run takes. */
    seconds: times[last],
    /** @param {number} second */
    epochAt: (second) => between(times, epochs, second),
    /** @param {number} epoch */
    secondAt: (epoch) => between(epochs, times, epoch),
  };
}

/**
 * The value at `x` of the line through the points (xs, ys), xs from the least up; beyond an end, that of the end.
 * @param {readonly number[]} xs
 * @param {readonly number[]} ys
 * @param {number} x
 */
function between(xs, ys, x) {
  let low = 0;
  let high = xs.length - 1;
  if (!(x < xs[high])) return ys[high];
  if (x <= xs[0]) return ys[0];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle] <= x) low = middle;
    else high = middle;
  }
  return ys[low] + ((x - xs[low]) / (xs[high] - xs[low])) * (ys[high] - ys[low]);
}
