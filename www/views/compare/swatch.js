import { svg } from '../../draw/dom.js';

/** The line of a run in a legend. @param {number} place  0 is the figure's own */
export function swatch(place) {
  const line = svg('line', { class: styleOf(place), x2: '100%', y1: '50%', y2: '50%' });
  return svg('svg', { class: 'swatch', 'aria-hidden': 'true' }, line);
}

/** The figure's own curve is a plain line, each other one of dashes. @param {number} place */
export function styleOf(place) {
  return place ? `variant dashes-${place}` : 'behind';
}
