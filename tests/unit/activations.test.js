// What the inspector knows of the functions of units.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activationOf } from '../../www/figure/snapshot/activations.js';
import { OPTIONS } from '../../www/wasm.js';

/** @typedef {import('../../www/figure/snapshot/activations.js').Name} Name */

const names = /** @type {Name[]} */ (OPTIONS.find(({ name }) => name === 'activation')?.choices ?? []);

for (const activation of names) {
  const { value, range } = activationOf({ layers: [2], activation, output: 'sigmoid' }, 0);

  test(`${activation}: values are in the range and come to its ends, or go on`, () => {
    const ends = [value(-1e6), value(1e6)];
    if (!range) return assert.ok(ends[1] - ends[0] > 1e5, `expected no range, got ${ends}`);
    assert.deepEqual(
      ends.map((end) => Number(end.toFixed(4))),
      range,
    );
    for (let z = -40; z <= 40; z += 0.1) assert.ok(value(z) >= range[0] && value(z) <= range[1], `at ${z}`);
  });
}
