/**
 * A unit: its curve with the examples standing on it, what it answers to each, and the error that it lets through.
 *
 * @import { Selection } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 * @import { UnitLine } from '../../figure/snapshot/contributions.js'
 * @import { Context } from './ledger.js'
 */
import { html } from '../../draw/dom.js';
import { applied, math, symbol } from '../../draw/math.js';
import { activationOf } from '../../figure/snapshot/activations.js';
import { errorsAt, strongest } from '../../figure/snapshot/contributions.js';
import { curve } from './curve.js';
import { ledger, sentence, signed } from './ledger.js';

/**
 * @param {Context} context
 * @param {Extract<Selection, { kind: 'unit' }>} selection
 */
export function unitPanel(context, { layer, unit }) {
  const { locale, config, points, notation } = context;
  const words = locale.words.inspect;
  const isOutput = layer === notation.last;
  const isPlain = isOutput && config.loss === 'cross-entropy';
  const { name } = activationOf(config, layer);
  const z = () => notation.of('Z', layer, unit);
  const a = () => notation.of('A', layer, unit);
  const dz = () => notation.of('dZ', layer, unit);
  const plot = curve(context, layer, unit);

  const forward = ledger(context, {
    caption: words.forward,
    columns: [
      [math(z()), words.weighted],
      [math(applied('f', z())), words.answer],
      [math(applied('f′', z())), words.slope],
    ],
    numbers: (/** @type {UnitLine} */ { z, a, slope }) => [signed(locale, z), locale.digits(a), locale.digits(slope)],
    amount: ({ dz }) => dz,
    bars: false,
  });
  const back = ledger(context, {
    caption: words.back,
    columns: isPlain
      ? [
          [math(a()), words.answer],
          [math('−', symbol('Y')), words.target],
          [math('=', dz()), words.error],
        ]
      : [
          [isOutput ? math(a(), '−', symbol('Y')) : math(notation.of('dA', layer, unit)), words.returns],
          [math('×', applied('f′', z())), words.slope],
          [math('=', dz()), words.through],
        ],
    numbers: (/** @type {UnitLine} */ { a, error, slope, dz }) =>
      isPlain
        ? [locale.digits(a), locale.digits(a - error), signed(locale, dz)]
        : [signed(locale, error), locale.digits(slope), signed(locale, dz)],
    amount: ({ dz }) => dz,
  });
  const slopes = sentence();

  return {
    element: html('div', { class: 'panel' }, plot.element, forward.element, back.element, slopes.element),
    title: words.unitTitle(notation.unit(layer, unit), name),
    name: a(),
    /** @param {Snapshot} snapshot */
    strongest: (snapshot) => strongest(errorsAt(snapshot, layer, unit), ({ dz }) => dz),
    /** @param {Snapshot} snapshot @param {number} attended */
    value: ({ units }, attended) => units.a(attended, layer + 1, unit),

    /** @param {Snapshot} snapshot @param {number} attended */
    fill(snapshot, attended) {
      const lines = errorsAt(snapshot, layer, unit);
      plot.fill(lines, attended);
      forward.fill(lines, attended);
      back.fill(lines, attended);
      const largest = Math.max(...lines.map(({ slope }) => slope));
      const open = lines.filter(({ slope }) => slope === 1).length;
      slopes.say(
        isPlain
          ? words.slopes.output
          : words.slopes[name](locale.digits(largest), locale.whole(open), locale.whole(points.length)),
      );
    },
  };
}
