/**
 * The element: attributes, properties, methods and events on the outside; a session and the views on the inside.
 * What changes flows one way:
 *
 *     control -> attribute -> session -> Trainer -> snapshot -> views
 *
 * @import { Intents, Locale, News } from '../types.js'
 */
import { html } from '../draw/dom.js';
import { colour, isLight } from '../draw/palette.js';
import { boundaryView } from '../views/boundary.js';
import { controlsView } from '../views/controls.js';
import { lossView } from '../views/loss.js';
import { statusView } from '../views/status.js';
import { tableView } from '../views/table.js';
import { load, OPTIONS } from '../wasm.js';
import { draw } from './clock.js';
import { localeOf } from './locale.js';
import { nest, written } from './parameters.js';
import { Session } from './session.js';
import { styles } from './styles.js';

/** Where there is no DOM, as on a server, the module can still be imported. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** The first figure of a page uses the time until the first frame; the others do not keep that frame waiting. */
let drawn = false;

/**
 * `<neural-figure>`: a neural network that trains, live.
 *
 * Attributes, each with a property of the same name in camel case: those of OPTIONS (data, activation, init, deviation,
 * seed, layers, learning-rate, gradient-scale, epochs, speed, regions, loss-scale) and `autoplay`.
 * Events, which bubble and cross shadow roots: figure-ready, figure-progress (once a frame at most), figure-finish,
 * each with `detail` { epoch, loss, outcome }, and figure-error with `detail` { message }.
 * Parts: figure, boundary, contour, loss, curve, table, controls, play, settings, status, error.
 * Custom properties: see styles.js. Children are shown where the figure cannot run.
 */
export class NeuralFigure extends Base {
  static observedAttributes = [...OPTIONS.map(({ attribute }) => attribute), 'lang'];

  /** @type {Session | undefined} */ #session;
  /** @type {ReturnType<typeof buildViews> | undefined} */ #views;
  /** @type {((session: Session) => void)[]} Calls that came before there was a session. */ #queue = [];
  #starting = false;
  /** Attributes have changed, and the session does not know yet. */
  #stale = false;
  /** Unknown until the first frame. @type {boolean | undefined} */
  #visible;
  /** Whether the painted field has the colours of the style. */
  #dyed = false;
  /** What the next frame has to tell. @type {Set<'progress' | 'finish' | 'speak'>} */
  #news = new Set();
  #complaint = '';

  #root = html('div', { class: 'figure', part: 'figure', role: 'group' });
  #fallback = html('slot', { hidden: true });
  #observer = new IntersectionObserver((entries) => this.#see(entries.at(-1)?.isIntersecting ?? false));

  /** @type {(element: this) => void} */ #resolve = () => {};
  /** @type {(error: unknown) => void} */ #reject = () => {};
  /** @type {Promise<this>} */ #ready = this.#wait();

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.append(this.#root, this.#fallback);
    this.adoptedCallback();
  }

  // Life

