/**
 * What a session knows beside the run at hand: how it will go on, how another would, and how those before it went.
 *
 * @import { Clock, Config, Ghost, Preview, Rate, Settings, Trace, Trainer } from '../../types.js'
 */
import { hasView } from '../attributes/options.js';
import { Ahead } from './ahead.js';
import { Ghosts } from './ghosts.js';
import { planOf } from './pace.js';

/** Milliseconds of looking ahead that playing at an eased pace waits for. */
const MAX_WAIT_MS = 30;

/** Milliseconds of it that the axes alone are worth. */
const MAX_AXES_MS = 200;

export class Outlook {
  /** @type {new (config: Settings) => Trainer} */ #Trainer;
  /** @type {Clock} */ #clock;
  /** @type {() => void} */ #onChange;
  /** @type {Ahead | undefined} */ #ahead;
  /** @type {ReturnType<typeof planOf> | undefined} */ #plan;
  /** @type {Ahead | undefined} */ #preview;
  /** Those that a preview is compared with. @type {readonly Ghost[]} */
  #compared = [];

  ghosts = new Ghosts();

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Clock} clock
   * @param {() => void} onChange  there is more to see
   */
  constructor(Trainer, clock, onChange) {
    this.#Trainer = Trainer;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** What was known of the run at hand holds no longer. */
  forget() {
    this.#ahead?.end();
    this.#ahead = undefined;
    this.#plan = undefined;
  }

  /**
   * Looks ahead in the frames, if anything that is shown wants it.
   * @param {Config} config
   * @param {() => readonly Rate[]} rates  asked for once a run
   */
  lookAhead(config, rates) {
    const isEased = config.pace === 'eased';
    if (!isEased && !hasView(config, 'loss')) return this.rest();
    const onEnd = () => this.#ahead?.active || this.#onChange();
    this.#ahead ??= new Ahead(this.#Trainer, config, this.#clock, onEnd, {
      rates: rates(),
      waits: true,
      maxWorkMs: isEased ? undefined : MAX_AXES_MS,
    });
    if (this.#ahead.active) this.#clock.run(this.#ahead);
  }

  /** Does nothing in the frames. */
  rest() {
    if (this.#ahead?.active) this.#clock.rest(this.#ahead);
  }

  /** Frees the memory. */
  release() {
    if (this.#ahead?.active) this.forget();
    this.endPreview();
  }

  /** The losses of the whole run, once they are known. @returns {Trace | null} */
  get trace() {
    return this.#ahead?.complete ? this.#ahead.trace : null;
  }

  /**
   * Where the clock's next seconds lead, at the pace of the figure.
   * @param {Config} config
   * @param {number} position  in epochs, and parts of one
   * @param {number} seconds
   */
  positionAfter({ pace, speed }, position, seconds) {
    if (this.#preview) return position;
    if (pace === 'eased' && this.#ahead) {
      if (this.#ahead.complete) this.#plan ??= planOf(this.#ahead.trace);
      if (this.#plan) return this.#plan.epochAt(this.#plan.secondAt(position) + seconds);
      if (this.#ahead.active && this.#ahead.spent < MAX_WAIT_MS) return position;
    }
    return position + speed * seconds;
  }

  /**
   * Shows how a run with these settings would go.
   * @param {Settings} settings
   * @param {readonly Ghost[]} compared
   */
  begin(settings, compared) {
    this.#preview?.end();
    this.#preview = new Ahead(this.#Trainer, settings, this.#clock, this.#onChange);
    this.#compared = compared;
    if (this.#preview.active) this.#clock.run(this.#preview);
  }

  endPreview() {
    this.#preview?.end();
    this.#preview = undefined;
  }

  /** @returns {Preview | null} */
  get preview() {
    return this.#preview ? { config: this.#preview.config, trace: this.#preview.trace } : null;
  }

  /** The curves to compare with what is shown. */
  get shownGhosts() {
    return this.#preview ? this.#compared : this.ghosts.list;
  }
}
