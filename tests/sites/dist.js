/** What the specs of published files share. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { serve } from './server.js';

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** @param {string} file */
export const read = (file) => readFileSync(`${dist}${file}`, 'utf8');

/** @typedef {import('@playwright/test').Locator} Locator */

/** A server that ends with the test, and a page that may not complain. */
export const test = base.extend(
  /** @type {import('@playwright/test').Fixtures<{ host: typeof serve }, {}, import('@playwright/test').PlaywrightTestArgs>} */ ({
    host: async ({}, use) => {
      /** @type {{ close: () => void }[]} */
      const servers = [];
      await use(async (...wanted) => {
        const server = await serve(...wanted);
        servers.push(server);
        return server;
      });
      for (const server of servers) server.close();
    },
    page: async ({ page }, use) => {
      /** @type {string[]} */
      const complaints = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(page);
      expect(complaints).toEqual([]);
    },
  }),
);

/** The figure is there, and trains when it is told to. @param {Locator} figure */
export async function trains(figure) {
  await figure.scrollIntoViewIfNeeded();
  const before = await figure.evaluate(async (/** @type {any} */ figure) => {
    await customElements.whenDefined('neural-figure');
    await figure.ready;
    const before = figure.epoch;
    figure.play();
    return before;
  });
  await expect.poll(() => figure.evaluate((/** @type {any} */ figure) => figure.epoch)).toBeGreaterThan(before);
  await figure.evaluate((/** @type {any} */ figure) => figure.pause());
  expect(await width(figure)).toBeGreaterThan(200);
}

/** The figure is there, and trains without being told to: its tag has `autoplay`. @param {Locator} figure */
export async function playsByItself(figure) {
  await figure.scrollIntoViewIfNeeded();
  await expect.poll(() => figure.evaluate((/** @type {any} */ figure) => figure.epoch ?? 0)).toBeGreaterThan(0);
  expect(await width(figure)).toBeGreaterThan(200);
}

/** Of the boundary, in px. @param {Locator} figure */
const width = (figure) => figure.locator('canvas').evaluate((canvas) => canvas.getBoundingClientRect().width);

/** A post in Markdown with the figure between a paragraph, a list and code. @param {string} figure */
export const post = (figure) => `A paragraph *before*.

- a list
- of two

${figure}

A paragraph *after*.

~~~python
params = init_random_parameters(2, 0.1)
~~~

1. one
2. two
`;

/**
 * The post is as it was written: all of it is seen, nothing of it is within the tag, and what stands in the tag is hidden.
 * @param {import('@playwright/test').Page} page
 */
export async function intact(page) {
  await expect(page.locator('neural-figure')).toHaveCount(1);
  await expect(page.locator('p', { hasText: 'before' }).locator('em')).toHaveText('before');
  await expect(page.locator('p', { hasText: 'after' }).locator('em')).toHaveText('after');
  await expect(page.locator('ul > li')).toHaveCount(2);
  await expect(page.locator('ol > li')).toHaveCount(2);
  await expect(page.locator('pre')).toContainText('init_random_parameters');
  for (const part of ['ul > li', 'ol > li', 'pre', 'em'])
    for (const shown of await page.locator(part).all()) await expect(shown).toBeVisible();
  const fallback = await page.locator('neural-figure').evaluate((figure) => {
    const range = window.document.createRange();
    range.selectNodeContents(figure);
    return { text: range.toString().trim(), boxes: range.getClientRects().length };
  });
  expect(fallback).toEqual({ text: 'A neural network that learns the XOR gate.', boxes: 0 });
}

/** @param {string} body @param {string} [head] */
export function document(body, head = '') {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}
