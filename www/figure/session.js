/**
 * What one figure is doing: it owns a Trainer, plays it against the clock, walks to far epochs without blocking the
 * page, and knows the end of a run. It has no DOM; what it has to say goes out through `notify`.
 *
 * @import { Config, News, Settings, Snapshot, Trainer } from '../types.js'
 */
import { rest, run } from './clock.js';
import { pointsOf, snapshot } from './snapshot.js';

/** Epochs in one call at most: an engine may leave one very long call in slow, unoptimised code. */
const CHUNK = 2000;

/** Milliseconds that a call may take before the next asks for fewer epochs, so that slow networks keep the budget too. */
const CALL = 2;

/** Milliseconds that a step or a seek may keep its caller waiting, before it goes on over the frames. */
const PATIENCE = 50;

/** Parameters times examples times epochs that are trained again in about a tenth of a second. */
const REPLAY = 4e7;

export class Session {
  /** @type {new (config: Settings) => Trainer} */ #Trainer;
  /** @type {(news: News, error?: unknown) => void} */ #notify;
  /** @type {Trainer | null} */ #trainer = null;
  /** @type {Config} */ #config;
  /** @type {Snapshot['points']} */ #points;
  /** @type {Readonly<Snapshot> | null} */ #snapshot = null;

  #awake = false;
  #playing = false;
  /** It was playing when its run ended, so it plays on when settings begin another. */
  #ended = false;
  /** Where a step or a seek is on its way to. @type {number | null} */
  #goal = null;
  /** Epochs that the clock still owes, less than one. */
  #owed = 0;
  #chunk = 64;
  /** The learning rate was changed on the way: the settings alone cannot repeat the run. */
  #steered = false;

  /** Messages of the settings that were refused. @type {string[]} */
  errors;

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Settings} settings
   * @param {(news: News, error?: unknown) => void} notify
   */
  constructor(Trainer, settings, notify) {
    this.#Trainer = Trainer;
    this.#notify = notify;
    this.errors = this.#accept(settings, (good) => (this.#trainer = new Trainer(good)));
    this.#config = /** @type {Config} */ (this.trainer.config);
    this.#points = pointsOf(this.trainer);
  }

  /** Let go while its figure is out of the document; made again, to the last bit, for whoever asks. */
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
    return this.trainer.epoch >= this.#config.epochs || this.trainer.outcome === 'diverged';
  }

  /** @returns {Readonly<Snapshot>} */
  get snapshot() {
    return (this.#snapshot ??= snapshot(this.trainer, {
      config: this.#config,
      points: this.#points,
      playing: this.#playing,
      finished: this.finished,
      goal: this.#goal,
    }));
  }

  /** Whether anyone can see the figure: playing waits for that. */
  set awake(/** @type {boolean} */ awake) {
    this.#awake = awake;
    this.#schedule();
  }

  /** @param {Settings} settings */
  configure(settings) {
    let restarted = false;
    this.errors = this.#accept(settings, (good) => (restarted = this.trainer.configure(good)));
    const { learningRate } = this.#config;
    this.#config = /** @type {Config} */ (this.trainer.config);
    if (restarted) {
      this.#points = pointsOf(this.trainer);
      this.#goal = null;
      this.#steered = false;
    } else if (learningRate !== this.#config.learningRate && this.trainer.furthest > 0) {
      this.#steered = true;
    }
    if (this.#ended && !this.finished) this.#playing = true;
    this.#changed('change');
  }

  /** Goes on, or, as a film does at its end, begins again. */
  play() {
    this.#halt();
    if (this.finished) this.trainer.reset();
    this.#playing = true;
    this.#changed('change');
  }

  pause() {
    this.#halt();
    this.#changed('change');
  }

  reset() {
    this.#halt();
    this.trainer.reset();
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
    const { epoch } = this.trainer;
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
    rest(this);
    if (!this.#trainer || this.#steered) return;
    const { furthest } = this.#trainer;
    if (furthest * this.#trainer.parameters().length * this.#points.length > REPLAY) return;
    this.#snapshot = this.snapshot;
    this.#trainer.free();
    this.#trainer = null;
  }

  /** The figure is back, and goes on where it was. */
  retain() {
    if (!this.#trainer) this.#revive();
    this.#schedule();
  }

  #revive() {
    const { config, furthest, epoch } = this.snapshot;
    const trainer = (this.#trainer = new this.#Trainer({ ...config }));
    trainer.seek(furthest);
    trainer.seek(epoch);
    this.#snapshot = null;
    return trainer;
  }

  /**
   * Applies settings. One that is refused keeps its last good value, or else its default.
   *
   * @param {Settings} settings
   * @param {(settings: Settings) => void} apply
   * @returns {string[]} what was said against those refused: each message begins with the option's name
   */
  #accept(settings, apply) {
    const errors = [];
    for (;;) {
      try {
        apply(settings);
        return errors;
      } catch (error) {
        const { message } = /** @type {Error} */ (error);
        const [name] = message.split(':', 1);
        if (!(name in settings)) throw error;
        const { [name]: refused, ...others } = settings;
        const kept = /** @type {Settings | undefined} */ (this.#trainer?.config)?.[name];
        settings = kept === undefined || kept === refused ? others : { ...others, [name]: kept };
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
    this.#goal = goal;
    this.#approach(goal, performance.now() + PATIENCE);
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
    if (trainer.epoch === goal || trainer.outcome === 'diverged') this.#goal = null;
  }

  /**
   * @param {number} epochs
   * @param {number} deadline
   * @returns {number} how many were done
   */
  #train(epochs, deadline) {
    let done = 0;
    // The first call is never refused, so that whatever is wanted comes nearer in every turn.
    for (let start = performance.now(); done < epochs;) {
      const asked = Math.min(epochs - done, this.#chunk);
      const given = this.trainer.step(asked);
      const now = performance.now();
      done += given;
      if (now - start > CALL) this.#chunk = Math.ceil(this.#chunk / 2);
      else if (asked === this.#chunk) this.#chunk = Math.min(CHUNK, this.#chunk * 2);
      if (given < asked || now >= deadline) break;
      start = now;
    }
    return done;
  }

  /**
   * After anything at all: the snapshot is stale, the end may have come, the clock may be needed or not.
   * @param {'change' | 'progress'} news
   * @param {boolean} [done]  whether the run was at its end before
   */
  #changed(news, done = true) {
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
    if (this.#goal !== null || (this.#playing && this.#awake)) run(this);
    else rest(this);
  }
}
