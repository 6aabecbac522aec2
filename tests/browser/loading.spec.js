// From the tag to the figure, when the way is bad.
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { allow, en, Figure, holdBack, open, test } from './figure.js';
import { comesToRest, countFrames } from './frames.js';

const FALLBACK = 'A network learns XOR.';
const TAG = `<neural-figure seed="42" activation="tanh"><p>${FALLBACK}</p></neural-figure>`;
const WASM = '**/*.wasm';

/** @typedef {import('@playwright/test').Page} Page @typedef {import('@playwright/test').Route} Route */

/** What `ready` came to: the message of its error, or none. @param {Page} page @returns {Promise<string | null>} */
const outcome = (page) =>
  page.evaluate(async () => {
    await customElements.whenDefined('neural-figure');
    return /** @type {any} */ (document.querySelector('neural-figure')).ready.then(
      () => null,
      (/** @type {unknown} */ error) => String(error),
    );
  });

/** @param {Page} page */
const putBack = (page) =>
  page.evaluate(() => {
    const figure = /** @type {Element} */ (document.querySelector('neural-figure'));
    figure.remove();
    document.body.append(figure);
  });

/** The compiled core, as it is served. @param {Route} route */
const core = async (route) => (await route.fetch()).body();

/** @type {Record<string, (route: Route) => Promise<void>>} */
const BROKEN = {
  missing: (route) => route.fulfill({ status: 404, body: 'not found' }),
  blocked: (route) => route.abort('blockedbyclient'),
  truncated: async (route) =>
    route.fulfill({ contentType: 'application/wasm', body: (await core(route)).subarray(0, 5000) }),
  empty: (route) => route.fulfill({ contentType: 'application/wasm', body: '' }),
  'a page instead': (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Sign in' }),
};

for (const [how, serve] of Object.entries(BROKEN)) {
  test(`the core is ${how}: the fallback and the reason, and another try when it is put back`, async ({ page }) => {
    // The browser itself speaks of a failed request, and the glue of a wrong type.
    allow('Failed to load resource');
    await page.route(WASM, serve);
    await open(page, '');
    const figure = new Figure(page);
    await figure.listen('figure-error', 'figure-ready');
    await page.evaluate((html) => void (document.body.innerHTML = html), TAG);
    expect(await outcome(page)).toMatch(/\w/);
    await expect(page.getByText(FALLBACK)).toBeVisible();
    await expect(figure.locator.locator('[part~="error"]')).toBeVisible();
    expect((await figure.heard()).map(({ type }) => type)).toEqual(['figure-error']);
    // It says no more and takes up no room for what it cannot show, also in another language.
    await figure.attribute('lang', 'ko');
    await expect(page.getByText(FALLBACK)).toBeVisible();
    await expect(figure.locator.locator('[part~="controls"]')).toHaveCount(0);
    await figure.attribute('lang', null);

    await page.unroute(WASM);
    await putBack(page);
    expect(await outcome(page)).toBe(null);
    await expect(page.getByText(FALLBACK)).toBeHidden();
    expect((await figure.step(10)).epoch).toBe(10);
  });
}

test('the core is another module, as of another version: the fallback, however often it is tried', async ({ page }) => {
  await page.route(WASM, (route) =>
    route.fulfill({ contentType: 'application/wasm', body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) }),
  );
  await open(page, TAG);
  expect(await outcome(page)).toMatch(/\w/);
  await putBack(page);
  expect(await outcome(page)).toMatch(/\w/);
  await expect(page.getByText(FALLBACK)).toBeVisible();
});

test('without WebAssembly: the fallback, and the reason', async ({ page }) => {
  await page.addInitScript(() => void delete (/** @type {any} */ (globalThis).WebAssembly));
  await open(page, TAG);
  expect(await outcome(page)).toContain('WebAssembly: expected');
  await expect(page.getByText(FALLBACK)).toBeVisible();
});

