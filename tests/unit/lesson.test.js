// What the lesson says in numbers, run: its prose in both languages, and its figures, have to agree with the core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nest, unitsOf } from '../../www/figure/snapshot/parameters.js';
import { examplesOf } from '../../www/figure/snapshot/examples.js';
import { load } from '../../www/wasm.js';

const { Trainer } = await load();
const pages = ['index.html', 'ko/index.html'].map((path) =>
  readFileSync(new URL(`../../www/${path}`, import.meta.url), 'utf8').replaceAll('&nbsp;', ' '),
);

/** Both pages have it. @param {string | RegExp} text */
function said(text) {
  for (const page of pages) assert.ok(typeof text === 'string' ? page.includes(text) : text.test(page), String(text));
}

/** 21211 as 21,211. @param {number} count */
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** The first epoch with a loss below this. @param {object} settings @param {number} loss */
function epochBelow(settings, loss) {
  const trainer = new Trainer({ ...settings, until: loss });
  trainer.step(1e6);
  return trainer.epoch;
}

/** The start tags of the figures of a page. @param {string} page */
const tags = (page) => page.match(/<neural-figure[^>]*>/g) ?? [];

test('both languages have the same figures', () => {
  assert.deepEqual(tags(pages[0]), tags(pages[1]));
  assert.ok(tags(pages[0]).length >= 7);
});

test('the numbers chosen by hand do XOR as the page reckons', () => {
  const weights = pages[0].match(/weights='([^']*)'/)?.[1] ?? '';
  const trainer = new Trainer({ weights });
  assert.equal(trainer.outcome, 'solved');
  const [first, second] = nest(trainer.parameters(), [2]);
  const units = unitsOf(trainer.units(), [2], examplesOf(trainer).points);
  // The third point is (1, 0).
  const [any, both, answer] = [units.a(2, 1, 0), units.a(2, 1, 1), units.a(2, 2, 0)].map((a) => a.toFixed(3));
  for (const unit of [0, 1]) {
    const [w1, w2, b] = [first.W[0][unit], first.W[1][unit], first.B[unit][0]];
    said(`${w1} × 1 + ${w2} × 0 − ${-b} = ${String(w1 + b).replace('-', '−')}`);
  }
  const [[v1], [v2]] = second.W;
  const sum = v1 * Number(any) + v2 * Number(both) + second.B[0][0];
  said(`${v1} × ${any} − ${-v2} × ${both} − ${-second.B[0][0]} = ${sum.toFixed(2)}`);
  said(answer);
  assert.equal(Number(answer).toFixed(3), (1 / (1 + Math.exp(-sum))).toFixed(3));
});

test('tanh is sooner than the sigmoid from the same weights', () => {
  const [tanh, sigmoid] = ['tanh', 'sigmoid'].map((activation) => epochBelow({ activation, seed: 42 }, 0.5));
  for (const number of [grouped(tanh), grouped(sigmoid), (sigmoid / tanh).toFixed(1)]) said(number);
});

test('from zeros every answer is 0.5, the loss ln 2, and what each point says of a weight cancels', () => {
  const trainer = new Trainer({ init: 'zero', seed: 42 });
  const units = unitsOf(trainer.units(), [2], examplesOf(trainer).points);
  const lines = [0, 1, 2, 3].map((i) => units.a(i, 1, 0) * units.dz(i, 2, 0));
  said(lines.map((line) => (line > 0 ? '+' : '−') + Math.abs(line)).join(', '));
  for (const i of [0, 1, 2, 3]) assert.equal(units.dz(i, 1, 0), 0);
  assert.equal(trainer.loss, Math.LN2);
  said(`ln 2 = ${trainer.loss.toFixed(4)}`);
  trainer.seek(100_000);
  assert.ok([...trainer.parameters()].every((number) => number === 0));
});

test('from noise the two lines end on either side of the diagonal', () => {
  const trainer = new Trainer({ seed: 42 });
  trainer.seek(100_000);
  const [{ W, B }] = nest(trainer.parameters(), [2]);
  // Where a unit switches on x1 = x2: its line is nearly parallel to the other diagonal.
  const crossings = [0, 1].map((unit) => -B[unit][0] / (W[0][unit] + W[1][unit]));
  assert.ok(Math.min(...crossings) < 0.5 && Math.max(...crossings) > 0.5, crossings.join());
  for (const unit of [0, 1]) assert.ok(Math.abs(W[0][unit] / W[1][unit] - 1) < 0.01);
});

test('between its lines one network answers 0, and the one at the top 1', () => {
  const answers = [
    { deviation: 1, seed: 268 },
    { deviation: 0.1, seed: 42 },
  ].map((settings) => {
    const trainer = new Trainer({ activation: 'tanh', ...settings });
    trainer.seek(5000);
    return Math.round(/** @type {number} */ (trainer.activations(Float64Array.of(0.5, 0.5)).at(-1)));
  });
  assert.deepEqual(answers, [0, 1]);
});

test('AND is learned from zeros by twins', () => {
  const trainer = new Trainer({ init: 'zero', data: 'and', seed: 42 });
  trainer.seek(20_000);
  assert.equal(trainer.outcome, 'solved');
  const [{ W, B }] = nest(trainer.parameters(), [2]);
  for (const [first, second] of [...W, B.flat()]) assert.equal(first, second);
});

test('larger numbers end at half of ln 2', () => {
  const trainer = new Trainer({ activation: 'tanh', deviation: 1, seed: 42 });
  trainer.seek(20_000);
  assert.equal(trainer.outcome, 'stuck');
  assert.ok(trainer.loss > Math.LN2 / 2 && trainer.loss < Math.LN2 / 2 + 1e-3);
  said((Math.LN2 / 2).toFixed(4));
});

test('the program published as a success prints what the page says', () => {
  const trainer = new Trainer({
    ...{ loss: 'squared-error', init: 'normal', deviation: 1, biases: 'zero', seed: 42 },
    ...{ gradientScale: 'sum', learningRate: 0.2 },
  });
  trainer.seek(9999);
  said([...trainer.predictions()].map((answer) => answer.toFixed(3).slice(1)).join(' '));
});

test('the runs that the questions are about end as the answers say', () => {
  const ends = (/** @type {object} */ settings, /** @type {number} */ epoch) => {
    const trainer = new Trainer({ seed: 42, ...settings });
    trainer.seek(epoch);
    return trainer.outcome;
  };
  assert.equal(ends({}, 19_000), 'plateau');
  assert.equal(ends({}, 100_000), 'solved');
  assert.equal(ends({ activation: 'tanh' }, 5000), 'solved');
  assert.equal(ends({ activation: 'tanh', deviation: 1, seed: 268 }, 5000), 'solved');
});

test('the slopes that are drawn are those of the curves', () => {
  const lines = pages[0].match(/class="slope" x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"/g) ?? [];
  const slopes = lines.map((line) => {
    const [x1, y1, x2, y2] = (line.match(/[\d.]+(?=")/g) ?? []).map(Number);
    // 140 units for 8 of z, 110 for 2 of a.
    return ((y1 - y2) / 110) * 2 / (((x2 - x1) / 140) * 8); // prettier-ignore
  });
  assert.deepEqual(
    slopes.map((slope) => Number(slope.toFixed(2))),
    [0.25, 1],
  );
});
