import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dots, line, segments, UNITS } from '../../www/draw/path.js';

const same = (/** @type {number} */ share) => share;

test('a line goes through its values, from the left and the bottom', () => {
  assert.equal(
    line([0, 0.5, 1], 0, 3, (i) => i / 2, same),
    `M0 ${UNITS}L2048 2048L${UNITS} 0`,
  );
  assert.equal(
    line([0, 0.5, 1], 1, 1, (i) => i / 2, same),
    '',
  );
});

test('a line leaves out what is not finite, and keeps far values finite', () => {
  assert.equal(
    line([NaN, 0, Infinity, 1], 0, 4, (i) => i / 4, same),
    `M1024 ${UNITS}L3072 0`,
  );
  assert.equal(line([1e300, -1e300], 0, 2, same, same), `M0 -${UNITS}L${UNITS} ${2 * UNITS}`);
});

test('a long line is short to write, and keeps its one spike', () => {
  const values = new Float64Array(100_000).fill(0.5);
  values[77_777] = 1;
  const path = line(values, 0, values.length, (i) => i / values.length, same);
  assert.ok((path.match(/[ML]/g) ?? []).length <= 2 * 480);
  assert.match(path, /L\d+ 0L/);
});

test('a stretch without a rise is one line', () => {
  const values = [...Array(50).fill(0.5), ...Array(50).fill(0.25)];
  assert.equal(
    line(values, 0, 100, (i) => i / 100, same),
    'M0 2048L2007 2048L2048 3072L4055 3072',
  );
});

test('pieces and dots are loose', () => {
  assert.equal(segments([0, 0, 1, 1, 1, 0, 0, 1], same, same), 'M0 4096L4096 0M4096 4096L0 0');
  assert.equal(dots([{ x1: 0.5, x2: 1 }], same, same), 'M2048 0h0');
});
