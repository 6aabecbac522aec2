// What few readers ask for is loaded when one does; where it cannot be had, the figure goes on.
import { expect } from '@playwright/test';
import { allow, en, Figure, figureWith, holdBack, open, tag, test } from './figure.js';

const FILE = '**/views/on-demand.js';

/** Whether it has been asked for. @param {import('@playwright/test').Page} page */
function asked(page) {
  let isAsked = false;
  page.on('request', (request) => (isAsked ||= request.url().endsWith('/views/on-demand.js')));
  return () => isAsked;
}

for (const name of [en.lookInside, en.more, en.embed, en.starts('200')]) {
  test(`${name}: nothing is loaded before the reader is about to press it`, async ({ page }) => {
    const isAsked = asked(page);
    const figure = await figureWith(page, { seed: 42 });
    await figure.step(100);
    await figure.drawn();
    expect(isAsked()).toBe(false);
    const loaded = page.waitForResponse(FILE);
    await figure.locator.getByRole('button', { name, exact: true }).hover();
    await loaded;
  });
}

test('the keyboard: a focus loads it too', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  const loaded = page.waitForResponse(FILE);
  await figure.locator.getByRole('button', { name: en.more }).focus();
  await loaded;
});

for (const width of [328, 560, 840]) {
  for (const settings of [
    { views: 'network table' },
    { views: 'network table', init: 'zero' },
    { views: 'network', layers: '4,4' },
    { views: 'boundary hidden-space' },
    { views: 'hidden-space' },
    { views: 'boundary', compare: 'activation=tanh' },
    { views: 'boundary', compare: 'activation=tanh|init=zero' },
  ]) {
    const { views } = settings;
    test(`${Object.values(settings).join(', ')} in ${width} px: the others are shown at once, and nothing moves when it comes`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      const release = await holdBack(page, FILE);
      await open(page, '', { head: '<style>body { margin: 0 }</style>' });
      const body = `${tag({ seed: 42, ...settings })}<p id="after">After.</p>`;
      await page.evaluate((body) => void (document.body.innerHTML = body), body);
      const figure = new Figure(page);
      await figure.evaluate(async (/** @type {any} */ figure) => {
        await customElements.whenDefined('neural-figure');
        await figure.ready;
      });
      await figure.step(10);
      await figure.drawn();
      const others = views.split(' ').filter((view) => ['table', 'boundary'].includes(view));
      for (const other of others) await expect(figure.locator.locator(`[part~="${other}"]`)).toBeVisible();
      const top = () => page.locator('#after').evaluate((element) => element.getBoundingClientRect().top);
      const before = await top();
      release();
      await figure.complete();
      await expect(
        figure.locator.locator('[part~="network"], [part~="hidden-space"], [part~="compare"]'),
      ).toBeVisible();
      await figure.drawn();
      expect(Math.abs((await top()) - before)).toBeLessThan(3);
    });
  }
}

test('a choice that was taken back while it was on its way does not come', async ({ page }) => {
  const release = await holdBack(page, FILE);
  const figure = await figureWith(page, { seed: 42 });
  const inside = figure.locator.getByRole('button', { name: en.lookInside });
  await inside.click();
  await expect(figure.locator.locator('[aria-busy="true"]')).toHaveCount(1);
  await inside.click();
  const loaded = page.waitForResponse(FILE);
  release();
  await loaded;
  await figure.step(10);
  await figure.drawn();
  await expect(figure.locator.locator('[part~="network"], [aria-busy="true"]')).toHaveCount(0);
});

test('it is not there: a line in its place, the figure goes on, and the next wish tries again', async ({
  page,
  browserName,
}) => {
  allow('Failed to load resource');
  await page.route(FILE, (route) => route.fulfill({ status: 404, body: 'not found' }));
  const figure = await figureWith(page, { seed: 42, views: 'boundary network' });
  const line = figure.locator.getByText(en.missing('views/on-demand.js'));
  await expect(line).toHaveCount(1);
  expect((await figure.step(10)).epoch).toBe(10);
  await figure.locator.getByRole('button', { name: en.more }).click();
  await expect(line).toHaveCount(2);
  await figure.locator.getByRole('button', { name: en.embed }).click();
  await expect(line).toHaveCount(2);
  await expect(figure.locator.getByRole('dialog')).toHaveCount(0);

  // Firefox keeps what came of a module for as long as the page is open.
  if (browserName === 'firefox') return allow('disallowed MIME type');
  await page.unroute(FILE);
  await figure.locator.getByRole('button', { name: en.more }).click();
  await expect(figure.locator.locator('[part~="settings"]')).toBeVisible();
  await figure.set({ views: 'boundary' });
  await figure.set({ views: 'boundary network' });
  await expect(figure.locator.locator('[part~="network"]')).toBeVisible();
  await expect(line).toHaveCount(0);
});

test('two figures: one file, and the look of both', async ({ page }) => {
  let times = 0;
  page.on('request', (request) => (times += Number(request.url().endsWith('/views/on-demand.js'))));
  await open(page, tag({ seed: 1, views: 'network' }) + tag({ seed: 2 }));
  const [first, second] = [0, 1].map((i) => new Figure(page, page.locator('neural-figure').nth(i)));
  await first.ready();
  await second.ready();
  await second.locator.getByRole('button', { name: en.lookInside }).click();
  const positionOf = (/** @type {Figure} */ { locator }) =>
    locator.locator('.stage').evaluate((stage) => getComputedStyle(stage).position);
  for (const figure of [first, second]) expect(await positionOf(figure)).toBe('relative');
  expect(times).toBe(1);
});

test('no dialog opens where the figure has gone before the file is there', async ({ page }) => {
  const release = await holdBack(page, FILE);
  const figure = await figureWith(page, { seed: 42 });
  await figure.locator.getByRole('button', { name: en.embed, exact: true }).click();
  await page.evaluate(() => document.querySelector('neural-figure')?.remove());
  release();
  await page.evaluate(async (file) => void (await import(file)), '/views/on-demand.js');
  await figure.drawn();
  await page.evaluate(() => 'an error that nobody has caught is told by now');
});
