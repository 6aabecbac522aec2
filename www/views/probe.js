/**
 * A hair cross on the plane of the inputs with the network's answer there: under the mouse, where a click or a tap has left
 * it, or where the arrow keys move it.
 *
 * @import { Locale, Scale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setAttr, setText, svg } from '../draw/dom.js';
import { middleOf, moved, placeAt } from '../draw/plane.js';
import { consume, hasModifier, ownKeys, shareAt } from './gestures.js';

/** Steps of the plane that an arrow key takes, and with Shift. */
const KEY_STEPS = 5;
const FINE_STEPS = 1;

/** The label stands above the cross up to this share of the height, and below it from there on. */
const MAX_LABEL_ABOVE_SHARE = 0.85;

/** @typedef {import('../draw/plane.js').Place} Place */

/** @param {Locale} locale */
export function probe(locale) {
  const { words } = locale;
  const across = svg('line', { x2: '100%' });
  const upright = svg('line', { y2: '100%' });
  const dot = svg('circle');
  const cross = svg('g', { class: 'cursor pointer' }, across, upright, dot);
  const label = html('span', { class: 'answer', 'aria-hidden': 'true' });
  // Told as the reader moves by keys: a name that changes is not read out.
  const spoken = html('span', { class: 'unseen', 'aria-live': 'polite' });
  const element = html('div', {
    class: 'probe',
    role: 'application',
    tabindex: 0,
    'aria-label': words.probe,
    pointermove: (/** @type {PointerEvent} */ event) =>
      event.pointerType !== 'touch' && look({ hovered: under(event) }),
    pointerleave: () => look({ hovered: null }),
    click: (/** @type {PointerEvent} */ event) => look({ kept: under(event) }),
    focus: () => look({ kept: kept ?? middle() }),
    blur: () => look({ kept: null }),
    ...ownKeys,
    keydown: key,
  });
  element.append(spoken);

  /** @type {{ snapshot: Snapshot, x: Scale, y: Scale } | undefined} */
  let shown;
  /** @type {Place | null} */
  let hovered = null;
  /** @type {Place | null} */
  let kept = null;

  /** @param {{ hovered?: Place | null, kept?: Place | null }} change */
  function look(change) {
    ({ hovered, kept } = { hovered, kept, ...change });
    if (shown) write(shown);
    if (kept) say();
  }

  /** @param {Snapshot} snapshot @param {Scale} x @param {Scale} y */
  function render(snapshot, x, y) {
    shown = { snapshot, x, y };
    if (!hovered && !kept) return;
    write(shown);
    if (kept && !snapshot.playing && snapshot.goal === null) say();
  }

  /** @param {{ snapshot: Snapshot, x: Scale, y: Scale }} shown */
  function write({ snapshot, x, y }) {
    const place = hovered ?? kept;
    cross.toggleAttribute('hidden', !place);
    label.hidden = !place;
    if (!place) return;
    const [left, bottom] = [x.at(place[0]), y.at(place[1])];
    const [right, down] = [left, 1 - bottom].map((share) => `${(100 * share).toFixed(2)}%`);
    for (const name of ['x1', 'x2']) setAttr(upright, name, right);
    for (const name of ['y1', 'y2']) setAttr(across, name, down);
    setAttr(dot, 'cx', right);
    setAttr(dot, 'cy', down);
    setText(label, words.answer(...written(place), locale.probability(answer(snapshot, place))));
    label.style.left = right;
    label.style.top = down;
    // Wherever the cross is, the label is within the plot.
    label.style.transform = `translate(${(-100 * left).toFixed(1)}%, ${bottom > MAX_LABEL_ABOVE_SHARE ? '0.6em' : 'calc(-100% - 0.6em)'})`;
  }

  function say() {
    if (!shown || !kept) return;
    const value = answer(shown.snapshot, kept);
    setText(spoken, words.answerSpoken(...written(kept), locale.probability(value)));
  }

  /** @param {Place} place @returns {[string, string]} */
  function written([x1, x2]) {
    return [locale.brief(x1), locale.brief(x2)];
  }

  /** @param {PointerEvent} event @returns {Place} */
  function under(event) {
    const [across, down] = shareAt(element, event);
    return shown ? placeAt(shown, across, 1 - down) : [0, 0];
  }

  /** @returns {Place} */
  function middle() {
    return shown ? middleOf(shown) : [0, 0];
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (!shown || hasModifier(event)) return;
    const place = moved(shown, kept ?? middle(), event.key, event.shiftKey ? FINE_STEPS : KEY_STEPS);
    if (!place) return;
    consume(event);
    look({ kept: place, hovered: null });
  }

  cross.toggleAttribute('hidden', true);
  label.hidden = true;
  return { element, cross, label, render };
}

/** @param {Snapshot} snapshot @param {Place} place */
function answer(snapshot, place) {
  return snapshot.activations(Float64Array.from(place)).at(-1) ?? NaN;
}
