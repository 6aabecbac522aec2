/**
 * Trains until a deadline, in calls that are short enough for one.
 *
 * @import { Clock, Trainer } from '../../types.js'
 */

/** Epochs in one call at most: an engine may leave one very long call in slow, unoptimised code. */
const MAX_CALL_EPOCHS = 2000;

/** Milliseconds that a call may take before the next asks for fewer epochs, so that slow networks keep the budget too. */
const MAX_CALL_MS = 2;

export class Stepper {
  /** @type {Clock} */ #clock;
  #chunk = 64;

  /** @param {Clock} clock */
  constructor(clock) {
    this.#clock = clock;
  }

  /**
   * @param {{ step(epochs: number): number }} trainer
   * @param {number} epochs
   * @param {number} deadline
   * @returns {number} how many were done
   */
  train(trainer, epochs, deadline) {
    let done = 0;
    // At least one call is made, even past the deadline, so that every turn makes progress.
    for (let start = this.#clock.now(); done < epochs;) {
      const asked = Math.min(epochs - done, this.#chunk);
      const given = trainer.step(asked);
      const now = this.#clock.now();
      done += given;
      if (now - start > MAX_CALL_MS) this.#chunk = Math.ceil(this.#chunk / 2);
      else if (asked === this.#chunk) this.#chunk = Math.min(MAX_CALL_EPOCHS, this.#chunk * 2);
      if (given < asked || now >= deadline) break;
      start = now;
    }
    return done;
  }
}

/**
 * To the last keyframe of the recorded run before an epoch, unless the trainer is between the two.
 * @param {Trainer} trainer
 * @param {number} epoch
 */
export function toKeyframe(trainer, epoch) {
  const known = Math.min(epoch, trainer.furthest);
  const keyframe = known - (known % trainer.keyframeStride);
  if (epoch < trainer.epoch || trainer.epoch < keyframe) trainer.seek(keyframe);
}
