// What the published files load on demand, on pages of several kinds.
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { dist, document, read, test, trains } from './dist.js';

/** @typedef {import('@playwright/test').Page | import('@playwright/test').FrameLocator} Place */

const TAG = '<neural-figure seed="42"></neural-figure>';

/** Asks for all that there is. @param {Place} place */
async function everything(place) {
  const figure = place.locator('neural-figure');
  await trains(figure);
  for (const [button, part] of [
    ['Look inside', 'network'],
    ['200 starts', 'seeds'],
    ['More', 'settings'],
    ['Embed', 'embed'],
  ]) {
    await figure.getByRole('button', { name: button, exact: true }).click();
    await expect(figure.locator(`[part~="${part}"]`)).toBeVisible();
  }
  await expect(figure.locator('[part~="error"]:visible')).toHaveCount(0);
}

for (const file of ['neural-figure.js', 'neural-figure.split.js']) {
  test(`${file} under a strict policy`, async ({ page, host }) => {
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'";
    const { url } = await host(dist, {
      headers: { 'Content-Security-Policy': policy },
      pages: { '/post.html': document(TAG, `<script type="module" src="${file}"></script>`) },
    });
    await page.goto(`${url}post.html`);
    await everything(page);
  });
}

test('a script of another origin', async ({ page, host }) => {
  const scripts = await host(dist, { headers: { 'Access-Control-Allow-Origin': '*' } });
  const { url } = await host(dist, {
    pages: { '/post.html': document(TAG, `<script type="module" src="${scripts.url}neural-figure.js"></script>`) },
  });
  await page.goto(`${url}post.html`);
  await everything(page);
});

test('a script alone says which file is missing, and trains', async ({ page, host }) => {
  const { url } = await host(dist, {
    pages: {
      '/post/neural-figure.js': read('neural-figure.js'),
      '/post/index.html': document(TAG, '<script type="module" src="neural-figure.js"></script>'),
    },
  });
  await page.goto(`${url}post/`);
  const figure = page.locator('neural-figure');
  await trains(figure);
  await figure.getByRole('button', { name: 'Look inside' }).click();
  await expect(figure.getByText('This needs the file neural-figure-views.js beside')).toBeVisible();
  await trains(figure);
});

test('embed.html from a disk', async ({ page }) => {
  await page.goto(`${pathToFileURL(`${dist}embed.html`)}?seed=42`);
  await everything(page);
});

test('embed.html in a sandbox, alone', async ({ page, host }) => {
  const frame = '<iframe sandbox="allow-scripts" src="embed.html?seed=42" width="900" height="1500"></iframe>';
  const { url } = await host(dist, {
    pages: { '/only/embed.html': read('embed.html'), '/only/index.html': document(frame) },
  });
  await page.goto(`${url}only/`);
  await everything(page.frameLocator('iframe'));
});

test('embed.html that opens with such a view', async ({ page, host }) => {
  const { url } = await host(dist, {});
  await page.goto(`${url}embed.html?seed=42&views=network+hidden-space`);
  await expect(page.locator('[part~="network"]')).toBeVisible();
  await expect(page.locator('[part~="hidden-space"]')).toBeVisible();
});
