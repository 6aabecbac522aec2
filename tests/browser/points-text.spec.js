// Points that come as text: pasted, written, dropped or opened as a file.
import { rmSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { button, test } from './figure.js';
import { data, edited, ground, points, said, words, XOR } from './points-page.js';

test.use({ viewport: { width: 1000, height: 1100 } });

/** Copies a text as a reader does, from a field of the page. @param {import('@playwright/test').Page} page @param {string} text */
async function copy(page, text) {
  await page.evaluate((text) => {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
  }, text);
  await page.keyboard.press('ControlOrMeta+c');
  await page.evaluate(() => document.querySelector('body > textarea')?.remove());
}

const SHEET = 'x\ty\tclass\n0,5\t1,25\tno\n-2\t3\tyes\nmany\twords\tno\n1\t1\tno';
const READ = [
  [0.5, 1.25, 0],
  [-2, 3, 1],
  [1, 1, 0],
];

test('rows of a spreadsheet are pasted on the plane, and it is said what became of them', async ({ page }) => {
  const figure = await edited(page);
  await copy(page, SHEET);
  await ground(figure).focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => data(figure)).toEqual(READ);
  const skipped = words.reason({
    row: 4,
    expected: 'coordinates',
    got: 'many, words, no',
    labels: ['no', 'yes'],
  });
  await expect(said(figure)).toHaveText(
    [
      words.read(words.count('3')),
      words.named('no', 'yes'),
      `${words.skipped('1')}: ${skipped}`,
      words.count('3'),
    ].join(' · '),
  );
  await button(figure, words.undo).click();
  expect(await data(figure)).toEqual(XOR);
});

test('what is pasted elsewhere after the figure has left the page is not its points', async ({ page }) => {
  const figure = await edited(page);
  await copy(page, SHEET);
  await ground(figure).focus();
  await figure.evaluate((element) => {
    const field = document.createElement('textarea');
    element.after(field);
    element.remove();
    field.focus();
    Object.assign(globalThis, { left: element });
  });
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.locator('textarea')).not.toHaveValue('');
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).left.data)).toBe('xor');
});

test('the field has the points, takes what is pasted at once and what is written when it is left', async ({ page }) => {
  const figure = await edited(page);
  await figure.locator.getByText(words.asText).click();
  const field = figure.locator.getByRole('textbox', { name: words.rows });
  await expect(field).toHaveValue('0, 0, 0\n0, 1, 1\n1, 0, 1\n1, 1, 0');
  await copy(page, '0.5;0.25;1\n');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => data(figure)).toEqual([[0.5, 0.25, 1], ...XOR]);
  await expect(field).toHaveValue('0.5, 0.25, 1\n0, 0, 0\n0, 1, 1\n1, 0, 1\n1, 1, 0');
  await field.fill('2, 2, 1\n-2, -2, 0');
  await field.blur();
  await expect(points(figure)).toHaveCount(2);
  expect(await data(figure)).toEqual([
    [2, 2, 1],
    [-2, -2, 0],
  ]);
});

test('what cannot be read changes nothing, and it is said why', async ({ page }) => {
  const figure = await edited(page);
  await figure.locator.getByText(words.asText).click();
  const field = figure.locator.getByRole('textbox', { name: words.rows });
  const limit = await page.evaluate(async () => (await import(String('/figure/attributes.js'))).MAX_POINTS);
  const many = Array.from({ length: limit + 1 }, (_, i) => `${i / 10}, 0, ${i % 2}`).join('\n');
  const count = (/** @type {number} */ n) => n.toLocaleString('en');
  for (const [text, expected] of [
    ['nothing of that kind', words.unread],
    ['1, 2, a\n3, 4, b\n5, 6, c', words.manyLabels('3', ['a', 'b', 'c'])],
    [many, words.tooMany(count(limit + 1), count(limit))],
  ]) {
    await field.fill(text);
    await field.blur();
    await expect(said(figure)).toContainText(expected);
    expect(await data(figure)).toEqual(XOR);
    await expect(points(figure)).toHaveCount(4);
  }
});

