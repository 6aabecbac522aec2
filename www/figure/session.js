/**
 * What one figure is doing: it plays a run against the clock, walks to far epochs without blocking the page, and knows the
 * end. It has no DOM: time is a clock's, and what it has to say goes out through `notify`.
 *
 * @import { Clock, News, Settings, Trainer } from '../types.js'
 * @import { Starts } from './session/starts.js'
 */
import { hasView } from './attributes/options.js';
import { Outlook } from './session/outlook.js';
import { Run } from './session/run.js';

/** Milliseconds that a step or a seek may keep its caller waiting, before it goes on over the frames. */
const MAX_WAIT_MS = 50;

export class Session {
  /** @type {(news: News, error?: unknown) => void} */ #notify;
  /** @type {Clock} */ #clock;
  /** @type {Run} */ #run;
  /** @type {Outlook} */ #outlook;
  /** @type {() => Starts | undefined} */ #makeStarts;
  /** @type {Starts | undefined} */ #starts;

  #visible = false;
  #seen = false;
  #playing = false;
  /** Whether it played to the end of its run: then it plays on when settings begin another. */
  #playedToEnd = false;
  /** Where a step or a seek is on its way to. @type {number | null} */
  #goal = null;
  /** The fraction of an epoch that is due at the present pace and not yet taken. */
  #dueFraction = 0;

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Settings} settings
   * @param {(news: News, error?: unknown) => void} notify
   * @param {Clock} clock
   * @param {(onChange: () => void) => Starts | undefined} makeStarts  once they are loaded
   */
  constructor(Trainer, settings, notify, clock, makeStarts) {
    this.#notify = notify;
    this.#clock = clock;
    this.#outlook = new Outlook(Trainer, clock, () => this.#changed('change'));
    this.#makeStarts = () => makeStarts(() => notify('starts'));
    this.#run = new Run(Trainer, settings, clock, () => ({
      playing: this.#playing,
      goal: this.#goal,
      ahead: this.#outlook.trace,
      preview: this.#outlook.preview,
      ghosts: this.#outlook.shownGhosts,
      starts: this.starts,
    }));
  }

  get trainer() {
    return this.#run.trainer;
  }

  get config() {
    return this.#run.config;
  }

  /** Messages of the settings that were refused. */
  get errors() {
    return this.#run.errors;
  }

  get playing() {
    return this.#playing;
  }

  get finished() {
    return this.#run.finished;
  }

  /** What there is to see at this epoch. */
  get snapshot() {
    return this.#run.snapshot;
  }

  /** Many starts of these settings; undefined until a view shows them and what trains them has been loaded. */
  get starts() {
    if (!this.#starts) this.#followStarts();
    return this.#starts;
  }

  /** Whether anyone can see the figure: the starts wait for that. */
  set seen(/** @type {boolean} */ seen) {
    this.#seen = seen;
    if (this.#starts) this.#starts.seen = seen;
  }

  /** Whether enough of the figure can be seen: playing waits for that. */
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
    const { config } = this;
    const trace = this.#run.settle().furthest > 0 ? this.#trace : null;
    const restarted = this.#run.configure(settings, anew);
    this.#outlook.endPreview();
    const changed = (/** @type {string} */ name) => config[name] !== this.config[name];
    if (restarted) {
      this.#goal = null;
      this.#dueFraction = 0;
      if (trace) this.#outlook.ghosts.leave(config, trace);
    }
    if (restarted || ['learningRate', 'epochs', 'until', 'pace'].some(changed)) this.#outlook.forget();
    if (this.#playedToEnd && !this.finished) this.#playing = true;
    // Another end may come before the epoch that it is on its way to.
    if (this.#goal !== null) this.#goal = Math.max(this.trainer.epoch, Math.min(this.#goal, this.config.epochs));
    this.#followStarts();
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
      const compared = this.trainer.furthest > 0 ? ghosts.with(this.config, this.#trace) : ghosts.list;
      this.#outlook.begin({ ...this.config, ...settings }, compared);
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
    this.#goTo(Math.max(epoch, Math.min(epoch + epochs, this.config.epochs)));
  }

  /** @param {number} epoch */
  seek(epoch) {
    this.#goTo(Math.max(0, Math.min(epoch, this.config.epochs)));
  }

  /**
   * Called by the clock: takes the epochs that are due, until the deadline. Those that are not taken by then are dropped, so a
   * slow machine plays slower instead of falling ever further behind.
   *
   * @param {number} seconds
   * @param {number} deadline
   */
  advance(seconds, deadline) {
    const { epoch } = this.#run.settle();
    const done = this.finished;
    if (this.#goal !== null) {
      this.#approach(this.#goal, deadline);
    } else if (!this.#run.isSynced) {
      this.#run.sync(deadline);
      this.#changed('change');
    } else if (this.#playing) {
      const due = this.#outlook.positionAfter(this.config, epoch + this.#dueFraction, seconds);
      const whole = Math.min(Math.floor(due), this.config.epochs) - epoch;
      this.#dueFraction = this.#run.train(whole, deadline) < whole ? 0 : due - epoch - whole;
    }
    if (this.trainer.epoch !== epoch || this.finished !== done || this.#goal !== null) this.#changed('progress', done);
  }

  /** Called by the clock where `advance` threw. @param {unknown} error */
  fail(error) {
    this.#notify('failure', error);
  }

  /** What trains the starts has been loaded. */
  loaded() {
    this.#changed('change');
  }

  /** Takes no more frames, for the run or for what is trained beside it. */
  stop() {
    this.#clock.rest(this);
    this.#outlook.release();
    this.#starts?.follow(null);
  }

  /** The figure left the document: stops, and frees the memory. */
  release() {
    this.stop();
    this.#run.release();
  }

  /** The figure is back, and goes on where it was. */
  retain() {
    // The trainer is made again, if it was freed; meanwhile what trains the starts may have been loaded.
    this.#run.settle();
    this.#followStarts();
    this.#schedule();
  }

  /** Back to epoch 0, with one learning rate. */
  #restart() {
    if (this.#run.rates.length) this.#outlook.forget();
    this.#run.restart();
  }

  /** The losses of this run: of all of it, or as far as it went. */
  get #trace() {
    return this.#outlook.trace ?? this.#run.trace;
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
    this.#run.settle();
    this.#goal = goal;
    this.#approach(goal, this.#clock.now() + MAX_WAIT_MS);
    this.#changed('progress', done);
  }

  /** @param {number} goal @param {number} deadline */
  #approach(goal, deadline) {
    if (this.#run.approach(goal, deadline)) this.#goal = null;
  }

  /**
   * After any change: the end may have come, the clock may be needed or not.
   * @param {'change' | 'progress'} news
   * @param {boolean} [done]  whether the run was at its end before
   */
  #changed(news, done = true) {
    this.#run.settle();
    const { finished } = this;
    if (finished && this.#playing) {
      this.#playing = false;
      this.#playedToEnd = true;
    }
    this.#schedule();
    this.#notify(news);
    if (finished && !done) this.#notify('finish');
  }

  /** The many starts have the settings of this run, where they are shown. */
  #followStarts() {
    const isShown = hasView(this.config, 'seeds');
    if (isShown) this.#starts ??= this.#makeStarts();
    if (!this.#starts) return;
    this.#starts.seen = this.#seen;
    this.#starts.follow(isShown ? this.config : null, this.#run.compared);
  }

  #schedule() {
    if (this.#visible && !this.#run.isFreed) this.#outlook.lookAhead(this.config, () => this.#run.rates);
    else this.#outlook.rest();
    if (this.#goal !== null || !this.#run.isSynced || (this.#playing && this.#visible)) this.#clock.run(this);
    else this.#clock.rest(this);
  }
}
