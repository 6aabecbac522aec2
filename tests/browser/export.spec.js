// What the dialog hands out beside tags: programs, and files in five forms.
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { en, figureWith, ko, onDemand, test } from './figure.js';
import { comesToRest, countFrames } from './frames.js';

/** @typedef {import('./figure.js').Figure} Figure */
/** @typedef {typeof en} Words */

/** Opens the dialog. @param {Figure} figure @param {Words} [words] */
async function dialogOf(figure, words = en) {
  await figure.locator.getByRole('button', { name: words.embed, exact: true }).click();
  const dialog = figure.locator.getByRole('dialog', { name: words.embedHint });
  await expect(dialog.getByRole('group', { name: words.saveAs })).toBeVisible();
  return dialog;
}

/** Playwright hears of no download in a stock Firefox: there the link is read that the browser would save. */
test.beforeEach(async ({ page, browserName }) => {
  if (browserName !== 'firefox') return;
  await page.addInitScript(() => {
    const links = /** @type {{ name: string, href: string }[]} */ ([]);
    Object.assign(globalThis, { links });
    HTMLAnchorElement.prototype.click = function () {
      links.push({ name: this.download, href: this.href });
    };
  });
});

/** Saves a file: its name and its bytes. @param {import('@playwright/test').Locator} dialog @param {string} form */
async function saved(dialog, form) {
  const page = dialog.page();
  const button = dialog.getByRole('button', { name: form, exact: true });
  if (page.context().browser()?.browserType().name() !== 'firefox') {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }
  await button.click();
  await page.waitForFunction(() => /** @type {any} */ (globalThis).links.length > 0);
  const { name, content } = await page.evaluate(async () => {
    const { name, href } = /** @type {any} */ (globalThis).links.shift();
    const bytes = new Uint8Array(await (await fetch(href)).arrayBuffer());
    return { name, content: Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') };
  });
  return { name, bytes: Buffer.from(content, 'latin1') };
}

/** Frames of a GIF, by its blocks. @param {Buffer} bytes */
function framesOf(bytes) {
  expect(bytes.toString('latin1', 0, 6)).toBe('GIF89a');
  let [at, frames] = [13 + 3 * 256, 0];
  while (bytes[at] !== 0x3b) {
    if (bytes[at] === 0x2c) frames++;
    at += bytes[at] === 0x2c ? 11 : 2;
    while (bytes[at] !== 0) at += bytes[at] + 1;
    at++;
  }
  expect(at).toBe(bytes.length - 1);
  return frames;
}

/** What a browser makes of an image: its size, and the share of its pixels that are of a hue. @param {import('@playwright/test').Page} page @param {Buffer} bytes @param {string} type */
function seen(page, bytes, type) {
  return page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let [orange, blue] = [0, 0];
      for (let i = 0; i < data.length; i += 4) {
        if (data[i] > data[i + 2] + 60) orange++;
        if (data[i + 2] > data[i] + 60) blue++;
      }
      const pixels = data.length / 4;
      return { width: canvas.width, height: canvas.height, orange: orange / pixels, blue: blue / pixels };
    },
    `data:${type};base64,${bytes.toString('base64')}`,
  );
}

const SETTINGS = { seed: 42, activation: 'tanh', epochs: 5000 };

test('programs are written when they are asked for, and nothing is loaded before', async ({ page }) => {
  /** @type {string[]} */
  const loaded = [];
  page.on('request', (request) => request.method() === 'GET' && loaded.push(new URL(request.url()).pathname));
  const figure = await figureWith(page, SETTINGS);
  const dialog = await dialogOf(figure);
  expect(loaded.filter((path) => path.startsWith('/export/'))).toEqual([]);
  const text = dialog.getByRole('textbox');
  await dialog.locator('label').filter({ hasText: 'NumPy' }).click();
  await expect(text).toHaveValue(/^import numpy as np\n[^]*np\.random\.seed\(42\)[^]*iteration=5000/);
  await dialog.locator('label').filter({ hasText: 'PyTorch' }).click();
  await expect(text).toHaveValue(/^import torch\n[^]*range\(5000\)/);
  // By keyboard too: the forms are radio buttons.
  await dialog.getByRole('radio', { name: 'PyTorch' }).press('ArrowLeft');
  await expect(text).toHaveValue(/^import numpy/);
  await dialog.getByRole('button', { name: en.copy }).click();
  await expect(dialog.getByText(en.copied)).toBeVisible();
  expect(loaded).toContain('/export/index.js');
});

