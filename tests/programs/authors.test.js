/** Programs in the styles in which authors write them, run by Python, print what the Trainer has. `PYTHON` names one with NumPy. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from '../../www/wasm.js';

/**
 * @typedef {{ epoch: number, loss: number, predictions: number[], parameters: number[] }} Told
 * @typedef {{ name: string, settings: Record<string, unknown>, told: Told[] }} Program
 */

const { Trainer } = await load();
const script = fileURLToPath(new URL('authors.py', import.meta.url));
const { status, stdout, stderr } = spawnSync(process.env.PYTHON ?? 'python3', [script], {
  encoding: 'utf8',
  maxBuffer: 1 << 26,
});
assert.equal(status, 0, stderr);
/** @type {Program[]} */
const programs = JSON.parse(stdout);

/** To 10 digits. @param {ArrayLike<number>} found @param {number[]} expected @param {string} what */
function same(found, expected, what) {
  assert.equal(found.length, expected.length, what);
  expected.forEach((number, i) => {
    const off = Math.abs(found[i] - number) / Math.max(1, Math.abs(number));
    assert.ok(off < 5e-11, `${what} ${i}: ${found[i]}, expected ${number}`);
  });
}

for (const name of new Set(programs.map(({ name }) => name))) {
  test(name, () => {
    for (const { settings, told } of programs.filter((program) => program.name === name)) {
      const trainer = new Trainer(settings);
      assert.equal(told.length, 5);
      for (const { epoch, loss, predictions, parameters } of told) {
        while (trainer.epoch < epoch) trainer.step(epoch - trainer.epoch);
        const where = `${settings.data}, seed ${settings.seed}, epoch ${epoch}:`;
        same([trainer.loss], [loss], `${where} loss`);
        same(trainer.predictions(), predictions, `${where} prediction`);
        same(trainer.parameters(), parameters, `${where} parameter`);
      }
      trainer.free();
    }
  });
}
