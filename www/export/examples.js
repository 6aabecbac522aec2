/**
 * The examples as NumPy has them: a cloud by its recipe, all else by its numbers; and what is held out.
 *
 * @import { Config } from '../types.js'
 * @import { Parts } from './run.js'
 */
import { called, shape } from './python.js';

/** @param {Config} config @param {Parts} parts */
export function examples(config, { inputs, targets, heldOut }) {
  const m = targets.length;
  const lines = cloud(config) ?? [
    `${called('X = np.array(', inputs)}${shape(2, m)}`,
    `${called('Y = np.array(', [targets])}${shape(1, m)}`,
  ];
  if (heldOut === 0) return lines;
  return [
    ...lines,
    `test = np.random.RandomState(${config.seed}).permutation(${m})[:${heldOut}]${shape(1, heldOut)}`,
    'X_test, Y_test = X[:, test], Y[:, test]',
    'X, Y = np.delete(X, test, axis=1), np.delete(Y, test, axis=1)',
  ];
}

/** Whether they take more than their numbers. @param {Config} config @param {Parts} parts */
export function areMade({ data }, { heldOut }) {
  return heldOut > 0 || isCloud(data);
}

/** @param {Config['data']} data */
export function isCloud(data) {
  return typeof data === 'string' && data in RECIPES;
}

/** The recipe of a cloud, or nothing for other data. @param {Config} config */
function cloud({ data, points, noise, seed, output }) {
  if (!isCloud(data)) return null;
  const recipe = RECIPES[String(data)];
  const zeros = Math.floor(points / 2);
  return [
    `rng = np.random.RandomState(${seed})`,
    `place = rng.permutation(${points})`,
    `one = place >= ${zeros}`,
    ...recipe({ noise, zeros, ones: points - zeros, points }),
    ...(output === 'tanh' ? ['Y = 2. * one[np.newaxis] - 1'] : ['Y = 1. * one[np.newaxis]']),
  ].map((line, i, { length }) => (i === length - 1 ? `${line}${shape(1, points)}` : line));
}

/** @typedef {{ noise: number, zeros: number, ones: number, points: number }} Size */

/** From `place` and `one`, of each point, to X; `one` in the end is the label. @type {Record<string, (size: Size) => string[]>} */
const RECIPES = {
  circle: ({ noise, points }) => [
    `r, turn, *moved = rng.rand(${points}, 4).T`,
    'r = np.where(one, 2.5 * r, 3.5 + 1.5 * r)',
    `X = r * np.array([np.sin(2 * np.pi * turn), np.cos(2 * np.pi * turn)])${shape(2, points)}`,
    `one = np.sum((X + ${5 * noise} * (2 * np.array(moved) - 1)) ** 2, axis=0) < 2.5 ** 2`,
  ],
  gauss: ({ noise, points }) => [
    `X = np.where(one, 2, -2) + np.sqrt(${0.5 + 7 * noise}) * rng.randn(${points}, 2).T${shape(2, points)}`,
  ],
  spiral: ({ noise, zeros, ones, points }) => [
    `t = np.where(one, (place - ${zeros}) / ${ones}, place / ${zeros})`,
    'angle = 3.5 * np.pi * t + np.where(one, 0, np.pi)',
    `X = 5 * t * np.array([np.sin(angle), np.cos(angle)])${shape(2, points)}`,
    `X += ${noise} * (2 * rng.rand(${points}, 2).T - 1)`,
  ],
  moons: ({ noise, zeros, ones, points }) => [
    `angle = np.pi * np.where(one, (place - ${zeros}) / ${ones - 1}, place / ${zeros - 1})`,
    `X = np.where(one, [1 - np.cos(angle), 0.5 - np.sin(angle)], [np.cos(angle), np.sin(angle)])${shape(2, points)}`,
    `X += ${noise} * rng.randn(${points}, 2).T`,
  ],
};
