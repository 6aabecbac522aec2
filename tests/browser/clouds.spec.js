/** Clouds and what is held out, as a reader sees them. */
import { expect } from '@playwright/test';
import { en, Figure, figureWith, holdBack, open, tag, test } from './figure.js';

const CLOUDS = ['circle', 'gauss', 'spiral', 'moons'];

/** The curve of what is held out. @param {Figure} figure */
const testCurve = (figure) => figure.locator.locator('[part=loss] path.test:not(.ahead)').getAttribute('d');

for (const data of CLOUDS) {
  test(`${data} trains, with hollow points and a second curve`, async ({ page }) => {
    const figure = await figureWith(page, {
      data,
      points: 60,
      noise: 0.1,
      testShare: 0.25,
      layers: 4,
      seed: 1,
      epochs: 500,
    });
    const { predictions } = await figure.step(200);
    expect(predictions).toHaveLength(45);
    await figure.drawn();
    const dots = await figure.locator
      .locator('.boundary path:is(.zero, .one)')
      .evaluateAll((paths) => paths.map((path) => (path.getAttribute('d') ?? '').split('M').length - 1));
    const [zeros, ones, hollowZeros, hollowOnes] = dots;
    expect([zeros + ones, hollowZeros + hollowOnes]).toEqual([60, 15]);
    const drawn = await testCurve(figure);
    expect(drawn?.length).toBeGreaterThan(100);
    expect(drawn).not.toBe(await figure.locator.locator('[part=curve]').getAttribute('d'));
    await expect(figure.locator.getByText(en.curves[1], { exact: true })).toBeVisible();
    await expect(figure.locator.locator('footer')).toContainText(en.testLoss);
    expect(await figure.get('testLoss')).toBeGreaterThan(0);
    // Two classes that are trained on, and two that are held out.
    await expect(figure.locator.getByRole('row')).toHaveCount(5);
    await expect(figure.locator.locator('.label.hollow')).toHaveCount(2);
  });
}

test('without a test share nothing tells of one', async ({ page }) => {
  const figure = await figureWith(page, { data: 'moons', seed: 1 });
  await figure.step(100);
  await figure.drawn();
  expect(await testCurve(figure)).toBe('');
  // The axis is of the losses that there are.
  await expect(figure.locator.locator('.loss')).not.toContainText('10⁻¹⁶');
  await expect(figure.locator.getByText(en.curves[1], { exact: true })).toBeHidden();
  await expect(figure.locator.getByText(en.testLoss)).toBeHidden();
  expect(await figure.get('testLoss')).toBeNaN();
  await expect(figure.locator.getByRole('row')).toHaveCount(3);
});

test('a seek finds the test loss that stepping found, and the pointer reads it', async ({ page }) => {
  const figure = await figureWith(page, { data: 'spiral', testShare: 0.3, seed: 2, epochs: 400, layers: '8' });
  await figure.step(100);
  const early = await figure.get('testLoss');
  await figure.step(300);
  expect(await figure.get('testLoss')).not.toBe(early);
  await figure.seek(100);
  expect(await figure.get('testLoss')).toBe(early);
  const slider = figure.locator.getByRole('slider', { name: en.seekSlider });
  await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(en.testLoss));
  await slider.hover();
  await expect(figure.locator.locator('.reading')).toContainText(en.testLoss);
});

test('the settings offer clouds, and what applies to them', async ({ page }) => {
  const figure = await figureWith(page, { seed: 3 });
  await figure.locator.getByRole('button', { name: en.more }).click();
  const { data, points, noise, testShare } = en.options;
  const field = (/** @type {string} */ label) => figure.locator.getByLabel(label, { exact: true });
  for (const label of [points, noise, testShare]) await expect(field(label)).toBeHidden();
  await field(data).selectOption(en.choices.circle);
  await figure.drawn();
  expect(await figure.get('data')).toBe('circle');
  expect((await figure.state()).predictions).toHaveLength(200);
  for (const [label, text] of [
    [points, '80'],
    [noise, '0.2'],
    [testShare, '0.5'],
  ]) {
    // prettier-ignore
    await field(label).press('ControlOrMeta+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  const options = () => Promise.all(['points', 'noise', 'testShare'].map((name) => figure.get(name)));
  await expect.poll(options).toEqual([80, 0.2, 0.5]);
  await figure.drawn();
  expect((await figure.state()).predictions).toHaveLength(40);
  await field(data).selectOption('xor');
  await figure.drawn();
  for (const label of [points, noise, testShare]) await expect(field(label)).toBeHidden();
  expect((await figure.state()).predictions).toHaveLength(4);
});

test('a few own points, some held out: each is a button that flips its own label', async ({ page }) => {
  const rows = [[0, 0, 0], [1, 0, 1], [2, 1, 0], [3, 1, 1], [4, 2, 0]]; // prettier-ignore
  const figure = await figureWith(page, { data: JSON.stringify(rows), testShare: 0.4, seed: 5 });
  await expect(figure.locator.locator('.point')).toHaveCount(5);
  await expect(figure.locator.locator('.point.hollow')).toHaveCount(2);
  for (const [x1, x2, label] of [rows[0], rows[1]]) {
    const button = figure.locator.getByRole('button', { name: en.flip(String(x1), String(x2), label) });
    await button.click();
    await figure.drawn();
    const now = JSON.parse(await figure.get('data'));
    expect(now).toEqual(rows.map((row) => (row[0] === x1 ? [x1, x2, 1 - label] : row)));
    await figure.attribute('data', JSON.stringify(rows));
    await figure.drawn();
  }
  await expect(figure.locator.getByRole('row')).toHaveCount(6);
});

test('a figure of a cloud is as high before its core is there as after', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await open(page, tag({ data: 'gauss', testShare: 0.2, seed: 1 }));
  const figure = new Figure(page);
  const height = () => figure.locator.evaluate((element) => element.getBoundingClientRect().height);
  await expect(figure.locator.getByRole('row', { includeHidden: true })).toHaveCount(5);
  const before = await height();
  release();
  await figure.ready();
  await figure.drawn();
  expect(await height()).toBe(before);
});
