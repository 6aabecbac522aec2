// Real fingers, by Chromium's own protocol: what the browser makes of a touch, scrolling and zooming, is part of what is tested.
import { expect } from '@playwright/test';
import { en, Figure, figureWith, open, tag, test } from './figure.js';

test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium can be told to touch');
test.use({ hasTouch: true, isMobile: true, viewport: { width: 400, height: 900 } });

/** @typedef {[x: number, y: number]} Place */

const MOVES = 12;

/**
 * Fingers come down, move evenly and go up.
 * @param {Figure} figure
 * @param {{ from: Place, to: Place }[]} fingers
 */
async function touch({ page }, fingers) {
  const session = await page.context().newCDPSession(page);
  for (let i = 0; i <= MOVES; i++) {
    const touchPoints = fingers.map(({ from, to }, id) => ({
      x: from[0] + ((to[0] - from[0]) * i) / MOVES,
      y: from[1] + ((to[1] - from[1]) * i) / MOVES,
      id,
    }));
    await session.send('Input.dispatchTouchEvent', { type: i ? 'touchMove' : 'touchStart', touchPoints });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** A figure at epoch 800 of 1,000 in a box that scrolls sideways, on a page that scrolls down. @param {import('@playwright/test').Page} page */
async function scrollable(page) {
  await open(
    page,
    `<div id="wide" style="overflow-x: auto"><div style="width: 900px"><div style="width: 380px">` +
      `${tag({ seed: 42, epochs: 1000 })}</div></div></div><div style="height: 3000px"></div>`,
  );
  const figure = new Figure(page);
  await figure.ready();
  await figure.seek(800);
  return figure;
}

/** The middle of a plot. @param {Figure} figure @param {'loss' | 'boundary'} view @returns {Promise<Place>} */
async function middle(figure, view) {
  const { x, y, width, height } = /** @type {{ x: number, y: number, width: number, height: number }} */ (
    await figure.locator.locator(`[part=${view}] .plot`).boundingBox()
  );
  return [x + width / 2, y + height / 2];
}

test('a swipe over the curve scrolls the page and leaves the run where it is', async ({ page }) => {
  const figure = await scrollable(page);
  const [x, y] = await middle(figure, 'loss');
  await touch(figure, [{ from: [x, y], to: [x + 2, y - 200] }]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  expect(await figure.get('epoch')).toBe(800);
});

test('a finger drags the curve, and a tap goes to its place', async ({ page }) => {
  const figure = await scrollable(page);
  const [x, y] = await middle(figure, 'loss');
  await touch(figure, [{ from: [x, y], to: [x - 100, y + 2] }]);
  await expect.poll(() => figure.get('epoch')).toBeLessThan(300);
  expect(await page.evaluate(() => scrollX + scrollY)).toBe(0);
  await page.touchscreen.tap(x, y);
  await expect.poll(() => figure.get('epoch')).toBeGreaterThan(450);
});

test('a swipe over the boundary scrolls a wide box sideways', async ({ page }) => {
  const figure = await scrollable(page);
  const [x, y] = await middle(figure, 'boundary');
  await touch(figure, [{ from: [x + 60, y], to: [x - 90, y + 2] }]);
  await expect.poll(() => page.locator('#wide').evaluate((box) => box.scrollLeft)).toBeGreaterThan(80);
  expect(await figure.get('epoch')).toBe(800);
});

for (const view of /** @type {('loss' | 'boundary')[]} */ (['loss', 'boundary'])) {
  test(`two fingers on the ${view} enlarge the page and change no run`, async ({ page }) => {
    const figure = await scrollable(page);
    const [x, y] = await middle(figure, view);
    await touch(figure, [
      { from: [x - 10, y], to: [x - 90, y] },
      { from: [x + 10, y], to: [x + 90, y] },
    ]);
    await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeGreaterThan(1.2);
    expect(await figure.get('epoch')).toBe(800);
  });
}

test('a swipe that begins on a slider scrolls the page and leaves its setting', async ({ page }) => {
  const figure = await scrollable(page);
  await figure.locator.getByText(en.more, { exact: true }).click();
  for (const [name, label] of /** @type {const} */ ([
    ['learningRate', en.options.learningRate],
    ['deviation', en.options.deviation],
  ])) {
    const slider = figure.locator.getByRole('slider', { name: label });
    await slider.evaluate((input) => input.scrollIntoView({ block: 'center' }));
    const { x, y, width, height } = /** @type {any} */ (await slider.boundingBox());
    const read = async () => [await figure.get(name), await slider.inputValue(), await figure.get('epoch')];
    const before = await read();
    const from = await page.evaluate(() => scrollY);
    const at = /** @type {Place} */ ([x + width * 0.9, y + height / 2]);
    await touch(figure, [{ from: at, to: [at[0], at[1] - 200] }]);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(from + 100);
    await figure.drawn();
    expect(await read(), name).toEqual(before);
  }
});

test('a deck of slides hears of no finger that drags the curve or a slider', async ({ page }) => {
  const figure = await scrollable(page);
  await page.evaluate(() => {
    /** @type {string[]} */
    const deck = [];
    Object.assign(globalThis, { deck });
    for (const type of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'touchmove']) {
      document.addEventListener(type, () => void deck.push(type));
    }
  });
  const heard = () => page.evaluate(() => /** @type {any} */ (globalThis).deck.splice(0));
  const [x, y] = await middle(figure, 'loss');
  await touch(figure, [{ from: [x, y], to: [x - 100, y + 2] }]);
  await expect.poll(() => figure.get('epoch')).toBeLessThan(300);
  expect(await heard()).toEqual([]);

  await figure.locator.getByText(en.more, { exact: true }).click();
  const rate = figure.locator.getByRole('slider', { name: en.options.learningRate });
  await rate.scrollIntoViewIfNeeded();
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await rate.boundingBox());
  await heard();
  const at = box.y + box.height / 2;
  await touch(figure, [{ from: [box.x + box.width * 0.8, at], to: [box.x + box.width * 0.2, at] }]);
  await expect.poll(() => figure.get('learningRate')).not.toBe(0.1);
  expect(await heard()).toEqual([]);
});

test('a finger scrolls over the numbers of the diagram, and drags the one that it has chosen', async ({ page }) => {
  await open(page, `${tag({ seed: 42, views: 'network', epochs: 1000 })}<div style="height: 3000px"></div>`);
  const figure = new Figure(page);
  await figure.ready();
  await figure.seek(800);
  const number = figure.locator.locator('.stage .number').first();
  const swipe = async (/** @type {number} */ dx, /** @type {number} */ dy) => {
    const { x, y, width, height } = /** @type {{ x: number, y: number, width: number, height: number }} */ (
      await number.boundingBox()
    );
    const [across, down] = [x + width / 2, y + height / 2];
    await touch(figure, [{ from: [across, down], to: [across + dx, down + dy] }]);
  };
  await swipe(2, -100);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  expect(await figure.get('epoch')).toBe(800);
  expect(await figure.get('weights')).toBe('');
  await number.tap();
  await expect(number).toHaveAttribute('aria-pressed', 'true');
  await swipe(0, -50);
  expect(await figure.get('weights')).not.toBe('');
});

test('what is pressed beside the curve has the height of a finger, what pins it too', async ({ page }) => {
  await open(page, tag({ seed: 42, epochs: 1000, at: 800 }));
  const figure = new Figure(page);
  await figure.ready();
  await figure.locator.getByText(en.choices.zero, { exact: true }).first().tap();
  const pin = figure.locator.locator('header .pin');
  await expect(pin).toBeVisible();
  for (const control of [pin, figure.locator.locator('header .segmented').first()]) {
    expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(40);
  }
});

for (const width of [360, 900]) {
  test(`${width} px: the starts stay where they are when the buttons above them go`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const figure = await figureWith(page, { seed: 0, views: 'seeds', starts: 1000, epochs: 1_000_000 });
    const top = () => figure.evaluate((host) => host.shadowRoot?.querySelector('.starts')?.getBoundingClientRect().top);
    const progress = figure.locator.locator('progress');
    await expect(progress).toBeVisible();
    const before = await top();
    await figure.set({ epochs: 10 });
    await expect(progress).toBeHidden();
    expect(await top()).toBe(before);
  });
}
