// For readers who asked their system for less motion. A file of its own: it needs a browser started for it.
import { expect } from '@playwright/test';
import { en, Figure, figureWith, test } from './figure.js';

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  // Firefox takes it from its preferences only.
  launchOptions: async ({ launchOptions, browserName }, use) =>
    use(
      browserName === 'firefox'
        ? { ...launchOptions, firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 } }
        : launchOptions,
    ),
});

test('nothing moves by itself: a run is at its end at once, and plays when asked', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, autoplay: '' });
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
  expect(await figure.get('playing')).toBe(false);
  await figure.reaches(100_000);
  await figure.locator.getByRole('button', { name: en.replay, exact: true }).click();
  await expect.poll(() => figure.get('playing')).toBe(true);
});

test('the page rests too', async ({ page }) => {
  await page.goto('');
  const figure = new Figure(page);
  await figure.ready();
  expect(await figure.get('playing')).toBe(false);
});
