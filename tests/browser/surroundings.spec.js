// What is around a figure: boxes, inherited text, headings, the direction of text, documents that lack something.
import { expect } from '@playwright/test';
import { en, Figure, figureIn, open, tag, test } from './figure.js';

const TAG = tag({ seed: 42, activation: 'tanh', epochs: 5000 });

for (const [where, box] of Object.entries({
  'max-content': (/** @type {string} */ figure) => `<div style="width: max-content">${figure}</div>`,
  'a table cell': (/** @type {string} */ figure) => `<table><tr><td>${figure}</td></tr></table>`,
  'a dialog': (/** @type {string} */ figure) => `<dialog open>${figure}</dialog>`,
})) {
  test(`in ${where} it has a width of its own, and shrinks where there is less`, async ({ page }) => {
    const figure = await figureIn(page, box(TAG));
    const width = () => figure.evaluate((host) => host.getBoundingClientRect().width);
    expect(await width()).toBeGreaterThan(600);
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await width()).toBeGreaterThan(280);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });
}

test('padding on the host does not make it wider than its box', async ({ page }) => {
  const figure = await figureIn(page, `<div style="width: 500px">${TAG}</div>`, {
    head: '<style>neural-figure { padding: 20px }</style>',
  });
  expect(await figure.evaluate((host) => host.getBoundingClientRect().width)).toBe(500);
});

test('inherited text changes nothing but font, size and colour', async ({ page }) => {
  const figure = await figureIn(page, `<div style="width: 700px">${TAG}</div>`);
  const measure = () =>
    figure.evaluate((host) => {
      const root = /** @type {ShadowRoot} */ (host.shadowRoot);
      const { width, height } = host.getBoundingClientRect();
      const { left, width: field } = /** @type {Element} */ (root.querySelector('canvas')).getBoundingClientRect();
      const plot = /** @type {Element} */ (root.querySelector('.boundary .plot')).getBoundingClientRect();
      return [width, height, field, left - plot.left].map(Math.round);
    });
  const before = await measure();
  await page.addStyleTag({
    content: `div { text-transform: uppercase; text-indent: 2em; white-space: pre; text-shadow: 0 0 2px red; font-style: italic;
      writing-mode: vertical-rl; letter-spacing: .2em; word-spacing: 1em; line-height: 3 } html { writing-mode: horizontal-tb }`,
  });
  await figure.drawn();
  expect(await measure()).toEqual(before);
  const style = await figure.evaluate((host) => {
    const label = /** @type {Element} */ (host.shadowRoot?.querySelector('header b'));
    const { textTransform, letterSpacing, textShadow, fontStyle } = getComputedStyle(label);
    return [textTransform, letterSpacing, textShadow, fontStyle];
  });
  expect(style).toEqual(['none', 'normal', 'none', 'normal']);
});

test('a figure that was never in view is complete for those who hear the page, and has a name', async ({ page }) => {
  await open(
    page,
    `<h2>All zeros</h2><div style="height: 300vh"></div>${TAG}<h2>After</h2>${tag({ seed: 1, label: 'Mine' })}`,
  );
  const figure = new Figure(page);
  await figure.ready();
  await expect(figure.locator.getByRole('group', { name: `${en.figure}: All zeros`, exact: true })).toHaveCount(1);
  await expect(page.getByRole('group', { name: `${en.figure}: Mine`, exact: true })).toHaveCount(1);
  await expect(figure.locator.getByRole('row')).toHaveCount(5);
  await expect(figure.locator.getByRole('button', { name: /^Point/ })).toHaveCount(4);
});

test('in a shadow tree its name is the heading before it there', async ({ page }) => {
  await open(page, '<main></main><h2>After</h2>');
  await page.evaluate(() => {
    const root = document.querySelector('main')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<h3>Inside</h3><neural-figure seed="1"></neural-figure>';
  });
  await expect(page.getByRole('group', { name: `${en.figure}: Inside`, exact: true })).toHaveCount(1);
});

test('where a document does without observers, media queries and style sheets, as jsdom, it still runs', async ({
  page,
}) => {
  const head = `<script>
    delete window.IntersectionObserver;
    delete window.ResizeObserver;
    delete window.matchMedia;
    delete CSSStyleSheet.prototype.replaceSync;
    delete Element.prototype.checkVisibility;
    HTMLCanvasElement.prototype.getContext = () => null;
  </script>`;
  const figure = await figureIn(page, tag({ seed: 1, epochs: 1e9, autoplay: '' }), { head });
  await figure.passes(5);
});

test('where text runs from right to left, its words and numbers do not', async ({ page }) => {
  const settings = { seed: 0, activation: 'tanh', epochs: 200, starts: 30, views: 'boundary table seeds', at: 100 };
  const figure = await figureIn(page, `<div dir="rtl">${tag(settings)}</div>`);
  await expect(figure.locator.locator('progress')).toBeHidden({ timeout: 60_000 });
  const found = await figure.evaluate((host) =>
    [.../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll('.seeds :is(b, small, td), .sweep span')].map(
      ({ firstChild }) => {
        const text = /** @type {Text} */ (firstChild);
        const at = (/** @type {number} */ i) => {
          const range = document.createRange();
          range.setStart(text, i);
          range.setEnd(text, i + 1);
          return range.getBoundingClientRect().left;
        };
        return { text: text.data, isInOrder: text.length < 2 || at(0) < at(text.length - 1) };
      },
    ),
  );
  expect(found.length).toBeGreaterThan(5);
  for (const { text, isInOrder } of found) expect(isInOrder, text).toBe(true);
});

test('where text runs from right to left, the labels are beside the plots', async ({ page }) => {
  const figure = await figureIn(page, `<div dir="rtl">${TAG}</div>`);
  const labels = await figure.evaluate((host) =>
    [.../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll('.plot')].flatMap((plot) =>
      [...plot.querySelectorAll('.axis.left text')].map(
        (label) => plot.getBoundingClientRect().left - label.getBoundingClientRect().right,
      ),
    ),
  );
  expect(labels.length).toBeGreaterThan(3);
  for (const gap of labels) expect(gap).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
