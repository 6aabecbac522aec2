/**
 * The loss curve: the way behind in full ink, the recorded way ahead faded. It is also the time line of the run: point
 * at it to read it, drag it or use the arrow keys to go to an epoch.
 *
 * @import { Intents, Locale, Snapshot } from '../types.js'
 */
import { axis } from '../draw/axis.js';
import { html, mark, svg, write } from '../draw/dom.js';
import { line, UNITS } from '../draw/path.js';
import { linear, logarithmic, roundUp } from '../draw/scale.js';
import { segmented } from './fields.js';

/** Epochs that the axis shows at least, so that the first seconds do not rescale it again and again. */
const SHORTEST = 1000;

/** Losses below this are rounding. */
const LEAST = 1e-16;

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'seek' | 'set'>} intents
 */
export function lossView(locale, { seek, set }) {
  const { words } = locale;
  const bottom = axis('bottom');
  const left = axis('left', { grid: true });
  const ahead = svg('path', { class: 'ahead' });
  const behind = svg('path', { class: 'behind', part: 'curve' });
  const now = cursor('now');
  const pointer = cursor('pointer');
  const reading = html('span', { class: 'reading', 'aria-hidden': 'true' });
  const plot = html(
    'div',
    {
      class: 'plot',
      role: 'slider',
      tabindex: 0,
      'aria-label': words.seekSlider,
      'aria-valuemin': 0,
      'aria-valuenow': 0,
      pointerdown: grab,
      pointermove: move,
      pointerleave: leave,
      keydown: key,
    },
    svg(
      'svg',
      { 'aria-hidden': 'true' },
      left.element,
      bottom.element,
      svg('text', { class: 'name end', x: '100%', y: '100%', dy: '2.7em' }, words.epoch),
      svg('svg', { viewBox: `0 0 ${UNITS} ${UNITS}`, preserveAspectRatio: 'none' }, ahead, behind),
      now.element,
      pointer.element,
    ),
    reading,
  );
  const scale = segmented(
    words.lossScale,
    [
      ['log', words.logarithmic],
      ['linear', words.linear],
    ],
    (value) => set('lossScale', value),
  );
  const element = html(
    'div',
    { class: 'view loss', part: 'loss' },
    html('header', {}, html('b', {}, words.loss), html('small', {}, words.lossUnit), scale.element),
    plot,
  );

  /** @type {Snapshot | undefined} */
  let shown;
  /** Where the reader has gone to, perhaps since the last frame. */
  let at = 0;
  let x = linear(0, SHORTEST);
  let y = linear(0, 1);

  /** @param {Snapshot} snapshot */
  function render(snapshot) {
    shown = snapshot;
    const { epoch, furthest, config, lossTrace, lossStride, loss } = snapshot;
    at = snapshot.goal ?? epoch;
    scale.show(config.lossScale);
    x = linear(0, Math.max(1, furthest, Math.min(config.epochs, roundUp(Math.max(furthest, SHORTEST)))), 3);
    y = config.lossScale === 'log' ? decades(lossTrace) : linear(0, roundUp(Math.max(...extent(lossTrace)) * 1.05));
    bottom.render(x.ticks.map((value) => ({ at: x.at(value), label: locale.brief(value) })));
    left.render(y.ticks.map((value) => ({ at: y.at(value), label: locale.brief(value) })));

    const here = Math.floor(epoch / lossStride) + 1;
    const along = (/** @type {number} */ index) => x.at(index * lossStride);
    const up = (/** @type {number} */ value) => y.at(Math.max(value, LEAST));
    mark(behind, 'd', line(lossTrace, 0, here, along, up));
    mark(ahead, 'd', line(lossTrace, here - 1, lossTrace.length, along, up));
    now.place(x.at(epoch), up(loss));
    if (!snapshot.playing) describe(snapshot);
  }

  /** @param {Snapshot} snapshot */
  function describe({ epoch, loss, config }) {
    mark(plot, 'aria-valuemax', config.epochs);
    mark(plot, 'aria-valuenow', epoch);
    mark(plot, 'aria-valuetext', words.reading(locale.whole(epoch), locale.small(loss)));
  }

  /** The epoch under the pointer. @param {PointerEvent} event */
  function epochAt({ clientX }) {
    const { left, width } = plot.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientX - left) / width));
    return Math.round(x.back(share));
  }

  /** @param {PointerEvent} event */
  function grab(event) {
    if (event.button !== 0) return;
    plot.setPointerCapture(event.pointerId);
    seek(epochAt(event));
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!shown) return;
    const epoch = epochAt(event);
    if (plot.hasPointerCapture(event.pointerId)) seek(epoch);
    const index = Math.round(epoch / shown.lossStride);
    const known = index < shown.lossTrace.length;
    pointer.element.toggleAttribute('hidden', !known);
    if (!known) return write(reading, '');
    pointer.place(x.at(index * shown.lossStride), y.at(Math.max(shown.lossTrace[index], LEAST)));
    write(reading, words.reading(locale.whole(index * shown.lossStride), locale.small(shown.lossTrace[index])));
  }

  function leave() {
    pointer.element.toggleAttribute('hidden', true);
    write(reading, '');
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (!shown || event.altKey || event.ctrlKey || event.metaKey) return;
    const { furthest } = shown;
    const little = Math.max(1, Math.round(x.back(0.01)));
    /** @type {Record<string, number>} */
    const goals = {
      ArrowLeft: at - little,
      ArrowDown: at - little,
      ArrowRight: at + little,
      ArrowUp: at + little,
      PageDown: at - 10 * little,
      PageUp: at + 10 * little,
      Home: 0,
      End: furthest,
    };
    if (!(event.key in goals)) return;
    // Neither the page is to scroll, nor a slide show to turn.
    event.preventDefault();
    event.stopPropagation();
    at = Math.max(0, goals[event.key]);
    seek(at);
  }

  plot.addEventListener('focus', () => shown && describe(shown));
  leave();
  return { element, render };
}

/** A hairline at an epoch with a dot on the curve. @param {string} name */
function cursor(name) {
  const dot = svg('circle', { r: 3.5 });
  const element = svg('svg', { class: `cursor ${name}` }, svg('line', { y2: '100%' }), dot);
  return {
    element,
    /** @param {number} x @param {number} y */
    place(x, y) {
      mark(element, 'x', `${(100 * x).toFixed(2)}%`);
      mark(dot, 'cy', `${(100 * (1 - y)).toFixed(2)}%`);
    },
  };
}

/** @param {Float64Array} trace */
function decades(trace) {
  const [least, greatest] = extent(trace);
  return logarithmic(Math.max(least, LEAST), Math.max(greatest, 10 * LEAST));
}

/** The least and the greatest of the finite losses. @param {Float64Array} trace @returns {[number, number]} */
function extent(trace) {
  let least = Infinity;
  let greatest = LEAST;
  for (const loss of trace) {
    if (loss < least) least = loss;
    if (loss > greatest && loss < Infinity) greatest = loss;
  }
  return [Math.min(least, greatest), greatest];
}