  connectedCallback() {
    this.#upgrade();
    if (this.#failed) this.#ready = this.#wait();
    this.#build();
    this.#observer.observe(this);
    addEventListener('beforeprint', this.#print);
    if (this.#session) this.#session.retain();
    else this.#start();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    removeEventListener('beforeprint', this.#print);
    this.#see(false);
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
    if (name === 'lang') {
      if (this.isConnected && this.#views) this.#build();
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
    whole('step', epochs);
    this.#ask((session) => session.step(epochs), 'speak');
  }

  /** Back to epoch 0 of the same run, and rests. */
  reset() {
    this.#ask((session) => session.reset());
  }

  /** To an epoch, earlier or later, of the same run, and rests. @param {number} epoch */
  seek(epoch) {
    whole('seek', epoch);
    this.#ask((session) => session.seek(epoch));
  }

  // What there is to read

  /** The figure, when it can be asked; rejects if it cannot run here. */
  get ready() {
    return this.#ready;
  }

  get epoch() {
    return this.#settled?.trainer.epoch ?? 0;
  }

  get loss() {
    return this.#settled?.trainer.loss ?? NaN;
  }

  get outcome() {
    return this.#settled?.trainer.outcome ?? 'learning';
  }

  get playing() {
    return this.#settled?.playing ?? false;
  }

  /** One for each example. @returns {number[]} */
  get predictions() {
    return Array.from(this.#settled?.trainer.predictions() ?? []);
  }

  /** `{ W, B }` of each layer: W is fan_in x fan_out, B is fan_out x 1. */
  get parameters() {
    const session = this.#settled;
    return session ? nest(session.trainer.parameters(), session.config.layers) : [];
  }

  get gradients() {
    const session = this.#settled;
    return session ? nest(session.trainer.gradients(), session.config.layers) : [];
  }

  /** `{ crossEntropy, meanSquaredError, meanAbsoluteError, accuracy }` of the predictions. */
  get metrics() {
    return this.#settled?.trainer.metrics() ?? {};
  }

  get autoplay() {
    return this.hasAttribute('autoplay');
  }

  set autoplay(on) {
    this.toggleAttribute('autoplay', Boolean(on));
  }

  // Inside

  /** The session, once it knows of every attribute. */
  get #settled() {
    this.#settle();
    return this.#session;
  }

  /**
   * Now, or when there is a session.
   * @param {(session: Session) => void} act
   * @param {'speak'} [news]
   */
  #ask(act, news) {
    const session = this.#settled;
    if (!session) {
      this.#queue.push(act);
      return;
    }
    if (news) this.#news.add(news);
    act(session);
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

  /** Until it is put into a document again. */
  get #failed() {
    return !this.#fallback.hidden;
  }

  async #start() {
    if (this.#starting) return;
    this.#starting = true;
    try {
      const { Trainer } = await load();
      // What is out of view lets the rest of the page go first.
      if (this.#visible === false) await new Promise((resolve) => setTimeout(resolve));
      if (!this.isConnected) return;
      this.#stale = false;
      const session = new Session(Trainer, this.#settings, (news, error) => this.#hear(news, error));
      this.#session = session;
      this.#reflectSeed();
      this.#root.classList.remove('loading');
      this.#complain();
      session.awake = this.#visible ?? false;
      if (this.autoplay && !matchMedia('(prefers-reduced-motion: reduce)').matches) session.play();
      for (const act of this.#queue.splice(0)) act(session);
      if (drawn) this.#draw();
      else this.#frame();
      drawn = true;
      this.#resolve(this);
      this.#fire('figure-ready');
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#starting = false;
    }
  }

  /** Brings the session up to the attributes, if they have changed. */
  #settle() {
    if (!this.#stale || !this.#session) return;
    this.#stale = false;
    try {
      this.#session.configure(this.#settings);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#reflectSeed();
    this.#complain();
  }

  /** The options that are set, as they are written: the core reads them, and it alone. */
  get #settings() {
    /** @type {Record<string, string>} */
    const settings = {};
    for (const { name, attribute } of OPTIONS) {
      const value = this.getAttribute(attribute);
      if (value !== null) settings[name] = value;
    }
    return settings;
  }

  /** A seed that was drawn is shown, so that every run can be repeated. */
  #reflectSeed() {
    if (this.#session && !this.hasAttribute('seed')) this.setAttribute('seed', String(this.#session.config.seed));
  }

  /**
   * @param {News} news
   * @param {unknown} [error]
   */
  #hear(news, error) {
    if (news === 'failure') return this.#fail(error);
    if (news !== 'change') this.#news.add(news);
    if (news === 'finish') this.#news.add('speak');
    this.#draw();
  }

  #draw() {
    draw(this.#frame);
  }

  /** Once a frame at most: tells what happened, and shows it to whoever can see it. */
  #frame = () => {
    const session = this.#session;
    if (!session || !this.isConnected) return;
    const news = this.#news;
    this.#news = new Set();
    // Until the first frame nothing is known: the picture need not wait for the second.
    if (this.#visible !== false) this.#render();
    if (news.has('speak')) this.#views?.status.speak(session.snapshot);
    if (news.has('progress')) this.#fire('figure-progress');
    if (news.has('finish')) this.#fire('figure-finish');
  };

  #print = () => this.#render();

  #render() {
    const snapshot = this.#session?.snapshot;
    // Asked of the style only now: while a page is being built, every answer would cost it a layout.
    if (!this.#dyed) this.#dye();
    if (snapshot && this.#views) for (const view of Object.values(this.#views)) view.render(snapshot);
  }

  /** @param {boolean} visible */
  #see(visible) {
    this.#visible = visible;
    if (!this.#session) return;
    this.#session.awake = visible;
    if (visible) this.#draw();
  }

  /** Properties that were set before the element was defined hide those of the class: they are set again. */
  #upgrade() {
    const self = /** @type {Record<string, any>} */ (/** @type {unknown} */ (this));
    for (const name of [...OPTIONS.map(({ name }) => name), 'autoplay']) {
      if (!Object.hasOwn(self, name)) continue;
      const value = self[name];
      delete self[name];
      self[name] = value;
    }
  }

  /** The views, in the language that is spoken here. They are built once, unless that changes. */
  #build() {
    const locale = localeOf(this);
    if (this.#root.lang === locale.lang) return;
    this.#root.lang = locale.lang;
    this.#root.ariaLabel = locale.words.figure;
    this.#root.classList.toggle('loading', !this.#session);
    this.#fallback.hidden = true;

    const views = (this.#views = buildViews(locale, {
      play: () => this.play(),
      pause: () => this.pause(),
      step: () => this.step(),
      reset: () => this.reset(),
      seek: (epoch) => this.seek(epoch),
      set: (name, value) => Object.assign(this, { [name]: value }),
      flip: (index) => this.#flip(index),
    }));
    const tell = html('span', { class: 'tell', transitionend: () => this.#dye() });
    this.#root.replaceChildren(
      html(
        'div',
        { class: 'plots' },
        views.boundary.element,
        html('div', { class: 'side' }, views.loss.element, views.table.element),
      ),
      views.controls.element,
      views.status.element,
      tell,
    );
    this.#dyed = false;
    if (this.#session) {
      this.#complaint = '';
      this.#complain();
      this.#draw();
    }
  }

  /** Light or dark as the text is, whatever the page did to make it so. */
  #dye() {
    this.#dyed = true;
    this.#root.classList.toggle('dark', isLight(colour(getComputedStyle(this.#root).color)));
    this.#views?.boundary.dye();
  }

  /** @param {number} index */
  #flip(index) {
    if (!this.#session) return;
    const { config, points } = this.#session.snapshot;
    const flipped = points.map(({ x1, x2, label }, i) => [x1, x2, i === index ? 1 - label : label]);
    const own = Array.isArray(config.data);
    this.setAttribute('data', own ? JSON.stringify(flipped) : flipped.map(([, , label]) => label).join(''));
  }

  /** Settings that were refused are shown, and told once. */
  #complain() {
    const errors = this.#session?.errors ?? [];
    const complaint = errors.join('\n');
    if (complaint === this.#complaint) return;
    this.#complaint = complaint;
    this.#views?.status.complain(errors);
    if (complaint) this.#fire('figure-error', { message: complaint });
  }

  /** The figure cannot run: what its author wrote inside the tag stands in its place. @param {unknown} error */
  #fail(error) {
    const message = error instanceof Error ? error.message : String(error);
    const { words } = localeOf(this);
    this.#root.classList.remove('loading');
    this.#root.replaceChildren(html('p', { class: 'error', part: 'error' }, words.loadError(message)));
    this.#root.lang = '';
    this.#views = undefined;
    this.#session = undefined;
    this.#fallback.hidden = false;
    this.#reject(error);
    this.#fire('figure-error', { message });
  }

  /**
   * @param {string} type
   * @param {object} [detail]
   */
  #fire(type, detail) {
    const { epoch, loss, outcome } = this;
    this.dispatchEvent(
      new CustomEvent(type, { bubbles: true, composed: true, detail: detail ?? { epoch, loss, outcome } }),
    );
  }
}

/**
 * @param {Locale} locale
 * @param {Intents} intents
 */
function buildViews(locale, intents) {
  return {
    boundary: boundaryView(locale, intents),
    loss: lossView(locale, intents),
    table: tableView(locale),
    controls: controlsView(locale, intents),
    status: statusView(locale),
  };
}

/**
 * @param {string} method
 * @param {number} value
 */
function whole(method, value) {
  if (!(Number.isInteger(value) && value >= 0)) {
    throw new RangeError(`${method}: expected a whole number of epochs, 0 or more, got ${String(value)}`);
  }
}

// A property for each option. What is read back is what is written, or else the default, as HTML's own elements do it.
for (const { name, attribute, type, default: initial } of OPTIONS) {
  const isNumber = type === 'number' || type === 'integer';
  // What is read of `loss` is its value now.
  const measured = Object.getOwnPropertyDescriptor(NeuralFigure.prototype, name)?.get;
  Object.defineProperty(NeuralFigure.prototype, name, {
    configurable: true,
    enumerable: true,
    /** @this {NeuralFigure} */
    get() {
      if (measured) return measured.call(this);
      const text = this.getAttribute(attribute);
      if (!isNumber) return text ?? initial;
      return text === null || text.trim() === '' || Number.isNaN(Number(text)) ? initial : Number(text);
    },
    /** @this {NeuralFigure} @param {unknown} value */
    set(value) {
      if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, written(value));
    },
  });
}
