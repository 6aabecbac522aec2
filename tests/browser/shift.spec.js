// The pages keep the place of their figures while these load. Only Chromium tells of layout shifts.
import { devices, expect } from '@playwright/test';
import { holdBack, test } from './figure.js';

/** The sum of shifts that a page may have. */
const MAX_SHIFT = 0.02;

/** By how much the place that is kept for a figure may be higher or lower than the figure, in px. */
const MAX_DIFFERENCE = 8;

/** In px. */
const WIDTHS = [
  ...[320, 340, 360, 380, 390, 400, 412, 420, 430, 435, 440, 445, 450, 460, 480, 500, 520, 540, 560, 570, 575, 580],
  ...[585, 590, 595, 600, 620, 640, 660, 680, 700, 720, 768, 860, 900, 1024, 1280],
];

const PAGES = ['', 'ko/', 'questions.html', 'ko/questions.html'];

/**
 * Opens a page whose figures are held back. Gives what lets them come.
 * @param {import('@playwright/test').Page} page @param {string} path
 */
async function openWithoutFigures(page, path) {
  const send = await holdBack(page, '**/page.js');
  // The page without its figures is on the screen before they come.
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await page.waitForFunction(() => document.readyState !== 'loading');
  expect(await page.evaluate(() => customElements.get('neural-figure') === undefined)).toBe(true);
  return async () => {
    send();
    await page.evaluate(async () => {
      const figures = /** @type {any[]} */ ([...document.querySelectorAll('neural-figure')]);
      await customElements.whenDefined('neural-figure');
      await Promise.all(figures.map((figure) => figure.ready));
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    });
  };
}

for (const [name, options] of Object.entries({
  '1280 px': { viewport: { width: 1280, height: 800 } },
  '768 px': { viewport: { width: 768, height: 900 } },
  '660 px': { viewport: { width: 660, height: 900 } },
  '640 px': { viewport: { width: 640, height: 900 } },
  'a phone': { ...devices['Pixel 5'], viewport: { width: 360, height: 740 } },
  'a phone of 390 px': { ...devices['Pixel 5'], viewport: { width: 390, height: 844 } },
})) {
  for (const path of PAGES) {
    test(`/${path} on ${name} keeps still while it loads`, async ({ browser, browserName, baseURL }) => {
      test.skip(browserName !== 'chromium', 'layout shifts are told by Chromium alone');
      const context = await browser.newContext({ ...options, baseURL });
      const page = await context.newPage();
      await page.addInitScript(() => {
        Object.assign(window, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) /** @type {any} */ (window).shift += /** @type {any} */ (entry).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const load = await openWithoutFigures(page, path);
      await load();
      expect(await page.evaluate(() => /** @type {any} */ (window).shift)).toBeLessThan(MAX_SHIFT);
      await context.close();
    });
  }
}

for (const hasTouch of [false, true]) {
  for (const path of PAGES) {
    test(`/${path} keeps the height of each figure${hasTouch ? ', touched' : ''}`, async ({
      browser,
      browserName,
      baseURL,
    }) => {
      test.skip(browserName !== 'chromium', 'the numbers are those of one set of fonts');
      const page = await browser.newPage({ baseURL, ...(hasTouch && { hasTouch, isMobile: true }) });
      const heights = async () => {
        /** @type {number[][]} */
        const found = [];
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const heights = page.locator('neural-figure').evaluateAll(async (figures) => {
            for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
            return figures.map((figure) => figure.getBoundingClientRect().height);
          });
          found.push(await heights);
        }
        return found;
      };
      const load = await openWithoutFigures(page, path);
      const kept = await heights();
      await load();
      await page.locator('neural-figure').evaluateAll(async (figures) => {
        for (const figure of figures) {
          figure.scrollIntoView();
          // What is loaded on demand is there.
          while (figure.shadowRoot?.querySelector('[aria-busy]')) await new Promise(requestAnimationFrame);
        }
      });
      const taken = await heights();
      const differences = WIDTHS.flatMap((width, i) =>
        taken[i].flatMap((height, figure) => {
          const difference = Math.round(height - kept[i][figure]);
          return Math.abs(difference) > MAX_DIFFERENCE ? [`figure ${figure} at ${width} px: ${difference} px`] : [];
        }),
      );
      expect(differences).toEqual([]);
      await page.close();
    });
  }
}
