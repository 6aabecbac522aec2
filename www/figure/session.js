/**
 * What one figure is doing: it owns a Trainer, plays it against the clock, walks to far epochs without blocking the
 * page, and knows the end of a run. It has no DOM: time is a clock's, and what it has to say goes out through `notify`.
 *
 * @import { Clock, Config, News, Point, Settings, Trainer } from '../types.js'
 */
import { pointsOf, Snapshot } from './snapshot.js';

/** Epochs in one call at most: an engine may leave one very long call in slow, unoptimised code. */
const MAX_CALL_EPOCHS = 2000;

/** Milliseconds that a call may take before the next asks for fewer epochs, so that slow networks keep the budget too. */
const MAX_CALL_MS = 2;

/** Milliseconds that a step or a seek may keep its caller waiting, before it goes on over the frames. */
const MAX_WAIT_MS = 50;

/** Parameters times examples times epochs of a run that is trained again rather than kept: about a tenth of a second. */
const MAX_REPLAY_WORK = 4e7;

export class Session {
  /** @type {new (config: Settings) => Trainer} */ #Trainer;
  /** @type {(news: News, error?: unknown) => void} */ #notify;
  /** @type {Trainer | null} */ #trainer = null;
  /** @type {Config} */ #config;
  /** @type {readonly Point[]} */ #points;
  /** @type {Snapshot | null} */ #snapshot = null;
  /** @type {Clock} */ #clock;

  #visible = false;
  #playing = false;
  /** It was playing when its run ended, so it plays on when settings begin another. */
  #ended = false;
  /** Where a step or a seek is on its way to. @type {number | null} */
  #goal = null;
  /** Epochs that the clock still owes, less than one. */
  #owed = 0;
  #chunk = 64;
  /** The learning rate was changed on the way: the settings alone cannot repeat the run. */
  #rateChanged = false;

