/**
 * What a figure shows and says: its view, in the language around it, drawn once a frame at most where it can be seen; its
 * events; and, where it cannot run, the reason.
 *
 * @import { Intents, News } from '../types.js'
 * @import { Autoplay } from './autoplay.js'
 * @import { NeuralFigure } from './element.js'
 * @import { Session } from './session.js'
 * @import { Snapshot } from './snapshot.js'
 * @import { Sight } from './visibility.js'
 */
import { html } from '../draw/dom.js';
import { figureView } from '../views/figure.js';
import { layoutOf } from './attributes.js';
import { draw } from './clock.js';
import { localeOf } from './locale.js';
import { styles } from './styles.js';
import { headingOf, watchSurroundings } from './surroundings.js';

/** A fade from one theme of a page to another is over when its colour was the same in so many frames. */
const SAME_COLOUR_FRAMES = 10;

export class Display {
  /** @type {NeuralFigure} */ #figure;
  /** @type {ShadowRoot} */ #root;
  /** @type {() => Session | undefined} */ #session;
  /** @type {Omit<Intents, 'point' | 'edit'>} */ #intents;
  /** @type {Autoplay} */ #autoplay;

  #fallback = html('slot');
  /** @type {ReturnType<typeof figureView> | undefined} */ #view;
  /** @type {ReturnType<typeof watchSurroundings> | undefined} */ #watching;
  /** Whether some of the figure is in the window. */
  #isNear = true;
  #complaint = '';
  /** Frames in which the colours of the page may still be changing. */
  #fadeFrames = 0;

  /** What the next frame has to tell. @type {Set<News | 'speak'>} */
  news = new Set();

  /**
   * @param {NeuralFigure} figure
   * @param {() => Session | undefined} session
   * @param {Omit<Intents, 'point' | 'edit'>} intents
   * @param {Autoplay} autoplay
   */
  constructor(figure, session, intents, autoplay) {
    this.#figure = figure;
    this.#session = session;
    this.#intents = intents;
    this.#autoplay = autoplay;
    this.#root = figure.attachShadow({ mode: 'open' });
    this.#root.append(this.#fallback);
    this.applyStyles();
  }

  /** A style sheet belongs to one document; one that no window shows has no use for any. */
  applyStyles() {
    const { defaultView } = this.#figure.ownerDocument;
    this.#root.adoptedStyleSheets = defaultView ? [styles(defaultView)] : [];
  }

  /** The view, in the language that is spoken here. It is made once, unless that changes. */
  build() {
    const locale = localeOf(this.#figure);
    const isOther = this.#view?.element.lang !== locale.lang;
    if (isOther) this.#view = figureView(locale, this.#intents, layoutOf(this.#figure), this.draw);
    const view = /** @type {ReturnType<typeof figureView>} */ (this.#view);
    const label = this.#figure.getAttribute('label') ?? headingOf(this.#figure);
    view.element.ariaLabel = label ? `${locale.words.figure}: ${label}` : locale.words.figure;
    if (isOther) {
      this.#fallback.hidden = true;
      this.#root.replaceChildren(view.element, this.#fallback);
      this.#unwatch();
    }
    this.#watching ??= this.#watch(view);
    if (!isOther || !this.#session()) return;
    this.#complaint = '';
    this.complain();
    this.draw();
  }

  /** The language or the name may be another. */
  refresh() {
    if (this.#view && this.#figure.isConnected) this.build();
  }

  /** The figure has left the document. */
  leave() {
    this.#unwatch();
    this.#see({ near: false, shown: false, watched: false });
  }

  /** In the next frame. */
  draw = () => draw(this.frame);

  /** Tells what happened, and shows it to whoever can see it. */
  frame = () => {
    const session = this.#session();
    if (!session || !this.#figure.isConnected) return;
    const { news } = this;
    this.news = new Set();
    const { snapshot } = session;
    if (this.#fadeFrames > 0) {
      this.#fadeFrames = this.#view?.recolour() ? SAME_COLOUR_FRAMES : this.#fadeFrames - 1;
      this.draw();
    }
    // One that was never drawn is drawn wherever it is: those who hear the page find it complete.
    const isFirst = this.#view && !this.#view.isDrawn;
    if (this.#isNear || isFirst) this.#show(snapshot);
    // Until now there was nothing to see.
    if (isFirst) this.#watching?.look();
    if (news.has('speak')) this.#view?.speak(snapshot);
    if (news.has('progress')) this.tell('figure-progress', snapshot);
    if (news.has('finish')) this.tell('figure-finish', snapshot);
  };

  /** What the session has told. @param {News} news */
  hear(news) {
    if (news === 'starts') return draw(this.#drawStarts);
    if (news !== 'change') this.news.add(news);
    if (news === 'finish') this.news.add('speak');
    if (news === 'change' && this.#session()?.playing) this.#watching?.look();
    this.draw();
  }

  /** Settings that were refused are shown, and told once. */
  complain() {
    const errors = this.#session()?.errors ?? [];
    const complaint = errors.join('\n');
    if (complaint === this.#complaint) return;
    this.#complaint = complaint;
    this.#view?.complain(errors);
    if (complaint) this.#fire('figure-error', { message: complaint });
  }

  /** The figure cannot run: what its author wrote inside the tag stands in its place. @param {string} message */
  fail(message) {
    const { words, lang } = localeOf(this.#figure);
    const said = html('p', { class: 'error', part: 'error' }, words.loadError(message));
    this.#root.replaceChildren(html('div', { class: 'figure', part: 'figure', lang }, said), this.#fallback);
    this.#unwatch();
    this.#view = undefined;
    this.#complaint = '';
    this.#fallback.hidden = false;
    this.#fire('figure-error', { message });
  }

  /** An event of the run. @param {string} type @param {Snapshot} snapshot */
  tell(type, { epoch, loss, outcome }) {
    this.#fire(type, { epoch, loss, outcome });
  }

  /** @param {string} type @param {object} detail */
  #fire(type, detail) {
    this.#figure.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  #drawStarts = () => {
    const session = this.#session();
    if (session && this.#isNear) this.#view?.renderStarts(session.snapshot);
  };

  /** @param {Snapshot} snapshot */
  #show(snapshot) {
    const view = this.#view;
    if (!view) return;
    const { watched } = view;
    view.render(snapshot);
    if (view.watched === watched) return;
    this.#unwatch();
    this.#watching = this.#watch(view);
  }

  /** @param {Sight} sight */
  #see(sight) {
    this.#isNear = sight.near;
    this.#autoplay.see(sight);
    if (sight.near) this.draw();
  }

  /** @param {ReturnType<typeof figureView>} view */
  #watch(view) {
    return watchSurroundings(this.#figure, view, {
      isPlaying: () => Boolean(this.#session()?.playing || this.#session()?.starts.active),
      onSight: (sight) => this.#see(sight),
      onLanguage: () => this.refresh(),
      onLessMotion: () => this.#autoplay.calm(),
      onPrint: () => {
        this.#autoplay.print();
        const session = this.#session();
        if (session) this.#show(session.snapshot);
      },
      onScreen: () => this.#autoplay.unprint(),
      onColours: () => {
        this.#fadeFrames = SAME_COLOUR_FRAMES;
        this.draw();
      },
    });
  }

  #unwatch() {
    this.#watching?.end();
    this.#watching = undefined;
  }
}
