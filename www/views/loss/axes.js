/**
 * The axes of the loss. They grow with a run and do not shrink before the next one; where the whole run is known they are long
 * enough at once.
 *
 * @import { Locale, Trace } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { axis } from '../../draw/axis.js';
import { extent, lossScale, MIN_LOSS } from '../../draw/losses.js';
import { linear } from '../../draw/scale.js';

/** A run of at most so many epochs has its axis from the start; the axis of a longer one grows by this factor, and seldom. */
const FIXED_EPOCHS = 30_000;
const AXIS_GROWTH = 5;

/** Epochs that the axis shows at least. */
const MIN_AXIS_EPOCHS = 1000;

/** On the logarithmic axis, the decades from the largest loss down that are shown from the start. */
const FIRST_DECADES = 2;

/** @param {Pick<Locale, 'brief' | 'briefest'>} locale */
export function lossAxes({ brief, briefest }) {
  const bottom = axis('bottom');
  const left = axis('left', { grid: true });
  let x = linear(0, MIN_AXIS_EPOCHS);
  let y = linear(0, 1);
  /** Ends of the axes of the run at hand. */
  let right = 0;
  let low = Infinity;
  let high = 0;
  /** The loss at epoch 0 of the run at hand: where it is another, the run is. */
  let start = NaN;
  /** What is known of the whole run. @type {Trace | null} */
  let known = null;
  /** What the scales were made for. */
  let key = '';

  /** @param {Snapshot} snapshot */
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

  return {
    elements: [left.element, bottom.element],

    /** Makes them long enough; the text is another for other axes. @param {Snapshot} snapshot */
    render(snapshot) {
      const kind = snapshot.config.lossScale;
      fit(snapshot);
      const scale = lossScale(kind, low, high);
      // A loss that falls within its decade leaves the axis as it is.
      const wanted = [kind, right, scale.back(0), scale.back(1)].join();
      if (wanted !== key) {
        key = wanted;
        x = linear(0, right, 3);
        y = scale;
        bottom.render(x, brief);
        left.render(y, briefest);
      }
      return key;
    },

    /** Of the epochs. */
    get x() {
      return x;
    },

    /** From a loss to a share of the plot. @param {number} loss */
    up: (loss) => y.at(loss),
  };
}
