/**
 * A snapshot: all that the views may know, as it is at one epoch. Frozen, so that data flow one way.
 *
 * @import { Point, Snapshot, Trainer } from '../types.js'
 */

/** A prediction of exactly 0.5 is no decision, and so never right. @param {number} prediction @param {number} label */
export function isRight(prediction, label) {
  return Math.abs(prediction - label) < 0.5;
}

/**
 * @param {Trainer} trainer
 * @param {Pick<Snapshot, 'config' | 'points' | 'playing' | 'finished' | 'goal'>} session
 * @returns {Readonly<Snapshot>}
 */
export function snapshot(trainer, session) {
  const predictions = trainer.predictions();
  return Object.freeze({
    ...session,
    epoch: trainer.epoch,
    furthest: trainer.furthest,
    loss: trainer.loss,
    outcome: trainer.outcome,
    predictions,
    right: session.points.filter(({ label }, i) => isRight(predictions[i], label)).length,
    lossTrace: trainer.lossTrace(),
    lossStride: trainer.lossStride,
    domain: trainer.domain(),
    paint: trainer.paint.bind(trainer),
    scatter: trainer.scatter.bind(trainer),
  });
}

/**
 * The examples, taken out of the trainer's flat x1, x2, label.
 * @param {Trainer} trainer
 * @returns {readonly Point[]}
 */
export function pointsOf(trainer) {
  const flat = trainer.points();
  return Object.freeze(
    Array.from({ length: flat.length / 3 }, (_, i) =>
      Object.freeze({ x1: flat[3 * i], x2: flat[3 * i + 1], label: flat[3 * i + 2] }),
    ),
  );
}
