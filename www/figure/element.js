/**
 * The element: attributes, properties and methods on the outside; a session, what shows it and what plays it by itself on the
 * inside. What a reader or an author sets flows one way:
 *
 *     control -> attribute -> session -> Trainer -> snapshot -> views
 *
 * @import { News } from '../types.js'
 */
import { onDemand } from '../views/loader.js';
import { load } from '../wasm.js';
import { ATTRIBUTES, defineProperties, numberIn, settingsOf, upgrade, warnOfNearMisses } from './attributes.js';
import { clock, whenIdle } from './clock.js';
import { autoplayOf } from './element/autoplay.js';
import { displayOf } from './element/display.js';
import { intentsOf } from './element/intents.js';
import { Session } from './session.js';
import { copied } from './snapshot/parameters.js';

/** Where there is no DOM, as on a server, the module can still be imported. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** Whether any figure of the page has begun. The first is drawn at once; the others wait until the page has been. */
let begun = false;

/**
 * `<neural-figure>`: a neural network that trains, live.
 *
 * Attributes, each with a property of the same name in camel case: those of the options, `autoplay`, and `label`, which names
 * the figure to those who hear the page.
 * Events, which bubble and cross shadow roots: figure-ready, figure-progress (once a frame at most), figure-finish,
 * each with `detail` { epoch, loss, outcome }, and figure-error with `detail` { message }.
 * Parts: see package/describe.js; custom properties: see styles.js. Children are shown where the figure cannot run.
 */
export class NeuralFigure extends Base {
  static observedAttributes = ATTRIBUTES;

  /** @type {Session | undefined} */ #session;
  /** @type {((session: Session) => void)[]} Calls that came before there was a session. */ #queue = [];
  #isStarting = false;
  #hasFailed = false;
  /** Attributes have changed, and the session does not know yet. */
  #isStale = false;
  /** A seed that was drawn: the attribute stays the author's. @type {number | undefined} */
  #seed;

  #current = () => this.#session;
  #autoplay = autoplayOf(this, this.#current);
  #intents = intentsOf(this, this.#current, (isChosen) => this.#settle(isChosen), this.#autoplay);
  #display = displayOf(this, this.#current, this.#intents, this.#autoplay);

  /** @type {(element: this) => void} */ #resolve = () => {};
  /** @type {(error: unknown) => void} */ #reject = () => {};
  /** @type {Promise<this>} */ #ready = this.#wait();

  // Life

