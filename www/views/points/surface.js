/**
 * The surface of the plane, on which points are added, moved, flipped and deleted by mouse, finger and keys. Its ground has a
 * cross for the keys.
 *
 * @import { FullLocale } from '../../types.js'
 * @import { Place, Plane } from '../../draw/plane.js'
 * @import { Row } from './reader.js'
 *
 * @typedef {object} Acts
 * @property {(place: Place, other: boolean) => boolean} add  `other`: of the other label; says whether there was room
 * @property {(index: number, place: Place) => void} move
 * @property {(index: number) => void} flip
 * @property {(index: number, twice: boolean) => void} remove  `twice`: the click before has flipped it
 * @property {(place: Place | null) => void} look  the cross is there, or a point on its way; or it went back
 */
import { html } from '../../draw/dom.js';
import { middleOf, moved, placeAt, put } from '../../draw/plane.js';
import { hasModifier, keepDrags } from '../gestures.js';
import { dotsView } from './dots.js';
import { MAX_COORDINATE } from './reader.js';
import { KEYS } from './tools.js';

/** Steps of the plane that an arrow key takes, and with Shift. */
const KEY_STEPS = 1;
const COARSE_STEPS = 10;

/** Pixels by which a pointer strays before it drags. */
const SLOP_PX = 4;

/** Milliseconds, and pixels, between the clicks of a double click. */
const DOUBLE_CLICK_MS = 500;
const DOUBLE_CLICK_PX = 10;

/** Milliseconds after which a finger that rests on a point deletes it. */
const LONG_PRESS_MS = 500;

/**
 * @param {FullLocale} locale
 * @param {Acts} acts
 */