test('a rate that was changed while running is in the program', async ({ page }) => {
  const figure = await figureWith(page, SETTINGS);
  await figure.seek(200);
  await figure.set({ learningRate: 0.5 });
  await figure.seek(300);
  const dialog = await dialogOf(figure);
  await dialog.locator('label').filter({ hasText: 'NumPy' }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue(/learning_rates=\{0: 0\.1, 200: 0\.5\}/);
});

for (const [lang, words] of /** @type {['en' | 'ko', Words][]} */ ([
  ['en', en],
  ['ko', ko],
])) {
  test(`pictures and data of this epoch, ${lang}`, async ({ page }) => {
    const figure = await figureWith(page, SETTINGS, { lang });
    await figure.seek(3000);
    const state = await figure.state();
    const dialog = await dialogOf(figure, words);
    const name = 'neural-figure-xor-tanh-seed-42';

    const png = await saved(dialog, 'PNG');
    expect(png.name).toBe(`${name}-epoch-3000.png`);
    await expect(dialog.getByText(onDemand[lang].saved(png.name))).toBeVisible();
    const svg = await saved(dialog, 'SVG');
    expect(svg.name).toBe(`${name}-epoch-3000.svg`);
    const text = svg.bytes.toString();
    for (const told of [words.boundary, words.loss, `${words.seed} 42`, words.epoch, '3,000', '<image', '>x<']) {
      expect(text).toContain(told);
    }
    const [pixels, drawn] = [await seen(page, png.bytes, 'image/png'), await seen(page, svg.bytes, 'image/svg+xml')];
    expect([pixels.width, pixels.height]).toEqual([2 * drawn.width, 2 * drawn.height]);
    // Both classes are seen, and as much of them in both files.
    for (const { orange, blue } of [pixels, drawn]) expect(Math.min(orange, blue)).toBeGreaterThan(0.05);
    expect(Math.abs(pixels.orange - drawn.orange)).toBeLessThan(0.01);

    const json = await saved(dialog, 'JSON');
    expect(json.name).toBe(`${name}-epoch-3000.json`);
    expect(JSON.parse(json.bytes.toString())).toMatchObject({
      epoch: 3000,
      loss: state.loss,
      parameters: state.parameters,
    });
    const csv = await saved(dialog, 'CSV');
    expect(csv.name).toBe(`${name}.csv`);
    expect(csv.bytes.toString()).toMatch(/^epoch,loss\n0,0\.69/);
    expect(await figure.get('epoch')).toBe(3000);
  });
}

test('the picture of a start that is too large has no numbers that are none', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, activation: 'relu', deviation: 1e300 });
  const { bytes } = await saved(await dialogOf(figure), 'SVG');
  const paths = bytes.toString().match(/ d="[^"]*"/g) ?? [];
  expect(paths.length).toBeGreaterThan(4);
  for (const path of paths) expect(path).not.toMatch(/NaN|Infinity/);
});

test('the default run as a GIF', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  const dialog = await dialogOf(figure);
  const { name, bytes } = await saved(dialog, 'GIF');
  expect(name).toBe('neural-figure-xor-sigmoid-seed-42.gif');
  expect(bytes.length).toBeLessThan(1_000_000);
  expect(framesOf(bytes)).toBeGreaterThan(50);
  const { width, height } = await seen(page, bytes, 'image/gif');
  expect([width, height]).toEqual([840, 456]);
  await expect(dialog.getByRole('button', { name: 'GIF' })).toBeFocused();
  // The figure itself has not moved.
  expect(await figure.get('epoch')).toBe(0);
});

