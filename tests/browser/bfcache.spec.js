// The back/forward cache takes the page whole. A file of its own: it needs a browser started for it.
import { expect } from '@playwright/test';
import { Figure, open, tag, test } from './figure.js';

test.use({
  // Playwright turns it off, in both.
  launchOptions: async ({ launchOptions, browserName }, use) =>
    use(
      browserName === 'firefox'
        ? {
            ...launchOptions,
            firefoxUserPrefs: { 'fission.bfcacheInParent': true, 'browser.sessionhistory.max_total_viewers': 8 },
          }
        : { ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] },
    ),
});

test('a figure that plays goes on when its page is back', async ({ page }) => {
  await page.route('**/told?*', (route) => route.fulfill({ status: 204 }));
  await open(page, tag({ seed: 1, epochs: 1e9, speed: 1000, autoplay: '' }));
  await new Figure(page).passes(5);
  // A driver may lose sight of a page that was away: it tells itself how it is.
  await page.evaluate(() => {
    const figure = /** @type {any} */ (document.querySelector('neural-figure'));
    let left = NaN;
    addEventListener('pagehide', () => (left = figure.epoch));
    addEventListener('pageshow', ({ persisted }) => {
      const epoch = figure.epoch;
      figure.addEventListener(
        'figure-progress',
        () =>
          void fetch(
            `/told?${new URLSearchParams(Object.entries({ persisted, left, epoch, now: figure.epoch }).map(([name, value]) => [name, String(value)]))}`,
          ),
        { once: true },
      );
    });
  });
  await page.goto('icon.svg');
  const told = page.waitForRequest('**/told?*');
  await page.evaluate(() => void setTimeout(() => history.back()));
  const { persisted, left, epoch, now } = Object.fromEntries(new URL((await told).url()).searchParams);
  expect(persisted).toBe('true');
  expect(Number(left)).toBeGreaterThan(5);
  // The time away is not owed.
  expect(Number(epoch) - Number(left)).toBeLessThanOrEqual(100);
  expect(Number(now)).toBeGreaterThan(Number(epoch));
});
