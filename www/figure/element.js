/**
 * The element: attributes, properties, methods and events on the outside; a session and a view on the inside. What a reader
 * or an author sets flows one way:
 *
 *     control -> attribute -> session -> Trainer -> snapshot -> views
 *
 * @import { Intents, News } from '../types.js'
 * @import { Sight } from './visibility.js'
 */
import { html } from '../draw/dom.js';
import { figureView } from '../views/figure.js';
import { load, OPTIONS } from '../wasm.js';
import { attributeOf, defineProperties, layoutOf, settingsOf, upgrade, warnOfNearMisses } from './attributes.js';
import { clock, draw } from './clock.js';
import { localeOf } from './locale.js';
import { copied } from './parameters.js';
import { Session } from './session.js';
import { styles } from './styles.js';
import { headingOf, wantsLessMotion, watchSurroundings } from './surroundings.js';

/** Where there is no DOM, as on a server, the module can still be imported. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** Whether any figure of the page has begun. The first is drawn at once; the others wait until the page has been. */
let begun = false;

/** Milliseconds that they wait at most. */
const MAX_WAIT_MS = 50;

/** Resolves when the page has nothing else to do, or after that time. */
function whenIdle() {
  return new Promise((resolve) => {
    // Safari has none.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: MAX_WAIT_MS });
    else setTimeout(resolve);
  });
}

/**
 * `<neural-figure>`: a neural network that trains, live.
 *
 * Attributes, each with a property of the same name in camel case: those of OPTIONS, and `autoplay`; `label` names the
 * figure to those who hear the page.
 * Events, which bubble and cross shadow roots: figure-ready, figure-progress (once a frame at most), figure-finish,
 * each with `detail` { epoch, loss, outcome }, and figure-error with `detail` { message }.
 * Parts and custom properties: see styles.js. Children are shown where the figure cannot run.
 */
export class NeuralFigure extends Base {
  static observedAttributes = [...OPTIONS.map(({ attribute }) => attribute), 'lang', 'label', 'autoplay'];

  /** @type {Session | undefined} */ #session;
  /** @type {ReturnType<typeof figureView> | undefined} */ #view;
  /** @type {((session: Session) => void)[]} Calls that came before there was a session. */ #queue = [];
  #starting = false;
  /** Attributes have changed, and the session does not know yet. */
  #stale = false;
  /** A seed that was drawn: the attribute stays the author's. @type {number | undefined} */
  #seed;
  /** Whether it has trained, or was taken somewhere, since it was made. */
  #begun = false;
  /** What the next frame has to tell. @type {Set<'progress' | 'finish' | 'speak'>} */
  #news = new Set();
  #complaint = '';
  /** @type {{ look: () => void, end: () => void } | undefined} */ #watching;
  #failed = false;
  /** Taken to its end for paper alone. @type {boolean | undefined} */
  #printed = false;
  /** Frames in which the colours of the page may still be changing. */
  #fadeFrames = 0;

  #fallback = html('slot');
  /** @type {Sight} */ #sight = { near: true, shown: false, watched: false };
  /** The reader has asked for the run, and may look at its controls while it plays. */
  #asked = false;

  /** @type {(element: this) => void} */ #resolve = () => {};
  /** @type {(error: unknown) => void} */ #reject = () => {};
  /** @type {Promise<this>} */ #ready = this.#wait();

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(this.#fallback);
    this.adoptedCallback();
  }

  // Life

