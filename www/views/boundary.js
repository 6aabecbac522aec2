/**
 * The decision boundary: what the network would say anywhere around the data, as tints of the two classes, with the
 * contour where it cannot tell, and a dashed line where each unit of the first layer switches; on top the data, each point a
 * button that flips its label. What is held out is hollow.
 *
 * The field is pixels, painted by the core into a small canvas that the style stretches; all else is vector.
 *
 * @import { Intents, Layout, Locale, Point, Scale, View } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { axis, variable } from '../draw/axis.js';
import { clipLine } from '../draw/clip.js';
import { minus } from '../draw/digits.js';
import { html, setAttr, setText, svg } from '../draw/dom.js';
import { opacity } from '../draw/palette.js';
import { dots, segments, STRETCHED } from '../draw/path.js';
import { put } from '../draw/plane.js';
import { linear, tellingApart } from '../draw/scale.js';
import { SCATTER } from '../draw/scatter.js';
import { MAX_POINTS, written } from '../figure/attributes.js';
import { dataOf, MAX_LISTED_POINTS } from '../figure/snapshot/examples.js';
import { targetsOf } from '../figure/snapshot/output.js';
import { ownKeys, pointing } from './gestures.js';
import { demand } from './loader.js';
import { probe } from './probe.js';
import { fullStory } from './story.js';

/** Pixels a side: smooth enough to stretch, small enough to paint in every frame. */
const FIELD_PIXELS = 256;

/** Units whose lines are drawn, from the first on: more lines could not be told apart. */
const MAX_UNIT_LINES = 8;

/** The share of an axis up to which its ticks have labels. */
const MAX_LABEL_SHARE = 0.92;

/** Shares of the answer at which the legend's tint is as the field's, straight in between. */
const LEGEND_STOPS = [0, 0.25, 0.4, 0.47, 0.5, 0.53, 0.6, 0.75, 1];

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'set' | 'point'>} intents
 * @returns {View}
 */
