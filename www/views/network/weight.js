/**
 * The number that is chosen in the diagram, in words, and a field to write another: the run begins anew from the numbers on
 * the screen with that one changed.
 *
 * @import { Intents, Layer, FullLocale, Selection } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { html, setText } from '../../draw/dom.js';
import { wantsLessMotion } from '../../figure/element/surroundings.js';
import { number } from '../fields.js';
import { ownKeys } from '../gestures.js';
import { numberAt, selectionName, withNumber } from './selection.js';

/** What one press of a button adds, and one pixel of a drag. */
const BUTTON_STEP = 0.1;
const DRAG_PER_PX = 0.02;

/** A press that moves by less is a click, in pixels. */
const CLICK_PX = 3;

/** Digits of a sum that are kept: the last ones are the rounding's. */
const SUM_DIGITS = 12;

/** Digits that the field shows. */
const SHOWN_DIGITS = 6;

/** The largest number that a run may start from. */
const MAX_WEIGHT = 1e300;

/**
 * @param {FullLocale} locale
 * @param {Pick<Intents, 'set' | 'reset' | 'play'>} intents
 */
export function weightView(locale, { set, reset, play }) {
  const { words } = locale;
  /** @type {Snapshot | undefined} */
  let shown;
  /** @type {Selection | null} */
  let chosen = null;
  /** The start numbers that the figure came with, for these layers. @type {Snapshot['config']['weights']} */
  let given = '';
  let layers = '';
  let isGiven = true;

  const readout = html('p', { class: 'readout' });
  const field = number(words.newValue, { min: -MAX_WEIGHT, max: MAX_WEIGHT, step: 'any' }, (text) => {
    if (text !== '') change(Number(text));
  });
  const input = /** @type {HTMLInputElement} */ (field.element.querySelector('input'));
  const button = (/** @type {string} */ label, /** @type {string} */ name, /** @type {() => void} */ press) =>
    html('button', { type: 'button', click: press, title: name, 'aria-label': name, ...ownKeys }, label);
  const editing = [
    button('−', words.lessBy(BUTTON_STEP), () => push(-1)),
    button('+', words.moreBy(BUTTON_STEP), () => push(1)),
  ];
  const back = html('button', { type: 'button', class: 'quiet', click: goBack, ...ownKeys });
  const element = html(
    'div',
    { class: 'weight' },
    readout,
    html('div', { class: 'row' }, editing[0], field.element, editing[1], back),
  );

  /** @param {number} value */
  function change(value) {
    if (!shown || !chosen || !Number.isFinite(value)) return;
    const rounded = Number(value.toPrecision(SUM_DIGITS));
    set('weights', JSON.stringify(withNumber(shown.weights, chosen, rounded)));
  }

  /** To the numbers that the figure came with, and from these to those that are drawn, or to zeros. */
  function goBack() {
    set('weights', given.length && !isGiven ? JSON.stringify(given) : null);
  }

  /** @param {number} direction  1 or -1 */
  function push(direction) {
    const value = shown && numberAt(shown.parameters, chosen);
    if (value !== undefined) change(value + direction * BUTTON_STEP);
  }

  /**
   * While a number is dragged the run stands at its start, which shows what the number does.
   * @param {PointerEvent} event
   * @param {Selection} place
   */
  function drag(event, place) {
    const base = shown?.weights;
    const value = shown && numberAt(shown.parameters, place);
    if (!base || value === undefined || event.button !== 0) return;
    const handle = /** @type {HTMLElement} */ (event.currentTarget);
    // A finger that comes down on one by chance scrolls the page, and a second one enlarges it.
    if (event.pointerType === 'touch' && !(event.isPrimary && handle.ariaPressed === 'true')) return;
    const start = event.clientY;
    let moved = false;
    const move = (/** @type {PointerEvent} */ { clientY }) => {
      const rise = start - clientY;
      if (!moved && Math.abs(rise) < CLICK_PX) return;
      moved = true;
      chosen = place;
      const dragged = Number((value + DRAG_PER_PX * rise).toPrecision(SUM_DIGITS));
      set('weights', JSON.stringify(withNumber(base, place, dragged)));
      reset();
    };
    const end = () => {
      handle.removeEventListener('pointermove', move);
      handle.classList.remove('dragged');
      if (moved && !wantsLessMotion()) play();
    };
    handle.setPointerCapture(event.pointerId);
    handle.classList.add('dragged');
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end, { once: true });
  }

  return {
    element,
    push,
    drag,

    /** Puts the reader into the field. */
    type() {
      if (input.disabled) return;
      input.focus();
      input.select();
    },

    /**
     * @param {Snapshot} snapshot
     * @param {Layer[]} parameters
     * @param {Selection | null} selection  whose number is to be changed
     * @param {Selection | null} hovered  what is told of instead
     * @param {number | null} example
     */
    show(snapshot, parameters, selection, hovered, example) {
      const { config } = snapshot;
      if (layers !== config.layers.join()) {
        layers = config.layers.join();
        given = config.weights;
      }
      if (shown?.config !== config) isGiven = JSON.stringify(config.weights) === JSON.stringify(given);
      shown = snapshot;
      chosen = selection && biasOf(selection);
      const value = numberAt(parameters, chosen);
      for (const control of [...editing, input]) control.disabled = value === undefined;
      field.show(value === undefined ? '' : Number(value.toPrecision(SHOWN_DIGITS)));
      const own = config.init === 'zero' ? words.zeroStart : words.drawnStart;
      setText(back, given.length && !isGiven ? words.givenStart : own);
      back.disabled = config.weights.length === 0 && isGiven;
      setText(readout, said(snapshot, parameters, hovered, selection, example));
    },
  };

  /**
   * @param {Snapshot} snapshot
   * @param {Layer[]} parameters
   * @param {Selection | null} hovered
   * @param {Selection | null} selection
   * @param {number | null} example
   */
  function said(snapshot, parameters, hovered, selection, example) {
    const { config, points } = snapshot;
    if (!hovered && example !== null && points[example]) {
      const { x1, x2, label } = points[example];
      return words.flow(locale.brief(x1), locale.brief(x2), locale.probability(snapshot.predictions[example]), label);
    }
    const pointed = hovered ?? selection;
    if (!pointed) return words.diagramHint;
    const place = biasOf(pointed);
    const name = selectionName(words, place, [2, ...config.layers, 1]);
    if (place.kind === 'loss') return `${name} ${written(snapshot.loss)}`;
    return words.numberAt(
      name,
      written(numberAt(parameters, place) ?? 0),
      written(numberAt(snapshot.gradients, place) ?? 0),
    );
  }

  /** @param {number} value */
  function written(value) {
    return value === 0 ? '0' : locale.small(value);
  }
}

/** Of a unit the number is its bias. @param {Selection} place @returns {Selection} */
function biasOf(place) {
  return place.kind === 'unit' ? { ...place, kind: 'bias' } : place;
}
