/**
 * Many starts of the figure's settings, trained in slices of the frames. Nothing is made before they are shown and seen.
 *
 * @import { Clock, Config, Sweep, SweepClass, SweptRun } from '../../types.js'
 */
import { COMPARABLE } from '../attributes/comparison.js';
import { Stepper } from './stepper.js';

/** Milliseconds between two counts of what has become of the starts. */
const COUNT_INTERVAL_MS = 150;

/** Options with which the starts begin anew; the seed is treated apart. */
const RESTARTING = [...COMPARABLE.filter((name) => name !== 'seed'), 'epochs', 'until', 'starts'];

export class Starts {
  /** @type {SweepClass} */ #Sweep;
  /** @type {Clock} */ #clock;
  /** @type {Stepper} */ #stepper;
  /** @type {() => void} */ #onChange;
  /** @type {Sweep | null} */ #sweep = null;
  /** Of the starts, with the seed of the first; null while no view shows them. @type {Config | null} */ #config = null;
  /** What the reader wants. @type {'play' | 'pause' | 'cancel'} */ #wish = 'play';
  #seen = false;
  /** When the runs were counted last, in the clock's milliseconds. */
  #lastCount = -Infinity;

  /** The runner moves nothing: alone, it may take most of a frame. */
  isQuiet = true;

  /** One a start, by seed; none before they have begun. @type {readonly SweptRun[]} */
  runs = [];
  /** Why they cannot be trained, or empty. */
  error = '';
  /** The same seeds with the settings that are compared, in their order. @type {Starts[]} */
  others = [];

  /**
   * @param {SweepClass} Sweep
   * @param {Clock} clock
   * @param {() => void} onChange  there is more to see
   */
  constructor(Sweep, clock, onChange) {
    this.#Sweep = Sweep;
    this.#clock = clock;
    this.#stepper = new Stepper(clock);
    this.#onChange = onChange;
  }

  /** The settings, with the seed of the first start. */
  get config() {
    return this.#config;
  }

  /** 0 to 1, with the others counted in. @returns {number} */
  get progress() {
    /** @type {Starts[]} */
    const all = [this, ...this.others].filter((starts) => starts.#config !== null);
    return all.reduce((sum, starts) => sum + starts.#progress, 0) / (all.length || 1);
  }

  /** @returns {number} */
  get #progress() {
    return this.#sweep?.progress ?? (this.error ? 1 : 0);
  }

  /** Whether they train, or would if they were seen. */
  get active() {
    return this.#isGoing || this.others.some((starts) => starts.#isGoing);
  }

  get #isGoing() {
    return this.#config !== null && this.#wish === 'play' && this.#progress < 1;
  }

  /** Epochs from one entry of a trace to the next. */
  get traceStride() {
    return this.#sweep?.traceStride ?? 1;
  }

  /** The losses of start `k`, as a Sweep has them. @param {number} k */
  trace(k) {
    return this.#sweep?.trace(k) ?? new Float64Array();
  }

  /**
   * Paints the predictions of start `k`, as a Sweep does.
   * @param {number} k
   * @param {CanvasRenderingContext2D} context
   * @param {number} size
   * @param {Uint32Array} palette
   * @param {number} x
   * @param {number} y
   */
  paint(k, context, size, palette, x, y) {
    this.#sweep?.paint(k, context, size, palette, x, y);
  }

  /** The 95 % interval of a share. @param {number} count @param {number} of @returns {Float64Array} */
  interval(count, of) {
    return this.#Sweep.interval(count, of);
  }

  get paused() {
    return this.#wish === 'pause' && this.progress < 1;
  }

  /** Whether anyone can see the figure. @param {boolean} seen */
  set seen(seen) {
    this.#seen = seen;
    for (const other of this.others) other.seen = seen;
    this.#schedule();
  }

  /**
   * Takes the figure's settings; null where no view shows the starts. Others begin them anew, but for a seed that is one of
   * theirs.
   * @param {Config | null} config
   * @param {Config[]} [compared]  settings that are compared, with the seeds of these starts
   */
  follow(config, compared = []) {
    this.#setConfig(config);
    const wanted = this.#config ? compared : [];
    while (this.others.length > wanted.length) this.others.pop()?.follow(null);
    wanted.forEach((settings, i) => {
      const seeded = { ...settings, seed: Number(this.#config?.seed) };
      const other = (this.others[i] ??= new Starts(this.#Sweep, this.#clock, this.#onChange));
      // Pairs have one seed: those that begin at another are of no use, whatever their settings.
      if (other.#config?.seed !== seeded.seed) other.#setConfig(null);
      other.#seen = this.#seen;
      // Those that differ in the seed alone are these.
      other.follow(this.#config && isSame(this.#config, seeded) ? null : seeded);
      // They wait while these are paused.
      other.#wish = this.#wish;
      other.#schedule();
    });
  }

  /** @param {Config | null} config */
  #setConfig(config) {
    if (!config) {
      this.#forget();
      this.#config = null;
      this.#wish = 'play';
    } else if (!this.#config || !isSame(this.#config, config)) {
      this.#forget();
      this.#config = config;
      if (this.#wish === 'pause') this.#wish = 'play';
    }
    this.#schedule();
  }

  /** Begins, or goes on. */
  play() {
    this.#want('play');
  }

  pause() {
    this.#want('pause');
  }

  /** Stops, and frees the memory. */
  cancel() {
    for (const other of [this, ...this.others]) other.#forget();
    this.#want('cancel');
  }

  /** Called by the clock. @param {number} _seconds @param {number} deadline */
  advance(_seconds, deadline) {
    if (!this.#config) return;
    const sweep = (this.#sweep ??= new this.#Sweep({ ...this.#config }, this.#config.starts));
    this.#stepper.train(sweep, Infinity, deadline);
    const now = this.#clock.now();
    if (now - this.#lastCount > COUNT_INTERVAL_MS || !this.#isGoing) {
      this.#lastCount = now;
      this.#count();
    }
    this.#schedule();
    this.#onChange();
  }

  /** Called by the clock where `advance` threw: there are too many starts of so large a network. @param {unknown} error */
  fail(error) {
    this.#forget();
    this.error = error instanceof Error ? error.message : String(error);
    this.#onChange();
  }

  /** @param {'play' | 'pause' | 'cancel'} wish */
  #want(wish) {
    this.#wish = wish;
    if (this.#sweep) this.#count();
    for (const other of this.others) other.#want(wish);
    this.#schedule();
    this.#onChange();
  }

  #count() {
    this.runs = this.#sweep?.runs() ?? [];
  }

  #forget() {
    this.#sweep?.free();
    this.#sweep = null;
    this.runs = [];
    this.error = '';
    this.#lastCount = -Infinity;
  }

  #schedule() {
    if (this.#seen && this.#isGoing) this.#clock.run(this);
    else this.#clock.rest(this);
  }
}

/** Whether these are settings of one of the starts. @param {Config} config @param {Config} other */
function isSame(config, other) {
  const written = (/** @type {Config} */ { ...values }) => JSON.stringify(RESTARTING.map((name) => values[name]));
  const place = (other.seed - config.seed + 2 ** 32) % 2 ** 32;
  return place < config.starts && written(config) === written(other);
}
