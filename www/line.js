/**
 * The line that a reader drags before there is any network: two ends, the four points of XOR, and how many of them are on
 * their side. The words are the page's, in attributes of the element.
 *
 *     <div class="line" data-end="End of the line at {x}, {y}" data-right="{n} of 4 right" data-best="{n} so far">
 */
import { html, setText, svg } from './draw/dom.js';

/** @typedef {[x1: number, x2: number]} Place */

/** The ends of the plane along both axes. */
const MIN = -0.3;
const MAX = 1.3;

/** How far an arrow key moves an end. */
const KEY_STEP = 0.05;

/** XOR. @type {[...Place, label: 0 | 1][]} */
const POINTS = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
];

/** @param {HTMLElement} element */
export function showLine(element) {
  const { end: endName = '', right: rightText = '', best: bestText = '' } = element.dataset;
  /** @type {[Place, Place]} */
  const ends = [
    [0.5, -0.12],
    [0.5, 1.12],
  ];
  let best = 0;
  /** Which label is on the left of the line, as one looks from the first end to the second. @type {0 | 1} */
  let left = 1;

  const halves = [svg('polygon', { class: 'zero' }), svg('polygon', { class: 'one' })];
  const line = svg('line');
  const points = POINTS.map(([, , label]) => html('span', { class: `dot ${label ? 'one' : 'zero'}` }, String(label)));
  points.forEach((point, i) => put(point, [POINTS[i][0], POINTS[i][1]]));
  const handles = ends.map((_, i) =>
    html('button', {
      type: 'button',
      class: 'end',
      pointerdown: (event) => event.currentTarget.setPointerCapture(event.pointerId),
      pointermove: (event) => drag(i, event),
      keydown: (event) => key(i, event),
    }),
  );
  const plane = html(
    'div',
    { class: 'plane' },
    svg('svg', { viewBox: '0 0 1 1', 'aria-hidden': 'true' }, ...halves, line),
    ...points,
    ...handles,
  );
  const right = html('b');
  const most = html('span');
  element.replaceChildren(plane, html('p', { role: 'status' }, right, ' · ', most));

  /** @param {number} i @param {PointerEvent} event */
  function drag(i, { pointerId, clientX, clientY }) {
    if (!handles[i].hasPointerCapture(pointerId)) return;
    const box = plane.getBoundingClientRect();
    const across = (clientX - box.left) / box.width;
    const down = (clientY - box.top) / box.height;
    move(i, [MIN + across * (MAX - MIN), MAX - down * (MAX - MIN)]);
  }

  /** @param {number} i @param {KeyboardEvent} event */
  function key(i, event) {
    const [x1, x2] = ends[i];
    /** @type {Record<string, Place>} */
    const goals = {
      ArrowLeft: [x1 - KEY_STEP, x2],
      ArrowRight: [x1 + KEY_STEP, x2],
      ArrowUp: [x1, x2 + KEY_STEP],
      ArrowDown: [x1, x2 - KEY_STEP],
    };
    if (!(event.key in goals)) return;
    event.preventDefault();
    move(i, goals[event.key]);
  }

  /** @param {number} i @param {Place} to */
  function move(i, to) {
    ends[i] = /** @type {Place} */ (to.map((x) => Math.min(MAX, Math.max(MIN, x))));
    render();
  }

  function render() {
    const sides = POINTS.map(([x1, x2]) => sideOf([x1, x2], ends));
    const rightWith = (/** @type {0 | 1} */ label) =>
      POINTS.filter(([, , own], i) => (sides[i] > 0 ? label : sides[i] < 0 ? 1 - label : NaN) === own).length;
    const other = left ? 0 : 1;
    if (rightWith(other) > rightWith(left)) left = other;
    const count = rightWith(left);
    best = Math.max(best, count);
    halves[left].setAttribute('points', halfPlane(ends, 1));
    halves[1 - left].setAttribute('points', halfPlane(ends, -1));
    const [[x1, y1], [x2, y2]] = ends.map(onScreen);
    for (const [name, value] of Object.entries({ x1, y1, x2, y2 })) line.setAttribute(name, String(value));
    ends.forEach((place, i) => {
      put(handles[i], place);
      const [x, y] = place.map((value) => value.toFixed(2));
      handles[i].setAttribute('aria-label', endName.replace('{x}', x).replace('{y}', y));
    });
    setText(right, rightText.replace('{n}', String(count)));
    setText(most, bestText.replace('{n}', String(best)));
  }

  render();
}

/** Which side of the line a place is on: above 0 left, below 0 right. @param {Place} place @param {[Place, Place]} ends */
function sideOf([x1, x2], [[a1, a2], [b1, b2]]) {
  return (b1 - a1) * (x2 - a2) - (b2 - a2) * (x1 - a1);
}

/** The part of the plane on one side of the line, as the points of a polygon. @param {[Place, Place]} ends @param {1 | -1} side */
function halfPlane(ends, side) {
  /** @type {Place[]} */
  const corners = [
    [MIN, MIN],
    [MAX, MIN],
    [MAX, MAX],
    [MIN, MAX],
  ];
  const inside = (/** @type {Place} */ place) => side * sideOf(place, ends);
  return corners
    .flatMap((corner, i) => {
      const next = corners[(i + 1) % 4];
      const [here, there] = [inside(corner), inside(next)];
      const share = here / (here - there);
      const crossing = /** @type {Place} */ (corner.map((x, axis) => x + share * (next[axis] - x)));
      return [...(here >= 0 ? [corner] : []), ...(here < 0 !== there < 0 ? [crossing] : [])];
    })
    .map((place) => onScreen(place).join())
    .join(' ');
}

/** From the plane to shares of the picture, from the top left. @param {Place} place @returns {Place} */
function onScreen([x1, x2]) {
  return [(x1 - MIN) / (MAX - MIN), (MAX - x2) / (MAX - MIN)];
}

/** @param {HTMLElement} element @param {Place} place */
function put(element, place) {
  const [x, y] = onScreen(place);
  element.style.left = `${100 * x}%`;
  element.style.top = `${100 * y}%`;
}
