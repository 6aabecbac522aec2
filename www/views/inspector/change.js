/**
 * The next change of a weight or bias: a line for each example, what they come to, and where the error above is from.
 *
 * @import { Selection } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 * @import { Change, Line } from '../../figure/snapshot/contributions.js'
 * @import { Context } from './ledger.js'
 */
import { html, setText } from '../../draw/dom.js';
import { math, number, one } from '../../draw/math.js';
import { changeOf, strongest } from '../../figure/snapshot/contributions.js';
import { entryAt } from '../../figure/snapshot/parameters.js';
import { errorFormula } from './error.js';
import { apart, ledger, sentence, signed } from './ledger.js';

/**
 * @param {Context} context
 * @param {Extract<Selection, { kind: 'weight' | 'bias' }>} selection
 * @param {Snapshot} snapshot
 */
export function changePanel(context, selection, snapshot) {
  const { locale, config, notation } = context;
  const words = locale.words.inspect;
  const { layer } = selection;
  const isWeight = selection.kind === 'weight';
  const unit = isWeight ? selection.to : selection.unit;
  const { divisor, also, finding } = changeOf(snapshot, selection);

  /** W or B itself, or with a d its gradient. @param {'' | 'd'} d */
  const entry = (d) =>
    isWeight ? notation.weight(`${d}W`, layer, selection.from, unit) : notation.of(`${d}B`, layer, unit);
  const below = () => (isWeight ? notation.of('A', layer - 1, selection.from) : number('1'));
  const error = () => notation.of('dZ', layer, unit);

  const table = ledger(context, {
    caption: words.pulls,
    columns: [
      [math(below()), isWeight ? words.below : words.always],
      [math('×', error()), words.error],
      [math('='), words.product],
    ],
    numbers: (/** @type {Line} */ { below, error, product }) => [
      locale.digits(below),
      signed(locale, error),
      signed(locale, product),
    ],
    amount: ({ product }) => product,
  });

  /** @type {[HTMLElement, (change: Change) => string][]} */
  const totals = [];
  /** @param {(change: Change) => number} read @param {...(Node | string)} label */
  const add = (read, ...label) => totals.push([table.total(...label), (change) => signed(locale, read(change))]);
  const whole = () => [' = ', math(entry('d'))];
  const isPenalised = isWeight && (config.l1 > 0 || config.l2 > 0);
  const isMean = divisor > 1;
  if (isMean || isPenalised) add(({ sum }) => sum, words.sum);
  else add(({ gradient }) => gradient, words.sum, ...whole());
  if (isMean && isPenalised) add(({ sum }) => sum / divisor, words.divided(locale.whole(divisor)));
  else if (isMean) add(({ gradient }) => gradient, words.divided(locale.whole(divisor)), ...whole());
  if (isPenalised) {
    add(({ penalty }) => penalty, words.penalty);
    add(({ gradient }) => gradient, ...whole());
  }
  const rate = number();
  const isTold = also.length === 0;
  if (isTold) {
    const both = (/** @type {Change} */ { value, next }) => apart(locale, value, next);
    totals.push([table.total(math(entry('')), ` ${words.now}`), (change) => both(change)[0]]);
    add(({ update }) => -update, `− ${words.rate} `, math(rate, '×', entry('d')));
    totals.push([table.total(math(entry('')), ` ${words.next}`), (change) => both(change)[1]]);
  }

  const why = sentence();
  const rest = sentence();
  rest.say(also.map((name) => words.also[name]).join(' '));
  const back = errorFormula(context, layer, unit);
  const mean = isMean ? [one(divisor)] : [];
  const element = html(
    'div',
    { class: 'panel' },
    html('p', { class: 'formula' }, math(entry('d'), '=', ...mean, '∑', below(), '×', error())),
    table.element,
    why.element,
    rest.element,
    back.element,
  );
  if (finding === 'untrained') element.replaceChildren(why.element);

  return {
    element,
    title: isWeight
      ? words.weight(notation.unit(layer - 1, selection.from), notation.unit(layer, unit))
      : words.bias(notation.unit(layer, unit)),
    name: entry(''),
    /** @param {Snapshot} snapshot */
    strongest: (snapshot) => strongest(changeOf(snapshot, selection).lines, ({ product }) => product),
    /** @param {Snapshot} snapshot */
    value: ({ parameters }) => entryAt(parameters, selection),

    /** @param {Snapshot} snapshot @param {number} attended */
    fill(snapshot, attended) {
      const change = changeOf(snapshot, selection);
      table.fill(change.lines, attended);
      for (const [cell, text] of totals) setText(cell, text(change));
      setText(rate, locale.brief(change.rate));
      const reason = change.finding ? words.findings[change.finding](`W${layer + 2}`) : '';
      const stays = reason && finding !== 'untrained' && isTold && change.gradient === 0;
      why.say(stays ? `${reason} ${words.stays}` : reason);
      back.fill(snapshot, attended);
    },
  };
}
