/**
 * The decision boundary: what the network would say anywhere around the data, as tints of the two classes, with the
 * contour where it cannot tell; on top the data, each point a button that flips its label.
 *
 * The field is pixels, painted by the core into a small canvas that the style stretches; all else is vector.
 *
 * @import { Intents, Locale, Point, Scale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { axis } from '../draw/axis.js';
import { html, setAttr, setText, svg } from '../draw/dom.js';
import { colourOf, palette } from '../draw/palette.js';
import { dots, segments, UNITS } from '../draw/path.js';
import { linear, tellingApart } from '../draw/scale.js';
import { SCATTER } from '../draw/scatter.js';
import { ownKeys } from './fields.js';
import { written } from '../figure/attributes.js';
import { fullStory } from './story.js';

/** Pixels a side: smooth enough to stretch, small enough to paint in every frame. */
const FIELD_PIXELS = 256;

/** More points than this are dots, not buttons: nobody wants to tab through them. */
const MAX_BUTTONS = 8;

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'set'>} intents
 */
export function boundaryView(locale, { set }) {
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
  const buttons = html('div', { class: 'points' });
  const element = html(
    'div',
    { class: 'view boundary', part: 'boundary' },
    html('header', {}, html('b', {}, words.boundary)),
    html(
      'div',
      { class: 'plot' },
      canvas,
      svg(
        'svg',
        { 'aria-hidden': 'true' },
        bottom.element,
        left.element,
        svg('text', { class: 'name', x: '100%', y: '100%', dx: '-0.2em', dy: '1.35em' }, subscript('1')),
        svg('text', { class: 'name', dx: '-0.6em', dy: '0.7em' }, subscript('2')),
        svg('svg', { viewBox: `0 0 ${UNITS} ${UNITS}`, preserveAspectRatio: 'none' }, zeros, ones, contour),
      ),
      buttons,
      note,
    ),
  );

  /** @type {Snapshot | undefined} */
  let shown;
  /** @type {readonly Point[] | undefined} */
  let points;
  /** What the style had for the classes when it was last asked. @type {string[]} */
  let tints = [];
  let colours = palette([0, 0, 0], [0, 0, 0]);

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
    const crowd = points.length > MAX_BUTTONS ? points : [];
    const dotsOf = scattered
      ? classes(SCATTER, snapshot.scatter)
      : classes(
          crowd,
          crowd.map(({ label }) => label),
        );
    setAttr(zeros, 'd', dots(dotsOf[0], x.at, y.at));
    setAttr(ones, 'd', dots(dotsOf[1], x.at, y.at));
    // A screen reader is told when something has come to rest, not in every frame.
    if (!snapshot.playing && snapshot.goal === null) {
      setAttr(canvas, 'aria-label', `${words.boundary}. ${fullStory(snapshot, locale)}`);
    }
  }

  /**
   * The points as buttons, unless they are a crowd. One that is there already stays, and so does the focus on it.
   * @param {Scale} x
   * @param {Scale} y
   */
  function place(x, y) {
    const few = points && points.length <= MAX_BUTTONS ? points : [];
    while (buttons.children.length > few.length) buttons.lastChild?.remove();
    few.forEach(({ x1, x2, label }, index) => {
      const button = /** @type {HTMLElement} */ (
        buttons.children[index] ??
          buttons.appendChild(html('button', { type: 'button', click: () => flip(index), ...ownKeys }))
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

  return {
    element,
    render,

    /** The colours are the style's to set; the painted pixels have to ask for them. Says whether they have changed. */
    recolour() {
      const now = [zeros, ones].map((path) => getComputedStyle(path).color);
      if (now.join() === tints.join()) return false;
      tints = now;
      colours = palette(colourOf(now[0]), colourOf(now[1]));
      return true;
    },
  };
}

/** x with a small digit. @param {string} digit */
function subscript(digit) {
  return svg('tspan', {}, 'x', svg('tspan', { class: 'sub', dy: '0.25em' }, digit));
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
