/**
 * Why a run does what it does, in sentences with its own numbers; only what is certain of the state at hand.
 *
 * @import { Layout, Locale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { activationOf } from '../figure/snapshot/activations.js';
import { MAX_LISTED_POINTS } from '../figure/snapshot/examples.js';
import { leastLoss } from '../figure/snapshot/output.js';
import { total } from '../figure/snapshot/total.js';
import { misfitsOf } from './shared-answer.js';

/** A unit whose slope is at most this at every point is saturated: 1/25 of a sigmoid's at 0. */
const SATURATED_SLOPE = 0.01;

/**
 * @param {Snapshot} snapshot
 * @param {Pick<Locale, 'words' | 'small' | 'brief' | 'hundredths'>} locale
 * @returns {string[]}
 */
export function diagnosis(snapshot, locale) {
  if (snapshot.goal !== null || snapshot.outcome === 'diverged') return [];
  const found = [...identicalUnits(snapshot, locale), ...silentUnits(snapshot, locale)];
  if (snapshot.outcome === 'solved') return found;
  return [...found, ...oneLine(snapshot, locale), ...flatness(snapshot, locale), ...sharedAnswer(snapshot, locale)];
}

/**
 * About what will be said of a start from zeros, before there is a run: as of XOR.
 * @param {Pick<Layout, 'layers'>} layout
 * @param {Pick<Locale, 'words'>} locale
 */
export function ofZeros({ layers }, { words: { why } }) {
  const units = (/** @type {number} */ size) => Array.from({ length: size }, (_, unit) => unit + 1);
  const twins = layers.flatMap((size, k) => (size > 1 ? [why.twins(units(size), k + 1, layers.length)] : []));
  return [
    ...twins,
    ...(layers.length ? [why.oneLine, why.noError] : [why.noLayer]),
    why.cancel(['+0.5', '−0.5', '−0.5', '+0.5']),
    why.zero,
  ].join(' ');
}

/** Units that are one. @param {Snapshot} snapshot @param {Pick<Locale, 'words'>} locale */
function identicalUnits({ config, twins }, { words }) {
  return layersOf(config.layers, twins).flatMap((firsts, layer) =>
    [...new Set(firsts)].flatMap((first) => {
      const units = firsts.flatMap((one, unit) => (one === first ? [unit + 1] : []));
      return units.length > 1 ? [words.why.twins(units, layer + 1, config.layers.length)] : [];
    }),
  );
}

/** Units that pass no error, or hardly any, whatever the point: a sentence for each layer. @param {Snapshot} snapshot @param {Pick<Locale, 'words' | 'small'>} locale */
function silentUnits({ config, points, units }, { words, small }) {
  const { layers } = config;
  const { name, slope: slopeAt, range } = activationOf(config, 0);
  const isRelu = name === 'relu';
  if (!isRelu && !range) return [];
  return layers.flatMap((size, k) => {
    const slopes = Array.from({ length: size }, (_, unit) =>
      Math.max(...points.map((_, i) => slopeAt(units.a(i, k + 1, unit)))),
    );
    const silent = slopes.flatMap((slope, unit) => (slope <= (isRelu ? 0 : SATURATED_SLOPE) ? [unit + 1] : []));
    if (silent.length === 0) return [];
    if (isRelu) return [words.why.dead(silent, k + 1, layers.length)];
    const steepest = Math.max(...silent.map((unit) => slopes[unit - 1]));
    return [words.why.saturated(silent, k + 1, layers.length, small(steepest))];
  });
}

/** @param {Snapshot} snapshot @param {Pick<Locale, 'words'>} locale */
function oneLine({ config, separable, twins }, { words }) {
  if (separable) return [];
  if (config.layers.length === 0) return [words.why.noLayer];
  if (config.activation === 'linear') return [words.why.linear];
  return twins.every((first) => first === 0) ? [words.why.oneLine] : [];
}

/** Why the run stands still: no error reaches the weights, or the loss is flat. @param {Snapshot} snapshot @param {Pick<Locale, 'words' | 'small' | 'brief'>} locale */
function flatness(snapshot, { words, small, brief }) {
  const { parameters, points, units, config, reason, steepest } = snapshot;
  if (steepest > 0 && reason !== 'constant') {
    return snapshot.outcome === 'plateau' ? [words.why.flat(small(steepest), small(snapshot.steepestAtStart))] : [];
  }
  const output = parameters[parameters.length - 1];
  const found = [];
  if (config.layers.length > 0 && output.W.every(([weight]) => weight === 0)) found.push(words.why.noError);
  const errors = points.map((_, i) => units.dz(i, parameters.length, 0));
  if (points.length <= MAX_LISTED_POINTS && errors.some(Boolean) && total(errors) === 0) {
    found.push(words.why.cancel(errors.map((error) => (error > 0 ? '+' : '') + brief(error))));
  }
  // Updates of some examples each change something even where the gradient over all is 0.
  return reason === 'zero-gradient' ? [...found, words.why.zero] : found;
}

/**
 * Points with different labels that share an answer, and what the loss is then at least.
 * @param {Snapshot} snapshot
 * @param {Pick<Locale, 'words' | 'small' | 'brief' | 'hundredths'>} locale
 */
function sharedAnswer(snapshot, { words, small, brief, hundredths }) {
  const { config, points, outcome, reason } = snapshot;
  if (outcome === 'learning' || points.length > MAX_LISTED_POINTS) return [];
  const { misfits, shared } = misfitsOf(snapshot);
  // Where nothing moves any more, that has been said.
  if (shared === null || misfits.length < 2 || reason === 'zero-gradient') return [];
  const ones = misfits.filter((i) => points[i].label).length / misfits.length;
  const names = misfits.map((i) => `(${brief(points[i].x1)}, ${brief(points[i].x2)})`);
  const least = (misfits.length / points.length) * leastLoss(ones, config);
  return [words.why.shared(names, hundredths(shared), small(least))];
}

/** A list of all hidden units as one for each layer. @param {number[]} layers @param {ArrayLike<number>} flat @returns {number[][]} */
function layersOf(layers, flat) {
  let at = 0;
  return layers.map((size) => Array.from({ length: size }, () => flat[at++]));
}
