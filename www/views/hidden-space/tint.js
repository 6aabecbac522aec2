/** The output's answer over a plane on which its weighted input rises straight: one gradient, of which a frame moves the ends. */
import { svg } from '../../draw/dom.js';
import { opacity } from '../../draw/palette.js';
import { UNITS } from '../../draw/path.js';

/** Weighted inputs, from that of the boundary, beyond which the answer has one shade. @type {Record<string, number>} */
const MAX_LOGIT = { sigmoid: 8, tanh: 4, linear: 0.5 };

/** Stops on either side of the boundary, in parts of MAX_LOGIT: dense where the tint is steep. */
const STOPS = [0, 0.005, 0.02, 0.05, 0.1, 0.18, 0.3, 0.45, 0.7, 1];

/** The rise of a flat plane, in weighted input across the plot: its shade is one all over. */
const MIN_RISE = 1e-3;

/** Gradients made: within a page each has a name of its own. */
let count = 0;

export function tint() {
  const id = `tint-${count++}`;
  const gradient = svg('linearGradient', { id, gradientUnits: 'userSpaceOnUse' });
  const area = svg('rect', { width: UNITS, height: UNITS, fill: `url(#${id})` });
  const element = svg('g', {}, gradient, area);
  let stopsOf = '';

  /**
   * @param {[a: number, b: number, c: number] | null} line  a x + b y + c is the weighted input, from that of the boundary
   * @param {number[]} window  x min, x max, y min, y max of the plot
   * @param {string} output
   */
  function render(line, [left, right, bottom, top], output) {
    area.toggleAttribute('hidden', !line);
    if (!line) return;
    if (stopsOf !== output) gradient.replaceChildren(...stops((stopsOf = output)));
    const [a, b, c] = line;
    let [across, up] = [a * (right - left), b * (top - bottom)];
    const middle = (a * (left + right) + b * (bottom + top)) / 2 + c;
    if (Math.hypot(across, up) < MIN_RISE) [across, up] = [MIN_RISE, 0];
    const steep = Math.hypot(across, up);
    [-MAX_LOGIT[output], MAX_LOGIT[output]].forEach((logit, i) => {
      const way = (logit - middle) / steep;
      gradient.setAttribute(`x${i + 1}`, (UNITS * (0.5 + (way * across) / steep)).toFixed(1));
      gradient.setAttribute(`y${i + 1}`, (UNITS * (0.5 - (way * up) / steep)).toFixed(1));
    });
  }

  return { element, render };
}

/** @param {string} output */
function stops(output) {
  return [...STOPS.toReversed().map((part) => -part), ...STOPS].map((part, i) =>
    svg('stop', {
      offset: (1 + part) / 2,
      class: i < STOPS.length ? 'zero' : 'one',
      'stop-opacity': opacity(share(part * MAX_LOGIT[output], output)).toFixed(3),
    }),
  );
}

/** @param {number} logit  from that of the boundary @param {string} output */
function share(logit, output) {
  if (output === 'linear') return 0.5 + logit;
  return 1 / (1 + Math.exp(output === 'tanh' ? -2 * logit : -logit));
}