  connectedCallback() {
    upgrade(this);
    if (this.#failed) this.#ready = this.#wait();
    this.#failed = false;
    this.#build();
    if (this.#session) this.#session.retain();
    else this.#start();
  }

  disconnectedCallback() {
    this.#watching?.end();
    this.#watching = undefined;
    this.#see({ near: false, shown: false, watched: false });
    // An element that is being moved is back before this runs.
    queueMicrotask(() => this.isConnected || this.#session?.release());
  }

  /** A style sheet belongs to one document; one that no window shows has no use for any. */
  adoptedCallback() {
    const { defaultView } = this.ownerDocument;
    const { shadowRoot } = this;
    if (shadowRoot) shadowRoot.adoptedStyleSheets = defaultView ? [styles(defaultView)] : [];
  }

  /**
   * @param {string} name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (name === 'lang' || name === 'label') {
      if (this.isConnected && this.#view) this.#build();
    } else if (name === 'autoplay') {
      if (value !== null && this.#session && !this.#begun) this.#begin();
    } else if (!this.#stale) {
      this.#stale = true;
      queueMicrotask(() => this.#settle());
    }
  }

  // Methods

  /** Trains at `speed` until `epochs`; at the end it begins again. */
  play() {
    this.#ask((session) => session.play());
  }

  pause() {
    this.#ask((session) => session.pause(), 'speak');
  }

  /** Trains for so many epochs, and rests. @param {number} [epochs] */
  step(epochs = 1) {
    checkWhole('step', epochs);
    this.#ask((session) => session.step(epochs), 'speak');
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
    const text = this.getAttribute('seed');
    return text === null || text.trim() === '' || Number.isNaN(Number(text)) ? this.#seed : Number(text);
  }

  /** The epoch that `at` has to be for what is on screen, where it rests on the way; or else 0. */
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
   * Now, or when there is a session.
   * @param {(session: Session) => void} act
   * @param {'speak'} [news]
   */
  #ask(act, news) {
    this.#settle();
    this.#begun = true;
    if (!this.#session) {
      this.#queue.push(act);
      return;
    }
    if (news) this.#news.add(news);
    act(this.#session);
  }

  /** @returns {Promise<this>} */
  #wait() {
    const ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // A figure that nobody waits for may fail without a word on the console: it says so on the page.
    ready.catch(() => {});
    return ready;
  }

  async #start() {
    if (this.#starting) return;
    this.#starting = true;
    try {
      const { Trainer, Sweep } = await load();
      const isFirst = !begun;
      begun = true;
      if (!isFirst) await whenIdle();
      if (!this.isConnected) return;
      this.#stale = false;
      const session = new Session(Trainer, this.#settings, (news, error) => this.#hear(news, error), clock, Sweep);
      this.#session = session;
      this.#seed ??= session.config.seed;
      this.#complain();
      warnOfNearMisses(this);
      session.visible = this.#isSeen;
      session.starts.seen = this.#sight.shown;
      if (!this.#begun && session.config.at > 0) this.#open();
      else if (this.hasAttribute('autoplay') && !this.#begun) this.#begin();
      for (const act of this.#queue.splice(0)) act(session);
      if (isFirst) this.#frame();
      else this.#draw();
      this.#resolve(this);
      this.#fire('figure-ready');
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#starting = false;
    }
  }

  get #isSeen() {
    return this.#asked ? this.#sight.shown : this.#sight.watched;
  }

  /** The reader's own wish to see it train. */
  #wish() {
    this.#asked = true;
    this.#see(this.#sight);
  }

  /** Trains; or, for a reader who wants less motion, is at the end at once. */
  #begin() {
    this.#begun = true;
    if (wantsLessMotion()) this.#toEnd();
    else this.#session?.play();
  }

  /** At the epoch that is asked for it rests. */
  #open() {
    this.#begun = true;
    const session = this.#session;
    session?.seek(session.config.at);
    // What an attribute does is no event.
    this.#news.clear();
  }

  /** Less motion is asked for: a run that has begun pauses, one that waits to be seen is at its end. */
  #calm() {
    const session = this.#session;
    if (!session?.playing) return;
    if (session.snapshot.epoch > 0) this.pause();
    else this.#toEnd();
  }

  #toEnd() {
    if (this.#session) this.#session.seek(this.#session.config.epochs);
  }

  /**
   * Brings the session up to the attributes, if they have changed. Says whether they began another run.
   * @param {boolean} [chosen]  by the reader, who wants to see it from its start
   */
  #settle(chosen = false) {
    if (!this.#stale || !this.#session) return false;
    this.#stale = false;
    try {
      const { at } = this.#session.config;
      const restarted = this.#session.configure(this.#settings, chosen);
      this.#complain();
      const { config } = this.#session;
      if (!chosen && config.at > 0 && (restarted || config.at !== at)) this.#open();
      return restarted;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  get #settings() {
    return { ...(this.#seed === undefined ? {} : { seed: this.#seed }), ...settingsOf(this) };
  }

  /**
   * A reader's choice. Another run is one to watch. Another learning rate holds from here while the run plays, and asks for
   * another run while it rests.
   * @param {string} name
   * @param {string | null} value
   * @param {Record<string, string | null>} [others]  that go with it
   */
  #choose(name, value, others) {
    this.#settle();
    this.#session?.preview(null);
    for (const [option, setting] of Object.entries({ ...others, [name]: value })) {
      const attribute = attributeOf(option);
      if (setting === null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, setting);
    }
    if (!this.#settle(!this.#goesOnWith(name))) return;
    this.#wish();
    this.#begin();
  }

  /** Whether a choice changes the run that plays, as it plays. @param {string} name */
  #goesOnWith(name) {
    return name === 'learningRate' && this.#session?.playing === true;
  }

  /**
   * While a reader holds a control: the run that its value would give; without a value, the figure's own again.
   * @param {string} name
   * @param {string | null} [value]
   */
  #preview(name, value) {
    this.#settle();
    if (value === undefined) return this.#session?.preview(null);
    if (this.#goesOnWith(name)) return this.#choose(name, value);
    this.#session?.preview({ [name]: value ?? undefined });
  }

  /**
   * @param {News} news
   * @param {unknown} [error]
   */
  #hear(news, error) {
    if (news === 'failure') return this.#fail(error);
    if (news === 'starts') return draw(this.#drawStarts);
    // What is done for paper is no event.
    if (news !== 'change' && !this.#printed) this.#news.add(news);
    if (this.#news.has('finish')) this.#news.add('speak');
    if (news === 'change' && this.#session?.playing) this.#watching?.look();
    this.#draw();
  }

  #draw() {
    draw(this.#frame);
  }

  #drawStarts = () => {
    if (this.#session && this.#sight.near) this.#view?.renderStarts(this.#session.snapshot);
  };

  /** Once a frame at most: tells what happened, and shows it to whoever can see it. */
  #frame = () => {
    const session = this.#session;
    if (!session || !this.isConnected) return;
    const news = this.#news;
    this.#news = new Set();
    const { snapshot } = session;
    if (this.#fadeFrames > 0) {
      this.#fadeFrames = this.#view?.recolour() ? SAME_COLOUR_FRAMES : this.#fadeFrames - 1;
      this.#draw();
    }
    // One that was never drawn is drawn wherever it is: those who hear the page find it complete.
    const isFirst = this.#view && !this.#view.isDrawn;
    if (this.#sight.near || isFirst) this.#show(snapshot);
    // Until now there was nothing to see.
    if (isFirst) this.#watching?.look();
    if (news.has('speak')) this.#view?.speak(snapshot);
    if (news.has('progress')) this.#fire('figure-progress');
    if (news.has('finish')) this.#fire('figure-finish');
  };

  /** @param {import('./snapshot.js').Snapshot} snapshot */
  #show(snapshot) {
    const view = this.#view;
    if (!view) return;
    const { watched } = view;
    view.render(snapshot);
    if (view.watched === watched || !this.#watching) return;
    this.#watching.end();
    this.#watching = this.#watch();
  }

  /** On paper a figure that waits to be seen is at its end. */
  #print() {
    const session = this.#session;
    // A browser may tell twice, as it shows what it will print.
    const waits = session?.playing && session.snapshot.epoch === 0;
    this.#printed ||= waits;
    if (waits) this.#toEnd();
    if (session) this.#show(session.snapshot);
  }

  /** On the screen it waits again. */
  #unprint() {
    if (!this.#printed || !this.#session) return;
    this.#session.reset();
    this.#printed = false;
    this.#session.play();
  }

  /** @param {Sight} sight */
  #see(sight) {
    this.#sight = sight;
    if (!this.#session) return;
    this.#session.visible = this.#isSeen;
    this.#session.starts.seen = sight.shown;
    if (sight.near) this.#draw();
  }

  /** The view, in the language that is spoken here. It is built once, unless that or the figure's name changes. */
  #build() {
    const locale = localeOf(this);
    const label = this.getAttribute('label') ?? headingOf(this);
    const name = label ? `${locale.words.figure}: ${label}` : locale.words.figure;
    if (this.#view?.element.lang === locale.lang) {
      this.#view.element.ariaLabel = name;
      this.#watching ??= this.#watch();
      return;
    }
    /** @type {Omit<Intents, 'point' | 'edit'>} */
    const intents = {
      play: () => {
        this.#wish();
        this.play();
      },
      pause: () => this.pause(),
      step: (epochs) => this.step(epochs),
      reset: () => this.reset(),
      seek: (epoch) => this.seek(epoch),
      set: (name, value, others) => this.#choose(name, value, others),
      preview: (name, value) => this.#preview(name, value),
      pin: () => this.#session?.pin(),
      unpin: (pin) => this.#session?.unpin(pin),
      sweep: (wish) => this.#session?.starts[wish](),
    };
    const view = figureView(locale, intents, layoutOf(this), () => this.#draw());
    view.element.ariaLabel = name;
    this.#fallback.hidden = true;
    this.shadowRoot?.replaceChildren(view.element, this.#fallback);
    this.#view = view;
    this.#watching?.end();
    this.#watching = this.#watch();
    if (this.#session) {
      this.#complaint = '';
      this.#complain();
      this.#draw();
    }
  }

  #watch() {
    return watchSurroundings(this, /** @type {ReturnType<typeof figureView>} */ (this.#view), {
      isPlaying: () => Boolean(this.#session?.playing || this.#session?.starts.active),
      onSight: (sight) => this.#see(sight),
      onLanguage: () => this.#view && this.#build(),
      onLessMotion: () => this.#calm(),
      onPrint: () => this.#print(),
      onScreen: () => this.#unprint(),
      onColours: () => {
        this.#fadeFrames = SAME_COLOUR_FRAMES;
        this.#draw();
      },
    });
  }

  /** Settings that were refused are shown, and told once. */
  #complain() {
    const errors = this.#session?.errors ?? [];
    const complaint = errors.join('\n');
    if (complaint === this.#complaint) return;
    this.#complaint = complaint;
    this.#view?.complain(errors);
    if (complaint) this.#fire('figure-error', { message: complaint });
  }

  /** The figure cannot run: what its author wrote inside the tag stands in its place. @param {unknown} error */
  #fail(error) {
    const message = error instanceof Error ? error.message : String(error);
    const { words, lang } = localeOf(this);
    const said = html('p', { class: 'error', part: 'error' }, words.loadError(message));
    this.shadowRoot?.replaceChildren(html('div', { class: 'figure', part: 'figure', lang }, said), this.#fallback);
    this.#view = undefined;
    this.#session = undefined;
    this.#failed = true;
    this.#fallback.hidden = false;
    this.#reject(error);
    this.#fire('figure-error', { message });
  }

  /**
   * @param {string} type
   * @param {object} [detail]
   */
  #fire(type, detail) {
    const { epoch = 0, loss = NaN, outcome = 'learning' } = detail ? {} : (this.#session?.snapshot ?? {});
    this.dispatchEvent(
      new CustomEvent(type, { bubbles: true, composed: true, detail: detail ?? { epoch, loss, outcome } }),
    );
  }
}

/** A fade from one theme of a page to another is over when its colour was the same in so many frames. */
const SAME_COLOUR_FRAMES = 10;

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
