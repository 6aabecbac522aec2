/**
 * A snapshot: all that the views may know, as it is at one epoch. Frozen, so that data flow one way.
 *
 * @typedef {InstanceType<Awaited<ReturnType<typeof import('../wasm.js').load>>['Trainer']>} Trainer
 * @typedef {'learning' | 'plateau' | 'solved' | 'local-minimum' | 'diverged'} Outcome
 * @typedef {{ x1: number, x2: number, label: number }} Point
 *
 * @typedef {object} Config  as Trainer gives it: complete, valid, in the form that attributes take
 * @property {string} data
 * @property {string} activation
 * @property {string} init
 * @property {number} deviation
 * @property {number} seed
 * @property {string} layers
 * @property {number} learningRate
 * @property {string} gradientScale
 * @property {number} epochs
 * @property {number} speed
 *
 * @typedef {object} Snapshot
 * @property {Config} config
 * @property {number} epoch
 * @property {number} furthest  the end of the recorded run; beyond `epoch` after a seek back
 * @property {number} loss
 * @property {Outcome} outcome
 * @property {boolean} playing
 * @property {boolean} finished
 * @property {number | null} goal  the epoch that a long step or seek is on its way to
 * @property {readonly Point[]} points
 * @property {Float64Array} predictions  one for each point
 * @property {number} right  how many points are predicted right
 * @property {Float64Array} lossTrace  the loss at epochs 0, lossStride, 2 lossStride ... furthest
 * @property {number} lossStride
 * @property {Float64Array} domain  x1 min, x1 max, x2 min, x2 max of the boundary
 * @property {Trainer['paint']} paint  these three speak of the trainer's present: call them while rendering
 * @property {Trainer['contour']} contour  of the field last painted
 * @property {Trainer['scatter']} scatter
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
    outcome: /** @type {Outcome} */ (trainer.outcome),
    predictions,
    right: session.points.filter(({ label }, i) => isRight(predictions[i], label)).length,
    lossTrace: trainer.lossTrace(),
    lossStride: trainer.lossStride,
    domain: trainer.domain(),
    paint: trainer.paint.bind(trainer),
    contour: trainer.contour.bind(trainer),
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
