// The pages themselves. (The fixture of page.js holds every spec to no request to another origin and no uncaught error.)
import { expect } from '@playwright/test';
import { allow, Figure, figureWith, golden, test } from './figure.js';

/** @param {import('@playwright/test').Page} page */
async function figures(page) {
  const count = await page.locator('neural-figure').count();
  return Array.from({ length: count }, (_, i) => new Figure(page, page.locator('neural-figure').nth(i)));
}

test('the page trains at once, and the canvas changes', async ({ page }) => {
  await page.goto('');
  const figure = new Figure(page);
  await figure.ready();
  await figure.passes(0);
  const before = await figure.pixels();
  await figure.passes(2 + (await figure.get('epoch')));
  await expect.poll(() => figure.pixels()).not.toEqual(before);
  expect(await figure.get('playing')).toBe(true);
});

for (const path of ['', 'ko/']) {
  test(`every figure of /${path} begins without an error, in the order of the post`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('lang', path ? 'ko' : 'en');
    expect(await page.title()).not.toBe('');
    const all = await figures(page);
    expect(all.length).toBeGreaterThan(3);
    const settings = [];
    for (const figure of all) {
      await figure.ready();
      await expect(figure.locator.locator('[part~="error"]')).toBeHidden();
      settings.push(`${await figure.get('init')} ${await figure.get('activation')}`);
    }
    // After the opening one: zero initialisation, random, tanh.
    const lesson = settings.slice(1);
    const order = ['zero sigmoid', 'random sigmoid', 'random tanh'].map((step) => lesson.indexOf(step));
    expect(
      order.every((at, i) => at >= 0 && (i === 0 || at > order[i - 1])),
      settings.join(),
    ).toBe(true);
  });

  test(`/${path} fits narrow screens`, async ({ page }) => {
    await page.goto(path);
    for (const figure of await figures(page)) await figure.ready();
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      await new Figure(page).drawn();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${width} px`,
      ).toBeLessThanOrEqual(0);
    }
  });
}

test('the questions fit narrow screens, at the end of every run', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('questions.html');
  for (const figure of await figures(page)) {
    await figure.ready();
    if ((await figure.get('views')) === 'seeds') continue;
    await figure.evaluate((/** @type {any} */ host) => {
      host.scrollIntoView();
      host.seek(Number(host.epochs));
    });
    await figure.drawn();
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(excess, await figure.text()).toBeLessThanOrEqual(0);
  }
});

test('the query string sets the figure of the embed', async ({ page }) => {
  const { config } = golden('full_runs')[0];
  const query = new URLSearchParams({
    activation: 'tanh',
    seed: String(config.seed),
    'learning-rate': '0.5',
    layers: '3',
  });
  await page.goto(`embed.html?${query}`);
  const figure = new Figure(page);
  await figure.ready();
  expect(await figure.get('activation')).toBe('tanh');
  expect(await figure.get('seed')).toBe(config.seed);
  expect(await figure.get('learningRate')).toBe(0.5);
  expect(String(await figure.get('layers'))).toBe('3');
});

test('the query string is untrusted', async ({ page }) => {
  const bad = '<img src=x onerror=alert(1)>';
  await page.goto(
    `embed.html?${new URLSearchParams({ data: bad, activation: bad, seed: '1e99', layers: '9'.repeat(9999), onclick: 'alert(1)', style: 'display:none' })}`,
  );
  const figure = new Figure(page);
  await figure.ready();
  await figure.drawn();
  expect(await figure.text()).toMatch(/expected .*got/);
  expect((await figure.text()).length).toBeLessThan(6000);
  const injected = await figure.evaluate((host) => [
    host.shadowRoot?.querySelector('img'),
    document.querySelector('img'),
    host.getAttribute('onclick'),
    host.getAttribute('style'),
  ]);
  expect(injected).toEqual([null, null, null, null]);
  await figure.call('pause');
  await figure.step(3);
});

// The stock Firefox cannot be told to run no script, but a page whose scripts never come is the same page.
test('without JavaScript the page still has its words and each figure its fallback', async ({ page }) => {
  allow('');
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('');
  await expect(page.locator('h1')).toBeVisible();
  for (const fallback of await page.locator('neural-figure > *').all()) await expect(fallback).toBeVisible();
});

test('the address holds the first figure, and Back goes to the settings before', async ({ page }) => {
  await page.goto('');
  const figure = new Figure(page);
  await figure.ready();
  const choose = (/** @type {string} */ name) =>
    figure.locator
      .locator('label')
      .filter({ has: page.getByRole('radio', { name, exact: true }) })
      .click();
  await choose('sigmoid');
  await expect.poll(() => page.url()).toContain('activation=sigmoid');
  await choose('zero');
  await expect.poll(() => page.url()).toContain('init=zero');
  const address = page.url();
  await page.goBack();
  await expect.poll(() => figure.get('init')).toBe('random');
  expect(await figure.get('activation')).toBe('sigmoid');
  await page.goBack();
  await expect.poll(() => figure.get('activation')).toBe('tanh');
  await page.goForward();
  await expect.poll(() => figure.get('activation')).toBe('sigmoid');

  await page.goto(address);
  await figure.ready();
  expect([await figure.get('activation'), await figure.get('init'), await figure.get('seed')]).toEqual([
    'sigmoid',
    'zero',
    42,
  ]);
});

test('the address says what was taken from the tag', async ({ page }) => {
  const head = `<script type="module">
    import { keepInAddress } from '/figure/address.js';
    keepInAddress(document.querySelector('neural-figure'));
  </script>`;
  const settings = { data: 'moons', seed: 42, points: 60, noise: 0.3, gradientScale: 'sum', biases: 'zero' };
  const figure = await figureWith(page, settings, { head });
  const taken = ['points', 'noise', 'gradient-scale', 'biases'];
  for (const name of taken) await figure.attribute(name, null);
  await expect
    .poll(() => taken.map((name) => new URL(page.url()).searchParams.get(name)))
    .toEqual(['200', '0', 'mean', 'drawn']);
  const { loss } = await figure.step(5);
  await page.reload();
  await figure.ready();
  expect((await figure.seek(5)).loss).toBe(loss);
  expect([await figure.get('points'), await figure.get('noise')]).toEqual([200, 0]);
});