  connectedCallback() {
    upgrade(this);
    if (this.#hasFailed) this.#ready = this.#wait();
    this.#hasFailed = false;
    this.#display.build();
    if (this.#session) this.#session.retain();
    else this.#start();
  }

  disconnectedCallback() {
    this.#display.disconnect();
    // An element that is being moved is back before this runs.
    queueMicrotask(() => this.isConnected || this.#session?.release());
  }

  adoptedCallback() {
    this.#display.applyStyles();
  }

  /**
   * @param {string} name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (name === 'lang' || name === 'label') {
      this.#display.refresh();
    } else if (name === 'autoplay') {
      if (value !== null && this.#session && !this.#autoplay.hasBegun) this.#autoplay.begin();
    } else if (!this.#isStale) {
      this.#isStale = true;
      queueMicrotask(() => this.#settle());
    }
  }

  // Methods

  /** Trains at `speed` until `epochs`; at the end it begins again. */
  play() {
    this.#ask((session) => session.play());
  }

  pause() {
    this.#ask((session) => session.pause(), true);
  }

  /** Trains for so many epochs, and rests. @param {number} [epochs] */
  step(epochs = 1) {
    checkWhole('step', epochs);
    this.#ask((session) => session.step(epochs), true);
  }

  /** Back to epoch 0 of the same run, and rests. */
  reset() {
    this.#ask((session) => session.reset());
  }

  /** To an epoch, earlier or later, of the same run, and rests. @param {number} epoch */
  seek(epoch) {
    checkWhole('seek', epoch);
    this.#ask((session) => session.seek(epoch));
  }

  // What there is to read

  /** The figure, when it can be asked; rejects if it cannot run here. */
  get ready() {
    return this.#ready;
  }

  get epoch() {
    return this.#snapshot?.epoch ?? 0;
  }

  get loss() {
    return this.#snapshot?.loss ?? NaN;
  }

  /** Of what is held out; NaN where nothing is. */
  get testLoss() {
    return this.#snapshot?.testLoss ?? NaN;
  }

  get outcome() {
    return this.#snapshot?.outcome ?? 'learning';
  }

  get playing() {
    return this.#snapshot?.playing ?? false;
  }

  /** One for each example that is trained on. @returns {number[]} */
  get predictions() {
    return Array.from(this.#snapshot?.predictions ?? []);
  }

  /** `{ crossEntropy, meanSquaredError, meanAbsoluteError, accuracy }` of the predictions. */
  get metrics() {
    return this.#snapshot?.metrics;
  }

  /** `{ W, B }` of each layer: W is fan_in x fan_out, B is fan_out x 1. */
  get parameters() {
    return copied(this.#snapshot?.parameters ?? []);
  }

  get gradients() {
    return copied(this.#snapshot?.gradients ?? []);
  }

  /** The attribute, or else what was drawn. @returns {number | undefined} */
  get seed() {
    return numberIn(this.getAttribute('seed')) ?? this.#seed;
  }

  /** See Snapshot. */
  get moment() {
    return this.#snapshot?.moment ?? 0;
  }

  // Inside

  /** What there is to see, once the session knows of every attribute. */
  get #snapshot() {
    this.#settle();
    return this.#session?.snapshot;
  }

  /**
   * Does something with the session, now or when there is one.
   * @param {(session: Session) => void} act
   * @param {boolean} [isAnnounced]  the state that it leads to, to screen readers
   */
  #ask(act, isAnnounced) {
    this.#settle();
    this.#autoplay.hasBegun = true;
    if (!this.#session) {
      this.#queue.push(act);
      return;
    }
    if (isAnnounced) this.#display.announce();
    act(this.#session);
  }

  /** @returns {Promise<this>} */
  #wait() {
    const ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Where nobody waits for it the console need not log the rejection: the page shows the error.
    ready.catch(() => {});
    return ready;
  }

  async #start() {
    if (this.#isStarting) return;
    this.#isStarting = true;
    try {
      const { Trainer, Sweep } = await load();
      const isFirst = !begun;
      begun = true;
      if (!isFirst) await whenIdle();
      if (!this.isConnected) return;
      this.#isStale = false;
      /** @param {News} news @param {unknown} [error] */
      const notify = (news, error) => (news === 'failure' ? this.#fail(error) : this.#display.notify(news));
      const session = new Session(
        Trainer,
        this.#settings,
        notify,
        clock,
        (onChange) => onDemand && new onDemand.Starts(Sweep, clock, onChange),
      );
      this.#session = session;
      this.#seed ??= session.config.seed;
      this.#display.showErrors();
      warnOfNearMisses(this);
      this.#autoplay.setSight();
      if (!this.#autoplay.hasBegun) {
        if (session.config.at > 0) this.#open(session);
        else if (this.hasAttribute('autoplay')) this.#autoplay.begin();
      }
      for (const act of this.#queue.splice(0)) act(session);
      // Before those of a call that waited, which are fired as it is drawn.
      this.#display.fireState('figure-ready', session.snapshot);
      if (isFirst) this.#display.frame();
      else this.#display.draw();
      this.#resolve(this);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isStarting = false;
    }
  }

  /** At the epoch that is asked for it rests. @param {Session} session */
  #open(session) {
    this.#autoplay.hasBegun = true;
    session.seek(session.config.at);
    // Changes by attributes fire no events.
    this.#display.forgetNews();
  }

  /**
   * Brings the session up to the attributes, if they have changed. Says whether they began another run.
   * @param {boolean} [isChosen]  by the reader, who wants to see it from its start
   */
  #settle(isChosen = false) {
    const session = this.#session;
    if (!this.#isStale || !session) return false;
    this.#isStale = false;
    try {
      const { at } = session.config;
      const restarted = session.configure(this.#settings, isChosen);
      this.#display.showErrors();
      const { config } = session;
      if (!isChosen && config.at > 0 && (restarted || config.at !== at)) this.#open(session);
      return restarted;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  get #settings() {
    return { seed: this.#seed, ...settingsOf(this) };
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#session?.stop();
    this.#session = undefined;
    this.#hasFailed = true;
    this.#reject(error);
    this.#display.fail(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} method
 * @param {number} value
 */
function checkWhole(method, value) {
  if (!(Number.isInteger(value) && value >= 0)) {
    throw new RangeError(`${method}: expected a whole number of epochs, 0 or more, got ${String(value)}`);
  }
}

defineProperties(NeuralFigure.prototype);
