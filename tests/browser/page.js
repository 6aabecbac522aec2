/**
 * The page of a test: quiet, on an origin of its worker's, and one for many tests where they ask for the same.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('@playwright/test').BrowserContextOptions} Options
 * @typedef {{ site: { url: string }, kept: KeptPage }} Worker
 *
 * @typedef {import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions} TestArgs
 * @typedef {import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions} WorkerArgs
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { build } from 'esbuild';
import { serve as serveFolder } from '../sites/server.js';

const WWW = fileURLToPath(new URL('../../www', import.meta.url));

/** The modules that pages and specs load by their names. */
const LOADED = [
  'neural-figure.js',
  'page.js',
  'embed.js',
  'wasm.js',
  'pkg/neural_figure.js',
  'views/on-demand.js',
  'export/index.js',
  'figure/address.js',
  'figure/attributes.js',
  'figure/locale.js',
];

/** The pages that specs write, by their path, beside the files of www/. @type {Record<string, string>} */
const written = {};

/** Calls after which a page is not as it was, whatever it loads next. */
const LASTING = ['addInitScript', 'emulateMedia', 'exposeFunction', 'close'];

/** Tests in a row that share a page: a browser keeps 50 entries of its history, and some tests count them. */
const MAX_TESTS = 20;

/**
 * The modules of www/ in a dozen files, at the addresses of those that are loaded by name: to load a hundred takes a third
 * of a second, in Firefox, for every test.
 */
async function joined() {
  const { outputFiles } = await build({
    entryPoints: LOADED.map((name) => join(WWW, name)),
    bundle: true,
    splitting: true,
    format: 'esm',
    outbase: WWW,
    outdir: WWW,
    write: false,
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path.slice(WWW.length), text]));
}

/** A page with its modules in the browser's cache. Each test loads a document of its own into it. */
class KeptPage {
  /** @type {Page | null} */
  #page = null;
  #options = '';
  #tests = 0;

  /** @param {Browser} browser */
  constructor(browser) {
    this.browser = browser;
  }

  /** The page that the test before has left, or a new one. @param {Options} options */
  async open({ viewport, ...options }) {
    if (this.#page && (this.#options !== JSON.stringify(options) || this.#tests >= MAX_TESTS)) await this.close();
    if (!this.#page) {
      this.#options = JSON.stringify(options);
      this.#tests = 0;
      this.#page = await (await this.browser.newContext({ ...options, viewport })).newPage();
      for (const name of LASTING) this.#watch(this.#page, name);
    } else if (viewport) await this.#page.setViewportSize(viewport);
    this.#tests++;
    return this.#page;
  }

  /** Not used again once this was called. @param {any} page @param {string} name */
  #watch(page, name) {
    const method = page[name].bind(page);
    page[name] = (/** @type {unknown[]} */ ...values) => {
      this.#tests = MAX_TESTS;
      return method(...values);
    };
  }

  /** Takes back what a document does not take with it: listeners, routes, the mouse, a focus that went to the browser. */
  async clear() {
    if (!this.#page || this.#tests >= MAX_TESTS) return this.close();
    for (const type of ['console', 'pageerror', 'request', 'response']) this.#page.removeAllListeners(type);
    await this.#page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.#page.mouse.move(0, 0);
    await this.#page.bringToFront();
    // In Firefox that does not always take the focus back: without it a document gets no keys.
    if (!(await this.#page.evaluate(() => document.hasFocus()).catch(() => false))) await this.close();
  }

  async close() {
    const page = this.#page;
    this.#page = null;
    await page?.context().close();
  }
}

/** @type {import('@playwright/test').Fixtures<{}, Worker, TestArgs, WorkerArgs>} */
const fixtures = {
  site: [
    // The fixtures that are used are read off the parameter.
    async ({}, use) => {
      const headers = { 'Cache-Control': 'max-age=3600' };
      const site = await serveFolder(WWW, { headers, files: await joined(), pages: written });
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  kept: [
    async ({ browser }, use) => {
      const kept = new KeptPage(browser);
      await use(kept);
      await kept.close();
    },
    { scope: 'worker' },
  ],
  // Every page must be quiet: no error that nobody caught, no message of an error, no request to elsewhere.
  page: async ({ kept, baseURL, viewport, hasTouch, isMobile, contextOptions }, use) => {
    const page = await kept.open({ ...contextOptions, baseURL, viewport, hasTouch, isMobile });
    /** @type {string[]} */
    const complaints = [];
    const origin = new URL(baseURL ?? '').origin;
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()} ${message.location().url}`);
    });
    page.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol.startsWith('http') && asked !== origin) complaints.push(`request: ${request.url()}`);
    });
    await use(page);
    if (test.info().status === test.info().expectedStatus) await kept.clear();
    else await kept.close();
    const expected = test.info().annotations.filter(({ type }) => type === 'complaint');
    const surprising = complaints.filter(
      (said) => !expected.some(({ description }) => said.includes(description ?? '')),
    );
    expect(surprising).toEqual([]);
  },
};

export const test = base.extend(fixtures);

/** Says that the page may complain, in a spec that breaks something. @param {string} text */
export function allow(text) {
  test.info().annotations.push({ type: 'complaint', description: text });
}

/** @param {Page} page @param {string} html */
export async function serve(page, html) {
  written['/spec.html'] = html;
  await page.goto('spec.html');
}

/** Holds a file back until what this gives is called. @param {Page} page @param {string} file  a pattern of its address */
export async function holdBack(page, file) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route(file, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
