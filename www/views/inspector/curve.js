/**
 * The curve of a unit's activation, the examples standing on it and its slope at each.
 *
 * @import { UnitLine } from '../../figure/snapshot/contributions.js'
 * @import { Context } from './ledger.js'
 */
import { axis } from '../../draw/axis.js';
import { html, setAttr, svg } from '../../draw/dom.js';
import { dots, line, segments, STRETCHED } from '../../draw/path.js';
import { linear, roundUp } from '../../draw/scale.js';
import { activationOf } from '../../figure/snapshot/activations.js';
import { MAX_LISTED_POINTS } from '../../figure/snapshot/examples.js';

/** Pieces of the curve; an even number, so that a bend at 0 is met. */
const PIECES = 96;

/** The least range of Z to either side: where most of a sigmoid's rise is. */
const MIN_REACH = 5;

/** How far a slope is drawn to either side of its example, of the plot's width; and the plot's height, of its width. */
const TANGENT_SHARE = 0.1;
const HEIGHT_SHARE = 0.4;

/**
 * @param {Context} context
 * @param {number} layer
 * @param {number} unit
 */
export function curve({ locale, config, points, notation }, layer, unit) {
  const words = locale.words.inspect;
  const { name, value, range } = activationOf(config, layer);
  const [bottom, left] = [axis('bottom'), axis('left')];
  const shape = svg('path', { class: 'activation' });
  const slopes = svg('path', { class: 'slopes' });
  const classes = [svg('path', { class: 'zero' }), svg('path', { class: 'one' })];
  const ring = svg('circle', { class: 'ring', r: '.55em' });
  const element = html(
    'div',
    { class: 'plot', role: 'img', 'aria-label': words.curve(name, notation.unit(layer, unit)) },
    svg(
      'svg',
      { 'aria-hidden': 'true' },
      bottom.element,
      left.element,
      svg('svg', STRETCHED, shape, slopes, ...classes),
      ring,
      svg('text', { class: 'name', x: '100%', y: '100%', dx: '-.3em', dy: '-.5em' }, `Z${layer + 1}`),
      svg('text', { class: 'name', dx: '1.2em', dy: '.8em' }, layer === notation.last ? 'Yhat' : `A${layer + 1}`),
    ),
  );
  let reach = 0;
  let [x, y] = [linear(-1, 1), linear(0, 1)];

  /** @param {number} wanted  the range of Z to either side */
  function frame(wanted) {
    reach = wanted;
    x = linear(-reach, reach);
    // Of ReLU -0, which would be written with its sign.
    const [low, high] = range ?? [value(-reach) + 0, value(reach)];
    y = linear(low, high, 3);
    const format = (/** @type {number} */ tick) => locale.brief(tick).replaceAll(' ', '');
    bottom.render(x, format);
    left.render(y, format);
    const at = (/** @type {number} */ i) => -reach + (2 * reach * i) / PIECES;
    const values = Array.from({ length: PIECES + 1 }, (_, i) => value(at(i)));
    setAttr(
      shape,
      'd',
      line(values, 0, values.length, (i) => x.at(at(i)), y.at),
    );
  }

  return {
    element,
    /** @param {UnitLine[]} lines @param {number} attended */
    fill(lines, attended) {
      const wanted = roundUp(Math.max(MIN_REACH, ...lines.map(({ z }) => Math.abs(z))));
      if (wanted !== reach) frame(wanted);
      const rise = (HEIGHT_SHARE * 2 * reach) / (y.back(1) - y.back(0));
      // Of many only the one that is attended to.
      const sloped = lines.length > MAX_LISTED_POINTS ? [lines[attended]] : lines;
      const ends = sloped.flatMap(({ z, a, slope }) => {
        const half = (TANGENT_SHARE * 2 * reach) / Math.hypot(1, slope * rise);
        return [z - half, a - slope * half, z + half, a + slope * half];
      });
      setAttr(slopes, 'd', segments(ends, x.at, y.at));
      classes.forEach((path, label) => {
        const own = lines.filter(({ example }) => Number(points[example].label !== 0) === label);
        setAttr(path, 'd', dots(own.map(({ z, a }) => ({ x1: z, x2: a })), x.at, y.at)); // prettier-ignore
      });
      const { z, a } = lines[attended];
      setAttr(ring, 'cx', `${100 * x.at(z)}%`);
      setAttr(ring, 'cy', `${100 * (1 - y.at(a))}%`);
    },
  };
}
