/**
 * The golden numbers of NumPy (golden/README.md) through the very files that a page loads: www/wasm.js and the optimised
 * module, in Node, whose engine is Chromium's.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../www/wasm.js';

/**
 * @typedef {{loss: number, predictions: number[], parameters: number[]}} State
 * @typedef {{
 *   config: Record<string, string | number>,
 *   initial: State & {gradients: number[]},
 *   states: (State & {epoch: number, loose?: boolean})[],
 *   axis: number[], field: number[], scatter: string,
 * }} Golden
 */

/** Another exp than NumPy's is an ulp off here and there; no run here makes more than this of it. */
const CLOSE = 1e-9;

/** @param {string} name @returns {Golden[]} */
const goldens = (name) => JSON.parse(readFileSync(new URL(`./golden/${name}.json`, import.meta.url), 'utf8'));

/** @param {ArrayLike<number>} actual @param {number[]} expected @param {string} what */
function close(actual, expected, what) {
  assert.equal(actual.length, expected.length, `${what}: length`);
  expected.forEach((value, i) => {
    const error = Math.abs(actual[i] - value) / Math.max(1, Math.abs(value));
    assert.ok(error <= CLOSE, `${what}[${i}]: expected ${value}, got ${actual[i]}`);
  });
}

/** The bound of work per call may cut a step short. @param {import('../www/pkg/neural_figure.js').Trainer} trainer @param {number} epoch */
function stepTo(trainer, epoch) {
  while (trainer.epoch < epoch) {
    assert.ok(trainer.step(epoch - trainer.epoch) > 0, 'a step goes on');
  }
}

test('a failed load is tried again by the next, and one that worked is shared', async () => {
  await assert.rejects(load(new URL('./no-such.wasm', import.meta.url)));
  await assert.rejects(load(new Uint8Array([0, 97, 115, 109])));
  assert.equal(load(), load());
  await load();
});

for (const name of ['trajectories', 'full_runs', 'boundaries']) {
  test(`${name}: the states that NumPy reaches`, async () => {
    const { Trainer } = await load();
    for (const { config, initial, states } of goldens(name)) {
      const what = JSON.stringify(config);
      const trainer = new Trainer(config);
      if (initial) {
        assert.deepEqual([...trainer.parameters()], initial.parameters, `${what}: the same draws, bit for bit`);
        close([trainer.loss], [initial.loss], `${what} loss`);
        close(trainer.predictions(), initial.predictions, `${what} predictions`);
        close(trainer.gradients(), initial.gradients, `${what} gradients`);
      }
      for (const { epoch, loose, ...state } of states) {
        if (loose) continue;
        stepTo(trainer, epoch);
        close([trainer.loss], [state.loss], `${what} at ${epoch}: loss`);
        close(trainer.predictions(), state.predictions, `${what} at ${epoch}: predictions`);
        close(trainer.parameters(), state.parameters, `${what} at ${epoch}: parameters`);
      }
      trainer.free();
    }
  });
}

test('the picture of the post, dot for dot', async () => {
  const { Trainer } = await load();
  for (const { config, states, scatter } of goldens('boundaries')) {
    const trainer = new Trainer(config);
    stepTo(trainer, states[states.length - 1].epoch);
    assert.equal(trainer.scatter().join(''), scatter, JSON.stringify(config));
    trainer.free();
  }
});
