import { svg } from '../draw/dom.js';

/** A piece of a curve, beside its name. @param {string} style  the classes of the curve */
export function swatch(style) {
  const line = svg('line', { class: style, x2: '100%', y1: '50%', y2: '50%' });
  return svg('svg', { class: 'swatch', 'aria-hidden': 'true' }, line);
}
