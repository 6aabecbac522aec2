import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRight, shareOf } from '../../www/figure/snapshot/output.js';
import en from '../../www/figure/locales/en.js';
import enOnDemand from '../../www/figure/locales/en-on-demand.js';
import ko from '../../www/figure/locales/ko.js';
import koOnDemand from '../../www/figure/locales/ko-on-demand.js';
import * as exported from '../../www/export/words.js';
import { story } from '../../www/views/story.js';

const locale = /** @type {any} */ ({ words: en, whole: String, hundredths: (/** @type {number} */ x) => x.toFixed(2) });
const points = [0, 1, 1, 0].map((label) => ({ x1: 0, x2: 0, label }));

/** @param {object} found */
const tell = (found) =>
  story(
    /** @type {any} */ ({
      goal: null,
      epoch: 9,
      points,
      config: { output: 'sigmoid' },
      reason: '',
      right: 2,
      ...found,
    }),
    locale,
  );

test('in Korean the particle goes with the number that a label becomes: 1로, 0으로', () => {
  assert.equal(ko.flip('0', '0', 0), '점 (0, 0), 레이블 0: 1로 바꾸기');
  assert.equal(ko.flip('0', '1', 1), '점 (0, 1), 레이블 1: 0으로 바꾸기');
});

test('a plateau says its answer only if all share it', () => {
  assert.equal(tell({ outcome: 'plateau', predictions: [0.5, 0.51, 0.49, 0.5] }), en.plateau('0.50'));
  assert.equal(tell({ outcome: 'plateau', predictions: [0.24, 0.7, 0.6, 0.5] }), en.waiting(en.rowsRight(2, 4)));
});

test('before the first epoch nothing is judged but what is solved', () => {
  const predictions = [0.5, 0.5, 0.5, 0.5];
  for (const outcome of ['learning', 'plateau', 'stuck']) {
    assert.equal(tell({ epoch: 0, outcome, reason: 'zero-gradient', predictions }), en.untrained);
  }
  assert.equal(tell({ epoch: 0, outcome: 'solved', right: 4, predictions: [0.4, 0.6, 0.6, 0.4] }), en.rowsRight(4, 4));
});

test('a dead end says which points share an answer', () => {
  const found = { outcome: 'stuck', reason: 'dead-end', predictions: [0.01, 0.99, 0.5, 0.5] };
  assert.equal(tell(found), en.stuck(2, 2, '0.50'));
});

test('answers exactly on the boundary are undecided, not wrong', () => {
  const found = { outcome: 'stuck', reason: 'zero-gradient', right: 0 };
  assert.equal(tell({ ...found, predictions: [0.5, 0.5, 0.5, 0.5] }), en.stuckZero(en.undecided('0.50')));
  const tanh = { ...found, config: { output: 'tanh' } };
  assert.equal(tell({ ...tanh, predictions: [0, 0, 0, 0] }), en.stuckZero(en.undecided('0.00')));
  assert.equal(tell({ ...tanh, predictions: [0.5, 0.5, -1, 0.5] }), en.stuckZero(en.rowsRight(0, 4)));
});

test('a run at its end is learning no more', () => {
  const found = { outcome: 'learning', predictions: [0.1, 0.7, 0.8, 0.6], right: 3 };
  assert.equal(tell(found), en.learning(en.rowsRight(3, 4)));
  assert.equal(tell({ ...found, finished: true }), en.finished(en.rowsRight(3, 4)));
});

test('every reason has its sentence', () => {
  const predictions = [0.5, 0.51, 0.5, 0.5];
  assert.equal(tell({ outcome: 'plateau', reason: 'zero-gradient', predictions }), en.stuckZero(en.rowsRight(2, 4)));
  assert.equal(tell({ outcome: 'stuck', reason: 'one-line', predictions }), en.stuckLine(en.rowsRight(2, 4)));
  assert.equal(tell({ outcome: 'plateau', reason: 'constant', predictions }), en.stuckConstant(en.rowsRight(2, 4)));
});

test('a run that diverged does so by its learning rate, or by its start', () => {
  assert.equal(tell({ outcome: 'diverged', loss: 1e300 }), en.diverged('9'));
  assert.equal(tell({ epoch: 0, outcome: 'diverged', loss: Infinity }), en.overflows);
});

test('right is on the side of the label, whatever the output', () => {
  assert.deepEqual(
    [isRight(0.5, 1, 'sigmoid'), isRight(1.7, 1, 'linear'), isRight(-0.1, 0, 'tanh')],
    [false, true, true],
  );
  assert.equal(shareOf(0, 'tanh'), 0.5);
});

test('both languages have the same words', () => {
  const keys = (/** @type {object} */ words) =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key],
    );
  assert.deepEqual(keys(ko).sort(), keys(en).sort());
  assert.deepEqual(keys(koOnDemand).sort(), keys(enOnDemand).sort());
  assert.deepEqual(keys(exported.ko).sort(), keys(exported.en).sort());
});
