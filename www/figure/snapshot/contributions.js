/**
 * Where a number of the network comes from, example by example: the next change of a weight or bias, the error at a unit,
 * the loss.
 *
 * @import { Config, Selection } from '../../types.js'
 * @import { Snapshot } from '../snapshot.js'
 *
 * @typedef {object} Line  of one example: two numbers and their product
 * @property {number} example
 * @property {number} below  what the input or unit below answers; 1 below a bias
 * @property {number} error  dZ, the error above
 * @property {number} product
 *
 * @typedef {object} Change  of a weight or bias
 * @property {Line[]} lines
 * @property {number} sum  of the products
 * @property {number} divisor  1, or the number of examples
 * @property {number} penalty  what l1 and l2 add
 * @property {number} gradient  sum / divisor + penalty, as the core has it
 * @property {number} value
 * @property {number} rate
 * @property {number} update  rate times gradient
 * @property {number} next  value - update
 * @property {('momentum' | 'adam' | 'random' | 'batch')[]} also  what else enters the next update: then it is not `update`
 * @property {'untrained' | 'silent' | 'cut' | 'flat' | 'errorless' | 'zeros' | 'cancel' | null} finding  why the sum is 0
 */
import { activationOf } from './activations.js';
import { MAX_LISTED_POINTS } from './examples.js';
import { targetsOf } from './output.js';
import { entryAt, isBiased, penaltyOf } from './parameters.js';
import { total } from './total.js';

/** Lines that are shown of more than MAX_LISTED_POINTS examples: those of the largest size; the others are summed up. */
const MAX_SHOWN_LINES = 6;

/**
 * The next change of a weight or bias.
 * @param {Snapshot} snapshot
 * @param {Extract<Selection, { kind: 'weight' | 'bias' }>} selection
 * @returns {Change}
 */
export function changeOf(snapshot, selection) {
  const { config, points, units, rate } = snapshot;
  const { layer } = selection;
  const isWeight = selection.kind === 'weight';
  const unit = isWeight ? selection.to : selection.unit;
  const isTrained = isWeight || isBiased(config, layer);

  const lines = points.map((_, example) => {
    const below = isWeight ? units.a(example, layer, selection.from) : 1;
    const error = isTrained ? units.dz(example, layer + 1, unit) : 0;
    return { example, below, error, product: below * error };
  });
  const sum = total(lines.map(({ product }) => product));
  const value = entryAt(snapshot.parameters, selection);
  const gradient = entryAt(snapshot.gradients, selection);
  const update = rate * gradient;
  return {
    lines,
    sum,
    divisor: config.gradientScale === 'mean' || (config.gradientScale === 'listing' && !isWeight) ? points.length : 1,
    penalty: isWeight ? penaltyOf(config, value) : 0,
    gradient,
    value,
    rate,
    update,
    next: value - update,
    also: alsoIn(config, points.length),
    finding: isTrained ? findingOf(snapshot, lines, sum, layer, unit) : 'untrained',
  };
}

/** What enters an update beside the gradient over all examples. @param {Config} config @param {number} count */
function alsoIn({ optimizer, batch, order }, count) {
  /** @type {Change['also']} */
  const also = [];
  if (optimizer !== 'gd') also.push(optimizer);
  if (order === 'random') also.push('random');
  if (batch !== 'full' && batch < count) also.push('batch');
  return also;
}

/**
 * @param {Snapshot} snapshot
 * @param {Line[]} lines
 * @param {number} sum
 * @param {number} layer
 * @param {number} unit
 * @returns {Change['finding']}
 */
function findingOf(snapshot, lines, sum, layer, unit) {
  if (sum !== 0) return null;
  if (lines.some(({ product }) => product !== 0)) return 'cancel';
  if (lines.every(({ below }) => below === 0)) return 'silent';
  if (lines.some(({ error }) => error !== 0)) return 'zeros';
  if (snapshot.parameters[layer + 1]?.W[unit].every((weight) => weight === 0)) return 'cut';
  const back = errorsAt(snapshot, layer, unit);
  const isFlat = back.every(({ slope }) => slope === 0) && back.some(({ error }) => error !== 0);
  return isFlat ? 'flat' : 'errorless';
}

/**
 * What a unit answers, and the error that it lets through.
 *
 * @typedef {object} UnitLine  of one example
 * @property {number} example
 * @property {number} z
 * @property {number} a
 * @property {number} slope  f'(z)
 * @property {number} error  what comes back: dA = W dZ of the layer above, and at the output Yhat - Y
 * @property {number} dz  what is let through: error times slope; but of cross-entropy, whose own slope cancels it, the error
 *
 * @param {Snapshot} snapshot
 * @param {number} layer
 * @param {number} unit
 * @returns {UnitLine[]}
 */
export function errorsAt({ config, points, parameters, units }, layer, unit) {
  const { slope } = activationOf(config, layer);
  const { W, B } = parameters[layer];
  const above = parameters[layer + 1]?.W[unit];
  const targets = targetsOf(config.output);
  return points.map(({ label }, example) => {
    const a = units.a(example, layer + 1, unit);
    return {
      example,
      z: total(W.map((row, from) => row[unit] * units.a(example, layer, from))) + B[unit][0],
      a,
      slope: slope(a),
      error: above
        ? total(above.map((weight, to) => weight * units.dz(example, layer + 2, to)))
        : a - targets[label ? 1 : 0],
      dz: units.dz(example, layer + 1, unit),
    };
  });
}

/**
 * The part of each example in the loss, whose mean is the loss.
 *
 * @typedef {object} LossLine
 * @property {number} example
 * @property {number} yhat
 * @property {number} measured  of cross-entropy the probability that the right label is given, of squared error Yhat - Y
 * @property {number} part
 *
 * @param {Snapshot} snapshot
 * @returns {LossLine[]}
 */
export function lossParts(snapshot) {
  const { config, points } = snapshot;
  return errorsAt(snapshot, config.layers.length, 0).map(({ example, z, a, error }) => {
    if (config.loss === 'squared-error') return { example, yhat: a, measured: error, part: error * error };
    // From Z, as 1 - Yhat is 0 long before the probability is.
    const towards = points[example].label ? z : -z;
    return { example, yhat: a, measured: 1 / (1 + Math.exp(-towards)), part: softplus(-towards) };
  });
}

/** ln(1 + e^z), which does not overflow. @param {number} z */
function softplus(z) {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/**
 * The lines that are shown, and how many others there are with what they come to.
 * @template {{ example: number }} T
 * @param {T[]} lines
 * @param {(line: T) => number} amount
 */
export function largest(lines, amount) {
  if (lines.length <= MAX_LISTED_POINTS) return { shown: lines, others: 0, rest: 0 };
  const sorted = [...lines].sort((a, b) => Math.abs(amount(b)) - Math.abs(amount(a)));
  const others = sorted.slice(MAX_SHOWN_LINES);
  return { shown: sorted.slice(0, MAX_SHOWN_LINES), others: others.length, rest: total(others.map(amount)) };
}

/**
 * The example whose amount is the largest.
 * @template {{ example: number }} T
 * @param {T[]} lines
 * @param {(line: T) => number} amount
 */
export function strongest(lines, amount) {
  return lines.reduce((best, line) => (Math.abs(amount(line)) > Math.abs(amount(best)) ? line : best)).example;
}
