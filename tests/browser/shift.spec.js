// The pages keep the place of their figures while these load. Only Chromium tells of layout shifts.
import { devices, expect } from '@playwright/test';
import { holdBack, test } from './figure.js';

/** The sum of shifts that a page may have. */
const MAX_SHIFT = 0.02;

/** By how much the place that is kept for a figure may be higher or lower than the figure, in px. */
const MAX_DIFFERENCE = 26;

for (const [name, options] of Object.entries({
  '1280 px': { viewport: { width: 1280, height: 800 } },
  '768 px': { viewport: { width: 768, height: 900 } },
  '660 px': { viewport: { width: 660, height: 900 } },
  '640 px': { viewport: { width: 640, height: 900 } },
  'a phone': { ...devices['Pixel 5'], viewport: { width: 360, height: 740 } },
  'a phone of 390 px': { ...devices['Pixel 5'], viewport: { width: 390, height: 844 } },
})) {
  for (const path of ['', 'ko/', 'questions.html', 'ko/questions.html']) {
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
      const send = await holdBack(page, '**/page.js');
      // The page without its figures is on the screen before they come.
      await page.goto(path, { waitUntil: 'commit' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      await page.waitForFunction(() => document.readyState !== 'loading');
      const kept = await page
        .locator('neural-figure')
        .evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().height));
      expect(await page.evaluate(() => customElements.get('neural-figure') === undefined)).toBe(true);
      send();
      await page.evaluate(async () => {
        const figures = /** @type {any[]} */ ([...document.querySelectorAll('neural-figure')]);
        await customElements.whenDefined('neural-figure');
        await Promise.all(figures.map((figure) => figure.ready));
        for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
      });
      expect(await page.evaluate(() => /** @type {any} */ (window).shift)).toBeLessThan(MAX_SHIFT);
      // Each when it has come into view.
      const taken = await page.locator('neural-figure').evaluateAll(async (figures) => {
        const heights = [];
        for (const figure of figures) {
          figure.scrollIntoView();
          // What is loaded on demand is there.
          while (figure.shadowRoot?.querySelector('[aria-busy]')) await new Promise(requestAnimationFrame);
          for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
          heights.push(figure.getBoundingClientRect().height);
        }
        return heights;
      });
      const differences = taken.map((height, i) => Math.round(height - kept[i]));
      expect(Math.max(...differences.map(Math.abs)), differences.join(' ')).toBeLessThan(MAX_DIFFERENCE);
      await context.close();
    });
  }
}
