import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../../www/figure/locales/en.js';
import { makeLocale } from '../../www/figure/locale.js';
import { load } from '../../www/wasm.js';
import { diagnosis } from '../../www/views/diagnosis.js';
import { snapshotOf } from './clockwork.js';

const { Trainer } = await load();
const locale = makeLocale('en');
const { why } = en;

/** What is said of a run at an epoch. @param {object} settings @param {number} epoch */
function told(settings, epoch) {
  const trainer = new Trainer({ seed: 42, ...settings });
  trainer.seek(epoch);
  return diagnosis(snapshotOf(trainer), locale);
}

test('zeros: the units are one, no error reaches them, and what is left cancels', () => {
  assert.deepEqual(told({ init: 'zero' }, 1000), [
    why.twins([1, 2], 1, 1),
    why.oneLine,
    why.noError,
    why.cancel(['+0.5', '−0.5', '−0.5', '+0.5']),
    why.zero,
  ]);
});

test('AND is learned from zeros, by units that are one', () => {
  assert.deepEqual(told({ init: 'zero', data: 'and' }, 20_000), [why.twins([1, 2], 1, 1)]);
});

test('a plateau has its slope, beside that of the start', () => {
  const trainer = new Trainer({ seed: 42 });
  const steepest = () => Math.max(...trainer.gradients().map(Math.abs));
  const start = steepest();
  trainer.seek(5000);
  assert.equal(trainer.outcome, 'plateau');
  assert.ok(told({}, 5000).includes(why.flat(locale.small(steepest()), locale.small(start))));
});

test('where all weights are 0 and the bias moves, the loss is not called flat', () => {
  const settings = { init: 'zero', activation: 'tanh', data: 'and' };
  for (const epoch of [0, 1, 100]) {
    const found = told(settings, epoch);
    assert.ok(found.includes(why.noError), found.join('\n'));
    assert.ok(!found.some((text) => text.startsWith('The loss is almost flat')), found.join('\n'));
  }
});

test('the slope of the loss is told without the penalties', () => {
  const settings = { data: 'and', activation: 'leaky-relu', layers: '3', biases: 'zero', l1: 1, seed: 8 };
  const found = told(settings, 2000);
  // With them it is 1 and more, whatever the loss does.
  assert.match(found.join(' '), /the steepest slope is \d\.\d\d\s×\s10⁻⁴/);
});

test('that an update changes nothing is said of runs of which that holds', () => {
  assert.ok(told({ init: 'zero' }, 0).includes(why.zero));
  for (const more of [{ batch: 1 }, { order: 'random' }]) {
    const found = told({ init: 'zero', ...more }, 0);
    assert.ok(found.includes(why.noError), found.join('\n'));
    assert.ok(!found.includes(why.zero), found.join('\n'));
  }
});

test('a dead end has its points, their answer and what the loss is at least', () => {
  const found = told({ activation: 'tanh', deviation: 1 }, 20_000);
  assert.ok(found.includes(why.shared(['(0, 1)', '(1, 1)'], '0.5', '0.3466')), found.join('\n'));
  const half = told(
    { loss: 'squared-error', activation: 'tanh', deviation: 1, layers: '1', gradientScale: 'sum' },
    30_000,
  );
  assert.ok(half.includes(why.oneLine), half.join('\n'));
});

test('a unit that answers 0 everywhere, and one that is saturated, are named', () => {
  const weights = JSON.stringify([
    { W: [[1, -1], [1, -1]], B: [[0], [0]] },
    { W: [[1], [1]], B: [[0]] },
  ]); // prettier-ignore
  assert.ok(told({ activation: 'relu', weights }, 0).includes(why.dead([2], 1, 1)));
  const far = weights.replace('[0],[0]', '[0],[20]');
  assert.ok(told({ activation: 'sigmoid', weights: far }, 0).some((text) => text.includes('unit 2 is saturated')));
  assert.ok(!told({ activation: 'sigmoid', weights }, 0).some((text) => text.includes('saturated')));
});

test('units of a layer that pass no error have one sentence, with the steepest of their slopes', () => {
  const settings = { layers: '8,8', activation: 'tanh', init: 'normal', deviation: 1, seed: 1, learningRate: 1 };
  const found = told(settings, 41).filter((text) => text.includes('saturated'));
  assert.equal(found.length, 1);
  assert.match(found[0], /^Hidden units 1, 2, 3, 4, 5, 6, 7 and 8 of layer 2 .* at most 0\.006384,/);
  const weights = JSON.stringify([
    { W: [[-1, -1, 1], [-1, -1, 1]], B: [[0], [-1], [0]] },
    { W: [[1], [1], [1]], B: [[0]] },
  ]); // prettier-ignore
  assert.ok(told({ layers: '3', activation: 'relu', weights }, 0).includes(why.dead([1, 2], 1, 1)));
});

test('without a hidden layer one line is all there is, and that may do', () => {
  assert.ok(told({ layers: '0' }, 100).includes(why.noLayer));
  assert.ok(!told({ layers: '0', data: 'and' }, 1).includes(why.noLayer));
});

test('a list ends with and', () => {
  assert.match(why.twins([1, 2, 4], 2, 3), /units 1, 2 and 4 of layer 2 are/);
  assert.match(why.shared(['(0, 1)', '(1, 1)'], '0.5', '1'), /points \(0, 1\) and \(1, 1\) are/);
});
