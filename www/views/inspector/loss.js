/**
 * The loss, example by example.
 *
 * @import { Snapshot } from '../../figure/snapshot.js'
 * @import { LossLine } from '../../figure/snapshot/contributions.js'
 * @import { Context } from './ledger.js'
 */
import { html, setText } from '../../draw/dom.js';
import { math, symbol } from '../../draw/math.js';
import { lossParts, strongest } from '../../figure/snapshot/contributions.js';
import { total } from '../../figure/snapshot/total.js';
import { ledger, sentence, signed } from './ledger.js';

/** @param {Context} context */
export function lossPanel(context) {
  const { locale, config, points, notation } = context;
  const words = locale.words.inspect;
  const isSquare = config.loss === 'squared-error';
  const yhat = () => notation.of('A', notation.last, 0);

  const table = ledger(context, {
    caption: words.parts,
    columns: [
      [math(yhat()), words.answer],
      isSquare ? [math(yhat(), '−', symbol('Y')), words.error] : [math(symbol('P')), words.forRight],
      isSquare ? [math(words.squared), words.part] : [math('−', symbol('ln'), symbol('P')), words.part],
    ],
    numbers: (/** @type {LossLine} */ { yhat, measured, part }) => [
      locale.digits(yhat),
      isSquare ? signed(locale, measured) : locale.digits(measured),
      locale.digits(part),
    ],
    amount: ({ part }) => part,
  });
  const sum = table.total(words.sum);
  const mean = table.total(words.divided(locale.whole(points.length)), ' = ', words.loss);
  const meaning = sentence();
  const isPenalised = config.l1 > 0 || config.l2 > 0;
  meaning.say(words.lossMeans[config.loss] + (isPenalised ? ` ${words.unpenalised}` : ''));

  return {
    element: html('div', { class: 'panel' }, table.element, meaning.element),
    title: locale.words.lossUnits[config.loss],
    name: words.loss,
    /** @param {Snapshot} snapshot */
    strongest: (snapshot) => strongest(lossParts(snapshot), ({ part }) => part),
    /** @param {Snapshot} snapshot */
    value: ({ loss }) => loss,

    /** @param {Snapshot} snapshot @param {number} attended */
    fill(snapshot, attended) {
      const lines = lossParts(snapshot);
      table.fill(lines, attended);
      setText(sum, locale.digits(total(lines.map(({ part }) => part))));
      setText(mean, locale.digits(snapshot.loss));
    },
  };
}
