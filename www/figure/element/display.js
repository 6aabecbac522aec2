/**
 * What a figure shows and announces: its view, in the language around it, drawn at most once a frame and where it can be
 * seen; its events; and, where it cannot run, the reason.
 *
 * @import { Intents, News } from '../../types.js'
 * @import { Autoplay } from './autoplay.js'
 * @import { NeuralFigure } from '../element.js'
 * @import { Session } from '../session.js'
 * @import { Snapshot } from '../snapshot.js'
 * @import { Sight } from './visibility.js'
 *
 * @typedef {ReturnType<typeof displayOf>} Display
 */
import { html } from '../../draw/dom.js';
import { figureView } from '../../views/figure.js';
import { layoutOf } from '../attributes.js';
import { draw as inFrame } from '../clock.js';
import { localeOf } from '../locale.js';
import { styles } from '../styles.js';
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
  /** What has happened since the last frame. @type {Set<News | 'announce'>} */
  let news = new Set();
  /** The errors that are shown. */
  let shownErrors = '';
  /** Frames in which the colours of the page may still be changing. */
  let fadeFrames = 0;

  /** A style sheet belongs to one document; one that no window shows has no use for any. */
  function applyStyles() {
    const { defaultView } = figure.ownerDocument;
    root.adoptedStyleSheets = defaultView ? [styles(defaultView)] : [];
  }

  /** Makes the view, and makes it anew where the language has changed. */
  function build() {
    const locale = localeOf(figure);
    const before = view;
    view = before?.element.lang === locale.lang ? before : figureView(locale, intents, layoutOf(figure), loaded);
    const label = figure.getAttribute('label') ?? headingOf(figure);
    view.element.ariaLabel = label ? `${locale.words.figure}: ${label}` : locale.words.figure;
    if (view !== before) {
      fallback.hidden = true;
      root.replaceChildren(view.element, fallback);
      unwatch();
    }
    watching ??= watch(view);
    if (view === before || !session()) return;
    shownErrors = '';
    showErrors();
    draw();
  }

  /** The language or the name may be another. */
  function refresh() {
    if (view && figure.isConnected) build();
  }

  /** A view has come. */
  function loaded() {
    if (figure.isConnected) session()?.loaded();
    draw();
  }

  /** In the next frame. */
  function draw() {
    inFrame(frame);
  }

  /** Draws what has happened, where it can be seen, and fires its events. */
  function frame() {
    const run = session();
    if (!run || !figure.isConnected) return;
    const happened = news;
    news = new Set();
    const { snapshot } = run;
    if (fadeFrames > 0) {
      fadeFrames = view?.recolour() ? SAME_COLOUR_FRAMES : fadeFrames - 1;
      draw();
    }
    // The first time it is drawn wherever it is, so that a screen reader finds it complete.
    const isFirst = !view?.isDrawn;
    if (isNear || isFirst) show(snapshot);
    // Until now its content was hidden.
    if (isFirst) watching?.check();
    // A run that was taken on from its end within the frame is not at it.
    const isAtEnd = happened.has('finish') && snapshot.finished;
    if (happened.has('announce') || isAtEnd) view?.announce(snapshot);
    if (happened.has('progress')) fireState('figure-progress', snapshot);
    if (isAtEnd) fireState('figure-finish', snapshot);
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

  /** Shows the errors of settings that were refused, and fires an event where they have changed. */
  function showErrors() {
    const errors = session()?.errors ?? [];
    const text = errors.join('\n');
    if (text === shownErrors) return;
    shownErrors = text;
    view?.showErrors(errors);
    if (text) fire('figure-error', { message: text });
  }

  /**
   * Fires an event with the state of the run. The outcome is computed if a listener reads it.
   * @param {string} type
   * @param {Snapshot} snapshot
   */
  function fireState(type, snapshot) {
    const { epoch, loss } = snapshot;
    fire(type, {
      epoch,
      loss,
      get outcome() {
        return snapshot.outcome;
      },
    });
  }

  /** @param {string} type @param {object} detail */
  function fire(type, detail) {
    figure.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** @param {Sight} sight */
  function setSight(sight) {
    isNear = sight.near;
    autoplay.setSight(sight);
    if (isNear) draw();
  }

  /** @param {ReturnType<typeof figureView>} view */
  function watch(view) {
    return watchSurroundings(figure, view, {
      isPlaying: () => Boolean(session()?.playing || session()?.starts?.active),
      onSight: setSight,
      onLanguage: refresh,
      onLessMotion: () => autoplay.reduceMotion(),
      onBeforePrint() {
        autoplay.beforePrint();
        const run = session();
        if (run) show(run.snapshot);
      },
      onAfterPrint: () => autoplay.afterPrint(),
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
    showErrors,
    fireState,

    /** Announces the state to screen readers, in the next frame. */
    announce: () => void news.add('announce'),

    /** Fires no event for what has happened since the last frame. */
    forgetNews: () => news.clear(),

    /** The session's notification. @param {News} what */
    notify(what) {
      if (what === 'starts') return inFrame(drawStarts);
      // What is done for printing alone fires none.
      if (what !== 'change' && !autoplay.isPrinted) news.add(what);
      if (what === 'change' && session()?.playing) watching?.check();
      draw();
    },

    /** The figure has left the document. */
    disconnect() {
      // It would come back open and not modal, which cannot be made modal again.
      root.querySelector('dialog')?.close();
      unwatch();
      setSight({ near: false, shown: false, watched: false });
    },

    /** The figure cannot run: what its author wrote inside the tag stands in its place. @param {string} message */
    fail(message) {
      const { words, lang } = localeOf(figure);
      const said = html('p', { class: 'error', part: 'error' }, words.loadError(message));
      root.replaceChildren(html('div', { class: 'figure', part: 'figure', lang }, said), fallback);
      unwatch();
      view = undefined;
      shownErrors = '';
      fallback.hidden = false;
      fire('figure-error', { message });
    },
  };
}
