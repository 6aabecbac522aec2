/**
 * A run as data: its settings and parameters as JSON, its losses as CSV.
 *
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { isCloud } from './examples.js';

/**
 * `settings` are what the element's properties and the Trainer take; `learningRates` are an epoch and the rate that holds
 * from it; `parameters` are W, fan in x fan out, and B, fan out x 1, of each layer.
 * @param {Snapshot} snapshot
 */
export function jsonOf({ config, epoch, loss, outcome, metrics, predictions, parameters, rates, heldOut, testLoss }) {
  const learningRates = rates.map(({ epoch, rate }) => [epoch, rate]);
  const test = heldOut.length ? { testLoss, heldOut: heldOut.map(({ row }) => row) } : {};
  const found = { epoch, loss, ...test, outcome, metrics, predictions: [...predictions], learningRates, parameters };
  return `${JSON.stringify({ settings: config, ...found }, null, 2)}\n`;
}

/**
 * Of the whole recorded run, and of the present epoch where that is beyond it.
 * @param {Pick<Snapshot, 'epoch' | 'loss' | 'testLoss' | 'lossTrace' | 'testLossTrace' | 'lossStride'>} snapshot
 */
export function csvOf({ epoch, loss, testLoss, lossTrace, testLossTrace, lossStride }) {
  const test = (/** @type {number | string} */ value) => (testLossTrace.length ? `,${value}` : '');
  const row = (/** @type {number[]} */ [epoch, loss, testLoss]) => `${epoch},${loss}${test(testLoss)}\n`;
  const rows = Array.from(lossTrace, (loss, i) => row([i * lossStride, loss, testLossTrace[i]]));
  if (epoch > (lossTrace.length - 1) * lossStride) rows.push(row([epoch, loss, testLoss]));
  return `epoch,loss${test('test_loss')}\n${rows.join('')}`;
}

/** What a name of a file tells of a setting that is not as usual. */
const USUAL = { output: 'sigmoid', loss: 'cross-entropy', init: 'random', optimizer: 'gd' };

/**
 * neural-figure-xor-sigmoid-seed-42.gif, and what else is not as usual.
 * @param {Pick<Snapshot, 'config'> & { epoch?: number }} snapshot  with `epoch` where the file is of one
 * @param {string} extension
 */
export function fileName({ config, epoch }, extension) {
  const { data, points, noise, testShare, layers, activation, seed, weights } = config;
  const unusual = Object.entries(USUAL).filter(
    ([name, word]) => config[name] !== word && !(weights && name === 'init'),
  );
  const parts = [
    typeof data === 'string' ? data : 'points',
    ...(isCloud(data) ? [points, ...(noise ? ['noise', noise] : [])] : []),
    ...(testShare && (isCloud(data) || Array.isArray(data)) ? ['test', testShare] : []),
    ...(layers.join() === '2' ? [] : [layers.join('-') || 'no-layers']),
    ...(layers.length > 0 ? [activation] : []),
    ...unusual.map(([name]) => config[name]),
    ...(weights ? ['weights'] : ['seed', seed]),
    ...(epoch === undefined ? [] : ['epoch', epoch]),
  ];
  return `neural-figure-${parts.join('-')}.${extension}`;
}
