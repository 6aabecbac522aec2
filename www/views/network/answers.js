/**
 * What each node answers to the point that the reader attends to: its number, and in the picture of a unit the mark of the point.
 *
 * @import { Arrangement } from '../../draw/arrangement.js'
 * @import { FullLocale } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { compact } from '../../draw/digits.js';
import { html, setText } from '../../draw/dom.js';

/** Units of at least so many em have room for the mark of a point, and for a number. */
const MIN_MARKED_EM = 1.5;
const MIN_NUMBERED_EM = 2.2;

/** Units of at least so many em have room for a digit more. */
const MIN_WIDE_EM = 3.2;

/** Of an input; what is told below the diagram has all its digits. */
const INPUT_DIGITS = 3;

/**
 * @param {Arrangement} plan
 * @param {Pick<FullLocale, 'brief'>} locale
 */
export function answersView({ sizes, unit }, { brief }) {
  const digits = unit < MIN_WIDE_EM ? 2 : 3;
  const inputs = [0, 1].map((i) => {
    const value = html('span', { class: 'answer' });
    const name = html('span', { class: 'variable' }, 'x', html('sub', {}, String(i + 1)));
    return { value, element: html('div', { class: 'input', 'aria-hidden': 'true' }, name, value) };
  });
  const layers = sizes.slice(1).map((size) =>
    Array.from({ length: size }, () => ({
      value: html('span', { class: 'answer' }),
      mark: html('i', { class: 'mark', hidden: true }),
    })),
  );
  let isShown = false;

  return {
    inputs: inputs.map(({ element }) => element),

    /** What stands in a unit. @param {number} layer @param {number} i */
    inUnit(layer, i) {
      const { value, mark } = layers[layer][i];
      return [...(unit < MIN_MARKED_EM ? [] : [mark]), ...(unit < MIN_NUMBERED_EM ? [] : [value])];
    },

    /**
     * @param {Snapshot} snapshot
     * @param {number[][] | null} given  what each column answers, the inputs first; null where no point is attended to
     * @param {number | null} example
     */
    render({ domain, points }, given, example) {
      if (!given && !isShown) return;
      isShown = given !== null;
      inputs.forEach(({ value }, i) =>
        setText(value, given ? brief(Number(given[0][i].toPrecision(INPUT_DIGITS))) : ''),
      );
      const [left, right, bottom, top] = domain;
      const point = given && example !== null ? points[example] : undefined;
      layers.forEach((units, layer) =>
        units.forEach(({ value, mark }, i) => {
          setText(value, given ? compact(given[layer + 1][i], digits) : '');
          mark.hidden = !point;
          if (!point) return;
          mark.style.left = `${(100 * (point.x1 - left)) / (right - left)}%`;
          mark.style.top = `${(100 * (top - point.x2)) / (top - bottom)}%`;
        }),
      );
    },
  };
}
