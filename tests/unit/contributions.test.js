// What the inspector explains, against the core: over random configurations of all options.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { activationOf } from '../../www/figure/snapshot/activations.js';
import { changeOf, errorsAt, largest, lossParts } from '../../www/figure/snapshot/contributions.js';
import { total } from '../../www/figure/snapshot/total.js';
import { load, OPTIONS } from '../../www/wasm.js';
import { snapshotOf } from './clockwork.js';

/** @typedef {import('../../www/figure/snapshot.js').Snapshot} Snapshot */
/** @typedef {import('../../www/types.js').Selection} Selection */

const { Trainer } = await load();

const one = fc.constantFrom;
const number = fc.double({ min: -2, max: 2, noNaN: true });

/** Settings that the core takes: every option that has a part in an update. */
const settings = fc
  .record({
    data: fc.oneof(
      one('xor', 'and', 'or', '0001'),
      fc.array(fc.tuple(number, number, one(0, 1)), { minLength: 1, maxLength: 30 }),
    ),
    layers: one('0', '1', '2', '3', '4,2', '2,3,2'),
    activation: one(...(OPTIONS.find(({ name }) => name === 'activation')?.choices ?? [])),
    output: one('sigmoid', 'tanh', 'linear'),
    loss: one('cross-entropy', 'squared-error'),
    init: one('zero', 'random', 'uniform', 'normal', 'glorot-uniform', 'he-normal', 'torch'),
    deviation: one(0.1, 1),
    biases: one('drawn', 'zero', 'hidden', 'none'),
    seed: fc.nat(2 ** 32 - 1),
    learningRate: one(0.01, 0.1, 0.5),
    gradientScale: one('listing', 'sum', 'mean'),
    batch: one('full', 1, 3, 40),
    order: one('given', 'shuffled', 'random'),
    optimizer: one('gd', 'momentum', 'adam'),
    l1: one(0, 0.01),
    l2: one(0, 0.02),
    epochs: one(1000),
  })
  .map((options) => ({ ...options, loss: options.output === 'sigmoid' ? options.loss : 'squared-error' }));

/** @param {Record<string, unknown>} settings @param {number} [epochs] */
function at(settings, epochs = 0) {
  const trainer = new Trainer({ seed: 42, ...settings });
  trainer.step(epochs);
  return { trainer, snapshot: snapshotOf(trainer) };
}

/** Every weight and bias. @param {Snapshot} snapshot */
function entries({ parameters }) {
  return parameters.flatMap(({ W, B }, layer) => [
    ...W.flatMap((row, from) => row.map((_, to) => /** @type {const} */ ({ kind: 'weight', layer, from, to }))),
    ...B.map((_, unit) => /** @type {const} */ ({ kind: 'bias', layer, unit })),
  ]);
}

/** @param {number} found @param {number} expected @param {number} size  of what was added up */
function near(found, expected, size, what = '') {
  assert.ok(Math.abs(found - expected) <= 1e-12 * (1 + size), `${what}: ${found}, expected ${expected}`);
}

test('the lines of every weight and bias sum to its gradient, and the update is the one that is taken', () => {
  let plain = 0;
  fc.assert(
    fc.property(settings, fc.nat(30), (settings, epochs) => {
      const { trainer, snapshot } = at(settings, epochs);
      if (trainer.diverged) return;
      const changes = entries(snapshot).map((entry) => ({ entry, ...changeOf(snapshot, entry) }));
      for (const { entry, lines, sum, divisor, penalty, gradient, value, next, update, rate } of changes) {
        const size = total(lines.map(({ product }) => Math.abs(product)));
        near(total(lines.map(({ below, error }) => below * error)), sum, size, JSON.stringify(entry));
        near(sum / divisor + penalty, gradient, size, JSON.stringify(entry));
        near(rate * gradient, update, 0);
        near(value - update, next, 0);
        const { shown, others, rest } = largest(lines, ({ product }) => product);
        assert.equal(shown.length + others, lines.length);
        near(total(shown.map(({ product }) => product)) + rest, sum, size);
      }
      trainer.step(1);
      if (changes[0].also.length > 0 || trainer.diverged) return;
      plain++;
      const after = at({ ...trainer.config }, trainer.epoch).snapshot;
      for (const { entry, next, lines } of changes) {
        const size = Math.abs(next) + total(lines.map(({ product }) => Math.abs(product)));
        near(changeOf(after, entry).value, next, size, JSON.stringify(entry));
      }
    }),
    { numRuns: 200, seed: 10 },
  );
  assert.ok(plain > 10, `${plain} plain updates`);
});

