/**
 * On one axis of epochs: how many starts solved when, and below it the losses of all, that of the present run among them.
 *
 * @import { Config, FullLocale } from '../../types.js'
 * @import { Starts } from '../../figure/session/starts.js'
 * @import { Group } from './groups.js'
 */
import { axis } from '../../draw/axis.js';
import { html, setAttr, svg } from '../../draw/dom.js';
import { extent, lossScale, MIN_LOSS } from '../../draw/losses.js';
import { line, STRETCHED, UNITS } from '../../draw/path.js';
import { linear } from '../../draw/scale.js';
import { total } from '../../figure/snapshot/total.js';

/** Bars of the histogram. */
const BARS = 40;

/** Entries of all losses together that are drawn: while they grow, often, and at rest. */
const MAX_ENTRIES_GOING = 8_000;
const MAX_ENTRIES = 40_000;

/** @param {FullLocale} locale */
export function curvesView({ words, brief }) {
  const bottom = axis('bottom');
  const tally = axis('left');
  const left = axis('left', { grid: true });
  const bars = svg('path', { class: 'bars' });
  const losses = svg('g');
  const present = svg('path', { class: 'behind' });
  const element = html(
    'div',
    { class: 'plot', 'aria-hidden': 'true' },
    svg(
      'svg',
      {},
      svg('text', { class: 'heading', dy: '-.6em' }, words.seeds.solvedWhen),
      svg('svg', { height: '32%' }, tally.element, svg('svg', STRETCHED, bars)),
      svg('text', { class: 'heading', y: '44%', dy: '-.6em' }, words.loss),
      svg('svg', { y: '44%', height: '56%' }, left.element, svg('svg', STRETCHED, losses, present)),
      bottom.element,
      svg('text', { class: 'name end', x: '100%', y: '100%', dy: '2.7em' }, words.epoch),
    ),
  );

  /**
   * @param {Starts} starts
   * @param {Group[]} groups
   * @param {{ first: Config, present: number, scale: string }} shown  `present`: the seed of the run at hand
   */
  function render(starts, groups, { first, present: seed, scale }) {
    const x = linear(0, Math.max(1, first.epochs), 3);
    bottom.render(x, brief);
    drawBars(starts.runs.map(({ solvedAt }) => x.at(solvedAt)).filter((share) => share >= 0));

    const traces = starts.runs.map((_, k) => starts.trace(k));
    const [least, greatest] = extent(traces);
    const y = greatest > MIN_LOSS ? lossScale(scale, least, greatest) : lossScale(scale, 0.1, 1);
    left.render(y, brief);
    const entries = total(traces.map(({ length }) => length));
    const step = Math.max(1, Math.ceil(entries / (starts.active ? MAX_ENTRIES_GOING : MAX_ENTRIES)));
    const curve = (/** @type {Float64Array} */ trace, /** @type {number} */ step) =>
      line(
        step === 1 ? trace : trace.filter((_, i) => i % step === 0),
        0,
        Math.ceil(trace.length / step),
        (i) => x.at(i * step * starts.traceStride),
        y.at,
      );
    losses.replaceChildren(
      ...groups.map(({ outcome, places }) =>
        svg('path', { class: `loss-of ${outcome}`, d: places.map((k) => curve(traces[k], step)).join('') }),
      ),
    );
    const own = starts.runs.findIndex((run) => run.seed === seed);
    setAttr(present, 'd', own < 0 ? '' : curve(traces[own], 1));
  }

  /** @param {number[]} shares  of the axis */
  function drawBars(shares) {
    const counts = new Array(BARS).fill(0);
    for (const share of shares) counts[Math.min(BARS - 1, Math.floor(share * BARS))]++;
    const y = linear(0, Math.max(2, ...counts), 2);
    tally.render({ ...y, ticks: y.ticks.filter(Number.isInteger) }, brief);
    const width = Math.floor(UNITS / BARS);
    const bar = (/** @type {number} */ count, /** @type {number} */ i) =>
      count
        ? `M${i * width + width / 8} ${UNITS}V${Math.round(UNITS * (1 - y.at(count)))}h${(width * 3) / 4}V${UNITS}`
        : '';
    setAttr(bars, 'd', counts.map(bar).join(''));
  }

  return { element, render };
}
