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
 *
 * @typedef {ReturnType<typeof displayOf>} Display
 */
import { html } from '../draw/dom.js';
import { figureView } from '../views/figure.js';
import { layoutOf } from './attributes.js';
import { draw as inFrame } from './clock.js';
import { localeOf } from './locale.js';
import { styles } from './styles.js';
import { headingOf, watchSurroundings } from './surroundings.js';

/** A fade from one theme of a page to another is over when its colour was the same in so many frames. */
const SAME_COLOUR_FRAMES = 10;

/**
 * @param {NeuralFigure} figure
 * @param {() => Session | undefined} session
 * @param {Omit<Intents, 'point' | 'edit'>} intents
 * @param {Autoplay} autoplay
 */
export function displayOf(figure, session, intents, autoplay) {
  const fallback = html('slot');
  const root = figure.attachShadow({ mode: 'open' });
  root.append(fallback);
  /** @type {ReturnType<typeof figureView> | undefined} */
  let view;
  /** @type {ReturnType<typeof watchSurroundings> | undefined} */
  let watching;
  /** Whether some of the figure is in the window. */
  let isNear = true;
  /** What the next frame has to tell. @type {Set<News | 'speak'>} */
  let news = new Set();
  let complaint = '';
  /** Frames in which the colours of the page may still be changing. */
  let fadeFrames = 0;

  /** A style sheet belongs to one document; one that no window shows has no use for any. */
  function applyStyles() {
    const { defaultView } = figure.ownerDocument;
    root.adoptedStyleSheets = defaultView ? [styles(defaultView)] : [];
  }

  /** The view, in the language that is spoken here. It is made once, unless that changes. */
  function build() {
    const locale = localeOf(figure);
    const before = view;
    view = before?.element.lang === locale.lang ? before : figureView(locale, intents, layoutOf(figure), draw);
    const label = figure.getAttribute('label') ?? headingOf(figure);
    view.element.ariaLabel = label ? `${locale.words.figure}: ${label}` : locale.words.figure;
    if (view !== before) {
      fallback.hidden = true;
      root.replaceChildren(view.element, fallback);
      unwatch();
    }
    watching ??= watch(view);
    if (view === before || !session()) return;
    complaint = '';
    complain();
    draw();
  }

  /** The language or the name may be another. */
  function refresh() {
    if (view && figure.isConnected) build();
  }

  /** In the next frame. */
  function draw() {
    inFrame(frame);
  }

  /** Tells what happened, and shows it to whoever can see it. */
  function frame() {
    const run = session();
    if (!run || !figure.isConnected) return;
    const told = news;
    news = new Set();
    const { snapshot } = run;
    if (fadeFrames > 0) {
      fadeFrames = view?.recolour() ? SAME_COLOUR_FRAMES : fadeFrames - 1;
      draw();
    }
    // One that was never drawn is drawn wherever it is: those who hear the page find it complete.
    const isFirst = !view?.isDrawn;
    if (isNear || isFirst) show(snapshot);
    // Until now there was nothing to see.
    if (isFirst) watching?.look();
    if (told.has('speak') || told.has('finish')) view?.speak(snapshot);
    if (told.has('progress')) tell('figure-progress', snapshot);
    if (told.has('finish')) tell('figure-finish', snapshot);
  }

  function drawStarts() {
    const run = session();
    if (run && isNear) view?.renderStarts(run.snapshot);
  }

  /** @param {Snapshot} snapshot */
  function show(snapshot) {
    if (!view) return;
    const { watched } = view;
    view.render(snapshot);
    if (view.watched === watched) return;
    unwatch();
    watching = watch(view);
  }

  /** Settings that were refused are shown, and told once. */
  function complain() {
    const errors = session()?.errors ?? [];
    const text = errors.join('\n');
    if (text === complaint) return;
    complaint = text;
    view?.complain(errors);
    if (text) fire('figure-error', { message: text });
  }

  /** An event of the run. @param {string} type @param {Snapshot} snapshot */
  function tell(type, { epoch, loss, outcome }) {
    fire(type, { epoch, loss, outcome });
  }

  /** @param {string} type @param {object} detail */
  function fire(type, detail) {
    figure.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** @param {Sight} sight */
  function see(sight) {
    isNear = sight.near;
    autoplay.see(sight);
    if (isNear) draw();
  }

  /** @param {ReturnType<typeof figureView>} view */
  function watch(view) {
    return watchSurroundings(figure, view, {
      isPlaying: () => Boolean(session()?.playing || session()?.starts.active),
      onSight: see,
      onLanguage: refresh,
      onLessMotion: () => autoplay.calm(),
      onPrint() {
        autoplay.print();
        const run = session();
        if (run) show(run.snapshot);
      },
      onScreen: () => autoplay.unprint(),
      onColours() {
        fadeFrames = SAME_COLOUR_FRAMES;
        draw();
      },
    });
  }

  function unwatch() {
    watching?.end();
    watching = undefined;
  }

  applyStyles();
  return {
    applyStyles,
    build,
    refresh,
    draw,
    frame,
    complain,
    tell,

    /** Has the state said aloud in the next frame. */
    speak: () => void news.add('speak'),

    /** What has happened so far fires no event. */
    forgetNews: () => news.clear(),

    /** What the session has told. @param {News} what */
    hear(what) {
      if (what === 'starts') return inFrame(drawStarts);
      // What is done for paper is no event.
      if (what !== 'change' && !autoplay.isPrinted) news.add(what);
      if (what === 'change' && session()?.playing) watching?.look();
      draw();
    },

    /** The figure has left the document. */
    leave() {
      unwatch();
      see({ near: false, shown: false, watched: false });
    },

    /** The figure cannot run: what its author wrote inside the tag stands in its place. @param {string} message */
    fail(message) {
      const { words, lang } = localeOf(figure);
      const said = html('p', { class: 'error', part: 'error' }, words.loadError(message));
      root.replaceChildren(html('div', { class: 'figure', part: 'figure', lang }, said), fallback);
      unwatch();
      view = undefined;
      complaint = '';
      fallback.hidden = false;
      fire('figure-error', { message });
    },
  };
}
