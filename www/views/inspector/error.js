/**
 * Where the error at a unit is from, in the numbers of one example.
 *
 *     dA1 = W2 × dZ2     = 0.03750 × 0.5012     = +0.01880
 *     dZ1 = dA1 × f'(Z1) = 0.01880 × 0.2500     = +0.004699
 *
 * @import { Snapshot } from '../../figure/snapshot.js'
 * @import { Context } from './ledger.js'
 */
import { html, setText } from '../../draw/dom.js';
import { applied, math, number } from '../../draw/math.js';
import { errorsAt } from '../../figure/snapshot/contributions.js';
import { targetsOf } from '../../figure/snapshot/output.js';
import { signed } from './ledger.js';

/** The products of a sum that are written out at most. */
const MAX_TERMS = 2;

/**
 * @param {Context} context
 * @param {number} layer
 * @param {number} unit
 */
export function errorFormula({ locale, config, points, name, notation }, layer, unit) {
  const words = locale.words.inspect;
  const isOutput = layer === notation.last;
  const title = html('p', { class: 'of' });
  const element = html('section', {}, title);
  /** The places of numbers, in the order in which they are read. @type {Element[]} */
  const places = [];
  const place = () => {
    const node = number();
    places.push(node);
    return node;
  };
  /** A line of equal things, which breaks between them. @param {...Node} maths */
  const line = (...maths) => element.append(html('p', { class: 'formula' }, ...maths));

  const dz = () => notation.of('dZ', layer, unit);
  const slope = () => applied('f′', notation.of('Z', layer, unit));
  const above = isOutput ? 0 : (config.layers[layer + 1] ?? 1);
  const isPlain = isOutput && config.loss === 'cross-entropy';
  if (isPlain) {
    line(
      math(dz(), '=', notation.of('A', layer, 0), '−', number('Y')),
      math('=', place(), '−', place()),
      math('=', place()),
    );
  } else if (isOutput) {
    line(
      math(dz(), '=', '(', notation.of('A', layer, 0), '−', number('Y'), ')', '×', slope()),
      math('=', '(', place(), '−', place(), ')', '×', place()),
      math('=', place()),
    );
  } else {
    const terms = Array.from({ length: above }, (_, to) => to);
    const da = () => notation.of('dA', layer, unit);
    const plus = (/** @type {number} */ i) => (i > 0 ? ['+'] : []);
    const written = above <= MAX_TERMS ? terms : [];
    line(
      math(
        da(),
        '=',
        ...(written.length
          ? written.flatMap((to) => [
              ...plus(to),
              notation.weight('W', layer + 1, unit, to),
              '×',
              notation.of('dZ', layer + 1, to),
            ])
          : ['∑', notation.row('W', layer + 1, unit), '×', notation.all('dZ', layer + 1)]),
      ),
      ...written.map((i) => math(i > 0 ? '+' : '=', place(), '×', place())),
      math('=', place()),
    );
    line(math(dz(), '=', da(), '×', slope()), math('=', place(), '×', place()), math('=', place()));
  }

  /** A number among others. @param {number} value */
  const among = (value) => (value < 0 ? `(${locale.digits(value)})` : locale.digits(value));

  return {
    element,
    /** @param {Snapshot} snapshot @param {number} example */
    fill(snapshot, example) {
      const { x1, x2, label } = points[example];
      setText(title, words.errorOf(name(x1), name(x2), label));
      const { a, slope, error, dz } = errorsAt(snapshot, layer, unit)[example];
      const target = targetsOf(config.output)[label ? 1 : 0];
      const through = signed(locale, dz);
      /** @type {string[]} */
      let texts;
      if (isPlain) texts = [locale.digits(a), among(target), through];
      else if (isOutput) texts = [locale.digits(a), among(target), among(slope), through];
      else {
        const weights = snapshot.parameters[layer + 1].W[unit];
        const terms = above > MAX_TERMS ? [] : weights.map((w, to) => [w, snapshot.units.dz(example, layer + 2, to)]);
        texts = [...terms.flat().map(among), signed(locale, error), among(error), among(slope), through];
      }
      texts.forEach((text, i) => setText(places[i], text));
    },
  };
}
