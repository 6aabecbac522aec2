/**
 * The loss of what is held out, dashed beside the loss of what is trained on, and the names of both.
 *
 * @import { Locale } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { html, setAttr, svg } from '../../draw/dom.js';
import { line } from '../../draw/path.js';
import { swatch } from '../swatch.js';

/** @param {Locale} locale */
export function testCurve({ words }) {
  const behind = svg('path', { class: 'test' });
  const ahead = svg('path', { class: 'test ahead' });
  const legend = html(
    'div',
    { 'aria-hidden': 'true', hidden: true },
    ...words.curves.map((name, i) =>
      html('div', { class: 'entry' }, html('span', {}, swatch(i === 0 ? 'training' : 'test'), name)),
    ),
  );

  /**
   * @param {Snapshot} snapshot
   * @param {number} here  entries of the trace up to the present epoch
   * @param {(index: number) => number} x
   * @param {(loss: number) => number} y
   */
  function render({ testLossTrace, preview }, here, x, y) {
    const trace = preview ? [] : testLossTrace;
    legend.hidden = trace.length === 0;
    setAttr(behind, 'd', line(trace, 0, Math.min(here, trace.length), x, y));
    setAttr(ahead, 'd', line(trace, here - 1, trace.length, x, y));
  }

  return { curves: svg('g', {}, ahead, behind), legend, render };
}
