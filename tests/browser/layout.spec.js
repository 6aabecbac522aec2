// Which views a figure has, in which order, and how they share its width.
import { expect } from '@playwright/test';
import { en, Figure, figureWith, test } from './figure.js';

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** The boxes of the views in the order of the page, of the figure, and of what is drawn. @param {import('./figure.js').Figure} figure */
async function boxes(figure) {
  await figure.drawn();
  return figure.evaluate((host) => {
    const boxOf = (/** @type {Element} */ element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    const views = [...(host.shadowRoot?.querySelectorAll('.view') ?? [])];
    return {
      names: views.map((view) => view.getAttribute('part')),
      views: views.map(boxOf),
      cells: [...(host.shadowRoot?.querySelector('.plots')?.children ?? [])].map(boxOf),
      figure: boxOf(/** @type {Element} */ (host.shadowRoot?.querySelector('.container'))),
      plots: [...(host.shadowRoot?.querySelectorAll('.plot') ?? [])].map(boxOf),
      scroll: document.documentElement.scrollWidth - innerWidth,
    };
  });
}

const VIEWS = ['boundary', 'loss', 'table', 'hidden-space'];

for (const width of [1280, 768, 360, 320]) {
  test(`at ${width} px one view alone has the whole width, and a square stays in view`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const view of VIEWS) {
      const figure = await figureWith(page, { views: view, controls: 'none', seed: 1 });
      const { names, cells, figure: whole, plots, scroll } = await boxes(figure);
      expect(names).toEqual([view]);
      expect(cells.length).toBe(1);
      expect(Math.abs(cells[0].width - Math.min(whole.width, width < 600 ? 392 : Infinity))).toBeLessThan(1);
      expect(scroll).toBeLessThanOrEqual(0);
      for (const plot of plots) expect(plot.height).toBeLessThan(520);
    }
  });
}

for (const [views, rows] of /** @type {[string, string[][]][]} */ ([
  ['boundary loss table', [['boundary', 'loss', 'table']]],
  ['loss table boundary', [['loss', 'table', 'boundary']]],
  ['loss table', [['loss', 'table']]],
  ['table boundary', [['table', 'boundary']]],
  ['hidden-space boundary loss', [['hidden-space', 'boundary'], ['loss']]],
  ['loss boundary table', [['loss', 'boundary'], ['table']]],
])) {
  test(`${views}: in this order, and every row is full`, async ({ page }) => {
    const figure = await figureWith(page, { views, seed: 1 });
    const { names, cells, figure: whole } = await boxes(figure);
    expect(names).toEqual(views.split(' '));
    /** @type {Record<number, Box[]>} */
    const found = {};
    for (const cell of cells) (found[Math.round(cell.y)] ??= []).push(cell);
    expect(Object.keys(found).length).toBe(rows.length);
    for (const row of Object.values(found)) {
      const [first, last] = [row[0], row[row.length - 1]];
      expect(Math.abs(first.x - whole.x)).toBeLessThan(1);
      expect(Math.abs(last.x + last.width - whole.x - whole.width)).toBeLessThan(1);
    }
  });
}

for (const path of ['', 'ko/']) {
  for (const hasTouch of [false, true]) {
    test(`plots side by side begin at one height: /${path}${hasTouch ? ', touched' : ''}`, async ({
      browser,
      baseURL,
      browserName,
    }) => {
      test.skip(hasTouch && browserName === 'firefox', 'its driver has no coarse pointer');
      const page = await browser.newPage({
        baseURL,
        viewport: { width: 768, height: 1024 },
        ...(hasTouch && { hasTouch, isMobile: true }),
      });
      await page.goto(path);
      const figure = new Figure(page, page.locator('neural-figure:not([views])').first());
      await figure.ready();
      await figure.drawn();
      const { plots } = await boxes(figure);
      expect(plots[1].x).toBeGreaterThan(plots[0].x);
      expect(Math.abs(plots[0].y - plots[1].y)).toBeLessThan(1);
      await page.close();
    });
  }
}

// Widths just above that of two columns, in text of 16 and 22 px.
for (const [lang, text] of /** @type {[string, number][]} */ ([
  ['en', 16],
  ['ko', 16],
  ['en', 22],
  ['ko', 22],
])) {
  test(`a legend has one line beside another view, ${lang}, in text of ${text} px`, async ({ page }) => {
    const head = `<style>body { margin: 0; font: ${text}px sans-serif }</style>`;
    const figure = await figureWith(page, { seed: 1 }, { lang, head });
    for (const width of [600, 640, 700, 840]) {
      await page.setViewportSize({ width, height: 900 });
      const { plots } = await boxes(figure);
      expect(plots[1].x, `${width} px`).toBeGreaterThan(plots[0].x);
      expect(Math.abs(plots[0].y - plots[1].y), `${width} px`).toBeLessThan(1);
    }
  });
}

test('one below the other, headings begin at the left and squares are in the middle', async ({ page }) => {
  await page.setViewportSize({ width: 576, height: 900 });
  const figure = await figureWith(page, { views: 'boundary loss hidden-space', seed: 1 });
  await figure.drawn();
  const { headings, squares, left, right } = await figure.evaluate((host) => {
    const boxes = (/** @type {string} */ selector) =>
      [...(host.shadowRoot?.querySelectorAll(selector) ?? [])].map((element) => element.getBoundingClientRect());
    const { left, right } = host.getBoundingClientRect();
    return {
      headings: boxes('.view > header b').map(({ x }) => x),
      squares: boxes(':is(.boundary, .hidden-space) .plot').map(({ left, right, width, height }) => ({
        left,
        right,
        width,
        height,
      })),
      left,
      right,
    };
  });
  expect(headings).toEqual([left, left, left]);
  expect(squares.length).toBe(2);
  for (const square of squares) {
    expect(Math.abs(square.width - square.height)).toBeLessThan(1);
    // With the labels of its axis.
    expect(Math.abs(square.left - 2.6 * 14 - left - (right - square.right))).toBeLessThan(1);
  }
});

