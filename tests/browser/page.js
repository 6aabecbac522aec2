/**
 * The fixture `page`: served from an origin of its worker's own, shared by tests in a row that ask for the same options, and
 * held to log no error and to make no request to another origin.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('@playwright/test').BrowserContextOptions} Options
 * @typedef {{ site: { url: string }, shared: SharedPage }} Worker
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

/** The modules that pages and specs load by their addresses. Those that are bundled with them have none. */
const ENTRY_POINTS = [
  'neural-figure.js',
  'page.js',
  'embed.js',
  'wasm.js',
  'pkg/neural_figure.js',
  'draw/dom.js',
  'export/data.js',
  'export/index.js',
  'figure/address.js',
  'figure/attributes.js',
  'figure/locale.js',
  'figure/session.js',
  'figure/styles.js',
  'views/inspector.js',
  'views/loader.js',
  'views/on-demand.js',
];

/** The pages that specs write, by their path, beside the files of www/. @type {Record<string, string>} */
const specPages = {};

/** Methods of a page whose effect outlasts its document: the page is not shared after one of them was called. */
const LASTING_CALLS = ['addInitScript', 'emulateMedia', 'exposeFunction', 'close'];

/** Tests that share a page: a browser keeps 50 entries of a page's history, and some tests count them. */
const MAX_SHARING_TESTS = 20;

/**
 * The modules of www/ bundled into some twenty files, by path: Firefox takes a third of a second to load a hundred, for every
 * test.
 */
async function bundled() {
  const { outputFiles, metafile } = await build({
    entryPoints: ENTRY_POINTS.map((name) => join(WWW, name)),
    bundle: true,
    splitting: true,
    format: 'esm',
    outbase: WWW,
    outdir: WWW,
    absWorkingDir: WWW,
    metafile: true,
    write: false,
  });
  return Object.fromEntries([
    ...Object.keys(metafile.inputs).map((path) => [`/${path}`, null]),
    ...outputFiles.map(({ path, text }) => [path.slice(WWW.length), text]),
  ]);
}

/** A page with its modules in the browser's cache. Each test loads a document of its own into it. */
class SharedPage {
  /** @type {Page | null} */
  #page = null;
  /** The options that it was made with, as JSON. */
  #options = '';
  /** Tests that have had it. */
  #tests = 0;
  /** Whether a lasting call was made. */
  #isAltered = false;

  /** @param {Browser} browser */
  constructor(browser) {
    this.browser = browser;
  }

  /** The page of the test before, if it was made with these options, or a new one. @param {Options} options */
  async open({ viewport, ...options }) {
    if (this.#options !== JSON.stringify(options)) await this.close();
    if (!this.#page) {
      this.#options = JSON.stringify(options);
      this.#tests = 0;
      this.#isAltered = false;
      this.#page = await (await this.browser.newContext({ ...options, viewport })).newPage();
      for (const name of LASTING_CALLS) this.#watch(this.#page, name);
    } else if (viewport) {
      await this.#page.setViewportSize(viewport);
    }
    this.#tests++;
    return this.#page;
  }

  /** Notes a call of a method. @param {any} page @param {string} name */
  #watch(page, name) {
    const method = page[name].bind(page);
    page[name] = (/** @type {unknown[]} */ ...values) => {
      this.#isAltered = true;
      return method(...values);
    };
  }

  /**
   * Ends a test: closes the page, or undoes what outlasts a document (listeners, routes, the place of the mouse, a focus on
   * the browser's own controls).
   */
  async reset() {
    if (!this.#page || this.#isAltered || this.#tests >= MAX_SHARING_TESTS) return this.close();
    for (const type of ['console', 'pageerror', 'request', 'response']) this.#page.removeAllListeners(type);
    await this.#page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.#page.mouse.move(0, 0);
    await this.#page.bringToFront();
    // In Firefox that does not always give the focus back to the document, which gets no keys without it.
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
      const site = await serveFolder(WWW, { headers, files: await bundled(), pages: specPages });
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  shared: [
    async ({ browser }, use) => {
      const shared = new SharedPage(browser);
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
  // No uncaught error, no error in the console, no request to another origin.
  page: async ({ shared, baseURL, viewport, hasTouch, isMobile, contextOptions }, use) => {
    const page = await shared.open({ ...contextOptions, baseURL, viewport, hasTouch, isMobile });
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
    if (test.info().status === test.info().expectedStatus) await shared.reset();
    else await shared.close();
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

/** Serves a document and loads it. @param {Page} page @param {string} html */
export async function serve(page, html) {
  specPages['/spec.html'] = html;
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
