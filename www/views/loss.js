/**
 * The loss curve: the way behind in full ink, the recorded way ahead faded; dashed that of what is held out. It is also the
 * time line of the run: point at it to read it, drag it or use the arrow keys to go to an epoch.
 *
 * @import { Beside, Intents, Locale, Trace } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { axis } from '../draw/axis.js';
import { html, setAttr, setText, svg } from '../draw/dom.js';
import { extent, MIN_LOSS } from '../draw/losses.js';
import { line, STRETCHED } from '../draw/path.js';
import { linear, logarithmic, roundUp } from '../draw/scale.js';
import { keepDrags, ownKeys, segmented } from './fields.js';
import { ghostsView } from './ghosts.js';
import { choicesOf } from './options.js';
import { testCurve } from './test-curve.js';

/** A run of at most so many epochs has its axis from the start; the axis of a longer one grows by this factor, and seldom. */
const FIXED_EPOCHS = 30_000;
const AXIS_GROWTH = 5;

/** Epochs that the axis shows at least. */
const MIN_AXIS_EPOCHS = 1000;

/** On the logarithmic axis, the decades from the largest loss down that are shown from the start. */
const FIRST_DECADES = 2;

/** Pixels that a finger moves before it drags the curve, sideways, or scrolls the page, up or down. */
const MIN_DRAG_PX = 6;

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'seek' | 'set' | 'pin' | 'unpin'>} intents
 */
