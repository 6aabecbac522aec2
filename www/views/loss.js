/**
 * The loss curve: the way behind in full ink, the recorded way ahead faded; dashed that of what is held out. It is also the
 * time line of the run: point at it to read it, drag it or use the arrow keys to go to an epoch.
 *
 * @import { Beside, Intents, Locale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setAttr, setText, svg } from '../draw/dom.js';
import { line, STRETCHED } from '../draw/path.js';
import { segmented } from './fields.js';
import { consume, hasModifier, keepDrags, ownKeys, shareAt } from './gestures.js';
import { lossAxes } from './loss/axes.js';
import { ghostsView } from './loss/ghosts.js';
import { testCurve } from './loss/test-curve.js';
import { choicesOf } from './options.js';

/** Pixels that a finger moves before it drags the curve, sideways, or scrolls the page, up or down. */
const MIN_DRAG_PX = 6;

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'seek' | 'set' | 'pin' | 'unpin'>} intents
 */
export function lossView(locale, { seek, set, pin, unpin }) {
  const { words } = locale;
  const axes = lossAxes(locale);
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
      ...axes.elements,
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
  /** Where a finger came down that neither drags nor scrolls yet. @type {{ x: number, y: number } | null} */
  let touch = null;
  let isDragged = false;

  /** @param {Snapshot} snapshot */
  function render(snapshot) {
    shown = snapshot;
    const { epoch, config, lossTrace, lossStride, loss, preview } = snapshot;
    scale.show(config.lossScale);
    setText(unit, /** @type {Record<string, string>} */ (words.lossUnits)[config.loss]);
    const key = axes.render(snapshot);
    const here = Math.floor(epoch / lossStride) + 1;
    const { x, up } = axes;
    const along = (/** @type {number} */ index) => x.at(index * lossStride);
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

  /** @param {Snapshot} snapshot */
  function describe({ epoch, loss, testLoss, config }) {
    // A run may have gone on to where it was allowed to then.
    setAttr(plot, 'aria-valuemax', Math.max(config.epochs, epoch));
    setAttr(plot, 'aria-valuenow', epoch);
    setAttr(plot, 'aria-valuetext', told(epoch, loss, testLoss));
  }

  /** @param {number} epoch @param {number} loss @param {number} [testLoss]  none, or NaN, where nothing is held out */
  function told(epoch, loss, testLoss = NaN) {
    const text = words.reading(locale.whole(epoch), locale.small(loss));
    return Number.isNaN(testLoss) ? text : `${text} · ${words.testLoss} ${locale.small(testLoss)}`;
  }

  /** The epoch under the pointer. @param {PointerEvent} event */
  function epochAt(event) {
    const [across] = shareAt(plot, event);
    return Math.round(axes.x.back(Math.min(1, Math.max(0, across))));
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
    // The end of a press is not told where the figure was taken away within it.
    if (!event.buttons) release();
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
    pointer.place(axes.x.at(index * shown.lossStride), axes.up(shown.lossTrace[index]));
    setText(reading, told(index * shown.lossStride, shown.lossTrace[index], shown.testLossTrace[index]));
  }

  function leave() {
    pointer.element.toggleAttribute('hidden', true);
    setText(reading, '');
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (!shown || hasModifier(event)) return;
    const little = Math.max(1, Math.round(axes.x.back(0.01)));
    /** @type {(epochs: number) => (now: Snapshot) => number} */
    const by =
      (epochs) =>
      ({ epoch, goal }) =>
        Math.max(0, (goal ?? epoch) + epochs);
    // What was asked for since the last frame counts: `shown` does not have it.
    /** @type {Record<string, (now: Snapshot) => number>} */
    const goals = {
      ArrowLeft: by(-little),
      ArrowDown: by(-little),
      ArrowRight: by(little),
      ArrowUp: by(little),
      PageDown: by(-10 * little),
      PageUp: by(10 * little),
      Home: () => 0,
      End: ({ furthest, goal }) => Math.max(furthest, goal ?? 0),
    };
    if (!(event.key in goals)) return;
    consume(event);
    seek(goals[event.key]);
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
      // An infinite loss is above the axis.
      setAttr(dot, 'cy', `${(100 * (1 - Math.min(1, y))).toFixed(2)}%`);
    },
  };
}