export function surfaceView(locale, { add, move, flip, remove, look }) {
  const words = locale.words.editor;
  const ground = html('div', {
    class: 'ground',
    role: 'application',
    tabindex: 0,
    'aria-label': words.plane,
    'aria-describedby': KEYS,
    focus: () => showCross(cross ?? middleOf(plane)),
  });
  const mark = html('i', { class: 'crosshair' });
  const dots = dotsView(locale, ground);
  const element = html(
    'div',
    { class: 'editor', role: 'group', 'aria-label': words.editing },
    ground,
    mark,
    dots.element,
  );

  /** @type {readonly Row[]} */
  let points = [];
  /** @type {Plane} */
  let plane;
  /** Where the keys add a point. @type {Place | null} */
  let cross = null;
  /** What a pointer holds: `index` is -1 on the ground. @type {{ id: number, index: number, x: number, y: number, place: Place | null } | null} */
  let held = null;
  /** What a key moves. @type {{ index: number, place: Place } | null} */
  let nudged = null;
  /** What the last click did, and to which point: of a double click it was the first half. */
  let last = { did: '', index: -1, time: -Infinity, x: 0, y: 0 };
  /** Whether this press has acted already, so that the click that ends it does nothing. */
  let hasActed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let longPress;

  /** @param {readonly Row[]} next @param {Plane} scales @param {Set<number>} hollow */
  function render(next, scales, hollow) {
    release();
    nudged = null;
    points = next;
    plane = scales;
    dots.render(points, plane, hollow);
    if (cross) showCross(cross);
  }

  /** @param {Place} place */
  function showCross(place) {
    cross = place;
    put(mark, place, plane);
  }

  /** @param {MouseEvent} event @returns {Place} */
  function under({ clientX, clientY }) {
    const { left, top, width, height } = ground.getBoundingClientRect();
    const place = placeAt(plane, (clientX - left) / width, 1 - (clientY - top) / height);
    return /** @type {Place} */ (place.map((x) => Math.min(MAX_COORDINATE, Math.max(-MAX_COORDINATE, x))));
  }

  /** Deletes a point and moves the focus to the next. @param {number} index @param {boolean} twice */
  function deletePoint(index, twice) {
    remove(index, twice);
    dots.focus(index);
  }

  /** @param {PointerEvent} event */
  function press(event) {
    const { isPrimary, button, pointerId, pointerType, clientX, clientY } = event;
    // A second finger enlarges the page.
    if (!isPrimary || button !== 0) {
      cancel();
      return;
    }
    hasActed = false;
    const index = dots.nearest(event);
    held = { id: pointerId, index, x: clientX, y: clientY, place: null };
    if (index < 0) return;
    dots.focus(index);
    element.setPointerCapture(pointerId);
    if (pointerType === 'touch')
      longPress = setTimeout(() => actBeforeClick(() => deletePoint(index, false)), LONG_PRESS_MS);
  }

  /** @param {PointerEvent} event */
  function drag(event) {
    if (!held || held.index < 0 || event.pointerId !== held.id) return;
    if (!held.place && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLOP_PX) return;
    clearTimeout(longPress);
    held.place = under(event);
    dots.show(held.index, held.place);
    look(held.place);
  }

  function drop() {
    const { index = -1, place = null } = held ?? {};
    if (place) actBeforeClick(() => move(index, place));
    release();
  }

  /** Acts in place of the click that ends this press. @param {() => void} act */
  function actBeforeClick(act) {
    hasActed = true;
    release();
    act();
  }

  /** Puts what is dragged or moved by keys back to where it was. Says whether anything was. */
  function cancel() {
    const going = held?.place ? held.index : nudged ? nudged.index : -1;
    if (held) hasActed = true;
    release();
    nudged = null;
    if (going < 0) return false;
    dots.show(going);
    look(null);
    return true;
  }

  function release() {
    clearTimeout(longPress);
    held = null;
  }

  /** @param {MouseEvent} event */
  function click(event) {
    const { detail, timeStamp: time, clientX: x, clientY: y } = event;
    // By a key, or by a screen reader, a button is told.
    if (detail === 0) return flip(dots.indexOf(event.target));
    if (hasActed) return;
    const index = dots.nearest(event);
    const isSecond = time - last.time < DOUBLE_CLICK_MS && Math.hypot(x - last.x, y - last.y) < DOUBLE_CLICK_PX;
    const did = !isSecond ? (index < 0 ? 'add' : 'flip') : last.did === 'flip' && last.index === index ? 'remove' : '';
    last = { did, index, time, x, y };
    if (did === 'remove') deletePoint(index, true);
    if (did === 'flip') flip(index);
    if (did === 'add' && add(under(event), event.shiftKey)) dots.focus(points.length - 1);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const { key, shiftKey } = event;
    if (hasModifier(event)) return;
    const steps = shiftKey ? COARSE_STEPS : KEY_STEPS;
    const index = dots.indexOf(event.target);
    const goals = /** @type {Record<string, number>} */ ({
      PageDown: index + 1,
      PageUp: index - 1,
      Home: 0,
      End: points.length - 1,
    });
    const from = index < 0 ? (cross ?? middleOf(plane)) : nudged?.place ?? /** @type {Place} */ (points[index].slice(0, 2)); // prettier-ignore
    const place = moved(plane, from, key, steps);
    if (key === '+' || key === 'Insert' || (index < 0 && /^( |Enter)$/.test(key))) {
      add(cross ?? middleOf(plane), shiftKey && key !== '+');
    } else if (index < 0 && place) {
      showCross(place);
      look(place);
    } else if (place) {
      nudged = { index, place };
      dots.show(index, place);
      look(place);
    } else if (index >= 0 && /^(Delete|Backspace)$/.test(key)) {
      deletePoint(index, false);
    } else if (key in goals) {
      dots.focus(index < 0 && key === 'PageDown' ? dots.current : goals[key]);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** What was moved by a key stays where it is let go. */
  function settle() {
    if (!nudged) return;
    const { index, place } = nudged;
    nudged = null;
    move(index, place);
  }

  /** @type {[string, (event: any) => void][]} */
  const listeners = [
    ['pointerdown', press],
    ['pointermove', drag],
    ['pointerup', drop],
    ['pointercancel', cancel],
    ['click', click],
    // Neither a selection of text, nor a menu under a finger that rests.
    ['mousedown', (event) => event.preventDefault()],
    ['contextmenu', (event) => event.pointerType === 'touch' && event.preventDefault()],
    ['keydown', key],
    ['keyup', settle],
    ['focusout', settle],
  ];
  for (const [type, listener] of listeners) element.addEventListener(type, listener);
  keepDrags(element);

  return {
    element,
    render,
    cancel,
    /** Whether a point is dragged or moved by keys. */
    get isHeld() {
      return nudged !== null || (held !== null && held.index >= 0);
    },
    /** To the plane, as editing begins. */
    focus: () => ground.focus({ preventScroll: true }),
  };
}
