/**
 * What the core does beside its epochs: the boundary, the first second of an instance, and NumPy's digits.
 *
 * @import { Browser } from 'playwright-core'
 * @import { Row } from './table.js'
 */
import { readFileSync } from 'node:fs';
import { call, open } from './pages.js';
import { median, time } from './table.js';

const ROUNDS = 25;
const WARM_UP = 10;
const PAINTS = 20;

/** @param {Browser} browser @returns {Promise<Row[]>} */
export async function boundary(browser) {
  const page = await open(browser);
  const races = [];
  for (const [hidden, target] of [
    [2, 0.5],
    [8, 0.7],
  ]) {
    for (const activation of ['sigmoid', 'tanh']) {
      const setup = { name: `H${hidden} ${activation}`, hidden: [hidden], activation };
      for (let i = 0; i < WARM_UP; i++) await call(page, 'boundary', setup, PAINTS);
      races.push({ setup, target, times: /** @type {number[]} */ ([]) });
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { setup, times } of races) times.push(await call(page, 'boundary', setup, PAINTS));
  }
  return races.map(({ setup: { name }, target, times }) =>
    time(`boundary 256 x 256 with upload, ${name}`, median(times), target),
  );
}

/** @param {Browser} browser @returns {Promise<Row[]>} */
export async function cold(browser) {
  const rows = [];
  for (const activation of ['sigmoid', 'tanh']) {
    const times = [];
    for (let i = 0; i < 9; i++) {
      const page = await open(browser);
      times.push(await call(page, 'cold', { name: '', hidden: [2], activation }));
      await page.close();
    }
    rows.push(time(`100,000 epochs, cold instance, H2 ${activation}`, median(times)));
  }
  return rows;
}

/** Digits that our predictions have in common with NumPy's after 100,000 epochs of seeds that solve. @param {Browser} browser @returns {Promise<Row[]>} */
export async function accuracy(browser) {
  const page = await open(browser);
  /** @type {{ config: Record<string, unknown>, states: { epoch: number, predictions: number[], right: boolean[] }[] }[]} */
  const runs = JSON.parse(readFileSync(new URL('../golden/full_runs.json', import.meta.url), 'utf8'));
  const solved = runs.filter(({ states: [{ epoch, right }] }) => epoch === 100_000 && right.every(Boolean));
  /** @type {number[]} */
  const equal = [];
  for (const {
    config,
    states: [{ epoch, predictions }],
  } of solved) {
    const found = /** @type {number[]} */ (await call(page, 'predictions', config, epoch));
    equal.push(...found.map((value, i) => Math.min(16, Math.floor(-Math.log10(Math.abs(value / predictions[i] - 1))))));
  }
  const value = Math.min(...equal);
  return [
    {
      what: `digits as NumPy has them, ${solved.length} runs of 100,000 epochs`,
      measured: `${value}`,
      value,
      target: 11,
    },
  ];
}
