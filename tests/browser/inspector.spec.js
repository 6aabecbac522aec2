// The inspector, by the text on the screen: what it shows is the run's own numbers, and adds up.
import { expect } from '@playwright/test';
import { ASKED, NOT_ASKED, violations } from './axe.js';
import { en, ko, test } from './figure.js';
import { inspect, openInspector, step } from './inspector-page.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../www/types.js').Selection} Selection */

/** @param {number} layer @param {number} from @param {number} to @returns {Selection} */
const weight = (layer, from, to) => ({ kind: 'weight', layer, from, to });

/** @param {number} layer @param {number} unit @returns {Selection} */
const bias = (layer, unit) => ({ kind: 'bias', layer, unit });

/** @param {number} layer @param {number} unit @returns {Selection} */
const unit = (layer, unit) => ({ kind: 'unit', layer, unit });

/** Numbers as they are written, read back. @param {string} text */
function read(text) {
  const powers = text.trim().replace(/×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, (_, power) => {
    return `e${[...power].map((digit) => '-0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)]).join('')}`;
  });
  return Number(powers.replace('−', '-'));
}

/**
 * The tables on the screen: of each the numbers of its lines, and those below them.
 * @param {Page} page
 */
async function tables(page) {
  const found = await page.locator('#host').evaluate((host) => {
    const texts = (/** @type {Element} */ part, /** @type {string} */ rows) =>
      [...part.querySelectorAll(rows)].map((row) => ({
        label: row.querySelector('th')?.textContent ?? '',
        cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
      }));
    return [.../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll('table')].map((table) => ({
      lines: texts(table, 'tbody tr'),
      totals: texts(table, 'tfoot tr'),
    }));
  });
  return found.map(({ lines, totals }) => ({
    lines: lines.map(({ label, cells }) => ({ label, numbers: cells.map(read) })),
    totals: totals.map(({ label, cells }) => ({ label, number: read(cells[0]) })),
  }));
}

/** What the session knows. @param {Page} page @returns {Promise<any>} */
const state = (page) =>
  page.evaluate(() => {
    const { snapshot } = /** @type {any} */ (globalThis).session;
    const { parameters, gradients, loss, config } = snapshot;
    return { parameters, gradients, loss, rate: config.learningRate };
  });

/** @param {any} layers @param {any} selection */
const entryOf = (layers, { kind, layer, from, to, unit }) =>
  kind === 'weight' ? layers[layer].W[from][to] : layers[layer].B[unit][0];

/** Four digits are shown of each number. @param {number} found @param {number} expected @param {number} size */
function close(found, expected, size) {
  expect(Math.abs(found - expected), `${found}, expected ${expected}`).toBeLessThanOrEqual(1e-3 * size);
}

/** @param {number[]} values */
const total = (values) => values.reduce((sum, value) => sum + value, 0);

/** @type {[string, Record<string, unknown>, Selection, number][]} */
const ENTRIES = [
  ['a weight of the output', { activation: 'tanh' }, weight(1, 1, 0), 900],
  ['a weight from an input', { activation: 'tanh' }, weight(0, 0, 1), 900],
  ['a mean with penalties', { gradientScale: 'mean', l1: 0.01, l2: 0.1, deviation: 1 }, weight(0, 1, 0), 50],
  ['a bias, averaged', { deviation: 1, layers: '3,2' }, bias(1, 1), 50],
  ['a bias, summed, squared error', { gradientScale: 'sum', loss: 'squared-error', deviation: 1 }, bias(1, 0), 50],
  ['no hidden layer', { layers: '0', data: 'and', output: 'tanh', loss: 'squared-error' }, weight(0, 0, 0), 3],
];

for (const [name, settings, selection, epochs] of ENTRIES) {
  test(`the lines on the screen come to the gradient and the update: ${name}`, async ({ page }) => {
    await openInspector(page);
    await inspect(page, settings, selection, epochs);
    const { parameters, gradients, rate } = await state(page);
    const [{ lines, totals }] = await tables(page);
    expect(lines).toHaveLength(4);
    for (const { numbers } of lines) close(numbers[0] * numbers[1], numbers[2], Math.abs(numbers[2]));
    const size = total(lines.map(({ numbers }) => Math.abs(numbers[2])));
    close(totals[0].number, total(lines.map(({ numbers }) => numbers[2])), size);
    const gradient = entryOf(gradients, selection);
    const [value, update, next] = totals.slice(-3).map(({ number }) => number);
    close(totals[totals.length - 4].number, gradient, Math.abs(gradient));
    close(value, entryOf(parameters, selection), Math.abs(value));
    close(update, -rate * gradient, Math.abs(update));
    close(next, value + update, Math.abs(value) + Math.abs(update));

    await step(page);
    const after = entryOf((await state(page)).parameters, selection);
    const [old, now] = ((await page.locator('.value').textContent()) ?? '').split('=')[1].split('→').map(read);
    expect(old).not.toBe(now);
    close(old, value, Math.abs(value));
    close(now, after, Math.abs(after));
    close(next, after, Math.abs(value) + Math.abs(update));
    // Of other settings there is no step before.
    await page.evaluate(() => /** @type {any} */ (globalThis).session.reset());
    await expect(page.locator('.value')).not.toContainText('→');
  });
}