test('the frames of a GIF are those of the run', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', 'the stock Firefox may have no ImageDecoder');
  const figure = await figureWith(page, SETTINGS);
  const { bytes } = await saved(await dialogOf(figure), 'GIF');
  const found = await page.evaluate(
    async (url) => {
      const data = await (await fetch(url)).arrayBuffer();
      const decoder = new /** @type {any} */ (globalThis).ImageDecoder({ data, type: 'image/gif' });
      await Promise.all([decoder.tracks.ready, decoder.completed]);
      const { frameCount } = decoder.tracks.selectedTrack;
      const coloured = [];
      for (const frameIndex of [0, frameCount - 1]) {
        const { image } = await decoder.decode({ frameIndex });
        const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
        context.drawImage(image, 0, 0);
        const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
        let count = 0;
        for (let i = 0; i < pixels.length; i += 4) if (Math.abs(pixels[i] - pixels[i + 2]) > 60) count++;
        coloured.push(count / (pixels.length / 4));
      }
      return { frameCount, coloured };
    },
    `data:image/gif;base64,${bytes.toString('base64')}`,
  );
  expect(found.frameCount).toBe(framesOf(bytes));
  // At first the network says about 0.5 everywhere; at the end it is sure nearly everywhere.
  expect(found.coloured[0]).toBeLessThan(0.02);
  expect(found.coloured[1]).toBeGreaterThan(0.15);
});

test('a GIF tells how far it is, can be cancelled, and made again', async ({ page }) => {
  const figure = await figureWith(page, { ...SETTINGS, layers: '32,32,32', epochs: 1_000_000 });
  const dialog = await dialogOf(figure);
  const button = dialog.getByRole('button', { name: 'GIF' });
  await button.press('Enter');
  const bar = dialog.getByRole('progressbar', { name: onDemand.en.making });
  await expect(bar).toBeVisible();
  await expect(dialog.getByRole('button', { name: onDemand.en.cancel })).toBeFocused();
  await expect.poll(() => bar.evaluate((bar) => /** @type {HTMLProgressElement} */ (bar).value)).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
  await expect(button).toBeFocused();
  await button.press('Enter');
  await expect(bar).toBeVisible();
  // What closes the dialog ends it too.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await dialogOf(figure);
  await expect(bar).toBeHidden();
});

test('a GIF ends with the figure, which can neither show nor cancel it any more', async ({ page }) => {
  await countFrames(page);
  const figure = await figureWith(page, { ...SETTINGS, layers: '32,32,32', epochs: 1_000_000 });
  const dialog = await dialogOf(figure);
  await dialog.getByRole('button', { name: 'GIF' }).press('Enter');
  const bar = dialog.getByRole('progressbar', { name: onDemand.en.making });
  await expect.poll(() => bar.evaluate((bar) => /** @type {HTMLProgressElement} */ (bar).value)).toBeGreaterThan(0);
  await figure.evaluate((figure) => figure.remove());
  await comesToRest(page);
});

test('without the files beside it only the tag is offered', async ({ page }) => {
  await page.route(/\/(export\/index\.js|embed\.html)$/, (route) => route.fulfill({ status: 404 }));
  test.info().annotations.push({ type: 'complaint', description: '404' });
  const figure = await figureWith(page, SETTINGS);
  const asked = Promise.all([/export\/index\.js$/, /embed\.html$/].map((file) => page.waitForResponse(file)));
  await figure.locator.getByRole('button', { name: en.embed, exact: true }).click();
  await asked;
  await figure.drawn();
  const dialog = figure.locator.getByRole('dialog', { name: en.embedHint });
  await expect(dialog.getByRole('textbox')).toHaveValue(/<neural-figure/);
  await expect(dialog.getByRole('group', { name: en.saveAs })).toBeHidden();
  await expect(dialog.locator('label:visible')).toHaveText([en.tag]);
});

test('what cannot be loaded is said', async ({ page }) => {
  const figure = await figureWith(page, SETTINGS);
  await page.route(/\/export\/index\.js$/, (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  test.info().annotations.push({ type: 'complaint', description: '/export/index.js' });
  const dialog = await dialogOf(figure);
  await dialog.getByRole('button', { name: 'JSON' }).click();
  await expect(dialog.getByText(en.notMade('').slice(0, 20))).toBeVisible();
});
