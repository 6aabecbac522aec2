/**
 * Places on the plane of the inputs: how finely they are written, and how keys move them.
 *
 * @import { Scale } from '../types.js'
 *
 * @typedef {[x1: number, x2: number]} Place
 * @typedef {{ x: Scale, y: Scale }} Plane
 */

/** The plane is at least so many of the steps wide to which places are rounded: what is written is where it is read. */
const MIN_STEPS = 100;

/** Digits that are left of a multiple of the step: those beyond are the error of the multiplication. */
const MAX_DIGITS = 12;

/** @type {Record<string, Place>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/** The step to which places are rounded: a power of ten, or the least number where that is less. @param {Plane} plane */
function stepOf({ x }) {
  return 10 ** Math.floor(Math.log10((x.back(1) - x.back(0)) / MIN_STEPS)) || Number.MIN_VALUE;
}

/**
 * The place at these shares of the plane, from the left and from the bottom, or the nearest on it.
 * @param {Plane} plane
 * @param {number} across
 * @param {number} up
 * @returns {Place}
 */
export function placeAt(plane, across, up) {
  const size = stepOf(plane);
  // A sum with 0 has no -0.
  const rounded = (/** @type {number} */ value) =>
    Number((Math.round(value / size) * size).toPrecision(MAX_DIGITS)) + 0;
  return [rounded(plane.x.back(within(across))), rounded(plane.y.back(within(up)))];
}

/** @param {Plane} plane @returns {Place} */
export function middleOf(plane) {
  return placeAt(plane, 0.5, 0.5);
}

/**
 * Where an arrow key leads; null of any other key.
 * @param {Plane} plane
 * @param {Place} from
 * @param {string} key
 * @param {number} steps
 */
export function moved(plane, [x1, x2], key, steps) {
  const arrow = ARROWS[key];
  if (!arrow) return null;
  const size = steps * stepOf(plane);
  const goal = placeAt(plane, plane.x.at(x1 + size * arrow[0]), plane.y.at(x2 + size * arrow[1]));
  return /** @type {Place} */ (arrow[0] ? [goal[0], x2] : [x1, goal[1]]);
}

/** Puts an element at a place. @param {HTMLElement} element @param {Place} place @param {Plane} plane */
export function put({ style }, [x1, x2], { x, y }) {
  style.left = `${100 * x.at(x1)}%`;
  style.top = `${100 * (1 - y.at(x2))}%`;
}

/** @param {number} share */
function within(share) {
  return Math.min(1, Math.max(0, share));
}
