/**
 * Ten programs that other authors published, with the digits that they print.
 *
 * @typedef {object} Check
 * @property {number} epoch
 * @property {number} digits  after the point
 * @property {number[]} [predictions]
 * @property {'mse' | 'mae' | 'bce' | 'accuracy'} [metric]
 * @property {number} [value]  of the metric
 * @property {{ W: number[][], B: number[][] }[]} [parameters]
 *
 * @typedef {object} Program
 * @property {string} id
 * @property {string} from
 * @property {Record<string, string>} attributes
 * @property {Check[]} checks
 *
 * @typedef {object} State
 * @property {number[]} predictions
 * @property {Record<string, number>} metrics
 * @property {{ W: number[][], B: number[][] }[]} parameters
 */
import { readFileSync } from 'node:fs';

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

/** @type {Record<string, number[][]>} */
const points = read('points.json');

/** @type {Program[]} */
export const PROGRAMS = read('programs.json').map((/** @type {Program} */ program) => {
  const data = points[program.id];
  return data ? { ...program, attributes: { ...program.attributes, data: JSON.stringify(data) } } : program;
});

/** Programs that print half the mean square, whose checks have twice what they print. */
const HALVED = new Set(['p4']);

const METRICS = { mse: 'meanSquaredError', mae: 'meanAbsoluteError', bce: 'crossEntropy', accuracy: 'accuracy' };

/**
 * What was found and what the program printed, both as the program prints them.
 * @param {string} id
 * @param {Check} check
 * @param {State} state
 * @returns {[found: string[], expected: string[]]}
 */
export function printed(id, { digits, predictions, metric, value, parameters }, state) {
  const print = (/** @type {number} */ number) => number.toFixed(digits);
  const flat = (/** @type {State['parameters']} */ layers) => layers.flatMap(({ W, B }) => [...W.flat(), ...B.flat()]);
  if (predictions) return [state.predictions.map(print), predictions.map(print)];
  if (parameters) return [flat(state.parameters).map(print), flat(parameters).map(print)];
  if (metric === undefined || value === undefined) throw new Error('expected a check of something');
  const share = HALVED.has(id) ? 0.5 : 1;
  return [[print(share * state.metrics[METRICS[metric]])], [print(share * value)]];
}