export function boundaryView(locale, { set, point }) {
  const { words } = locale;
  const canvas = html('canvas', {
    role: 'img',
    'aria-label': words.boundary,
    width: FIELD_PIXELS,
    height: FIELD_PIXELS,
  });
  const context = canvas.getContext('2d');
  const note = html('p', { class: 'note', hidden: context !== null }, words.noCanvas);

  const bottom = axis('bottom');
  const left = axis('left');
  const contour = svg('path', { class: 'contour', part: 'contour' });
  const marks = ['zero', 'one', 'zero hole', 'one hole'].map((name) => svg('path', { class: name }));
  // Dashes in turns, with gaps: lines that coincide, with each other or with the contour, are all seen.
  const lines = ['first', 'second'].map((which) => svg('path', { class: `unit ${which}`, part: 'unit' }));
  const buttons = html('div', { class: 'points' });
  const reading = probe(locale);
  const ends = ['', '', ''].map(() => html('span'));
  const answers = html('span', { class: 'answers' }, ...ends);
  answers.style.background = gradient();
  const switching = html('span');
  const switches = html('span', { class: 'switches' }, html('i'), switching);
  const plot = html(
    'div',
    { class: 'plot' },
    canvas,
    svg(
      'svg',
      { 'aria-hidden': 'true' },
      bottom.element,
      left.element,
      svg('text', { class: 'name', x: '100%', y: '100%', dx: '-0.2em', dy: '1.35em' }, variable('x', '1')),
      svg('text', { class: 'name', dx: '-0.6em', dy: '0.7em' }, variable('x', '2')),
    ),
    // Apart from the axes, which then are not laid out again when this moves.
    svg('svg', { 'aria-hidden': 'true' }, svg('svg', STRETCHED, ...marks, contour, ...lines), reading.cross),
    reading.element,
    buttons,
    reading.label,
    note,
  );
  const element = html(
    'div',
    { class: 'view boundary', part: 'boundary' },
    html('header', {}, html('b', {}, words.boundary), switches, answers),
    plot,
  );

  /** @type {Snapshot | undefined} */
  let shown;
  /** @type {readonly Point[] | undefined} */
  let points;
  /** While the points are edited. @type {ReturnType<typeof import('./on-demand.js').editPoints> | null} */
  let editor = null;
  /** x1 min, x1 max, x2 min, x2 max of the plane around them. @type {Float64Array} */
  let domain = new Float64Array(4);
  let [x, y] = [linear(0, 1), linear(0, 1)];
  /** @type {Snapshot['config'] | undefined} */
  let config;
  let colours = new Uint32Array(256);

  canvas.addEventListener('contextrestored', () => shown && render(shown));

  /** @param {Snapshot} snapshot */
  function render(snapshot) {
    shown = snapshot;
    if (points !== snapshot.points) {
      points = snapshot.points;
      domain = snapshot.domain;
      x = linear(domain[0], domain[1], 6);
      y = linear(domain[2], domain[3], 6);
      bottom.render(x, labels(x));
      left.render(y, labels(y));
      place(x, y);
    }
    const scattered = snapshot.config.regions === 'scatter';
    element.classList.toggle('scattered', scattered);
    // Under the dots no field is seen: only its contour is evaluated.
    const contourPieces = scattered || !context ? snapshot.contour : snapshot.paint(context, FIELD_PIXELS, colours);
    setAttr(contour, 'd', segments(contourPieces, x.at, y.at));
    const { heldOut } = snapshot;
    const asDots = points.length + heldOut.length > MAX_LISTED_POINTS && !editor ? [...points, ...heldOut] : [];
    const dotsOf = scattered ? classes(SCATTER, snapshot.scatter) : classes(asDots, labelsOf(asDots));
    const hollow = asDots.length && !scattered ? classes(heldOut, labelsOf(heldOut)) : [[], []];
    [...dotsOf, ...hollow].forEach((places, i) => setAttr(marks[i], 'd', dots(places, x.at, y.at)));
    if (config !== snapshot.config) {
      config = snapshot.config;
      explain(config);
    }
    drawLines(snapshot);
    reading.render(snapshot, x, y);
    editor?.render(snapshot, { x, y });
    // A screen reader is told when something has come to rest, not in every frame.
    if (!snapshot.playing && snapshot.goal === null) {
      setAttr(canvas, 'aria-label', `${words.boundary}. ${fullStory(snapshot, locale)}`);
    }
  }

  /** The legend. @param {Pick<Layout, 'output' | 'layers'>} config */
  function explain({ output, layers }) {
    const [zero, one] = targetsOf(output);
    [zero, (zero + one) / 2, one].forEach((target, i) => setText(ends[i], minus(String(target))));
    const [count = 0] = layers;
    switches.hidden = count === 0;
    setText(switching, words.switches(count, MAX_UNIT_LINES));
  }

  /** @param {Snapshot} snapshot */
  function drawLines({ config, parameters }) {
    const [count = 0] = config.layers;
    const [{ W, B }] = parameters;
    /** @type {number[][]} */
    const pieces = [[], []];
    for (let unit = 0; unit < Math.min(count, MAX_UNIT_LINES); unit++) {
      pieces[unit % 2].push(...clipLine([W[0][unit], W[1][unit], B[unit][0]], domain));
    }
    lines.forEach((path, i) => setAttr(path, 'd', segments(pieces[i], x.at, y.at)));
  }

  /**
   * The points as buttons, where they are few. One that is there already stays, and so does the focus on it.
   * @param {Scale} x
   * @param {Scale} y
   */
  function place(x, y) {
    const { heldOut = [] } = shown ?? {};
    const all = [...(points ?? []), ...heldOut];
    const few = all.length <= MAX_LISTED_POINTS ? all : [];
    const isHeldOut = (/** @type {number} */ index) => index >= all.length - heldOut.length;
    while (buttons.children.length > few.length) buttons.lastChild?.remove();
    few.forEach(({ x1, x2, label }, index) => {
      const button = /** @type {HTMLElement} */ (
        buttons.children[index] ??
          buttons.appendChild(
            html('button', { type: 'button', click: () => flip(index), ...pointing(index, attend), ...ownKeys }),
          )
      );
      const flips = words.flip(locale.brief(x1), locale.brief(x2), label);
      const name = isHeldOut(index) ? `${flips} (${words.heldOut})` : flips;
      button.className = `point ${label ? 'one' : 'zero'}${isHeldOut(index) ? ' hollow' : ''}`;
      put(button, [x1, x2], { x, y });
      setAttr(button, 'aria-label', name);
      setAttr(button, 'title', name);
      setText(button, String(label));
    });
  }

  /** The other views know only what is trained on. @param {number | null} example */
  function attend(example) {
    if (example === null || (points && example < points.length)) point(example);
  }

  /** Those of an axis, at whose end its name stands. @param {Scale} scale */
  function labels({ ticks, at }) {
    const format = tellingApart(ticks, locale.brief);
    return (/** @type {number} */ value) => (at(value) < MAX_LABEL_SHARE ? format(value) : '');
  }

  /** Another label for a point. @param {number} index */
  function flip(index) {
    if (!shown) return;
    const { row } = [...shown.points, ...shown.heldOut][index];
    const flipped = dataOf(shown).map(([x1, x2, label], i) => [x1, x2, i === row ? 1 - label : label]);
    const isGate = !Array.isArray(shown.config.data);
    set('data', isGate ? flipped.map(([, , label]) => label).join('') : written(flipped));
  }

  async function edit() {
    const { editPoints } = await demand();
    if (!shown) return;
    editor ??= editPoints(locale, {
      view: element,
      plot,
      limit: MAX_POINTS,
      set,
      close() {
        editor = null;
        draw();
      },
    });
    draw();
    editor.focus();
  }

  function draw() {
    element.classList.toggle('editing', editor !== null);
    if (shown) render(shown);
  }

  return {
    element,
    shape: 'square',
    render,
    prepare: (layout) => config || explain(layout),
    edit,

    point(example) {
      [...buttons.children].forEach((button, i) => button.classList.toggle('attended', i === example));
    },

    recolour(now) {
      colours = now;
    },
  };
}

/** The tints of the answers, from that of 0 to that of 1. */
function gradient() {
  const stops = LEGEND_STOPS.map((share) => {
    const ink = share < 0.5 ? 'zero' : 'one';
    return `color-mix(in srgb, var(--${ink}-fill) ${(100 * opacity(share)).toFixed(1)}%, transparent) ${100 * share}%`;
  });
  return `linear-gradient(to right, ${stops.join()})`;
}

/** @param {readonly Point[]} points */
function labelsOf(points) {
  return points.map(({ label }) => label);
}

/**
 * Those of class 0, and those of class 1.
 * @template T
 * @param {readonly T[]} items
 * @param {ArrayLike<number>} labels
 */
function classes(items, labels) {
  return [items.filter((_, i) => !labels[i]), items.filter((_, i) => labels[i])];
}