test('a unit answers f(Z), and lets through its error times its slope', () => {
  fc.assert(
    fc.property(settings, fc.nat(30), (settings, epochs) => {
      const { snapshot } = at(settings, epochs);
      const { config, parameters, units } = snapshot;
      parameters.forEach(({ B }, layer) => {
        const isOutput = layer === parameters.length - 1;
        const { value } = activationOf(config, layer);
        B.forEach((_, unit) => {
          for (const { example, z, a, slope, error, dz } of errorsAt(snapshot, layer, unit)) {
            near(value(z), a, Math.abs(a), `a of ${config.activation}`);
            near(dz, isOutput && config.loss === 'cross-entropy' ? error : error * slope, Math.abs(error), 'dz');
            assert.equal(dz, units.dz(example, layer + 1, unit));
          }
        });
      });
    }),
    { numRuns: 200, seed: 11 },
  );
});

test('the parts have the loss as their mean', () => {
  fc.assert(
    fc.property(settings, fc.nat(30), (settings, epochs) => {
      const { snapshot } = at(settings, epochs);
      const parts = lossParts(snapshot).map(({ part }) => part);
      near(total(parts) / parts.length, snapshot.loss, snapshot.loss);
    }),
    { numRuns: 200, seed: 12 },
  );
  const { snapshot } = at({ init: 'zero' });
  for (const { measured, part } of lossParts(snapshot)) assert.deepEqual([measured, part], [0.5, Math.LN2]);
});

test('from zeros the lines of the output cancel, and no error comes back to the hidden units', () => {
  const { snapshot } = at({ init: 'zero' });
  const products = (/** @type {any} */ entry) => changeOf(snapshot, entry).lines.map(({ product }) => product);
  for (const from of [0, 1]) {
    const output = /** @type {const} */ ({ kind: 'weight', layer: 1, from, to: 0 });
    assert.deepEqual(products(output), [0.25, -0.25, -0.25, 0.25]);
    assert.equal(changeOf(snapshot, output).finding, 'cancel');
    assert.equal(changeOf(snapshot, output).next, 0);
    const hidden = /** @type {const} */ ({ kind: 'weight', layer: 0, from, to: 1 });
    assert.deepEqual(products(hidden).map(Math.abs), [0, 0, 0, 0]);
    assert.equal(changeOf(snapshot, hidden).finding, 'cut');
  }
});

test('it says why there is nothing to add up', () => {
  const W = [
    [1, 1],
    [1, 1],
  ];
  const finding = (/** @type {Record<string, unknown>} */ settings, /** @type {Selection} */ entry) =>
    changeOf(at(settings).snapshot, /** @type {any} */ (entry)).finding;
  const output = /** @type {const} */ ({ kind: 'weight', layer: 1, from: 0, to: 0 });
  const hidden = /** @type {const} */ ({ kind: 'weight', layer: 0, from: 0, to: 0 });
  const bias = /** @type {const} */ ({ kind: 'bias', layer: 1, unit: 0 });
  assert.equal(finding({ init: 'zero', activation: 'tanh' }, output), 'silent');
  assert.equal(finding({ biases: 'hidden' }, bias), 'untrained');
  assert.equal(finding({ biases: 'none' }, hidden), null);
  const dead = [{ W, B: [-9, -9] }, { W: [[1], [1]], B: [0] }]; // prettier-ignore
  assert.equal(finding({ activation: 'relu', weights: dead, gradientScale: 'sum' }, hidden), 'flat');
  const right = [{ W: [[0], [0]], B: [0] }, { W: [[1]], B: [0] }]; // prettier-ignore
  const data = [[1, 1, 0]];
  assert.equal(
    finding(
      { layers: '1', activation: 'linear', output: 'linear', loss: 'squared-error', data, weights: right },
      { ...hidden },
    ),
    'errorless',
  );
});

test('the rate is that of the recorded run', () => {
  const trainer = new Trainer({ seed: 42, learningRate: 0.1 });
  trainer.step(10);
  trainer.configure({ ...trainer.config, learningRate: 0.5 });
  trainer.step(10);
  trainer.seek(4);
  assert.equal(trainer.rate, 0.1);
  trainer.seek(10);
  assert.equal(trainer.rate, 0.5);
});
