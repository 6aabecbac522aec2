// What axe can see of the accessibility of the figure and the lesson, in both languages, light and dark, with all open.
import { expect } from '@playwright/test';
import { ASKED, makeWhole, NOT_ASKED, violations } from './axe.js';
import { en, Figure, figureWith, test } from './figure.js';

test.skip(({ browserName }) => browserName !== ASKED, NOT_ASKED);

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const path of ['', 'ko/']) {
    test(`/${path} has nothing that axe minds, ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const figure = new Figure(page);
      await figure.ready();
      await figure.call('pause');
      for (const button of await figure.locator.locator('[part~="controls"] button[aria-expanded]').all())
        await button.click();
      expect(await violations(page, { colours: colorScheme === 'dark' })).toEqual([]);
    });
  }
}

test('nor in an error, nor in the dialog, nor in a crowd of points', async ({ page }) => {
  const points = Array.from({ length: 40 }, (_, i) => [i % 7, i % 5, i % 2]);
  const figure = await figureWith(page, { seed: 1, activation: 'wobbly', data: JSON.stringify(points) });
  await makeWhole(page);
  await figure.ready();
  await figure.drawn();
  expect(await violations(page)).toEqual([]);
  await figure.locator.getByRole('button', { name: en.embed, exact: true }).click();
  expect(await violations(page)).toEqual([]);
});
