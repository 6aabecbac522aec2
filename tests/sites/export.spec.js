// What the published files save, on pages of several kinds.
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { dist, document, test } from './dist.js';

const TAG = '<neural-figure seed="42" activation="tanh" epochs="2000"></neural-figure>';

/** Opens the dialog, and waits until it has found out what there is. @param {import('@playwright/test').Page | import('@playwright/test').FrameLocator} page */
async function dialogOf(page) {
  const figure = page.locator('neural-figure');
  await figure.evaluate(async (/** @type {any} */ figure) => {
    await customElements.whenDefined('neural-figure');
    await figure.ready;
  });
  await figure.getByRole('button', { name: 'Embed' }).click();
  return figure.getByRole('dialog');
}

for (const file of ['neural-figure.js', 'neural-figure.split.js']) {
  test(`${file} saves under a strict policy`, async ({ page, host }) => {
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'";
    const { url } = await host(dist, {
      headers: { 'Content-Security-Policy': policy },
      pages: { '/post.html': document(TAG, `<script type="module" src="${file}"></script>`) },
    });
    await page.goto(`${url}post.html`);
    const dialog = await dialogOf(page);
    for (const form of ['PNG', 'SVG', 'GIF', 'JSON', 'CSV']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: form, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(
        new RegExp(`^neural-figure-xor-tanh-seed-42(-epoch-0)?\\.${form.toLowerCase()}$`),
      );
    }
    await dialog.locator('label').filter({ hasText: 'NumPy' }).click();
    await expect(dialog.getByRole('textbox')).toHaveValue(/^import numpy/);
  });
}

test('embed.html in a frame saves too', async ({ page, host }) => {
  const { url } = await host(dist, {
    pages: { '/post.html': document('<iframe src="embed.html?seed=1" width="900" height="760"></iframe>') },
  });
  await page.goto(`${url}post.html`);
  const dialog = await dialogOf(page.frameLocator('iframe'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'PNG' }).click(),
  ]);
  // It plays by itself.
  expect(download.suggestedFilename()).toMatch(/^neural-figure-xor-sigmoid-seed-1-epoch-\d+\.png$/);
});

test('a script without its file beside it, and a page of a disk, offer the tag alone', async ({ page, host }) => {
  const absent = /neural-figure-export\.js$/;
  await page.route(absent, (route) => route.fulfill({ status: 404 }));
  const { url } = await host(dist, {
    pages: { '/post.html': document(TAG, '<script type="module" src="neural-figure.js"></script>') },
  });
  await page.goto(`${url}post.html`);
  const asked = page.waitForResponse(absent);
  let dialog = await dialogOf(page);
  await asked;
  // The link is there when all has been asked for.
  await expect(dialog.getByText('link', { exact: true })).toBeVisible();
  await expect(dialog.getByText('NumPy')).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'PNG' })).toBeHidden();

  await page.goto(`${pathToFileURL(`${dist}embed.html`)}?seed=42`);
  dialog = await dialogOf(page);
  await expect(dialog.getByText('link', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'PNG' })).toBeHidden();
});
