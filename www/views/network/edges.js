/**
 * The edges between two columns of the diagram: blue lines raise what they enter, orange and dashed ones lower it, and the
 * thicker the more. The lines stand in a box that the style stretches: from 0 to BOX_WIDTH, and in hundredths of an em from
 * the top.
 *
 * @import { Arrangement } from '../../draw/arrangement.js'
 */
import { compact } from '../../draw/digits.js';
import { setAttr, svg } from '../../draw/dom.js';
import { HIDDEN, opacityOf, sortOf, widthOf } from '../../draw/strokes.js';

const BOX_WIDTH = 100;
const UNITS_PER_EM = 100;

/** Masks made so far: each has an id of its own. */
let masks = 0;

/**
 * @param {Arrangement} arrangement
 * @param {number} layer  that of the parameters: its edges start in the column of this number
 */
export function edgesView(arrangement, layer) {
  const { sizes, unit, height, hasNumbers, isCrowded, margin, x, y } = arrangement;
  const [starts, ends] = [layer, layer + 1].map((column) =>
    Array.from({ length: sizes[column] }, (_, i) => y(column, i)),
  );
  const thinner = Math.max(0.4, Math.min(1, unit / 3));
  const halo = svg('path', { class: 'halo' });
  const lines = svg('g');
  const box = { viewBox: `0 0 ${BOX_WIDTH} ${UNITS_PER_EM * height}`, preserveAspectRatio: 'none' };
  const masked = svg('g', {}, svg('svg', box, lines));
  const element = svg('svg', { class: 'edges', 'aria-hidden': 'true' }, svg('svg', box, halo), masked);
  /** Where the numbers stand the lines are interrupted: the gaps, row by row of W. @type {SVGElement[]} */
  const rooms = [];
  /** Of their numbers, in characters. @type {number[]} */
  const lengths = [];
  const [before, after] = [margin(layer), margin(layer + 1)];
  element.style.left = `calc(${100 * x(layer)}% + ${before}em)`;
  element.style.width = `calc(${100 * (x(layer + 1) - x(layer))}% - ${before + after}em)`;
  element.style.height = `${height}em`;
  if (hasNumbers) {
    const id = `edges-${masks++}`;
    element.append(gaps(id));
    masked.setAttribute('mask', `url(#${id})`);
  }

  /** By sort. @type {Map<number, SVGPathElement>} */
  const paths = new Map();
  /** Of each edge, row by row of W; HIDDEN where it is not drawn. */
  const sorts = new Int8Array(starts.length * ends.length).fill(HIDDEN);

  /** @param {number} from @param {number} to */
  const line = (from, to) =>
    `M0 ${Math.round(UNITS_PER_EM * starts[from])}L${BOX_WIDTH} ${Math.round(UNITS_PER_EM * ends[to])}`;

  /** @param {number} sort */
  function pathOf(sort) {
    let path = paths.get(sort);
    if (!path) {
      path = svg('path', { class: sort > 0 ? 'positive' : sort < 0 ? 'negative' : 'nothing' });
      path.style.strokeWidth = `${(thinner * widthOf(sort)).toFixed(3)}em`;
      if (isCrowded) path.style.opacity = String(opacityOf(sort));
      paths.set(sort, path);
      lines.append(path);
    }
    return path;
  }

  return {
    element,

    /** @param {(from: number, to: number) => number | null} valueOf  null for an edge that is not drawn */
    render(valueOf) {
      const changed = new Set();
      for (let from = 0, k = 0; from < starts.length; from++) {
        for (let to = 0; to < ends.length; to++, k++) {
          const value = valueOf(from, to);
          const sort = value === null ? HIDDEN : sortOf(value);
          if (sort === sorts[k]) continue;
          changed.add(sorts[k]).add(sort);
          sorts[k] = sort;
        }
      }
      changed.delete(HIDDEN);
      if (changed.size === 0) return;
      /** @type {Map<number, string>} */
      const drawn = new Map([...changed].map((sort) => [sort, '']));
      sorts.forEach((sort, k) => {
        const path = drawn.get(sort);
        if (path !== undefined) drawn.set(sort, path + line(Math.floor(k / ends.length), k % ends.length));
      });
      for (const [sort, path] of drawn) if (path || paths.has(sort)) setAttr(pathOf(sort), 'd', path);
    },

    /** Makes each gap as wide as the number in it. @param {number[][]} W */
    interrupt(W) {
      rooms.forEach((room, k) => {
        const { length } = compact(W[Math.floor(k / ends.length)][k % ends.length]);
        if (length === lengths[k]) return;
        lengths[k] = length;
        room.style.setProperty('--digits', String(length));
        room.classList.toggle('nothing', length === 1);
      });
    },

    /** Whether they are few, of the many. @param {boolean} few */
    single(few) {
      element.classList.toggle('alone', few);
    },

    /** Lays a halo around edges. @param {{ from: number, to: number }[]} edges */
    mark(edges) {
      setAttr(halo, 'd', edges.map(({ from, to }) => line(from, to)).join(''));
    },

    /**
     * The edge that is nearest to a place on the screen, and how far it is, in pixels.
     * @param {number} clientX
     * @param {number} clientY
     */
    nearest(clientX, clientY) {
      const box = element.getBoundingClientRect();
      const across = (clientX - box.left) / box.width;
      if (!(across >= 0 && across <= 1)) return null;
      const em = box.height / height;
      let nearest = { from: 0, to: 0, distance: Infinity };
      for (let from = 0; from < starts.length; from++) {
        for (let to = 0; to < ends.length; to++) {
          const rise = ends[to] - starts[from];
          const below =
            (clientY - box.top - em * (starts[from] + across * rise)) / Math.hypot(1, (em * rise) / box.width);
          const distance = Math.abs(below);
          if (distance < nearest.distance) nearest = { from, to, distance };
        }
      }
      return nearest;
    },
  };

  /** @param {string} id */
  function gaps(id) {
    return svg(
      'mask',
      { id, maskUnits: 'userSpaceOnUse', x: '-20%', y: '-10%', width: '140%', height: '120%' },
      svg('rect', { x: '-20%', y: '-10%', width: '140%', height: '120%', fill: '#fff' }),
      ...starts.flatMap((_, from) =>
        ends.map((_, to) => {
          const { at, y } = arrangement.onEdge({ layer, from, to });
          const room = svg('rect', { class: 'room' });
          rooms.push(room);
          return svg('svg', { x: `${100 * at}%`, y: `${y}em` }, room);
        }),
      ),
    );
  }
}
