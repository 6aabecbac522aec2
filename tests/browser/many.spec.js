// Fifty figures on a page, and a thousand that come and go.
import { expect } from '@playwright/test';
import { Figure, open, tag, test } from './figure.js';
import { comesToRest, countFrames } from './frames.js';

/** @typedef {import('@playwright/test').Page} Page */

const FIFTY = tag({ seed: 1, epochs: 1e9, speed: 1e6, autoplay: '' }).repeat(50);
const SMALL = '<style>body { display: flex; flex-wrap: wrap; zoom: .5 } neural-figure { width: 320px }</style>';

/** @param {Page} page */
const allReady = (page) =>
  page.evaluate(async () => {
    await customElements.whenDefined('neural-figure');
    await Promise.all(
      [...document.querySelectorAll('neural-figure')].map((figure) => /** @type {any} */ (figure).ready),
    );
  });

/** @param {Page} page @returns {Promise<number[]>} */
const epochs = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('neural-figure')].map((figure) => /** @type {any} */ (figure).epoch),
  );

/** How many figures have not been drawn yet. */
const loading = () =>
  [...document.querySelectorAll('neural-figure')].filter((figure) => figure.shadowRoot?.querySelector('.loading'))
    .length;

/** Counts, from now on, the frames and, for each trainer, the snapshots and the paintings. @param {Page} page */
const count = (page) =>
  page.evaluate(async () => {
    const { load } = await import(String('/wasm.js'));
    const { prototype } = (await load()).Trainer;
    const counted = { snapshots: new Map(), paintings: new Map() };
    Object.assign(globalThis, { counted });
    for (const [name, map] of /** @type {const} */ ([
      ['lossTrace', counted.snapshots],
      ['paint', counted.paintings],
    ])) {
      const method = prototype[name];
      prototype[name] = function (/** @type {any[]} */ ...values) {
        map.set(this, (map.get(this) ?? 0) + 1);
        return method.apply(this, values);
      };
    }
  });

test('fifty figures: one core, one loop of frames, and those off-screen cost nothing', async ({ page }) => {
  test.slow();
  await countFrames(page);
  await page.addInitScript(() => {
    const made = { modules: 0 };
    Object.assign(globalThis, { made });
    for (const name of /** @type {const} */ (['instantiate', 'instantiateStreaming'])) {
      const original = /** @type {any} */ (WebAssembly)[name];
      /** @type {any} */ (WebAssembly)[name] = (/** @type {any[]} */ ...values) => {
        made.modules++;
        return original.apply(WebAssembly, values);
      };
    }
  });
  /** @type {string[]} */
  const requests = [];
  page.on('request', (request) => void requests.push(request.url()));
  await open(page, FIFTY);
  await allReady(page);
  await new Figure(page).passes(0);
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).made.modules)).toBe(1);
  expect(new Set(requests).size).toBe(requests.length);

  // Each is drawn once, wherever it is.
  await expect.poll(() => page.evaluate(loading), { timeout: 20_000 }).toBe(0);
  await count(page);
  const before = await epochs(page);
  const { frames, asked } = await page.evaluate(async () => {
    const { held } = /** @type {any} */ (globalThis);
    const start = held.asked;
    let frames = 0;
    while (frames < 30) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames++;
    }
    return { frames, asked: held.asked - start };
  });
  // One frame in each is this test's own.
  expect(asked).toBeLessThanOrEqual(2 * frames + 1);

  const seen = await page.evaluate(() =>
    [...document.querySelectorAll('neural-figure')].map((figure) => {
      const boundary = /** @type {ShadowRoot} */ (figure.shadowRoot).querySelector('[part~=boundary]');
      const { top, bottom, height } = /** @type {Element} */ (boundary).getBoundingClientRect();
      return Math.min(bottom, innerHeight) - Math.max(top, 0) >= height / 2;
    }),
  );
  const after = await epochs(page);
  expect(seen.filter(Boolean).length).toBeGreaterThan(0);
  expect(seen.filter(Boolean).length).toBeLessThan(10);
  expect(after.map((epoch, i) => epoch > before[i])).toEqual(seen);
  const { snapshots, paintings } = await page.evaluate(() => {
    const { snapshots, paintings } = /** @type {any} */ (globalThis).counted;
    return { snapshots: snapshots.size, paintings: paintings.size };
  });
  expect([snapshots, paintings]).toEqual([seen.filter(Boolean).length, seen.filter(Boolean).length]);

  await page.evaluate(() =>
    document.querySelectorAll('neural-figure').forEach((figure) => /** @type {any} */ (figure).pause()),
  );
  await new Figure(page).drawn();
  await comesToRest(page);
});

test('fifty figures in view share the time: none starves, in training or in drawing', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1900, height: 1400 });
  await open(page, FIFTY.replaceAll('<neural-figure', '<neural-figure style="height: 340px; overflow: hidden"'), {
    head: SMALL,
  });
  await allReady(page);
  await expect.poll(() => page.evaluate(loading), { timeout: 20_000 }).toBe(0);
  await count(page);
  const before = await epochs(page);
  await page.evaluate(async () => {
    const { paintings } = /** @type {any} */ (globalThis).counted;
    const late = performance.now() + 20_000;
    while (paintings.size < 50 && performance.now() < late)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  const gained = (await epochs(page)).map((epoch, i) => epoch - before[i]);
  expect(Math.min(...gained)).toBeGreaterThan(0);
  const paintings = await page.evaluate(() => [.../** @type {any} */ (globalThis).counted.paintings.values()]);
  expect(paintings).toHaveLength(50);
  // They take turns: before anyone is painted a third time more often than another, the other has had its turn.
  expect(Math.max(...paintings) - Math.min(...paintings)).toBeLessThanOrEqual(2);
});

/** The bytes of the heap after a collection, in Chromium; of the core's memory in both. @param {Page} page */
async function memory(page) {
  const core = await page.evaluate(async () => {
    const { default: init } = await import(String('/pkg/neural_figure.js'));
    return (await init()).memory.buffer.byteLength;
  });
  if (test.info().project.name !== 'chromium') return { core, heap: 0, nodes: 0 };
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  await session.detach();
  return { core, heap: metric('JSHeapUsedSize'), nodes: metric('Nodes') };
}

test('a thousand figures that come and go leave nothing behind', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, '<main></main>');
  const come = (/** @type {number} */ count) =>
    page.evaluate(async (count) => {
      await customElements.whenDefined('neural-figure');
      const main = /** @type {Element} */ (document.querySelector('main'));
      for (let made = 0; made < count; made += 20) {
        main.innerHTML = '<neural-figure seed="1" autoplay></neural-figure>'.repeat(20);
        await Promise.all([...main.children].map((figure) => /** @type {any} */ (figure).ready));
        for (const figure of main.children) /** @type {any} */ (figure).step(3);
      }
      main.textContent = '';
      // What was asked of a frame is over.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }, count);
  await come(400);
  const before = await memory(page);
  await come(800);
  const after = await memory(page);
  // Eight hundred runs would be 28 MB, and as many figures some 300,000 nodes: little of it may still be in some cache, or
  // be room between what is allocated, which depends on how many there were at once, and then stays.
  expect(after.core).toBeLessThanOrEqual(before.core + 1.6e6);
  expect(after.nodes).toBeLessThan(before.nodes + 1000);
  expect(after.heap).toBeLessThan(before.heap + 2e6);
});
