/**
 * The hidden space: each example as two units of the last hidden layer answer it, and the plane of the inputs bent into it,
 * as a grid. The output weighs these answers alone: for two units it draws one straight line here.
 *
 * @import { FullLocale, Point, Scale, View } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { axis, variable } from '../draw/axis.js';
import { clipLine } from '../draw/clip.js';
import { html, setAttr, setText, svg } from '../draw/dom.js';
import { dots, segments, STRETCHED, UNITS } from '../draw/path.js';
import { linear, roundUp } from '../draw/scale.js';
import { activationOf } from '../figure/snapshot/activations.js';
import { MAX_LISTED_POINTS } from '../figure/snapshot/examples.js';
import { logitOfBoundary } from '../figure/snapshot/output.js';
import { total } from '../figure/snapshot/total.js';
import { select } from './fields.js';
import { fan } from './hidden-space/fan.js';
import { tint } from './hidden-space/tint.js';

/** Lines of the grid in each direction, and points of each. */
const GRID_LINES = 9;
const GRID_POINTS = 33;

/** Part of the axes' range that is shown beyond either end. */
const MARGIN = 0.09;

/** Places are drawn within so many plots' widths of the plot, so that what is written is finite. */
const MAX_SHARE = 9;

/** @param {FullLocale} locale @returns {View} */
export function hiddenSpaceView(locale) {
  const { words } = locale;
  const bottom = axis('bottom');
  const left = axis('left');
  const names = [
    svg('text', { class: 'name', x: '100%', y: '100%', dy: '2.5em' }),
    svg('text', { class: 'name', dx: '-0.6em', dy: '0.7em' }),
  ];
  const field = tint();
  const grid = svg('path', { class: 'bent', part: 'grid' });
  const output = svg('path', { class: 'contour' });
  const leaders = svg('path', { class: 'leader' });
  const zeros = svg('path', { class: 'zero' });
  const ones = svg('path', { class: 'one' });
  const marks = html('div', { 'aria-hidden': 'true' });
  const picture = svg(
    'svg',
    { role: 'img', 'aria-label': words.hiddenSpace },
    svg('svg', { class: 'clipped', ...STRETCHED }, field.element, grid, output),
    bottom.element,
    left.element,
    ...names,
    svg('svg', STRETCHED, leaders, zeros, ones),
  );
  const choices = html('span', { class: 'choices' });
  const meaning = html('p', { class: 'meaning' });
  const element = html(
    'div',
    { class: 'view hidden-space', part: 'hidden-space' },
    html('header', {}, html('b', {}, words.hiddenSpace), choices),
    html('div', { class: 'plot' }, picture, marks),
    meaning,
  );

  /** @type {Snapshot | undefined} */
  let shown;
  /** @type {readonly Point[] | undefined} */
  let points;
  /** The ends of the grid's pieces and then the points: x1, x2 of each. */
  let inputs = new Float64Array();
  /** The units along the axes. */
  let chosen = [0, 1];
  /** What the choices and names were made for. */
  let made = 'nothing';
  /** The range of the axes, and what it was found for. */
  let range = [0, 1];
  let fitted = '';

  /** A single unit has an axis, and nothing across it. */
  const isSingle = () => shown?.config.layers.at(-1) === 1;

  /** @param {Snapshot} snapshot */
  function render(snapshot) {
    shown = snapshot;
    const { layers } = snapshot.config;
    if (points !== snapshot.points) {
      points = snapshot.points;
      inputs = Float64Array.from([...gridOf(snapshot.domain), ...points.flatMap(({ x1, x2 }) => [x1, x2])]);
    }
    if (made !== String(layers)) choose(layers);

    const places = placesOf(snapshot);
    const examples = places.slice(-2 * points.length);
    const [x, y] = scales(snapshot, examples);
    bottom.render(x, locale.brief);
    left.render(isSingle() ? { ...y, ticks: [] } : y, locale.brief);

    const count = inputs.length / 2 - points.length;
    setAttr(grid, 'd', lines(places, count, x, y));
    const line = lineOf(snapshot);
    const window = [x.back(0), x.back(1), y.back(0), y.back(1)];
    field.render(line, window, snapshot.config.output);
    setAttr(output, 'd', line ? segments(clipLine(line, window), x.at, y.at) : '');
    drawExamples(examples, x, y);
    if (!snapshot.playing) setAttr(picture, 'aria-label', described(examples));
  }

  /** What depends on the sizes of the layers alone. @param {number[]} layers */
  function choose(layers) {
    made = String(layers);
    const units = layers.at(-1) ?? 0;
    chosen = [0, Math.min(1, Math.max(0, units - 1))];
    const options = Array.from({ length: units }, (_, i) => /** @type {[string, string]} */ ([`${i}`, `${i + 1}`]));
    choices.replaceChildren(
      ...(units > 2 ? words.hiddenAxes : []).map((label, i) => {
        const menu = select(label, options, (value) => {
          chosen[i] = Number(value);
          name(units);
          if (shown) render(shown);
        });
        menu.show(`${chosen[i]}`);
        return menu.element;
      }),
    );
    setText(meaning, words.hiddenMeaning(units, layers.length));
    name(units);
  }

  /** @param {number} units */
  function name(units) {
    names.forEach((text, i) => text.replaceChildren(variable(units ? 'a' : 'x', `${units ? chosen[i] + 1 : i + 1}`)));
    names[1].toggleAttribute('hidden', units === 1);
    // Units that are chosen anew have ranges of their own.
    fitted = '';
  }

  /**
   * Where each input stands here, two numbers for each.
   * @param {Snapshot} snapshot
   */
  function placesOf(snapshot) {
    const { layers } = snapshot.config;
    if (layers.length === 0) return inputs;
    const answers = snapshot.activations(inputs);
    const [stride, start] = [total(layers) + 1, total(layers.slice(0, -1))];
    const places = new Float64Array(inputs.length);
    for (let i = 0; 2 * i < places.length; i++) {
      places[2 * i] = answers[i * stride + start + chosen[0]];
      places[2 * i + 1] = isSingle() ? 0 : answers[i * stride + start + chosen[1]];
    }
    return places;
  }

  /**
   * @param {Snapshot} snapshot
   * @param {Float64Array} examples
   * @returns {[Scale, Scale]}
   */
  function scales({ config, domain, furthest }, examples) {
    if (config.layers.length === 0) return [linear(domain[0], domain[1], 6), linear(domain[2], domain[3], 6)];
    const { range: whole } = activationOf(config, 0);
    // With an activation without bounds the axes grow.
    if (furthest === 0 || fitted !== config.activation) range = [...(whole ?? [0, 1])];
    fitted = config.activation;
    if (!whole) {
      const least = Math.min(...examples);
      const greatest = Math.max(...examples);
      if (greatest > range[1]) range[1] = beyond(greatest);
      // Small negative values, such as a leaky unit's, fit into the margin.
      if (least < range[0] - (range[1] - range[0]) * MARGIN) range[0] = -beyond(-least);
    }
    const margin = (range[1] - range[0]) * MARGIN;
    const scale = linear(range[0] - margin, range[1] + margin, 4);
    return [scale, isSingle() ? linear(-1, 1) : scale];
  }

  /** @param {Float64Array} examples @param {Scale} x @param {Scale} y */
  function drawExamples(examples, x, y) {
    if (!points) return;
    const few = points.length <= MAX_LISTED_POINTS ? points : [];
    while (marks.children.length > few.length) marks.lastChild?.remove();
    const at = points.map((_, i) => [x.at(examples[2 * i]), y.at(examples[2 * i + 1])]);
    let path = '';
    const offsets = fan(few, at);
    few.forEach(({ label }, i) => {
      const mark = /** @type {HTMLElement} */ (marks.children[i] ?? marks.appendChild(html('span')));
      const [right, up] = [0, 1].map((axis) => Math.min(0.97, Math.max(0.03, at[i][axis] + offsets[i][axis])));
      setAttr(mark, 'class', `point ${label ? 'one' : 'zero'}`);
      setText(mark, String(label));
      mark.style.left = `${(100 * right).toFixed(2)}%`;
      mark.style.top = `${(100 * (1 - up)).toFixed(2)}%`;
      path += `M${pixel(at[i][0])} ${pixel(1 - at[i][1])}L${pixel(right)} ${pixel(1 - up)}`;
    });
    setAttr(leaders, 'd', path);
    const dotsOf = (/** @type {number} */ label) =>
      at.flatMap(([x1, x2], i) => (points?.[i].label === label ? { x1, x2 } : []));
    const same = (/** @type {number} */ share) => share;
    setAttr(zeros, 'd', dots(dotsOf(0), same, same));
    setAttr(ones, 'd', dots(dotsOf(1), same, same));
  }

  /** @param {Float64Array} examples */
  function described(examples) {
    const few = points && points.length <= MAX_LISTED_POINTS ? points : [];
    const { brief, hundredths } = locale;
    const told = few.map(({ x1, x2, label }, i) => {
      const [a, b] = [hundredths(examples[2 * i]), hundredths(examples[2 * i + 1])];
      return words.hiddenPoint(brief(x1), brief(x2), label, isSingle() ? a : `${a}, ${b}`);
    });
    return [`${words.hiddenSpace}.`, meaning.textContent, ...told].join(' ');
  }

  return {
    element,
    shape: 'square',
    render,
    prepare({ layers }) {
      if (!shown) choose(layers);
    },
    point(example) {
      [...marks.children].forEach((mark, i) => mark.classList.toggle('attended', i === example));
    },
  };
}

