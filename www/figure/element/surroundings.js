/**
 * What the page does around a figure: whether the figure can be seen, the language, less motion, paper, colours that fade.
 *
 * @import { Sight } from './visibility.js'
 *
 * @typedef {object} Surroundings
 * @property {() => boolean} isPlaying
 * @property {(sight: Sight) => void} onSight
 * @property {() => void} onLanguage
 * @property {() => void} onLessMotion
 * @property {() => void} onBeforePrint
 * @property {() => void} onAfterPrint
 * @property {() => void} onColours  they have begun to change, and may go on to
 */
import { watchLanguage } from '../locale.js';
import { treesOf } from './trees.js';
import { watchSight } from './visibility.js';

const LESS_MOTION = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)');

/** Whether the reader has asked for less motion. */
export function wantsLessMotion() {
  return LESS_MOTION?.matches ?? false;
}

/**
 * @param {HTMLElement} figure
 * @param {{ element: HTMLElement, watched: HTMLElement }} view  its root, and the part that the reader watches
 * @param {Surroundings} surroundings
 */
export function watchSurroundings(figure, { element, watched }, surroundings) {
  const { isPlaying, onSight, onLanguage, onLessMotion, onBeforePrint, onAfterPrint, onColours } = surroundings;
  const sight = watchSight(figure, watched, isPlaying, onSight);
  const endLanguage = watchLanguage(figure, onLanguage);
  const fadedAround =
    (/** @type {Element} */ inner) =>
    (/** @type {any} */ { target }) =>
      target.contains(inner) && onColours();
  /** @type {(readonly [EventTarget | undefined, string, (event: Event) => void])[]} */
  const listeners = [
    [LESS_MOTION, 'change', () => wantsLessMotion() && onLessMotion()],
    [window, 'beforeprint', onBeforePrint],
    [window, 'afterprint', onAfterPrint],
    // The colour of the text is inherited; that the root has a transition of it tells when the page changes it.
    [element, 'transitionrun', onColours],
    [element, 'transitionend', onColours],
    // Firefox tells the root of a fade around the figure at its first colour alone; what fades tells when it is over.
    ...treesOf(figure).flatMap(({ inner, root }) =>
      ['transitionend', 'animationend'].map((type) => /** @type {const} */ ([root, type, fadedAround(inner)])),
    ),
  ];
  for (const [target, type, listener] of listeners) target?.addEventListener(type, listener);
  return {
    check: sight.check,
    end() {
      sight.end();
      endLanguage();
      for (const [target, type, listener] of listeners) target?.removeEventListener(type, listener);
    },
  };
}

/** The text of the heading that a figure stands under, if there is one. @param {Element} figure */
export function headingOf(figure) {
  const tree = /** @type {Document | ShadowRoot} */ (figure.getRootNode());
  const headings = [...tree.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const before = headings.filter((one) => one.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING);
  return before.at(-1)?.textContent?.trim();
}
