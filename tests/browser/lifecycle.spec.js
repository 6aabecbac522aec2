// When a figure works and when it rests.
import { expect } from '@playwright/test';
import { Figure, figureWith, open, tag, test } from './figure.js';
import { comesToRest, countFrames, heldDuring } from './frames.js';

test.beforeEach(async ({ page }) => countFrames(page));

test('paused and finished figures hold no frame and no timer', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 50, speed: 1000, autoplay: '' });
  await figure.reaches(50);
  await figure.drawn();
  await comesToRest(page);
  expect(await figure.get('playing')).toBe(false);

  await figure.set({ epochs: 1e6 });
  await figure.call('play');
  await figure.passes(60);
  expect((await heldDuring(page, 100)).asked).toBeGreaterThan(1);
  await figure.call('pause');
  await figure.drawn();
  await comesToRest(page);
});

test('a figure off-screen holds no frame and goes on when it is seen', async ({ page }) => {
  const figure = await figureWith(
    page,
    { seed: 1, epochs: 1e9, autoplay: '' },
    { head: '<style>neural-figure { display: block; margin-block: 400vh }</style>' },
  );
  await page.evaluate(() => scrollTo(0, 0));
  await comesToRest(page);
  const epoch = await figure.get('epoch');

  await figure.locator.scrollIntoViewIfNeeded();
  await figure.passes(epoch);
  await page.evaluate(() => scrollTo(0, 0));
  await comesToRest(page);
});

test('a figure that is not displayed holds no frame', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1e9, autoplay: '' });
  await figure.passes(0);
  await page.addStyleTag({ content: 'neural-figure { display: none }' });
  await comesToRest(page);
});

test('a hidden page holds no frame', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1e9, autoplay: '' });
  await figure.passes(0);
  const hide = (/** @type {boolean} */ hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: hidden ? 'hidden' : 'visible' });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  const epoch = await figure.get('epoch');
  await comesToRest(page);
  expect(await figure.get('epoch')).toBe(epoch);
  await hide(false);
  await figure.passes(epoch);
});

test('a figure taken out of the document holds nothing', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1e9, autoplay: '' });
  await figure.passes(0);
  await page.evaluate(() => document.querySelector('neural-figure')?.remove());
  await comesToRest(page);
});

test('a figure that is moved keeps its run', async ({ page }) => {
  await open(page, `<section></section><article>${tag({ seed: 42, activation: 'tanh' })}</article>`);
  const figure = new Figure(page);
  await figure.ready();
  const before = await figure.step(300);
  await page.evaluate(() => {
    document.querySelector('section')?.append(/** @type {Element} */ (document.querySelector('neural-figure')));
  });
  await figure.drawn();
  expect(await figure.state()).toEqual(before);
  const moved = await figure.step(10);
  await figure.call('reset');
  expect(await figure.step(310)).toEqual(moved);
});

test('a figure that was away for a while keeps its run too', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, activation: 'tanh' });
  await figure.step(200);
  await figure.set({ learningRate: 0.3 });
  const before = await figure.step(100);
  await page.evaluate(async () => {
    const figure = /** @type {Element} */ (document.querySelector('neural-figure'));
    figure.remove();
    await new Promise((resolve) => setTimeout(resolve, 200));
    document.body.append(figure);
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(await figure.state()).toEqual(before);
});

test('a playing figure plays on after a move', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1e9, autoplay: '' });
  await figure.passes(5);
  await page.evaluate(() => {
    document.body.prepend(/** @type {Element} */ (document.querySelector('neural-figure')));
  });
  const epoch = await figure.get('epoch');
  expect(epoch).toBeGreaterThan(5);
  await figure.passes(epoch);
  expect(await figure.get('playing')).toBe(true);
});

test('many figures come and go', async ({ page }) => {
  await open(page, '<main></main>');
  await page.evaluate(async () => {
    await customElements.whenDefined('neural-figure');
    const main = /** @type {Element} */ (document.querySelector('main'));
    for (let round = 0; round < 20; round++) {
      main.innerHTML = '<neural-figure seed="1" autoplay></neural-figure>'.repeat(5);
      await Promise.all([...main.children].map((figure) => /** @type {any} */ (figure).ready));
    }
    main.textContent = '';
  });
  await comesToRest(page);
});

test('a figure whose run breaks holds nothing', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, views: 'loss seeds', starts: 1000, epochs: 1e6 });
  // As a trap in the core would end a step.
  await page.evaluate(async (file) => {
    const { Trainer } = await (await import(file)).load();
    Trainer.prototype.step = () => {
      throw new Error('unreachable');
    };
  }, '/wasm.js');
  await figure.call('play');
  await expect(figure.locator.getByText('unreachable')).toBeVisible();
  await comesToRest(page);
});

test('the clock keeps its speed', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1e9, speed: 1000, autoplay: '' });
  await figure.passes(20);
  const rate = await page.evaluate(async () => {
    const figure = /** @type {any} */ (document.querySelector('neural-figure'));
    const [epoch, start] = [figure.epoch, performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return (1000 * (figure.epoch - epoch)) / (performance.now() - start);
  });
  // A slow machine may drop frames, never gain any.
  expect(rate).toBeGreaterThan(500);
  expect(rate).toBeLessThan(1100);
});
