/**
 * Answers that several points share, and the points that do not fit their label.
 *
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { shareOf } from '../figure/snapshot/output.js';
import { total } from '../figure/snapshot/total.js';

/** From this part of the way to the other target on, an answer does not fit its label. */
const MIN_MISFIT_SHARE = 0.25;

/** Answers nearer than this to their mean are one answer to a reader. */
const MAX_SHARED_DEVIATION = 0.05;

/**
 * The places of the points that do not fit their label, and the answer that all of them are about, or null.
 * @param {Pick<Snapshot, 'config' | 'points' | 'predictions'>} snapshot
 */
export function misfitsOf({ config, points, predictions }) {
  const misfits = points.flatMap(({ label }, i) =>
    Math.abs(shareOf(predictions[i], config.output) - label) >= MIN_MISFIT_SHARE ? [i] : [],
  );
  return { misfits, shared: sharedAnswer(misfits.map((i) => predictions[i])) };
}

/** The answer that all of these are about, or null. @param {number[]} predictions */
export function sharedAnswer(predictions) {
  const mean = total(predictions) / predictions.length;
  return predictions.every((prediction) => Math.abs(prediction - mean) < MAX_SHARED_DEVIATION) ? mean : null;
}