export function lossView(locale, { seek, set, pin, unpin }) {
  const { words } = locale;
  const bottom = axis('bottom');
  const left = axis('left', { grid: true });
  const ahead = svg('path', { class: 'ahead' });
  const behind = svg('path', { class: 'behind', part: 'curve' });
  const test = testCurve(locale);
  const ghosts = ghostsView(locale, { pin, unpin, set }, () => plot);
  const compared = svg('g');
  const foot = html('div', { class: 'foot' }, test.legend);
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
      pointerup: drop,
      pointercancel: release,
      pointerleave: leave,
      ...ownKeys,
      keydown: key,
    },
    svg(
      'svg',
      { 'aria-hidden': 'true' },
      left.element,
      bottom.element,
      svg('text', { class: 'name end', x: '100%', y: '100%', dy: '2.7em' }, words.epoch),
    ),
    // Apart from the axes, which then are not laid out again when this moves.
    svg(
      'svg',
      { 'aria-hidden': 'true' },
      svg('svg', STRETCHED, ghosts.curves, test.curves, compared, ahead, behind),
      now.element,
      pointer.element,
    ),
    reading,
  );
  const scale = segmented(words.lossScale, choicesOf('lossScale', locale), (value) => set('lossScale', value));
  const unit = html('small');
  const element = html(
    'div',
    { class: 'view loss', part: 'loss' },
    html('header', {}, html('b', {}, words.loss), unit, ghosts.button, scale.element),
    plot,
    html('div', { class: 'legends' }, ghosts.legend),
    foot,
  );

  /** @type {Snapshot | undefined} */
  let shown;
  /** @type {Beside | null} */
  let beside = null;
  /** Where the reader has gone to, perhaps since the last frame. */
  let at = 0;
  /** Where a finger came down that neither drags nor scrolls yet. @type {{ x: number, y: number } | null} */
  let touch = null;
  let isDragged = false;
  let x = linear(0, MIN_AXIS_EPOCHS);
  let y = linear(0, 1);
  /** Ends of the axes of the run at hand: they grow, and never shrink under the eye. */
  let right = 0;
  let low = Infinity;
  let high = 0;
  /** The loss at epoch 0 of the run at hand: where it is another, the run is. */
  let start = NaN;
  /** What the axes know of the whole run. @type {Trace | null} */
  let known = null;
  /** What the axes were made for. */
  let axes = '';

  /** @param {Snapshot} snapshot */
  function render(snapshot) {
    shown = snapshot;
    const { epoch, config, lossTrace, lossStride, loss, preview } = snapshot;
    at = snapshot.goal ?? epoch;
    scale.show(config.lossScale);
    setText(unit, /** @type {Record<string, string>} */ (words.lossUnits)[config.loss]);
    fit(snapshot);
    const key = [right, low, high, config.lossScale].join();
    if (key !== axes) {
      axes = key;
      x = linear(0, right, 3);
      y = config.lossScale === 'log' ? logarithmic(low, high) : linear(0, roundUp(high * 1.05));
      bottom.render(x.ticks.map((value) => ({ at: x.at(value), label: locale.brief(value) })));
      left.render(y.ticks.map((value) => ({ at: y.at(value), label: locale.brief(value) })));
    }

    const here = Math.floor(epoch / lossStride) + 1;
    const along = (/** @type {number} */ index) => x.at(index * lossStride);
    const up = (/** @type {number} */ value) => y.at(Math.max(value, MIN_LOSS));
    if (preview) {
      const { epochs, losses } = preview.trace;
      setAttr(
        behind,
        'd',
        line(losses, 0, losses.length, (index) => x.at(epochs[index]), up),
      );
      setAttr(ahead, 'd', '');
    } else {
      setAttr(behind, 'd', line(lossTrace, 0, here, along, up));
      setAttr(ahead, 'd', here < lossTrace.length ? line(lossTrace, here - 1, lossTrace.length, along, up) : '');
    }
    test.render(snapshot, here, along, up);
    ghosts.render(snapshot.ghosts, preview?.config ?? config, { x: x.at, y: up, key });
    beside?.renderCurves(snapshot, { x: x.at, y: up });
    now.element.toggleAttribute('hidden', preview !== null);
    now.place(x.at(epoch), up(loss));
    if (!snapshot.playing) describe(snapshot);
  }

  /** Makes the axes long enough: at once, where the whole run is known. @param {Snapshot} snapshot */
  function fit({ furthest, config, lossTrace, testLossTrace, ahead, preview, ghosts, variants }) {
    const isNew = start !== lossTrace[0] || furthest === 0 || ahead !== known;
    if (isNew && !preview) {
      start = lossTrace[0];
      known = ahead;
      right = Math.min(config.epochs, config.epochs <= FIXED_EPOCHS ? config.epochs : MIN_AXIS_EPOCHS);
      high = MIN_LOSS;
      low = Infinity;
      if (known) {
        right = 0;
        include(known);
      } else {
        cover(lossTrace);
        low = high / 10 ** FIRST_DECADES;
      }
    }
    const most = Math.max(1, config.epochs, furthest);
    while (right < furthest) right = Math.min(most, Math.max(1, right) * AXIS_GROWTH);
    right = Math.max(1, right);
    cover(lossTrace);
    cover(testLossTrace);
    if (preview) include(preview.trace);
    for (const { trace } of ghosts) include(trace);
    for (const variant of variants) cover(variant.lossTrace);
    low = Math.max(MIN_LOSS, low);
  }

  /** @param {Trace} trace */
  function include({ epochs, losses }) {
    right = Math.max(right, epochs[epochs.length - 1]);
    cover(losses);
  }

  /** @param {ArrayLike<number> & Iterable<number>} losses */
  function cover(losses) {
    if (!losses.length) return;
    const [least, greatest] = extent([losses]);
    high = Math.max(high, greatest);
    low = Math.min(low, least);
  }

  /** @param {Snapshot} snapshot */
  function describe({ epoch, loss, testLoss, config }) {
    setAttr(plot, 'aria-valuemax', config.epochs);
    setAttr(plot, 'aria-valuenow', epoch);
    setAttr(plot, 'aria-valuetext', told(epoch, loss, testLoss));
  }

  /** @param {number} epoch @param {number} loss @param {number} [testLoss]  none, or NaN, where nothing is held out */
  function told(epoch, loss, testLoss = NaN) {
    const text = words.reading(locale.whole(epoch), locale.small(loss));
    return Number.isNaN(testLoss) ? text : `${text} · ${words.testLoss} ${locale.small(testLoss)}`;
  }

  /** The epoch under the pointer, by the plot's own coordinates: the figure may be turned or mirrored. @param {PointerEvent} event */
  function epochAt({ offsetX }) {
    return Math.round(x.back(Math.min(1, Math.max(0, offsetX / plot.clientWidth))));
  }

  /** @param {PointerEvent} event */
  function grab(event) {
    if (event.button !== 0) return;
    if (event.pointerType === 'touch') {
      // A second finger zooms the page.
      touch = event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
      return;
    }
    drag(event);
    seek(epochAt(event));
  }

  /** @param {PointerEvent} event */
  function drag({ pointerId }) {
    isDragged = true;
    plot.setPointerCapture(pointerId);
  }

  function release() {
    touch = null;
    isDragged = false;
  }

  /** A tap goes to its place. @param {PointerEvent} event */
  function drop(event) {
    if (touch) seek(epochAt(event));
    release();
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!shown) return;
    if (touch) {
      const sideways = Math.abs(event.clientX - touch.x);
      const upright = Math.abs(event.clientY - touch.y);
      if (Math.max(sideways, upright) > MIN_DRAG_PX) touch = null;
      if (sideways > MIN_DRAG_PX && sideways > upright) drag(event);
    }
    const epoch = epochAt(event);
    // Not hasPointerCapture: a finger is captured by itself, also one that will scroll the page.
    if (isDragged) seek(epoch);
    const index = Math.round(epoch / shown.lossStride);
    const known = index < shown.lossTrace.length;
    pointer.element.toggleAttribute('hidden', !known);
    if (!known) return setText(reading, '');
    pointer.place(x.at(index * shown.lossStride), y.at(Math.max(shown.lossTrace[index], MIN_LOSS)));
    setText(reading, told(index * shown.lossStride, shown.lossTrace[index], shown.testLossTrace[index]));
  }

  function leave() {
    pointer.element.toggleAttribute('hidden', true);
    setText(reading, '');
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

  keepDrags(plot);
  plot.addEventListener('focus', () => shown && describe(shown));
  leave();
  return {
    element,
    render,

    /** @param {Beside | null} shown */
    beside(shown) {
      beside = shown;
      compared.replaceChildren(shown?.curves ?? '');
      foot.replaceChildren(test.legend, shown?.legend ?? '');
    },
  };
}

/** A hairline at an epoch with a dot on the curve. @param {string} name */
function cursor(name) {
  const dot = svg('circle');
  const element = svg('svg', { class: `cursor ${name}` }, svg('line', { y2: '100%' }), dot);
  return {
    element,
    /** @param {number} x @param {number} y */
    place(x, y) {
      setAttr(element, 'x', `${(100 * x).toFixed(2)}%`);
      setAttr(dot, 'cy', `${(100 * (1 - y)).toFixed(2)}%`);
    },
  };
}