for (const lang of ['en', 'ko']) {
  test(`play, step and reset have one line on a phone, in text of 20 px, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 328, height: 800 });
    const head = '<style>body { margin: 0; font: 20px sans-serif }</style>';
    const figure = await figureWith(page, { views: 'table', controls: 'play', seed: 1 }, { lang, head });
    const tops = await figure.evaluate((host) =>
      [...(host.shadowRoot?.querySelectorAll('.controls :is(button, select)') ?? [])].flatMap((control) =>
        control.getClientRects().length ? [control.getBoundingClientRect().y] : [],
      ),
    );
    expect(tops.length).toBe(4);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(1);
  });
}

test('a word is as wide chosen as not, so that no choice wraps the controls', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1 });
  const widths = [];
  for (const [activation, init] of [
    ['sigmoid', 'zero'],
    ['tanh', 'random'],
    ['relu', 'normal'],
  ]) {
    await figure.evaluate((host, chosen) => void Object.assign(host, chosen), { activation, init });
    await figure.drawn();
    widths.push(
      await figure.evaluate((host) =>
        [...(host.shadowRoot?.querySelectorAll('.controls .segmented label') ?? [])].map(
          (label) => label.getBoundingClientRect().width,
        ),
      ),
    );
  }
  expect(widths[0].length).toBe(4);
  expect(widths[1]).toEqual(widths[0]);
  expect(widths[2]).toEqual(widths[0]);
});

test('a large loss stands within a figure of 312 px', async ({ page }) => {
  await page.setViewportSize({ width: 328, height: 800 });
  const data = '[[0,0,0],[0,300,1],[300,0,1],[300,300,0]]';
  const run = { data, activation: 'relu', output: 'linear', loss: 'squared-error', init: 'normal', seed: 1 };
  const figure = await figureWith(page, { ...run, deviation: 1, lossScale: 'linear', views: 'loss' });
  await figure.drawn();
  const { labels, left } = await figure.evaluate((host) => {
    const texts = [...(host.shadowRoot?.querySelectorAll('.loss .left text') ?? [])];
    return {
      labels: texts.map((text) => ({ said: text.textContent ?? '', x: text.getBoundingClientRect().x })),
      left: host.getBoundingClientRect().x,
    };
  });
  expect(labels.filter(({ x }) => x < left)).toEqual([]);
  expect(labels.map(({ said }) => said).join()).toContain('00K');
});

test('a large answer stands within the table, with its bar', async ({ page }) => {
  const run = { activation: 'relu', output: 'linear', loss: 'squared-error', init: 'normal', deviation: 1 };
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    // Below 0, a large answer has one more character.
    const figure = await figureWith(page, { ...run, learningRate: 10, seed: 2, at: 1000 });
    // With wide digits.
    await page.addStyleTag({ content: 'body { font-family: "DejaVu Sans", Verdana, sans-serif }' });
    await figure.drawn();
    const found = await figure.evaluate((host) =>
      [...(host.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => {
        const cell = row.lastElementChild;
        const [bar, mark] = ['.bar', '.right, .wrong'].map((part) =>
          cell?.querySelector(part)?.getBoundingClientRect(),
        );
        return {
          answer: cell?.textContent ?? '',
          over: Math.max(0, (mark?.right ?? 0) - row.getBoundingClientRect().right),
          bar: (bar?.width ?? 0) > 20,
        };
      }),
    );
    expect(found.map(({ answer }) => answer).join()).toMatch(/−\d\.\d×10¹/);
    for (const row of found) expect(row).toMatchObject({ over: 0, bar: true });
  }
});

test('controls are all, three, or none', async ({ page }) => {
  const figure = await figureWith(page, { controls: 'play', seed: 1 });
  const buttons = () => figure.locator.locator('.controls').getByRole('button').allTextContents();
  await figure.drawn();
  expect(await buttons()).toEqual([en.play, en.step, en.reset]);
  await figure.attribute('controls', 'none');
  await figure.drawn();
  expect(await buttons()).toEqual([]);
  await figure.attribute('controls', null);
  await figure.drawn();
  expect((await buttons()).length).toBeGreaterThan(3);
});

test('the address and the code to embed hold the views and the controls', async ({ page }) => {
  await page.goto('embed.html?views=hidden-space%20loss&seed=3');
  const figure = page.locator('neural-figure');
  await expect(figure.locator('.view')).toHaveCount(2);
  await figure.getByRole('button', { name: en.embed, exact: true }).click();
  await expect(figure.getByRole('dialog').getByRole('textbox').first()).toHaveValue(
    /hidden-space loss|hidden-space%20loss|hidden-space\+loss/,
  );
});

test('a prediction that changes is written into the text that is there', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, activation: 'tanh' });
  const text = () =>
    figure.evaluate((host) => {
      const cell = host.shadowRoot?.querySelector('tbody td:last-child span:not(.bar)');
      const node = /** @type {Text} */ (cell?.firstChild);
      const { kept = node } = /** @type {any} */ (globalThis);
      Object.assign(globalThis, { kept });
      return { text: node.data, isKept: node === kept };
    });
  const before = await text();
  await figure.step(1000);
  await figure.drawn();
  const after = await text();
  expect(after.text).not.toBe(before.text);
  expect(after.isKept).toBe(true);
});
