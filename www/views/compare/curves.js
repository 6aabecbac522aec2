/**
 * The loss curves of the compared runs, and a legend that says what differs.
 *
 * @import { FullLocale } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { html, setAttr, setText, svg } from '../../draw/dom.js';
import { line } from '../../draw/path.js';
import { swatch } from '../swatch.js';

/** @param {FullLocale} locale */
export function curvesView({ words }) {
  const element = svg('g');
  const said = html('span', { class: 'unseen' });
  const names = html('div', { class: 'names', 'aria-hidden': 'true' });
  const legend = html('div', {}, said, names);
  let shown = '';

  /** @param {string[]} titles  of the figure's own run and of the others */
  function build(titles) {
    shown = titles.join('\n');
    setText(said, words.compare.curves(titles));
    names.replaceChildren(
      ...titles.map((title, place) => html('div', { class: 'entry' }, html('span', {}, swatch(styleOf(place)), title))),
    );
    const path = (/** @type {string} */ style) => svg('path', { class: style });
    element.replaceChildren(
      ...titles.slice(1).flatMap((_, i) => [path(styleOf(i + 1)), path(`${styleOf(i + 1)} ahead`)]),
    );
  }

  return {
    element,
    legend,

    /**
     * @param {Snapshot} snapshot
     * @param {string[]} titles
     * @param {{ x: (epoch: number) => number, y: (loss: number) => number }} axes
     */
    render({ variants }, titles, { x, y }) {
      if (titles.join('\n') !== shown) build(titles);
      variants.forEach(({ epoch, lossTrace, lossStride }, i) => {
        const here = Math.floor(epoch / lossStride) + 1;
        const along = (/** @type {number} */ index) => x(index * lossStride);
        setAttr(element.children[2 * i], 'd', line(lossTrace, 0, here, along, y));
        setAttr(element.children[2 * i + 1], 'd', line(lossTrace, here - 1, lossTrace.length, along, y));
      });
    },
  };
}

/** The figure's own curve is a plain line, each other one of dashes. @param {number} place  0 is the figure's own */
export function styleOf(place) {
  return place ? `variant dashes-${place}` : 'behind';
}