test('zero initialisation: the lines of the output cancel, and the hidden ones are 0', async ({ page }) => {
  await openInspector(page);
  await inspect(page, { init: 'zero' }, weight(1, 0, 0));
  const output = (await tables(page))[0];
  expect(output.lines.map(({ numbers }) => numbers)).toEqual([
    [0.5, 0.5, 0.25],
    [0.5, -0.5, -0.25],
    [0.5, -0.5, -0.25],
    [0.5, 0.5, 0.25],
  ]);
  expect(output.totals.map(({ number }) => number + 0)).toEqual([0, 0, 0, 0]);
  const said = page.locator('.finding').first();
  await expect(said).toHaveText(`${en.inspect.findings.cancel()} ${en.inspect.stays}`);
  await page.evaluate((selection) => /** @type {any} */ (globalThis).view.choose(selection), weight(0, 0, 0));
  expect((await tables(page))[0].lines.map(({ numbers }) => numbers[2])).toEqual([0, 0, 0, 0]);
  await expect(said).toHaveText(`${en.inspect.findings.cut('W2')} ${en.inspect.stays}`);
  // Those of a run that learns say nothing of the kind.
  await inspect(page, { activation: 'tanh' }, weight(0, 0, 0));
  await expect(said).toBeHidden();
});

test('a unit: what it answers, its slope, and the error that it lets through', async ({ page }) => {
  await openInspector(page);
  for (const [activation, most] of /** @type {const} */ ([
    ['sigmoid', 0.25],
    ['tanh', 1],
  ])) {
    await inspect(page, { activation, deviation: 1 }, unit(0, 1), 50);
    const [forward, back] = await tables(page);
    for (const [i, { numbers }] of forward.lines.entries()) {
      const [z, a, slope] = numbers;
      close(a, activation === 'tanh' ? Math.tanh(z) : 1 / (1 + Math.exp(-z)), Math.abs(a));
      const [error, same, through] = back.lines[i].numbers;
      expect(slope).toBeLessThanOrEqual(most);
      expect(same).toBe(slope);
      close(error * slope, through, Math.abs(through));
    }
    const largest = Math.max(...forward.lines.map(({ numbers }) => numbers[2]));
    const said = (await page.locator('.finding').textContent()) ?? '';
    expect(read(said.match(/is (\S+)\. /)?.[1] ?? '')).toBe(largest);
    // Each example stands on the curve.
    const dots = await page.locator('.plot path:is(.zero, .one)').evaluateAll((paths) => paths.map((path) => path.getAttribute('d'))); // prettier-ignore
    expect(dots.join('').match(/h0/g)).toHaveLength(4);
  }
});

test('the loss is the mean of its parts', async ({ page }) => {
  await openInspector(page);
  for (const [settings, partOf] of /** @type {const} */ ([
    [{ activation: 'tanh' }, (/** @type {number} */ measured) => -Math.log(measured)],
    [{ loss: 'squared-error' }, (/** @type {number} */ measured) => measured ** 2],
  ])) {
    await inspect(page, settings, { kind: 'loss' }, 1200);
    const [{ lines, totals }] = await tables(page);
    for (const { numbers } of lines) close(numbers[2], partOf(numbers[1]), numbers[2] + 1e-4);
    const sum = total(lines.map(({ numbers }) => numbers[2]));
    close(totals[0].number, sum, sum);
    close(totals[1].number, sum / 4, sum);
    close(totals[1].number, (await state(page)).loss, sum);
  }
});

/** @param {number} count */
const crowd = (count) =>
  Array.from({ length: count }, (_, i) => [3 * Math.sin(1.7 * i), 30 * Math.cos(2.3 * i), i % 2]);

test('of many examples the largest few, and the rest as one', async ({ page }) => {
  await openInspector(page);
  await inspect(page, { data: crowd(40), layers: '4', deviation: 1 }, weight(0, 1, 2), 5);
  const [{ lines, totals }] = await tables(page);
  expect(lines).toHaveLength(7);
  expect(lines[6].label).toBe(en.inspect.others('34'));
  const products = [...lines.slice(0, 6).map(({ numbers }) => numbers[2]), lines[6].numbers[0]];
  close(total(products), totals[0].number, total(products.map(Math.abs)));
  const sizes = products.slice(0, 6).map(Math.abs);
  expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
  const gradient = entryOf((await state(page)).gradients, weight(0, 1, 2));
  close(totals[0].number, gradient, Math.abs(gradient));
});

