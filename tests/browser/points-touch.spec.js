// Points under a finger, by Chromium's own protocol: which touches scroll the page is part of what is tested.
import { expect } from '@playwright/test';
import { Figure, open, tag, test } from './figure.js';
import { aimed, at, data, edit, ground, points, XOR } from './points-page.js';

test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium can be told to touch');
test.use({ hasTouch: true, isMobile: true, viewport: { width: 400, height: 900 } });

/** @typedef {[x: number, y: number]} Place */

const MOVES = 12;

/** A figure in the mode, on a page that scrolls. @param {import('@playwright/test').Page} page @param {object} [settings] */
async function scrollable(page, settings = {}) {
  await open(page, `${tag({ seed: 42, ...settings })}<div style="height: 3000px"></div>`);
  const figure = new Figure(page);
  await figure.ready();
  await edit(figure);
  await ground(figure).scrollIntoViewIfNeeded();
  return figure;
}

/** A finger comes down; it moves, or rests, and goes up when it is told. @param {Figure} figure @param {Place} from */
async function finger({ page }, from) {
  const session = await page.context().newCDPSession(page);
  const send = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {Place[]} */ ...places) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(([x, y], id) => ({ x, y, id })) });
  await send('touchStart', from);
  return {
    async move(/** @type {Place} */ to) {
      for (let i = 1; i <= MOVES; i++)
        await send('touchMove', [from[0] + ((to[0] - from[0]) * i) / MOVES, from[1] + ((to[1] - from[1]) * i) / MOVES]);
    },
    up: () => send('touchEnd'),
  };
}

const scrolled = (/** @type {Figure} */ { page }) => page.evaluate(() => scrollY);

test('a tap on the ground adds a point, one on a point flips it', async ({ page }) => {
  const figure = await scrollable(page);
  await page.touchscreen.tap(...(await at(figure, 0.5, 0.5)));
  await expect.poll(async () => aimed(await data(figure))).toEqual([...XOR, [0.5, 0.5, 1]]);
  const [x, y] = await at(figure, 1, 1);
  // Within 40 px of a finger's target.
  await page.touchscreen.tap(x + 15, y - 10);
  await expect.poll(async () => (await data(figure))[3]).toEqual([1, 1, 1]);
});

test('a finger drags a point, and the page stays', async ({ page }) => {
  const figure = await scrollable(page);
  const before = await scrolled(figure);
  const { move, up } = await finger(figure, await at(figure, 1, 1));
  await move(await at(figure, 0.8, 0.2));
  expect(await data(figure)).toEqual(XOR);
  await up();
  await expect.poll(async () => aimed(await data(figure))[3]).toEqual([0.8, 0.2, 0]);
  expect(await scrolled(figure)).toBe(before);
});

test('a swipe from the ground scrolls the page, and adds nothing', async ({ page }) => {
  const figure = await scrollable(page);
  const [x, y] = await at(figure, 0.5, 0.5);
  const before = await scrolled(figure);
  const { move, up } = await finger(figure, [x, y]);
  await move([x + 2, y - 150]);
  await up();
  await expect.poll(() => scrolled(figure)).toBeGreaterThan(before + 80);
  expect(await data(figure)).toEqual(XOR);
});

test('a finger that rests on a point deletes it', async ({ page }) => {
  const figure = await scrollable(page);
  const { up } = await finger(figure, await at(figure, 0, 1));
  await expect(points(figure)).toHaveCount(3);
  await up();
  await figure.drawn();
  expect(await data(figure)).toEqual([XOR[0], XOR[2], XOR[3]]);
});

test('two fingers enlarge the page and change no point', async ({ page }) => {
  const figure = await scrollable(page);
  const session = await page.context().newCDPSession(page);
  const [x, y] = await at(figure, 0.5, 0.5);
  for (let i = 0; i <= MOVES; i++) {
    const touchPoints = [-1, 1].map((side, id) => ({ x: x + side * (10 + 6 * i), y, id }));
    await session.send('Input.dispatchTouchEvent', { type: i ? 'touchMove' : 'touchStart', touchPoints });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeGreaterThan(1.2);
  expect(await data(figure)).toEqual(XOR);
});

test('what a finger presses is 40 px large, and of many points 24', async ({ page }) => {
  const figure = await scrollable(page);
  const sizes = async () => {
    const boxes = await points(figure).evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    return [...new Set(boxes.map(({ width, height }) => `${width} ${height}`))];
  };
  expect(await sizes()).toEqual(['40 40']);
  for (const tool of await figure.locator.locator('.tools :is(button, .segmented label)').all()) {
    const { width, height } = /** @type {any} */ (await tool.boundingBox());
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(40);
  }
  await figure.set({ data: Array.from({ length: 40 }, (_, i) => [i % 7, i % 5, i % 2]) });
  await expect(points(figure)).toHaveCount(40);
  expect(await sizes()).toEqual(['24 24']);
});
