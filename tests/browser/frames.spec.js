// What a figure asks of a page while it moves.
import { expect } from '@playwright/test';
import { figureWith, test } from './figure.js';

test('while it plays texts are written 20 times a second at most, and at rest they are of the epoch at hand', async ({
  page,
}) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1_000_000_000, speed: 100_000 });
  const { writes, milliseconds } = await figure.evaluate(
    (/** @type {any} */ element) =>
      new Promise((resolve) => {
        let writes = 0;
        const start = performance.now();
        const observer = new MutationObserver(() => {
          writes++;
          if (writes < 40) return;
          observer.disconnect();
          resolve({ writes, milliseconds: performance.now() - start });
        });
        const [epoch] = element.shadowRoot.querySelectorAll('.status .digits');
        observer.observe(epoch, { characterData: true, childList: true, subtree: true });
        element.play();
      }),
  );
  // The first is written at once, when the run begins to play.
  expect(writes - 1).toBeLessThanOrEqual(milliseconds / 50);
  await figure.evaluate((/** @type {any} */ element) => element.pause());
  const epoch = await figure.get('epoch');
  await expect.poll(() => figure.text()).toContain(`epoch ${epoch.toLocaleString('en')}`);
});

test('nothing wakes the formats of Intl, which takes longer than a frame', async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const woken = [];
    /** @type {any} */ (globalThis).woken = woken;
    const { toLocaleString } = Number.prototype;
    Number.prototype.toLocaleString = function (...settings) {
      woken.push('Number.prototype.toLocaleString');
      return toLocaleString.apply(this, settings);
    };
    for (const name of /** @type {const} */ (['NumberFormat', 'PluralRules', 'ListFormat', 'DateTimeFormat'])) {
      /** @type {any} */ (Intl)[name] = new Proxy(Intl[name], {
        construct(format, settings) {
          woken.push(name);
          return Reflect.construct(format, settings);
        },
      });
    }
  });
  const figure = await figureWith(page, { seed: 42, activation: 'tanh', epochs: 20_000, speed: 100_000 });
  await figure.evaluate((/** @type {any} */ element) => element.play());
  await figure.reaches(20_000);
  expect(await figure.text()).toContain('all four points right');
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).woken)).toEqual([]);
});
