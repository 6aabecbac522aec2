// Where the parts of the diagram stand, where its keys lead, and how its numbers and lines are written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrangement } from '../../www/draw/arrangement.js';
import { compact } from '../../www/draw/digits.js';
import { nameOf, neighbour } from '../../www/draw/neighbour.js';
import { sortOf, widthOf } from '../../www/draw/strokes.js';

const EVERY_SHAPE = [[], [1], [2], [3], [4, 2], [8], [2, 32], [16, 16], Array(8).fill(32)];

const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

test('the arrow keys reach every number of every shape', () => {
  for (const layers of EVERY_SHAPE) {
    const sizes = [2, ...layers, 1];
    for (const biased of [true, false]) {
      /** @type {import('../../www/types.js').Selection[]} */
      const open = [{ kind: 'loss' }];
      const reached = new Set([nameOf(open[0])]);
      for (let place = open.pop(); place; place = open.pop()) {
        for (const key of KEYS) {
          const next = neighbour(place, key, sizes, () => biased);
          if (!reached.has(nameOf(next))) open.push(next);
          reached.add(nameOf(next));
        }
      }
      const units = sizes.slice(1).reduce((sum, size) => sum + size, 0);
      const weights = sizes.slice(1).reduce((sum, size, k) => sum + size * sizes[k], 0);
      assert.equal(reached.size, weights + units + (biased ? units : 0) + 1, sizes.join());
    }
  }
});

test('units stand apart, within the height', () => {
  for (const layers of EVERY_SHAPE) {
    const { sizes, unit, height, pitches, y } = arrangement(layers);
    sizes.forEach((size, column) => {
      assert.ok(size === 1 || pitches[column] > unit, `${sizes}`);
      assert.ok(y(column, 0) - unit / 2 >= 0 && y(column, size - 1) + unit / 2 <= height, `${sizes}`);
    });
  }
});

test('numbers take about the same room, whatever their size', () => {
  /** @type {[number, string][]} */
  const written = [
    [0, '0'],
    [0.03746, '0.0375'],
    [-5.4367, '−5.437'],
    [12.346, '12.35'],
    [-123.46, '−123.5'],
    [9999.6, '10000'],
    [1e-9, '0.0000'],
    [-2.5e17, '−2.5e17'],
  ];
  for (const [value, text] of written) assert.equal(compact(value), text);
  assert.equal(compact(0.756, 2), '0.76');
});

test('a line is the thicker the larger its number, to either side of 0', () => {
  assert.equal(sortOf(0), 0);
  assert.equal(sortOf(-0), 0);
  let last = 0;
  for (const size of [1e-300, 0.1, 1, 4, 20, 1e300]) {
    assert.equal(sortOf(-size), -sortOf(size));
    assert.ok(sortOf(size) > 0 && widthOf(sortOf(size)) >= last, String(size));
    last = widthOf(sortOf(size));
  }
  assert.ok(last > 4 * widthOf(1));
});