test('an update of which more is to be known is not told', async ({ page }) => {
  await openInspector(page);
  for (const [settings, told] of /** @type {const} */ ([
    [{ optimizer: 'momentum' }, en.inspect.also.momentum],
    [{ optimizer: 'adam' }, en.inspect.also.adam],
    [{ batch: 2 }, en.inspect.also.batch],
    [{ order: 'random' }, en.inspect.also.random],
  ])) {
    await inspect(page, settings, weight(0, 0, 0), 3);
    const [{ totals }] = await tables(page);
    expect(totals).toHaveLength(1);
    close(totals[0].number, entryOf((await state(page)).gradients, weight(0, 0, 0)), Math.abs(totals[0].number));
    await expect(page.locator('.finding:visible')).toHaveText(told);
  }
});

test('it is a table to those who hear it, and its lines are buttons', async ({ page, browserName }) => {
  await openInspector(page);
  await inspect(page, { activation: 'tanh' }, weight(1, 0, 0), 100);
  const table = page.getByRole('table', { name: en.inspect.pulls });
  await expect(table.getByRole('columnheader')).toHaveCount(4);
  await expect(table.getByRole('rowheader')).toHaveCount(8);
  const line = table.getByRole('button', { name: en.inspect.exampleName('1', '0', 1), exact: true });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(line).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(en.inspect.errorOf('1', '0', 1))).toBeVisible();
  await expect(page.locator('tr.attended')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('aria-pressed', 'false');
  if (browserName === 'chromium') expect(await page.locator('main').ariaSnapshot()).toContain('math');
});

test('the error of an example in its numbers', async ({ page }) => {
  await openInspector(page);
  await inspect(page, { activation: 'tanh', deviation: 1 }, weight(0, 0, 1), 100);
  await page.evaluate(() => /** @type {any} */ (globalThis).view.point(2));
  const formulas = await page.locator('.inspector section .formula').allTextContents();
  const numbers = formulas.map((formula) => formula.split('=').slice(-2));
  for (const [factors, product] of numbers) {
    const [a, b] =
      factors.split('×10').length > 1 ? [NaN] : factors.split('×').map((text) => read(text.replace(/[()]/g, '')));
    close(a * b, read(product), Math.abs(read(product)));
  }
  const through = (await tables(page))[0].lines[2].numbers[1];
  expect(read(numbers[1][1])).toBe(through);
});

/** @type {[Record<string, unknown>, Selection][]} */
const ALL = [
  [{ activation: 'tanh', gradientScale: 'mean', l2: 0.01 }, weight(0, 1, 1)],
  [{ layers: '3,2' }, unit(0, 2)],
  [{}, { kind: 'loss' }],
  [{ data: crowd(40), optimizer: 'adam', layers: '4,4,4' }, weight(1, 3, 2)],
  [{ init: 'zero' }, weight(0, 1, 1)],
  [{ activation: 'tanh', output: 'tanh', loss: 'squared-error' }, unit(1, 0)],
  [{ biases: 'none' }, bias(0, 1)],
  [{ layers: '32,32,32', activation: 'linear', deviation: 1e-4 }, unit(0, 31)],
  [{ data: crowd(40), activation: 'relu', layers: '2', deviation: 1e6 }, unit(0, 1)],
];

for (const [lang, colorScheme] of /** @type {const} */ ([
  ['en', 'light'],
  ['ko', 'dark'],
])) {
  test(`it fits a narrow page, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await openInspector(page, lang);
    for (const [settings, selection] of ALL) {
      await inspect(page, settings, selection, 10);
      await step(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${JSON.stringify(selection)} of ${JSON.stringify(settings).slice(-80)}`).toBeLessThanOrEqual(0);
    }
    await inspect(page, {}, null);
    await expect(page.getByText((lang === 'en' ? en : ko).inspect.hint)).toBeVisible();
  });

  test(`axe minds nothing, ${lang}, ${colorScheme}`, async ({ page, browserName }) => {
    test.skip(browserName !== ASKED, NOT_ASKED);
    test.slow();
    await page.emulateMedia({ colorScheme });
    await openInspector(page, lang);
    for (const [settings, selection] of ALL.slice(0, 2)) {
      await inspect(page, settings, selection, 10);
      await step(page);
      expect(await violations(page, { part: '#host' })).toEqual([]);
    }
  });
}