/** @param {import('./figure.js').Figure} figure @param {string} target @param {{ name?: string, text: string }} dropped */
const drop = (figure, target, dropped) =>
  figure.evaluate(
    (host, { target, dropped: { name, text } }) => {
      const element = /** @type {Element} */ (host.shadowRoot?.querySelector(target));
      const dataTransfer = new DataTransfer();
      if (name) dataTransfer.items.add(new File([text], name));
      else dataTransfer.setData('text/plain', text);
      return ['dragover', 'drop'].map((type) =>
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true })),
      );
    },
    { target, dropped },
  );

test('a file is dropped anywhere on the figure, or rows are, but only in the mode', async ({ page }) => {
  const figure = await edited(page);
  // A canceled event is not the browser's: it would leave the page for the file.
  expect(await drop(figure, '.loss', { name: 'points.csv', text: 'x1,x2,y\n1,2,1\n3,4,0\n' })).toEqual([false, false]);
  await expect
    .poll(() => data(figure))
    .toEqual([
      [1, 2, 1],
      [3, 4, 0],
    ]);
  await drop(figure, '.ground', { name: 'points.json', text: '[[5, 6, 1], [7, 8, 0]]' });
  await expect
    .poll(() => data(figure))
    .toEqual([
      [5, 6, 1],
      [7, 8, 0],
    ]);
  await drop(figure, '.ground', { text: '9\t1\t1' });
  await expect.poll(() => data(figure)).toEqual([[9, 1, 1]]);
  await drop(figure, '.ground', { name: 'large.csv', text: '1,2,1\n'.repeat(200_000) });
  await expect(said(figure)).toHaveText(words.tooLarge('1,000'));
  await button(figure, words.done).click();
  expect(await drop(figure, '.boundary', { text: '1\t1\t1' })).toEqual([true, true]);
  expect(await data(figure)).toEqual([[9, 1, 1]]);
});

test('a file is opened, the same one twice', async ({ page, browserName }) => {
  const figure = await edited(page);
  const input = figure.locator.locator('input[type=file]');
  for (const label of [1, 0]) {
    const file = { name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from(`1,2,${label}\n3,4,1`) };
    if (browserName === 'chromium') {
      const asked = page.waitForEvent('filechooser');
      await button(figure, words.file).click();
      await (await asked).setFiles(file);
    } else {
      // Its driver tells of no chooser.
      await input.setInputFiles(file);
    }
    await expect
      .poll(() => data(figure))
      .toEqual([
        [1, 2, label],
        [3, 4, 1],
      ]);
  }
});

test('what the figure saves as JSON is read back', async ({ page }) => {
  const figure = await edited(page, { data: JSON.stringify(READ) });
  await drop(figure, '.ground', { text: '1,1,1' });
  await expect.poll(() => data(figure)).toEqual([[1, 1, 1]]);
  const saved = await figure.evaluate(async () => {
    const { jsonOf } = await import(String('/export/data.js'));
    return jsonOf({ config: { data: [[0.5, 1.25, 0], [-2, 3, 1], [1, 1, 0]] }, predictions: [], rates: [], heldOut: [] }); // prettier-ignore
  });
  await drop(figure, '.ground', { name: 'neural-figure-points.json', text: saved });
  await expect.poll(() => data(figure)).toEqual(READ);
});

test('a file that cannot be read any more is told', async ({ page }, info) => {
  const figure = await edited(page);
  const path = info.outputPath('gone.csv');
  writeFileSync(path, '1,2,1\n3,4,0\n');
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' }));
  });
  await page.locator('#chosen').setInputFiles(path);
  rmSync(path);
  await figure.evaluate((figure) => {
    const dataTransfer = new DataTransfer();
    const { files } = /** @type {HTMLInputElement} */ (document.querySelector('#chosen'));
    dataTransfer.items.add(/** @type {FileList} */ (files)[0]);
    figure.shadowRoot?.querySelector('.ground')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
  await expect(said(figure)).toHaveText(words.unread);
  expect(await data(figure)).toEqual(XOR);
});

test('a file that is still being read when the reader is done is not taken', async ({ page }) => {
  const figure = await edited(page);
  await figure.evaluate(async (figure, done) => {
    const dataTransfer = new DataTransfer();
    const file = new File(['1,2,1\n3,4,0\n'], 'points.csv');
    dataTransfer.items.add(file);
    const root = /** @type {ShadowRoot} */ (figure.shadowRoot);
    root.querySelector('.ground')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === done)?.click();
    await file.text();
  }, words.done);
  expect(await data(figure)).toEqual(XOR);
});