  /** Messages of the settings that were refused. @type {string[]} */
  errors;

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Settings} settings
   * @param {(news: News, error?: unknown) => void} notify
   * @param {Clock} clock
   */
  constructor(Trainer, settings, notify, clock) {
    this.#Trainer = Trainer;
    this.#notify = notify;
    this.#clock = clock;
    this.errors = this.#accept(settings, (good) => (this.#trainer = new Trainer(good)));
    this.#config = /** @type {Config} */ (this.trainer.config);
    this.#points = pointsOf(this.trainer);
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
    return (this.#snapshot ??= new Snapshot(this.#Trainer, this.trainer, {
      config: this.#config,
      points: this.#points,
      playing: this.#playing,
      finished: this.finished,
      goal: this.#goal,
    }));
  }

  /** Whether anyone can see the figure: playing waits for that. */
  set visible(/** @type {boolean} */ visible) {
    this.#visible = visible;
    this.#schedule();
  }

  /**
   * Takes new settings. Says whether they began another run.
   * @param {Settings} settings
   */
  configure(settings) {
    let restarted = false;
    this.#leave();
    this.errors = this.#accept(settings, (good) => (restarted = this.trainer.configure(good)));
    const { learningRate } = this.#config;
    this.#config = /** @type {Config} */ (this.trainer.config);
    if (restarted) {
      this.#points = pointsOf(this.trainer);
      this.#goal = null;
      this.#rateChanged = false;
    } else if (learningRate !== this.#config.learningRate && this.trainer.furthest > 0) {
      this.#rateChanged = true;
    }
    if (this.#ended && !this.finished) this.#playing = true;
    this.#changed('change');
    return restarted;
  }

  /** Goes on, or, as a film does at its end, begins again. */
  play() {
    this.#halt();
    if (this.finished) this.#leave().reset();
    this.#playing = true;
    this.#changed('change');
  }

  pause() {
    this.#halt();
    this.#changed('change');
  }

  reset() {
    this.#halt();
    this.#leave().reset();
    this.#changed('progress');
  }

  /** @param {number} epochs */
  step(epochs) {
    const { epoch } = this.trainer;
    this.#travel(Math.max(epoch, Math.min(epoch + epochs, this.#config.epochs)));
  }

  /** @param {number} epoch */
  seek(epoch) {
    this.#travel(Math.max(0, Math.min(epoch, this.#config.epochs)));
  }

  /**
   * The clock's turn: trains what is owed until the deadline. What is not done by then is dropped, so a slow machine
   * plays slower instead of falling ever further behind.
   *
   * @param {number} seconds
   * @param {number} deadline
   */
  advance(seconds, deadline) {
    const { epoch } = this.#leave();
    const done = this.finished;
    if (this.#goal !== null) {
      this.#approach(this.#goal, deadline);
    } else {
      this.#owed += this.#config.speed * seconds;
      const whole = Math.min(Math.floor(this.#owed), this.#config.epochs - epoch);
      this.#owed = this.#train(whole, deadline) < whole ? 0 : this.#owed - whole;
    }
    if (this.trainer.epoch !== epoch || this.finished !== done || this.#goal !== null) this.#changed('progress', done);
  }

  /** The clock's word that `advance` threw. @param {unknown} error */
  fail(error) {
    this.#halt();
    this.#schedule();
    this.#notify('failure', error);
  }

  /**
   * The figure left the document: stops, and frees the memory. A run that its settings cannot repeat, or not at once, is
   * kept, for the collector to free with the figure.
   */
  release() {
    this.#clock.rest(this);
    if (!this.#trainer || this.#rateChanged) return;
    const { furthest } = this.#trainer;
    if (furthest * this.#trainer.parameters().length * this.#points.length > MAX_REPLAY_WORK) return;
    const { snapshot } = this;
    snapshot.settle();
    this.#snapshot = snapshot;
    this.#trainer.free();
    this.#trainer = null;
  }

  /** The figure is back, and goes on where it was. */
  retain() {
    if (!this.#trainer) this.#revive();
    this.#schedule();
  }

  #revive() {
    const { furthest, epoch } = this.snapshot;
    const trainer = (this.#trainer = new this.#Trainer({ ...this.#config }));
    trainer.seek(furthest);
    trainer.seek(epoch);
    this.#snapshot = null;
    return trainer;
  }

  /** The trainer, which is about to leave the epoch of the snapshot at hand. */
  #leave() {
    const { trainer } = this;
    this.#snapshot?.settle();
    this.#snapshot = null;
    return trainer;
  }

  /**
   * Applies settings. One that is refused keeps its last good value, or else its default; of two that do not go together
   * the one that is new is refused.
   *
   * @param {Settings} settings
   * @param {(settings: Settings) => void} apply
   * @returns {string[]} what was said against those refused
   */
  #accept(settings, apply) {
    const errors = [];
    const kept = /** @type {Settings} */ (this.#trainer?.config ?? {});
    for (;;) {
      try {
        apply(settings);
        return errors;
      } catch (error) {
        const { message, option, other } = /** @type {Error & { option?: string, other?: string }} */ (error);
        const given = [option, other].filter((name) => name !== undefined && name in settings);
        const name = given.find((name) => String(settings[String(name)]) !== String(kept[String(name)])) ?? given[0];
        if (name === undefined) throw error;
        const { [name]: refused, ...others } = settings;
        settings = kept[name] === undefined || kept[name] === refused ? others : { ...others, [name]: kept[name] };
        errors.push(message);
      }
    }
  }

  #halt() {
    this.#playing = false;
    this.#ended = false;
    this.#goal = null;
    this.#owed = 0;
  }

  /** @param {number} goal */
  #travel(goal) {
    const done = this.finished;
    this.#halt();
    this.#leave();
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
    const known = Math.min(goal, trainer.furthest);
    const keyframe = known - (known % trainer.keyframeStride);
    if (goal < trainer.epoch || trainer.epoch < keyframe) trainer.seek(keyframe);
    this.#train(goal - trainer.epoch, deadline);
    if (trainer.epoch === goal || trainer.ended) this.#goal = null;
  }

  /**
   * @param {number} epochs
   * @param {number} deadline
   * @returns {number} how many were done
   */
  #train(epochs, deadline) {
    let done = 0;
    // At least one call is made, even past the deadline, so that every turn makes progress.
    for (let start = this.#clock.now(); done < epochs;) {
      const asked = Math.min(epochs - done, this.#chunk);
      const given = this.trainer.step(asked);
      const now = this.#clock.now();
      done += given;
      if (now - start > MAX_CALL_MS) this.#chunk = Math.ceil(this.#chunk / 2);
      else if (asked === this.#chunk) this.#chunk = Math.min(MAX_CALL_EPOCHS, this.#chunk * 2);
      if (given < asked || now >= deadline) break;
      start = now;
    }
    return done;
  }

  /**
   * After any change: the snapshot is of the past, the end may have come, the clock may be needed or not.
   * @param {'change' | 'progress'} news
   * @param {boolean} [done]  whether the run was at its end before
   */
  #changed(news, done = true) {
    this.#snapshot?.settle();
    this.#snapshot = null;
    const { finished } = this;
    if (finished && this.#playing) {
      this.#playing = false;
      this.#ended = true;
    }
    this.#schedule();
    this.#notify(news);
    if (finished && !done) this.#notify('finish');
  }

  #schedule() {
    if (this.#goal !== null || (this.#playing && this.#visible)) this.#clock.run(this);
    else this.#clock.rest(this);
  }
}
