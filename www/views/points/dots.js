/**
 * The points of the data as buttons on the plane, one of which at a time can be reached by Tab.
 *
 * @import { FullLocale } from '../../types.js'
 * @import { Place, Plane } from '../../draw/plane.js'
 * @import { Row } from './reader.js'
 */
import { html, setAttr, setText } from '../../draw/dom.js';
import { put } from '../../draw/plane.js';
import { MAX_LISTED_POINTS } from '../../figure/snapshot/examples.js';

/**
 * @param {FullLocale} locale
 * @param {HTMLElement} ground  under them, of the size of the plane; it has the focus where there is no point
 */
export function dotsView({ brief, whole, words: { editor: words, ...common } }, ground) {
  const element = html('div');
  /** @type {readonly Row[]} */
  let points = [];
  /** The indices of what is held out. @type {Set<number>} */
  let heldOut;
  /** @type {Plane} */
  let plane;
  /** The point that Tab reaches. */
  let current = 0;

  /** @param {number} index @returns {HTMLElement | undefined} */
  function at(index) {
    return /** @type {HTMLElement | undefined} */ (element.children[index]);
  }

  /** @param {number} index @param {Place} [place]  where it is held */
  function show(index, place) {
    const [x1, x2, label] = points[index];
    const button = at(index) ?? element.appendChild(html('button', { type: 'button' }));
    const isHeldOut = heldOut.has(index);
    button.className = `point ${label ? 'one' : 'zero'}${isHeldOut ? ' hollow' : ''}`;
    put(button, place ?? [x1, x2], plane);
    button.tabIndex = index === current ? 0 : -1;
    const [name1, name2] = (place ?? [x1, x2]).map(brief);
    const name = words.point(name1, name2, label, whole(index + 1), whole(points.length));
    setAttr(button, 'aria-label', isHeldOut ? `${name} (${common.heldOut})` : name);
    setText(button, String(label));
  }

  /** The focus goes to a point, or to the ground where there is none. @param {number} index */
  function focus(index) {
    const before = at(current);
    if (before) before.tabIndex = -1;
    current = Math.max(0, Math.min(index, points.length - 1));
    const button = at(current);
    if (button) button.tabIndex = 0;
    (button ?? ground).focus({ preventScroll: true });
  }

  return {
    element,
    show,
    focus,

    get current() {
      return current;
    },

    /** @param {readonly Row[]} next @param {Plane} scales @param {Set<number>} hollow */
    render(next, scales, hollow) {
      points = next;
      plane = scales;
      heldOut = hollow;
      current = Math.max(0, Math.min(current, points.length - 1));
      const hasFocus = element.matches(':focus-within');
      element.className = points.length > MAX_LISTED_POINTS ? 'crowd' : '';
      while (element.children.length > points.length) element.lastChild?.remove();
      points.forEach((_, index) => show(index));
      if (hasFocus && !element.matches(':focus-within')) focus(current);
    },

    /** @param {EventTarget | null} target */
    indexOf(target) {
      return [...element.children].indexOf(/** @type {Element} */ (target));
    },

    /** The point at the pointer, or -1: the nearest of those whose mark is there. @param {MouseEvent} event */
    nearest({ clientX, clientY }) {
      const { left, top, width, height } = ground.getBoundingClientRect();
      let distance = (at(0)?.getBoundingClientRect().width ?? 0) / 2;
      return points.reduce((found, [x1, x2], index) => {
        const away = Math.hypot(clientX - left - width * plane.x.at(x1), clientY - top - height * (1 - plane.y.at(x2)));
        if (away > distance) return found;
        distance = away;
        return index;
      }, -1);
    },
  };
}
