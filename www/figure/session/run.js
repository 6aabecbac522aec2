/**
 * The run of a figure, with those that it is compared with: a trainer, which is freed while the figure is detached and made
 * again in exactly the same state, and what there is to see of it.
 *
 * @import { Clock, Config, Rate, Settings, Trace, Trainer } from '../../types.js'
 * @import { Facts } from '../snapshot.js'
 *
 * @typedef {Omit<Facts, 'config' | 'refused' | 'points' | 'heldOut' | 'finished'>} FactsBeside  that a snapshot holds beside the run's own
 */
import { Snapshot } from '../snapshot.js';
import { examplesOf } from '../snapshot/examples.js';
import { ratesOf } from '../snapshot/parameters.js';
import { accept } from './accept.js';
import { Stepper, toKeyframe } from './stepper.js';
import { Variants } from './variants.js';

/** Parameters times examples times epochs of a run that is trained again rather than kept: about a tenth of a second. */
const MAX_REPLAY_WORK = 4e7;

export class Run {
  /** @type {new (config: Settings) => Trainer} */ #Trainer;
  /** @type {() => FactsBeside} */ #facts;
  /** @type {Trainer | null} */ #trainer = null;
  /** @type {ReturnType<typeof examplesOf>} */ #examples;
  /** @type {Snapshot | null} */ #snapshot = null;
  /** @type {Stepper} */ #stepper;
  /** @type {Variants} */ #variants;

  /** @type {Config} */
  config;
  /** Messages of the settings that were refused. @type {string[]} */
  errors;
  /** They, as they were written. @type {Settings} */
  #refused;
  /** Whether the run may have gone beyond an end that `until` has set since. */
  #isBeyond = false;

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Settings} settings
   * @param {Clock} clock
   * @param {() => FactsBeside} facts
   */
  constructor(Trainer, settings, clock, facts) {
    this.#Trainer = Trainer;
    this.#facts = facts;
    this.#stepper = new Stepper(clock);
    this.#variants = new Variants(Trainer, clock);
    ({ errors: this.errors, refused: this.#refused } = accept(settings, {}, (good) => {
      this.#trainer = new Trainer(good);
    }));
    this.config = /** @type {Config} */ (this.trainer.config);
    this.#examples = examplesOf(this.trainer);
    this.#followSettings(true);
  }

  /** The trainer. Freed while the figure is detached; on access it is made again. */
  get trainer() {
    return this.#trainer ?? this.#revive();
  }

  get isFreed() {
    return this.#trainer === null;
  }

  get finished() {
    return this.trainer.epoch >= this.config.epochs || this.trainer.ended;
  }

  /** Whether those that it is compared with are at its epoch, or ended before. */
  get isSynced() {
    return this.#trainer === null || this.#variants.areAt(this.#trainer.epoch);
  }

  /** The settings of those that it is compared with. */
  get compared() {
    return this.#variants.configs;
  }

  /** What there is to see at this epoch. */
  get snapshot() {
    if (this.#snapshot) return this.#snapshot;
    const { trainer, finished } = this;
    const facts = { config: this.config, refused: this.#refused, ...this.#examples, finished, ...this.#facts() };
    const variants = this.#variants.snapshots(trainer.epoch, facts);
    return (this.#snapshot = new Snapshot(this.#Trainer, trainer, facts, variants));
  }

  /** The learning rates, if they changed on the way: then the settings alone cannot repeat the run. @returns {Rate[]} */
  get rates() {
    const rates = ratesOf(this.trainer.rates());
    return rates.length > 1 ? rates : [];
  }

  /** The losses as far as it went. @returns {Trace} */
  get trace() {
    const losses = [...this.trainer.lossTrace()];
    const { lossStride } = this.trainer;
    return { epochs: losses.map((_, i) => i * lossStride), losses };
  }

  /** Settles the present snapshot, as the trainer is about to move on. Returns the trainer. */
  settle() {
    const { trainer } = this;
    this.#snapshot?.settle();
    this.#snapshot = null;
    return trainer;
  }

  /**
   * Takes new settings. Says whether they began another run.
   * @param {Settings} settings
   * @param {boolean} anew  another learning rate does too
   */
  configure(settings, anew) {
    const { config } = this;
    let restarted = false;
    ({ errors: this.errors, refused: this.#refused } = accept(settings, config, (good) => {
      restarted = this.settle().configure(good);
    }));
    this.config = /** @type {Config} */ (this.trainer.config);
    this.#isBeyond = !restarted && (this.#isBeyond || config.until !== this.config.until);
    if (anew && config.learningRate !== this.config.learningRate) {
      this.restart();
      restarted = true;
    }
    if (restarted) this.#examples = examplesOf(this.trainer);
    this.#followSettings(restarted);
    return restarted;
  }

  /** Back to epoch 0, with one learning rate. */
  restart() {
    this.settle().reset();
    this.#isBeyond = false;
    this.#variants.restart();
  }

  /**
   * Takes up to so many epochs, and with it those that it is compared with. Returns how many.
   * @param {number} epochs
   * @param {number} deadline
   */
  train(epochs, deadline) {
    return this.#stepper.train(this.#variants.beside(this.trainer), epochs, deadline);
  }

  /**
   * Towards an epoch: through the recorded run to a keyframe, and from there, within the record or beyond, by training. Says
   * whether it goes no further.
   * @param {number} epoch
   * @param {number} deadline
   */
  approach(epoch, deadline) {
    const { trainer } = this;
    toKeyframe(trainer, epoch);
    if (!this.sync(deadline)) return false;
    this.train(epoch - trainer.epoch, deadline);
    return trainer.epoch === epoch || trainer.ended;
  }

  /** Takes those that it is compared with towards its epoch. Says whether they are there. @param {number} deadline */
  sync(deadline) {
    return this.#variants.reach(this.trainer.epoch, deadline);
  }

  /** Frees the memory. A run that its settings cannot repeat, or not at once, is kept, for the collector to free. */
  release() {
    if (!this.#trainer || this.rates.length || this.#isBeyond) return;
    const size = this.#trainer.parameters().length * this.#examples.points.length + this.#variants.size;
    if (this.#trainer.furthest * size > MAX_REPLAY_WORK) return;
    this.snapshot.settle();
    this.#trainer.free();
    this.#trainer = null;
    this.#variants.release();
  }

  #revive() {
    const { furthest, epoch } = this.snapshot;
    const trainer = (this.#trainer = new this.#Trainer({ ...this.config }));
    trainer.seek(furthest);
    trainer.seek(epoch);
    this.#variants.revive(furthest, epoch);
    this.#snapshot = null;
    return trainer;
  }

  /** What is compared has the settings of this run in all else. @param {boolean} anew */
  #followSettings(anew) {
    const { compare } = this.config;
    const compared = compare ? /** @type {Config[]} */ (this.trainer.compared()) : [];
    this.#variants.follow(compared, compare, this.rates, anew);
  }
}
