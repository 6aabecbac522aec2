/**
 * What one figure is doing: it owns a Trainer, plays it against the clock, walks to far epochs without blocking the
 * page, and knows the end of a run. It has no DOM: time is a clock's, and what it has to say goes out through `notify`.
 *
 * @import { Clock, Config, News, Rate, Settings, SweepClass, Trace, Trainer } from '../types.js'
 */
import { accept } from './accept.js';
import { examplesOf } from './examples.js';
import { hasView } from './options.js';
import { Outlook } from './outlook.js';
import { Snapshot } from './snapshot.js';
import { Starts } from './starts.js';
import { Stepper, toKeyframe } from './stepper.js';
import { Variants } from './variants.js';

/** Milliseconds that a step or a seek may keep its caller waiting, before it goes on over the frames. */
const MAX_WAIT_MS = 50;

/** Parameters times examples times epochs of a run that is trained again rather than kept: about a tenth of a second. */
const MAX_REPLAY_WORK = 4e7;

export class Session {
  /** @type {new (config: Settings) => Trainer} */ #Trainer;
  /** @type {(news: News, error?: unknown) => void} */ #notify;
  /** @type {Trainer | null} */ #trainer = null;
  /** @type {Config} */ #config;
  /** @type {ReturnType<typeof examplesOf>} */ #examples;
  /** @type {Snapshot | null} */ #snapshot = null;
  /** @type {Clock} */ #clock;
  /** @type {Stepper} */ #stepper;
  /** @type {Outlook} */ #outlook;
  /** @type {Variants} */ #variants;

  #visible = false;
  #playing = false;
  /** Whether it played to the end of its run: then it plays on when settings begin another. */
  #playedToEnd = false;
  /** Where a step or a seek is on its way to. @type {number | null} */
  #goal = null;
  /** The fraction of an epoch that is due at the present pace and not yet taken. */
  #dueFraction = 0;

