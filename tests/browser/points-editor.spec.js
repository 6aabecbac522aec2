// What the editor of points keeps while it is open: the focus, its message, what is held out, and the settings of the data.
import { expect } from '@playwright/test';
import { button, en, Figure, test } from './figure.js';
import { at, data, edit, edited, ground, points, said, words, XOR } from './points-page.js';

test.use({ viewport: { width: 1000, height: 1100 } });

test('after the last step is taken back the keys still reach the editor', async ({ page }) => {
  const figure = await edited(page);
  await page.mouse.click(...(await at(figure, 0.5, 0.5)));
  await button(figure, words.undo).click();
  await expect(button(figure, words.undo)).toBeDisabled();
  await expect(button(figure, words.undo)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ground(figure)).toHaveCount(0);
});

test('where the point in focus is taken back, the focus goes to another', async ({ page }) => {
  const figure = await edited(page);
  await page.mouse.click(...(await at(figure, 0.5, 0.5)));
  await page.mouse.click(...(await at(figure, 0.3, 0.8)));
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await data(figure)).toEqual(XOR);
  await expect(points(figure).nth(3)).toBeFocused();
});

test('Ctrl and Z undo with Caps Lock too, and not with Shift', async ({ page }) => {
  const figure = await edited(page);
  await page.mouse.click(...(await at(figure, 0.5, 0.5)));
  const added = await data(figure);
  const press = (/** @type {KeyboardEventInit} */ init) =>
    points(figure)
      .first()
      .dispatchEvent('keydown', { ctrlKey: true, bubbles: true, ...init });
  // With Caps Lock, Shift makes it small.
  for (const key of ['z', 'Z']) await press({ key, shiftKey: true });
  expect(await data(figure)).toEqual(added);
  await press({ key: 'Z' });
  expect(await data(figure)).toEqual(XOR);
});

test('data that change by another way are told in place of what was done', async ({ page }) => {
  const figure = await edited(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Delete');
  await expect(said(figure)).toHaveText(`${words.deleted(words.at('0', '0'))} · ${words.count('3')}`);
  await figure.drawn();
  await expect(said(figure)).toContainText(words.count('3'));
  await figure.locator.getByLabel(en.options.data, { exact: true }).selectOption('and');
  await expect(said(figure)).toHaveText(words.count('4'));
  await button(figure, words.clear).click();
  await expect(said(figure)).toHaveText(words.empty);
  await figure.set({ data: 'or' });
  await expect(said(figure)).toHaveText(words.count('4'));
});

for (const count of [5, 60]) {
  test(`of ${count} points those that are held out are hollow in the editor`, async ({ page }) => {
    const rows = Array.from({ length: count }, (_, i) => [i, i % 3, i % 2]);
    const figure = await edited(page, { data: JSON.stringify(rows), testShare: 0.4 });
    const hollow = figure.locator.locator('.editor .hollow');
    await expect(hollow).toHaveCount(0.4 * count);
    await expect(hollow.first()).toHaveAccessibleName(new RegExp(en.heldOut));
    const look = await hollow.first().evaluate((point) => {
      const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(point);
      return { borderTopColor, borderTopWidth: parseFloat(borderTopWidth), backgroundColor };
    });
    expect(look.borderTopWidth).toBeGreaterThan(0);
    expect(look.borderTopColor).not.toBe('rgba(0, 0, 0, 0)');
    expect(look.backgroundColor).toBe('rgb(255, 255, 255)');
    // A point more: others may be held out.
    await page.keyboard.press('Enter');
    await expect(points(figure)).toHaveCount(count + 1);
    await expect(hollow).toHaveCount(Math.ceil(0.4 * (count + 1)));
  });
}

test('a cloud that is edited leaves its settings; Undo and Back find them', async ({ page }) => {
  await page.goto('embed.html?data=moons&points=60&noise=0.3&seed=42&autoplay=false');
  const figure = new Figure(page);
  await figure.ready();
  const cloud = async () => [await figure.get('data'), await figure.get('points'), await figure.get('noise')];
  const address = (/** @type {string} */ name) => new URL(page.url()).searchParams.get(name);
  await edit(figure);
  const entries = await page.evaluate(() => history.length);
  await page.keyboard.press('Enter');
  await expect.poll(() => address('data')).toContain('[');
  expect(address('points')).toBeNull();
  expect(address('noise')).toBeNull();
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  await expect(points(figure)).toHaveCount(61);
  await button(figure, words.undo).click();
  expect(await cloud()).toEqual(['moons', 60, 0.3]);
  await expect.poll(() => address('noise')).toBe('0.3');
  expect(await page.evaluate(() => history.length)).toBe(entries + 2);
  await expect(points(figure)).toHaveCount(60);
  await page.goBack();
  await expect(points(figure)).toHaveCount(61);
  await page.goBack();
  await expect.poll(cloud).toEqual(['moons', 60, 0.3]);
  await expect(points(figure)).toHaveCount(60);
});

test('while a point is held, all that is shown is of the run at hand', async ({ page }) => {
  const figure = await edited(page, { epochs: 1e9 });
  await figure.step(500);
  const shown = () =>
    figure.locator
      .locator('[part=curve], .loss .now, [part=contour], [part=status], .boundary .axis')
      .evaluateAll((parts) => parts.map((part) => part.outerHTML));
  await page.mouse.move(...(await at(figure, 1, 1)));
  const before = await shown();
  await page.mouse.down();
  await page.mouse.move(...(await at(figure, 0.8, 0.3)), { steps: 6 });
  await figure.drawn();
  await expect(said(figure)).toContainText(words.at('0.8', '').slice(0, 4));
  expect(await shown()).toEqual(before);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(said(figure)).toHaveText(words.count('4'));
});

for (const width of [1280, 1000]) {
  test(`at ${width} px the buttons are one row, and a message of two lines pushes nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1100 });
    await page.goto('embed.html?seed=42&autoplay=false');
    const figure = new Figure(page);
    await figure.ready();
    await edit(figure);
    const row = figure.locator.locator('.tools > .row');
    const { height } = /** @type {any} */ (await button(figure, words.done).boundingBox());
    expect((await row.boundingBox())?.height).toBeLessThan(2 * height);
    // On the page, which may scroll.
    const place = () =>
      figure.locator.locator('.tools > small').evaluate((hint) => hint.getBoundingClientRect().top + scrollY);
    const before = await place();
    await button(figure, words.clear).click();
    await expect(said(figure)).toHaveText(words.empty);
    expect(await place()).toBeCloseTo(before, 0);
  });
}
