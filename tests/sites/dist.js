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

/** The figure is there, and trains: by itself if it is to, or else from here. @param {Locator} figure */
export async function trains(figure) {
  await figure.scrollIntoViewIfNeeded();
  const epochs = await figure.evaluate(async (/** @type {any} */ figure) => {
    await customElements.whenDefined('neural-figure');
    await figure.ready;
    if (!figure.autoplay) figure.play();
    const before = figure.epoch;
    const late = performance.now() + 5000;
    while (figure.epoch === before && performance.now() < late) await new Promise((resolve) => setTimeout(resolve, 20));
    figure.pause();
    return figure.epoch - before;
  });
  expect(epochs).toBeGreaterThan(0);
  expect(await figure.locator('canvas').evaluate((canvas) => canvas.getBoundingClientRect().width)).toBeGreaterThan(
    200,
  );
}

/** @param {string} body @param {string} [head] */
export function document(body, head = '') {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}