  /** Messages of the settings that were refused. @type {string[]} */
  errors;
  /** They, as they were written. @type {Settings} */
  #refused;

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Settings} settings
   * @param {(news: News, error?: unknown) => void} notify
   * @param {Clock} clock
   * @param {SweepClass} Sweep
   */
  constructor(Trainer, settings, notify, clock, Sweep) {
    this.#Trainer = Trainer;
    this.#notify = notify;
    this.#clock = clock;
    this.#stepper = new Stepper(clock);
    this.#outlook = new Outlook(Trainer, clock, () => this.#changed('change'));
    this.#variants = new Variants(Trainer, clock);
    this.starts = new Starts(Sweep, clock, () => notify('starts'));
    ({ errors: this.errors, refused: this.#refused } = accept(settings, {}, (good) => {
      this.#trainer = new Trainer(good);
    }));
    this.#config = /** @type {Config} */ (this.trainer.config);
    this.#examples = examplesOf(this.trainer);
    this.#followSettings(true);
  }

  /** The trainer. Freed while the figure is detached; on access it is made again in exactly the same state. */
  get trainer() {
    return this.#trainer ?? this.#revive();
  }

  get config() {
    return this.#config;
  }

  get playing() {
    return this.#playing;
  }

  get finished() {
    return this.trainer.epoch >= this.#config.epochs || this.trainer.ended;
  }

  /** What there is to see at this epoch. */
  get snapshot() {
    if (this.#snapshot) return this.#snapshot;
    const { trainer } = this;
    const facts = {
      config: this.#config,
      refused: this.#refused,
      ...this.#examples,
      playing: this.#playing,
      finished: this.finished,
      goal: this.#goal,
      ahead: this.#outlook.trace,
      preview: this.#outlook.preview,
      ghosts: this.#outlook.shownGhosts,
      starts: this.starts,
    };
    this.#snapshot = new Snapshot(this.#Trainer, trainer, facts, this.#variants.snapshots(trainer.epoch, facts));
    return this.#snapshot;
  }

  /** Whether anyone can see the figure: playing waits for that. */
  set visible(/** @type {boolean} */ visible) {
    this.#visible = visible;
    this.#schedule();
  }

  /**
   * Takes new settings. Says whether they began another run.
   * @param {Settings} settings
   * @param {boolean} [anew]  another learning rate does too
   */
  configure(settings, anew = false) {
    let restarted = false;
    const { furthest } = this.#settleSnapshot();
    const config = this.#config;
    const trace = furthest > 0 ? this.#trace : null;
    ({ errors: this.errors, refused: this.#refused } = accept(settings, config, (good) => {
      restarted = this.trainer.configure(good);
    }));
    this.#config = /** @type {Config} */ (this.trainer.config);
    this.#outlook.endPreview();
    const changed = (/** @type {string} */ name) => config[name] !== this.#config[name];
    if (anew && changed('learningRate')) {
      this.#restart();
      restarted = true;
    }
    if (restarted) {
      this.#examples = examplesOf(this.trainer);
      this.#goal = null;
      this.#dueFraction = 0;
      if (trace) this.#outlook.ghosts.leave(config, trace);
    }
    if (restarted || ['learningRate', 'epochs', 'until', 'pace'].some(changed)) this.#outlook.forget();
    if (this.#playedToEnd && !this.finished) this.#playing = true;
    // Another end may come before the epoch that it is on its way to.
    if (this.#goal !== null) this.#goal = Math.max(this.trainer.epoch, Math.min(this.#goal, this.#config.epochs));
    this.#followSettings(restarted);
    this.#changed('change');
    return restarted;
  }

  /** Goes on; at its end it begins again. */
  play() {
    this.#halt();
    if (this.finished) this.#restart();
    this.#playing = true;
    this.#changed('change');
  }

  pause() {
    this.#halt();
    this.#changed('change');
  }

  reset() {
    this.#halt();
    this.#restart();
    this.#changed('progress');
  }

  /**
   * Shows how a run with these settings in place of its own would go, or no longer. Meanwhile this one rests.
   * @param {Settings | null} settings
   */
  preview(settings) {
    if (settings) {
      const { ghosts } = this.#outlook;
      const compared = this.trainer.furthest > 0 ? ghosts.with(this.#config, this.#trace) : ghosts.list;
      this.#outlook.begin({ ...this.#config, ...settings }, compared);
    } else {
      this.#outlook.endPreview();
    }
    this.#changed('change');
  }

  /** Keeps the curve of the run before, whatever comes. */
  pin() {
    this.#outlook.ghosts.pin();
    this.#changed('change');
  }

  /** @param {number} place */
  unpin(place) {
    this.#outlook.ghosts.unpin(place);
    this.#changed('change');
  }

  /** @param {number} epochs */
  step(epochs) {
    const { epoch } = this.trainer;
    this.#goTo(Math.max(epoch, Math.min(epoch + epochs, this.#config.epochs)));
  }

  /** @param {number} epoch */
  seek(epoch) {
    this.#goTo(Math.max(0, Math.min(epoch, this.#config.epochs)));
  }

  /**
   * The clock's turn: takes the epochs that are due, until the deadline. Those that are not taken by then are dropped, so a
   * slow machine plays slower instead of falling ever further behind.
   *
   * @param {number} seconds
   * @param {number} deadline
   */
  advance(seconds, deadline) {
    const { epoch } = this.#settleSnapshot();
    const done = this.finished;
    if (this.#goal !== null) {
      this.#approach(this.#goal, deadline);
    } else if (!this.#variants.areAt(epoch)) {
      this.#variants.reach(epoch, deadline);
      this.#changed('change');
    } else if (this.#playing) {
      const due = this.#outlook.positionAfter(this.#config, epoch + this.#dueFraction, seconds);
      const whole = Math.min(Math.floor(due), this.#config.epochs) - epoch;
      this.#dueFraction = this.#train(whole, deadline) < whole ? 0 : due - epoch - whole;
    }
    if (this.trainer.epoch !== epoch || this.finished !== done || this.#goal !== null) this.#changed('progress', done);
  }

  /**
   * The run, and with it those that it is compared with.
   * @param {number} epochs
   * @param {number} deadline
   */
  #train(epochs, deadline) {
    return this.#stepper.train(this.#variants.beside(this.trainer), epochs, deadline);
  }

  /** The clock's word that `advance` threw. @param {unknown} error */
  fail(error) {
    this.#notify('failure', error);
  }

  /** Takes no more frames, for the run or for what is trained beside it. */
  stop() {
    this.#clock.rest(this);
    this.#outlook.release();
    this.starts.follow(null);
  }

  /**
   * The figure left the document: stops, and frees the memory. A run that its settings cannot repeat, or not at once, is
   * kept, for the collector to free with the figure.
   */
  release() {
    this.stop();
    if (!this.#trainer || this.#rates.length) return;
    const { furthest } = this.#trainer;
    const size = this.#trainer.parameters().length * this.#examples.points.length + this.#variants.size;
    if (furthest * size > MAX_REPLAY_WORK) return;
    const { snapshot } = this;
    snapshot.settle();
    this.#snapshot = snapshot;
    this.#trainer.free();
    this.#trainer = null;
    this.#variants.release();
  }

  /** The figure is back, and goes on where it was. */
  retain() {
    if (!this.#trainer) this.#revive();
    this.#followStarts();
    this.#schedule();
  }

  #revive() {
    const { furthest, epoch } = this.snapshot;
    const trainer = (this.#trainer = new this.#Trainer({ ...this.#config }));
    trainer.seek(furthest);
    trainer.seek(epoch);
    this.#variants.revive(furthest, epoch);
    this.#snapshot = null;
    return trainer;
  }

  /** Settles the present snapshot, as the trainer is about to move on. Returns the trainer. */
  #settleSnapshot() {
    const { trainer } = this;
    this.#snapshot?.settle();
    this.#snapshot = null;
    return trainer;
  }

  /** Back to epoch 0, with one learning rate. */
  #restart() {
    if (this.#rates.length) this.#outlook.forget();
    this.#settleSnapshot().reset();
    this.#variants.restart();
  }

  /** The learning rates of the run, if they changed on the way: then the settings alone cannot repeat it. @returns {Rate[]} */
  get #rates() {
    const flat = this.trainer.rates();
    const rates = Array.from({ length: flat.length / 2 }, (_, i) => ({ epoch: flat[2 * i], rate: flat[2 * i + 1] }));
    return rates.length > 1 ? rates : [];
  }

  /** The losses of this run: of all of it, or as far as it went. @returns {Trace} */
  get #trace() {
    if (this.#outlook.trace) return this.#outlook.trace;
    const losses = [...this.trainer.lossTrace()];
    const { lossStride } = this.trainer;
    return { epochs: losses.map((_, i) => i * lossStride), losses };
  }

  #halt() {
    this.#playing = false;
    this.#playedToEnd = false;
    this.#goal = null;
    this.#dueFraction = 0;
  }

  /** @param {number} goal */
  #goTo(goal) {
    const done = this.finished;
    this.#halt();
    this.#settleSnapshot();
    this.#goal = goal;
    this.#approach(goal, this.#clock.now() + MAX_WAIT_MS);
    this.#changed('progress', done);
  }

  /**
   * Towards the goal: through the recorded run to a keyframe, and from there, within the record or beyond, by training.
   * @param {number} goal
   * @param {number} deadline
   */
  #approach(goal, deadline) {
    const { trainer } = this;
    toKeyframe(trainer, goal);
    if (!this.#variants.reach(trainer.epoch, deadline)) return;
    this.#train(goal - trainer.epoch, deadline);
    if (trainer.epoch === goal || trainer.ended) this.#goal = null;
  }

  /**
   * After any change: the end may have come, the clock may be needed or not.
   * @param {'change' | 'progress'} news
   * @param {boolean} [done]  whether the run was at its end before
   */
  #changed(news, done = true) {
    this.#settleSnapshot();
    const { finished } = this;
    if (finished && this.#playing) {
      this.#playing = false;
      this.#playedToEnd = true;
    }
    this.#schedule();
    this.#notify(news);
    if (finished && !done) this.#notify('finish');
  }

  /** What is compared has the settings of this run in all else. @param {boolean} anew */
  #followSettings(anew) {
    const { compare } = this.#config;
    const compared = compare ? /** @type {Config[]} */ (this.trainer.compared()) : [];
    this.#variants.follow(compared, compare, this.#rates, anew);
    this.#followStarts();
  }

  /** And so have the many starts, where they are shown. */
  #followStarts() {
    this.starts.follow(hasView(this.#config, 'seeds') ? this.#config : null, this.#variants.configs);
  }

  #schedule() {
    if (this.#visible && this.#trainer) this.#outlook.lookAhead(this.#config, () => this.#rates);
    else this.#outlook.rest();
    const isBehind = this.#trainer !== null && !this.#variants.areAt(this.#trainer.epoch);
    if (this.#goal !== null || isBehind || (this.#playing && this.#visible)) this.#clock.run(this);
    else this.#clock.rest(this);
  }
}
