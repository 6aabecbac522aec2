/**
 * A look ahead: the same run in a trainer of its own, taken to its end in slices of the frames, for its losses alone.
 *
 * @import { Clock, Config, Rate, Settings, Trace, Trainer } from '../../types.js'
 */
import { changeOf } from './pace.js';
import { Stepper } from './stepper.js';

/** Milliseconds of work after which it is given up. */
const MAX_WORK_MS = 2000;

/** The least and the greatest stride from entry to entry, as parts of the epoch that was reached. */
const MIN_STRIDE_SHARE = 1 / 512;
const MAX_STRIDE_SHARE = 1 / 32;

/** Between two entries the loss is to change by no more than this, and by half of it if it can. */
const MAX_CHANGE = 0.01;

/** Where it changed by more than so many times that, the entry is taken again, after a shorter stride. */
const MAX_OVERSHOOT = 2;

/** Strides that going back may train again. */
const MAX_REPLAY_STRIDES = 4;

export class Ahead {
  /** @type {Trainer | null} */ #trainer;
  /** @type {Clock} */ #clock;
  /** @type {Stepper} */ #stepper;
  /** @type {() => void} */ #onChange;
  /** @type {readonly Rate[]} Those to come. */ #rates;
  /** @type {{ epochs: number[], losses: number[] }} */ #trace;
  /** Epochs to the next entry. */
  #stride = 1;
  #waits;

  /** Milliseconds that it has taken. */
  spent = 0;
  /** Whether the end was reached: `trace` is that of the whole run. */
  complete = false;

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Settings} settings
   * @param {Clock} clock
   * @param {() => void} onChange  there is more to see, or no more to do
   * @param {{ rates?: readonly Rate[], waits?: boolean, maxWorkMs?: number }} [options]  `rates`: those of the run, if they
   *   changed on the way; `waits`: for a frame, which is to be drawn first; `maxWorkMs`: after which it is given up
   */
  constructor(Trainer, settings, clock, onChange, { rates = [], waits = false, maxWorkMs = MAX_WORK_MS } = {}) {
    const trainer = new Trainer(rates.length ? { ...settings, learningRate: rates[0].rate } : settings);
    this.#trainer = trainer;
    this.#clock = clock;
    this.#stepper = new Stepper(clock);
    this.#onChange = onChange;
    this.#rates = rates.slice(1);
    this.#waits = waits;
    this.maxWorkMs = maxWorkMs;
    /** @type {Config} */
    this.config = /** @type {Config} */ (trainer.config);
    this.#trace = { epochs: [0], losses: [trainer.loss] };
    if (this.config.epochs === 0 || trainer.ended) this.#finish();
  }

  /** Whether there is more to do. */
  get active() {
    return this.#trainer !== null;
  }

  /** The losses as far as they are known. @returns {Trace} */
  get trace() {
    return this.#trace;
  }

  /**
   * Called by the clock.
   * @param {number} _seconds
   * @param {number} deadline
   */
  advance(_seconds, deadline) {
    if (this.#waits || !this.#trainer) {
      this.#waits = false;
      return;
    }
    const start = this.#clock.now();
    let now = start;
    // Once at least, even past the deadline, so that every turn makes progress.
    do {
      this.#step(this.#trainer, deadline);
      now = this.#clock.now();
    } while (this.#trainer && now < deadline);
    this.spent += now - start;
    if (this.spent > this.maxWorkMs) this.end();
    this.#onChange();
  }

  /** Called by the clock where `advance` threw: the run itself will tell, if it comes that far. */
  fail() {
    this.end();
  }

  /** Stops, and frees the memory. */
  end() {
    this.#clock.rest(this);
    this.#trainer?.free();
    this.#trainer = null;
  }

  /**
   * To the next entry, or a part of the way.
   * @param {Trainer} trainer
   * @param {number} deadline
   */
  #step(trainer, deadline) {
    const { epochs, losses } = this.#trace;
    const { epoch } = trainer;
    const rate = this.#rates[0];
    if (rate && rate.epoch <= epoch) {
      trainer.configure({ ...this.config, learningRate: rate.rate });
      this.#rates = this.#rates.slice(1);
    }
    const last = epochs[epochs.length - 1];
    const next = Math.min(last + this.#stride, this.#rates[0]?.epoch ?? Infinity, this.config.epochs);
    this.#stepper.train(trainer, next - epoch, deadline);
    if (trainer.epoch < next && !trainer.ended) return;
    if (trainer.epoch > last) {
      const { loss } = trainer;
      const change = changeOf(losses[losses.length - 1], loss, losses[0]);
      if (change > MAX_CHANGE * MAX_OVERSHOOT && this.#goBack(trainer, last)) return;
      epochs.push(trainer.epoch);
      losses.push(loss);
      const factor = change > MAX_CHANGE ? 1 / 2 : change < MAX_CHANGE / 2 ? 2 : 1;
      const most = Math.min(this.#stride * factor, trainer.epoch * MAX_STRIDE_SHARE);
      this.#stride = Math.max(1, Math.floor(Math.max(most, trainer.epoch * MIN_STRIDE_SHARE)));
    }
    if (trainer.epoch >= this.config.epochs || trainer.ended) this.#finish();
  }

  /**
   * The loss began to change within a long stride: back to its start, for shorter ones, unless that takes too long.
   * @param {Trainer} trainer
   * @param {number} last
   */
  #goBack(trainer, last) {
    const stride = trainer.epoch - last;
    if (stride <= Math.max(1, last * MIN_STRIDE_SHARE) || last % trainer.keyframeStride > MAX_REPLAY_STRIDES * stride)
      return false;
    trainer.seek(last);
    this.#stride = Math.max(1, Math.floor(stride / 4));
    return true;
  }

  #finish() {
    this.complete = true;
    this.end();
  }
}