test('a slow core: the place is kept, nothing moves, and what was asked is done', async ({ page }) => {
  const release = await holdBack(page, WASM);
  await open(page, `${TAG}<p>The text goes on.</p>`);
  const after = page.getByText('The text goes on.');
  const figure = new Figure(page);
  await expect(figure.locator.locator('[part~="controls"]')).toBeAttached();
  const before = await after.boundingBox();
  await figure.call('step', 7);
  expect(await figure.get('epoch')).toBe(0);
  release();
  await figure.reaches(7);
  await figure.drawn();
  expect(await after.boundingBox()).toEqual(before);
  await expect(page.getByText(FALLBACK)).toBeHidden();
});

test('a figure that is removed while it loads starts when it is back, and not before', async ({ page }) => {
  await countFrames(page);
  const release = await holdBack(page, WASM);
  await open(page, TAG);
  const figure = new Figure(page);
  await expect(figure.locator.locator('[part~="controls"]')).toBeAttached();
  await page.evaluate(() => {
    const figure = /** @type {any} */ (document.querySelector('neural-figure'));
    /** @type {any} */ (globalThis).kept = figure;
    figure.remove();
  });
  const loaded = page.waitForResponse(WASM);
  release();
  await (await loaded).finished();
  await comesToRest(page);
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).kept.parameters)).toEqual([]);
  await page.evaluate(() => document.body.append(/** @type {any} */ (globalThis).kept));
  await figure.ready();
  expect((await figure.step(3)).epoch).toBe(3);
});

test('a figure that is moved while it loads starts once', async ({ page }) => {
  const release = await holdBack(page, WASM);
  await open(page, `<main></main>${TAG}`);
  const figure = new Figure(page);
  await figure.listen('figure-ready');
  await expect(figure.locator.locator('[part~="controls"]')).toBeAttached();
  await page.evaluate(() =>
    document.querySelector('main')?.append(/** @type {Element} */ (document.querySelector('neural-figure'))),
  );
  release();
  await figure.ready();
  expect((await figure.heard()).map(({ type }) => type)).toEqual(['figure-ready']);
});

test('a canvas that is refused: the reason in its place, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await open(page, TAG);
  const figure = new Figure(page);
  await figure.ready();
  await figure.step(500);
  await figure.drawn();
  await expect(figure.locator.getByText(en.noCanvas)).toBeVisible();
  expect(await figure.locator.locator('[part~="curve"]').getAttribute('d')).not.toBe('');
  expect(await figure.text()).toContain('500');
});

test('a context that was lost is painted again', async ({ page }) => {
  await open(page, TAG);
  const figure = new Figure(page);
  await figure.ready();
  await figure.step(1000);
  const before = await figure.pixels();
  const lost = await figure.evaluate((host) => {
    const canvas = /** @type {HTMLCanvasElement} */ (host.shadowRoot?.querySelector('canvas'));
    // Prevented, it would never be restored.
    const kept = canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
    canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    return kept && canvas.toDataURL();
  });
  expect(before).not.toContain(lost);
  await figure.evaluate((host) =>
    host.shadowRoot?.querySelector('canvas')?.dispatchEvent(new Event('contextrestored')),
  );
  expect(await figure.pixels()).toEqual(before);
});

test('two copies of the modules on one page: one figure, one core', async ({ page }) => {
  /** @type {string[]} */
  const cores = [];
  page.on('request', (request) => void (request.url().endsWith('.wasm') && cores.push(request.url())));
  await page.route('**/copy/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/copy/', '/');
    const body = readFileSync(new URL(`../../www${path}`, import.meta.url));
    await route.fulfill({ contentType: 'text/javascript', body });
  });
  const script = (/** @type {string} */ src) => `<script type="module" src="${src}"></script>`;
  await open(page, TAG, { element: script('/neural-figure.js') + script('/copy/neural-figure.js') });
  const figure = new Figure(page);
  await figure.ready();
  expect((await figure.step(3)).epoch).toBe(3);
  expect(await page.evaluate(async () => typeof (await import(String('/copy/neural-figure.js'))).NeuralFigure)).toBe(
    'function',
  );
  expect(cores).toHaveLength(1);
});
