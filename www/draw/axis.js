/**
 * An axis of thin ticks and their labels, in percentages of the plot it lies under, so that neither a resize nor a
 * zoom asks anything of a script:
 *
 *     plot 0 %                 100 %
 *     |________________________|
 *     '       '       '       '     <- bottom: ticks hang below, labels under them
 *
 * @import { Scale } from '../types.js'
 */
import { svg } from './dom.js';

/**
 * @param {'bottom' | 'left'} side
 * @param {{ grid?: boolean }} [options]  `grid`: a hairline across the plot at each tick
 */
export function axis(side, { grid = false } = {}) {
  const bottom = side === 'bottom';
  const element = svg('g', { class: `axis ${side}` });
  let drawn = '';

  /** @param {Pick<Scale, 'at' | 'ticks'>} scale @param {(value: number) => string} format  of the labels */
  function render(scale, format) {
    const ticks = scale.ticks.map((value) => ({ at: scale.at(value), label: format(value) }));
    const key = ticks.map(({ at, label }) => `${at} ${label}`).join();
    if (key === drawn) return;
    drawn = key;
    element.replaceChildren(
      bottom ? svg('line', { x2: '100%', y1: '100%', y2: '100%' }) : svg('line', { y2: '100%' }),
      ...ticks.map(({ at, label }) =>
        bottom
          ? svg(
              'svg',
              { x: `${100 * at}%`, y: '100%' },
              svg('line', { y2: 4 }),
              // The label of the very end does not stick out.
              svg('text', { dy: '1.35em', class: at > 0.97 ? 'end' : null }, label),
            )
          : svg(
              'svg',
              { y: `${100 * (1 - at)}%` },
              ...(grid ? [svg('line', { class: 'grid', x2: '100%' })] : []),
              svg('line', { x2: -4 }),
              svg('text', { x: -8, dy: '0.35em' }, label),
            ),
      ),
    );
  }

  return { element, render };
}

/** A letter with a small digit, as x1. @param {string} letter @param {string} digit */
export function variable(letter, digit) {
  return svg('tspan', {}, letter, svg('tspan', { class: 'sub', dy: '0.25em' }, digit));
}
