import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lossScale, MIN_LOSS } from '../../www/draw/losses.js';
import { linear, logarithmic, roundUp, tellingApart } from '../../www/draw/scale.js';

const finite = fc.double({ min: -1000, max: 1000, noNaN: true });

test('any two ends give a dozen ticks at most, within the ends and told apart', () => {
  fc.assert(
    fc.property(finite, finite, fc.integer({ min: 2, max: 6 }), (a, b, count) => {
      fc.pre(a !== b);
      const [min, max] = [Math.min(a, b), Math.max(a, b)];
      const { ticks } = linear(min, max, count);
      assert.ok(ticks.length <= 13, `${ticks.length} ticks`);
      assert.equal(new Set(ticks).size, ticks.length);
      const slack = (max - min) * 1e-3 + Math.abs(max) * 1e-12;
      for (const tick of ticks) assert.ok(tick >= min - slack && tick <= max + slack, `${tick} of ${min}..${max}`);
    }),
  );
});

test('ticks are round numbers', () => {
  assert.deepEqual(linear(0, 1, 4).ticks, [0, 0.5, 1]);
  assert.deepEqual(linear(-0.4, 1.4, 6).ticks, [0, 0.5, 1]);
  assert.deepEqual(linear(0, 5000, 3).ticks, [0, 2000, 4000]);
  assert.deepEqual(linear(0.1, 0.7, 6).ticks, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  assert.equal(roundUp(0.3), 0.5);
});

test('a scale goes forth and back', () => {
  for (const scale of [linear(-2, 6), logarithmic(1e-3, 1)]) {
    for (const share of [0, 0.25, 1]) assert.ok(Math.abs(scale.at(scale.back(share)) - share) < 1e-12);
  }
});

test('a single decade has ticks within', () => {
  assert.deepEqual(logarithmic(0.2, 0.7).ticks, [1, 0.1, 0.5, 0.2]);
});

test('an axis of losses covers whole decades, or goes from 0 to a round number', () => {
  const ends = (/** @type {import('../../www/types.js').Scale} */ { back }) => [back(0), back(1)];
  assert.deepEqual(ends(lossScale('log', 0.02, 0.7)), [0.01, 1]);
  assert.deepEqual(ends(lossScale('linear', 0.02, 0.7)), [0, 1]);
  assert.equal(lossScale('log', 0, 1).at(0), 0);
  // Of a run without a finite loss.
  assert.deepEqual(ends(lossScale('linear', MIN_LOSS, MIN_LOSS)), [0, 1]);
});

test('numbers get as many digits as tell them apart, and no more', () => {
  const brief = (/** @type {number} */ value) => value.toFixed(1);
  assert.equal(tellingApart([1, 2.5], brief)(2.5), '2.5');
  assert.deepEqual([126.978, 126.9785].map(tellingApart([126.978, 126.9785], brief)), ['126.978', '126.9785']);
  const close = [0.3, 0.30000000000000004];
  assert.equal(new Set(close.map(tellingApart(close, brief))).size, 2);
});
