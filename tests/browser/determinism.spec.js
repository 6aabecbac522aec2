// The same settings, the same bits: here, and in Node through the same files.
import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { open, test } from './figure.js';

/**
 * A digest of many runs, computed by the core at `address`. It is sent to the page, and to Node, as text.
 * @param {string} address
 */
async function digests(address) {
  const { load } = await import(address);
  const { Trainer } = await load();
  /** FNV-1a. @param {ArrayLike<number>} numbers @param {number} hash */
  const digest = (numbers, hash) => {
    for (const byte of new Uint8Array(Float64Array.from(numbers).buffer))
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash;
  };
  /** @type {Record<string, string>} */
  const found = {};
  for (const activation of ['sigmoid', 'tanh']) {
    for (const gradientScale of ['listing', 'sum', 'mean']) {
      for (const layers of ['0', '1', '2', '3', '8', '4,2', '8,8,8']) {
        for (const [deviation, learningRate] of [
          [0.1, 0.1],
          [1, 0.5],
          [30, 5],
          [1e300, 1e6],
        ]) {
          for (const data of [
            'xor',
            'and',
            [
              [0.1, -0.3, 1],
              [3, 7, 0],
              [-2.5, 1e-9, 1],
              [1000, -1000, 0],
              [0.3, 0.1, 1],
            ],
          ]) {
            const settings = { activation, gradientScale, layers, deviation, learningRate, data, seed: 42 };
            const trainer = new Trainer(settings);
            trainer.step(500);
            let hash = 0x811c9dc5;
            for (const numbers of [
              trainer.parameters(),
              trainer.predictions(),
              trainer.gradients(),
              trainer.lossTrace(),
              [trainer.epoch],
            ])
              hash = digest(numbers, hash);
            trainer.seek(123);
            found[JSON.stringify(settings)] = `${hash} ${digest(trainer.parameters(), 0x811c9dc5)} ${trainer.outcome}`;
            trainer.free();
          }
        }
      }
    }
  }
  return found;
}

test('the same settings give the same bits here and in Node', async ({ page }) => {
  await open(page, '');
  const here = await page.evaluate(digests, '/wasm.js');
  const script = `console.log(JSON.stringify(await (${digests})(${JSON.stringify(new URL('../../www/wasm.js', import.meta.url).href)})))`;
  const there = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }),
  );
  expect(Object.keys(here).length).toBeGreaterThan(500);
  expect(new Set(Object.values(here)).size).toBeGreaterThan(300);
  expect(here).toEqual(there);
});
