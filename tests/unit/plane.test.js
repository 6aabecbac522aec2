// Places on the plane of the inputs, as a pointer finds them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { middleOf, moved, placeAt } from '../../www/draw/plane.js';
import { linear } from '../../www/draw/scale.js';

/** @param {number} low @param {number} high */
const plane = (low, high) => ({ x: linear(low, high), y: linear(low, high) });

test('a place is rounded to a power of ten, of which the plane has a hundred at least', () => {
  assert.deepEqual(placeAt(plane(-0.4, 1.4), 0.5, 0.25), [0.5, 0.05]);
  assert.deepEqual(placeAt(plane(-400, 1400), 0.123, 2), [-180, 1400]);
  assert.deepEqual(moved(plane(-0.4, 1.4), [0.5, 0.123], 'ArrowRight', 5), [0.55, 0.123]);
  assert.equal(moved(plane(-0.4, 1.4), [0.5, 0.5], 'Enter', 5), null);
});

test('on the smallest plane that there is a place is a number', () => {
  const least = plane(-Number.MIN_VALUE, Number.MIN_VALUE);
  for (const place of [middleOf(least), placeAt(least, 1, 0), moved(least, [0, 0], 'ArrowUp', 5) ?? [NaN]]) {
    assert.ok(place.every(Number.isFinite), String(place));
  }
});