/**
 * The output's weighted input less that of the boundary, over the two axes: [a, b, c] of a x + b y + c. Null where it depends
 * on more units than two.
 * @param {Snapshot} snapshot
 * @returns {[number, number, number] | null}
 */
function lineOf({ config, parameters }) {
  const { W, B } = parameters[parameters.length - 1];
  if (W.length > 2) return null;
  return [W[0][0], W[1]?.[0] ?? 0, B[0][0] - logitOfBoundary(config.output)];
}

/**
 * The points of the grid: lines along x2, and then along x1.
 * @param {Float64Array} domain
 */
function gridOf([left, right, bottom, top]) {
  const share = (/** @type {number} */ i, /** @type {number} */ count) => i / (count - 1);
  const places = [];
  for (const flipped of [false, true]) {
    for (let line = 0; line < GRID_LINES; line++) {
      for (let i = 0; i < GRID_POINTS; i++) {
        const [p, q] = [share(line, GRID_LINES), share(i, GRID_POINTS)];
        const [u, v] = flipped ? [q, p] : [p, q];
        places.push(left + u * (right - left), bottom + v * (top - bottom));
      }
    }
  }
  return places;
}

/**
 * One line through every GRID_POINTS places.
 * @param {Float64Array} places
 * @param {number} count
 * @param {Scale} x
 * @param {Scale} y
 */
function lines(places, count, x, y) {
  let path = '';
  for (let i = 0; i < count; i++) {
    path += `${i % GRID_POINTS ? 'L' : 'M'}${pixel(x.at(places[2 * i]))} ${pixel(1 - y.at(places[2 * i + 1]))}`;
  }
  return path;
}

/** A round number not far beyond this one. @param {number} value */
function beyond(value) {
  const step = roundUp(value / 4);
  return Math.ceil(value / step) * step;
}

/** @param {number} share */
function pixel(share) {
  return Math.round(Math.min(MAX_SHARE, Math.max(-MAX_SHARE, share)) * UNITS);
}
