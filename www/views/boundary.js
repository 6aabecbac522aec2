/**
 * The decision boundary: what the network would say anywhere around the data, as tints of the two classes, with the
 * contour where it cannot tell, and a dashed line where each unit of the first layer switches; on top the data, each point a
 * button that flips its label.
 *
 * The field is pixels, painted by the core into a small canvas that the style stretches; all else is vector.
 *
 * @import { Intents, Locale, Point, Scale, View } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { axis, variable } from '../draw/axis.js';
import { cut } from '../draw/cut.js';
import { html, setAttr, setText, svg } from '../draw/dom.js';
import { opacity } from '../draw/palette.js';
import { dots, segments, UNITS } from '../draw/path.js';
import { linear, tellingApart } from '../draw/scale.js';
import { SCATTER } from '../draw/scatter.js';
import { demand } from './door.js';
import { ownKeys, pointing } from './fields.js';
import { MAX_POINTS, written } from '../figure/attributes.js';
import { MAX_SINGLES } from '../figure/crowd.js';
import { targetsOf } from '../figure/output.js';
import { probe } from './probe.js';
import { fullStory } from './story.js';

/** Pixels a side: smooth enough to stretch, small enough to paint in every frame. */
const FIELD_PIXELS = 256;

/** Lines of more units than this are a thicket. */
const MAX_LINES = 8;

/** Shares of the answer at which the legend's tint is as the field's, straight in between. */
const LEGEND_STOPS = [0, 0.25, 0.4, 0.47, 0.5, 0.53, 0.6, 0.75, 1];

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'set' | 'point' | 'preview'>} intents
 * @returns {View}
 */
export function boundaryView(locale, { set, point, preview }) {
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
  const zeros = svg('path', { class: 'zero' });
  const ones = svg('path', { class: 'one' });
  // In turns: of two units that are one, both inks are seen.
  const lines = ['first', 'second'].map((which) => svg('path', { class: `unit ${which}`, part: 'unit' }));
  const buttons = html('div', { class: 'points' });
  const reading = probe(locale);
  const ends = ['', '', ''].map(() => html('span'));
  const answers = html('span', { class: 'answers' }, ...ends);
  answers.style.background = gradient();
  const switching = html('span');
  const switches = html('span', { class: 'switches' }, html('i'), switching);
  const element = html(
    'div',
    { class: 'view boundary', part: 'boundary' },
    html('header', {}, html('b', {}, words.boundary), html('span', { class: 'legend' }, answers, switches)),
    html(
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
        svg('svg', { viewBox: `0 0 ${UNITS} ${UNITS}`, preserveAspectRatio: 'none' }, zeros, ones, ...lines, contour),
        reading.cross,
      ),
      reading.element,
      buttons,
      reading.label,
      note,
    ),
  );

  /** @type {Snapshot | undefined} */
  let shown;
  /** @type {readonly Point[] | undefined} */
  let points;
  let colours = new Uint32Array(256);
  /** While the points are edited. @type {ReturnType<import('./door.js').OnDemand['editPoints']> | null} */
  let editor = null;

  canvas.addEventListener('contextrestored', () => shown && render(shown));

  /** @param {Snapshot} snapshot */
  function render(snapshot) {
    shown = snapshot;
    const [left1, right1, left2, right2] = snapshot.domain;
    const x = linear(left1, right1, 6);
    const y = linear(left2, right2, 6);
    if (points !== snapshot.points) {
      points = snapshot.points;
      bottom.render(labelled(x));
      left.render(labelled(y));
      place(x, y);
    }
    const scattered = snapshot.config.regions === 'scatter';
    element.classList.toggle('scattered', scattered);
    // Under the dots no field is seen: only its contour is evaluated.
    const contourPieces = scattered || !context ? snapshot.contour : snapshot.paint(context, FIELD_PIXELS, colours);
    setAttr(contour, 'd', segments(contourPieces, x.at, y.at));
    const crowd = points.length > MAX_SINGLES && !editor ? points : [];
    const dotsOf = scattered
      ? classes(SCATTER, snapshot.scatter)
      : classes(
          crowd,
          crowd.map(({ label }) => label),
        );
    setAttr(zeros, 'd', dots(dotsOf[0], x.at, y.at));
    setAttr(ones, 'd', dots(dotsOf[1], x.at, y.at));
    drawLines(snapshot, x, y);
    reading.render(snapshot, x, y);
    editor?.render(snapshot, { x, y });
    // A screen reader is told when something has come to rest, not in every frame.
    if (!snapshot.playing && snapshot.goal === null) {
      setAttr(canvas, 'aria-label', `${words.boundary}. ${fullStory(snapshot, locale)}`);
    }
  }

  /** @param {Snapshot} snapshot @param {Scale} x @param {Scale} y */
  function drawLines({ config, domain, parameters }, x, y) {
    const [zero, one] = targetsOf(config.output);
    [zero, (zero + one) / 2, one].forEach((target, i) => setText(ends[i], String(target)));
    const [count = 0] = config.layers;
    switches.hidden = count === 0;
    setText(switching, words.switches(count, MAX_LINES));
    const [{ W, B }] = parameters;
    /** @type {number[][]} */
    const pieces = [[], []];
    for (let unit = 0; unit < Math.min(count, MAX_LINES); unit++) {
      pieces[unit % 2].push(...cut([W[0][unit], W[1][unit], B[unit][0]], domain));
    }
    lines.forEach((path, i) => setAttr(path, 'd', segments(pieces[i], x.at, y.at)));
  }

  /**
   * The points as buttons, unless they are a crowd. One that is there already stays, and so does the focus on it.
   * @param {Scale} x
   * @param {Scale} y
   */
  function place(x, y) {
    const few = points && points.length <= MAX_SINGLES ? points : [];
    while (buttons.children.length > few.length) buttons.lastChild?.remove();
    few.forEach(({ x1, x2, label }, index) => {
      const button = /** @type {HTMLElement} */ (
        buttons.children[index] ??
          buttons.appendChild(
            html('button', { type: 'button', click: () => flip(index), ...pointing(index, point), ...ownKeys }),
          )
      );
      const name = words.flip(locale.brief(x1), locale.brief(x2), label);
      button.className = `point ${label ? 'one' : 'zero'}`;
      button.style.left = `${100 * x.at(x1)}%`;
      button.style.top = `${100 * (1 - y.at(x2))}%`;
      setAttr(button, 'aria-label', name);
      setAttr(button, 'title', name);
      setText(button, String(label));
    });
  }

  /** @param {Scale} scale */
  function labelled({ ticks, at }) {
    const format = tellingApart(ticks, locale.brief);
    return ticks.map((value) => ({ at: at(value), label: format(value) }));
  }

  /** Another label for a point. @param {number} index */
  function flip(index) {
    if (!shown) return;
    const flipped = shown.points.map(({ x1, x2, label }, i) => [x1, x2, i === index ? 1 - label : label]);
    const isGate = !Array.isArray(shown.config.data);
    set('data', isGate ? flipped.map(([, , label]) => label).join('') : written(flipped));
  }

  async function edit() {
    const { editPoints } = await demand();
    if (!shown) return;
    editor ??= editPoints(locale, {
      view: element,
      plot: /** @type {HTMLElement} */ (buttons.parentElement),
      limit: MAX_POINTS,
      set,
      preview,
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

/**
 * Those of class 0, and those of class 1.
 * @template T
 * @param {readonly T[]} items
 * @param {ArrayLike<number>} labels
 */
function classes(items, labels) {
  return [items.filter((_, i) => !labels[i]), items.filter((_, i) => labels[i])];
}
