// Own points on the plane: added, moved, flipped and deleted by mouse and keys; taken back; a thousand.
import { expect } from '@playwright/test';
import { ASKED, NOT_ASKED, violations } from './axe.js';
import { button, en, Figure, ko, open, tag, test } from './figure.js';
import { aimed, at, data, edit, edited, ground, points, said, words, XOR } from './points-page.js';

test.use({ viewport: { width: 1000, height: 1100 } });

test('a click adds a point of the label that is chosen, with Shift of the other', async ({ page }) => {
  const figure = await edited(page);
  await page.mouse.click(...(await at(figure, 0.5, 0.5)));
  expect(aimed(await data(figure))).toEqual([...XOR, [0.5, 0.5, 1]]);
  await expect(said(figure)).toContainText(words.added(words.at('0.5', '0.5'), 1));
  // A reader who asks for another run wants to see it.
  expect(await figure.get('playing')).toBe(true);
  await figure.locator.locator('.tools label').filter({ hasText: '0' }).click();
  await page.mouse.click(...(await at(figure, 0.3, 0.8)));
  await page.keyboard.down('Shift');
  await page.mouse.click(...(await at(figure, 0.8, 0.3)));
  await page.keyboard.up('Shift');
  expect(aimed(await data(figure))).toEqual([...XOR, [0.5, 0.5, 1], [0.3, 0.8, 0], [0.8, 0.3, 1]]);
});

test('a click on a point flips it, a double click deletes it', async ({ page }) => {
  const figure = await edited(page);
  await page.mouse.click(...(await at(figure, 1, 1)));
  expect(await data(figure)).toEqual([...XOR.slice(0, 3), [1, 1, 1]]);
  await page.mouse.dblclick(...(await at(figure, 0, 1)));
  expect(await data(figure)).toEqual([
    [0, 0, 0],
    [1, 0, 1],
    [1, 1, 1],
  ]);
  // With the label that it had before the first click.
  await button(figure, words.undo).click();
  expect(await data(figure)).toEqual([...XOR.slice(0, 3), [1, 1, 1]]);
});

test('a double click on the ground adds one point', async ({ page }) => {
  const figure = await edited(page);
  await page.mouse.dblclick(...(await at(figure, 0.5, 0.5)));
  expect(aimed(await data(figure))).toEqual([...XOR, [0.5, 0.5, 1]]);
});

test('a point is dragged on a plane that stands still, and the run begins anew where it is dropped', async ({
  page,
}) => {
  const figure = await edited(page, { epochs: 1e9 });
  await figure.step(500);
  const ticks = () => figure.locator.locator('.boundary .axis text').allTextContents();
  const before = await ticks();
  await page.mouse.move(...(await at(figure, 1, 1)));
  await page.mouse.down();
  await page.mouse.move(...(await at(figure, 1.2, 1.2)), { steps: 4 });
  await page.mouse.move(...(await at(figure, 1.35, 1.35)), { steps: 4 });
  expect(await ticks()).toEqual(before);
  expect(await data(figure)).toEqual(XOR);
  expect(await figure.get('epoch')).toBe(500);
  await page.mouse.up();
  expect(aimed(await data(figure))).toEqual([...XOR.slice(0, 3), [1.35, 1.35, 0]]);
  expect(await ticks()).not.toEqual(before);
  expect(await figure.get('playing')).toBe(true);
});

test('Escape lets a point go back, and then ends the mode', async ({ page }) => {
  const figure = await edited(page);
  const { width } = /** @type {any} */ (await points(figure).first().boundingBox());
  await page.mouse.move(...(await at(figure, 1, 1)));
  await page.mouse.down();
  await page.mouse.move(...(await at(figure, 0.4, 0.6)), { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await data(figure)).toEqual(XOR);
  const { x } = /** @type {any} */ (await points(figure).nth(3).boundingBox());
  expect(x + width / 2).toBeCloseTo((await at(figure, 1, 1))[0], 0);
  await page.keyboard.press('Escape');
  await expect(ground(figure)).toHaveCount(0);
  await expect(button(figure, en.editPoints)).toBeFocused();
  // Outside of it the plane is read, and a point is flipped as ever.
  const probe = figure.locator.getByRole('application', { name: en.probe });
  await probe.click({ position: { x: 30, y: 40 } });
  expect(await data(figure)).toEqual(XOR);
  await button(figure, en.flip('1', '1', 0)).click();
  await figure.drawn();
  expect(await figure.get('data')).toBe('0111');
});

test('keys add, move, flip and delete, and every change is told', async ({ page }) => {
  const figure = await edited(page);
  for (const key of ['ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
  await expect(said(figure)).toHaveText(words.at('0.51', '0.69'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Insert');
  const added = [
    [0.51, 0.69, 1],
    [0.41, 0.69, 0],
    [0.4, 0.69, 1],
    [0.39, 0.69, 1],
  ];
  expect(await data(figure)).toEqual([...XOR, ...added]);
  await expect(said(figure)).toHaveText(`${words.added(words.at('0.39', '0.69'), 1)} · ${words.count('8')}`);

  // One point at a time is reached by Tab; from it the others.
  await page.keyboard.press('Tab');
  await expect(points(figure).nth(0)).toBeFocused();
  await page.keyboard.press('End');
  await expect(points(figure).nth(7)).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(points(figure).nth(6)).toBeFocused();
  await expect(points(figure).nth(6)).toHaveAccessibleName(words.point('0.4', '0.69', 1, '7', '8'));
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect((await data(figure))[6]).toEqual([0.41, 0.59, 1]);
  await expect(said(figure)).toContainText(words.moved(words.at('0.41', '0.59')));
  await page.keyboard.press(' ');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect((await data(figure))[6]).toEqual([0.41, 0.59, 0]);
  await expect(said(figure)).toContainText(words.flipped(words.at('0.41', '0.59'), 0));
  await page.keyboard.press('Delete');
  await expect(said(figure)).toContainText(words.deleted(words.at('0.41', '0.59')));
  await page.keyboard.press('Backspace');
  expect(await data(figure)).toEqual([...XOR, ...added.slice(0, 2)]);
  await expect(points(figure).nth(5)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(points(figure).nth(5)).not.toBeFocused();
});

test('a key that is held moves a point once for Back and Undo', async ({ page }) => {
  const figure = await edited(page);
  await page.keyboard.press('Tab');
  for (let i = 0; i < 5; i++) await page.keyboard.down('ArrowRight');
  expect(await data(figure)).toEqual(XOR);
  await page.keyboard.up('ArrowRight');
  expect(await data(figure)).toEqual([[0.05, 0, 0], ...XOR.slice(1)]);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await figure.get('data')).toBe('xor');
  await expect(button(figure, words.undo)).toBeDisabled();
});

test('all can be cleared, and taken back', async ({ page }) => {
  const figure = await edited(page);
  await button(figure, words.clear).click();
  await expect(points(figure)).toHaveCount(0);
  await expect(said(figure)).toHaveText(words.empty);
  // A network needs something to learn.
  expect(await data(figure)).toEqual(XOR);
  await page.mouse.click(...(await at(figure, 0.5, 0.5)));
  expect(aimed(await data(figure))).toEqual([[0.5, 0.5, 1]]);
  await page.keyboard.press('Delete');
  await expect(points(figure)).toHaveCount(0);
  await expect(ground(figure)).toBeFocused();
  for (let i = 0; i < 3; i++) await button(figure, words.undo).click();
  await expect(points(figure)).toHaveCount(4);
  expect(await data(figure)).toEqual(XOR);
});

test('what is changed elsewhere is taken back in its turn', async ({ page }) => {
  const figure = await edited(page);
  await page.mouse.click(...(await at(figure, 0.5, 0.5)));
  const five = await data(figure);
  await figure.set({ data: 'and' });
  await figure.drawn();
  await expect(points(figure)).toHaveCount(4);
  await button(figure, words.undo).click();
  expect(await data(figure)).toEqual(five);
  await button(figure, words.undo).click();
  expect(await figure.get('data')).toBe('xor');
  await expect(button(figure, words.undo)).toBeDisabled();
});

test('a cloud of another seed is taken back to its seed', async ({ page }) => {
  const figure = await edited(page, { data: 'moons', points: 10 });
  const places = () => points(figure).evaluateAll((all) => all.map((point) => point.style.cssText.replaceAll(' ', '')));
  const before = await places();
  await figure.set({ seed: 7 });
  await figure.drawn();
  expect(await places()).not.toEqual(before);
  await button(figure, words.undo).click();
  await figure.drawn();
  expect(await places()).toEqual(before);
  expect([await figure.get('data'), await figure.get('seed')]).toEqual(['moons', 42]);
  await expect(button(figure, words.undo)).toBeDisabled();
});

test('a point is held while the run goes on; what is changed elsewhere takes it away', async ({ page }) => {
  const figure = await edited(page, { epochs: 1e9 });
  await figure.call('play');
  await page.mouse.move(...(await at(figure, 1, 1)));
  await page.mouse.down();
  const hand = await at(figure, 0.8, 0.6);
  await page.mouse.move(...hand, { steps: 4 });
  const middles = () =>
    points(figure).evaluateAll((all) =>
      all.map((point) => {
        const { x, y, width, height } = point.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      }),
    );
  const held = await middles();
  expect(Math.hypot(held[3][0] - hand[0], held[3][1] - hand[1])).toBeLessThan(1);
  await figure.passes(await figure.get('epoch'));
  expect(await middles()).toEqual(held);
  await figure.set({ data: 'or' });
  await figure.drawn();
  await page.mouse.move(...(await at(figure, 0.2, 0.2)), { steps: 4 });
  await page.mouse.up();
  expect(await figure.get('data')).toBe('or');
  await button(figure, words.undo).click();
  expect(await figure.get('data')).toBe('xor');
});

test('Back takes one gesture back, and the address holds the points', async ({ page }) => {
  await page.goto('embed.html?seed=42&autoplay=false');
  const figure = new Figure(page);
  await figure.ready();
  await edit(figure);
  const entries = await page.evaluate(() => history.length);
  // At once, one after the other.
  await page.mouse.click(...(await at(figure, 0.5, 0.5)));
  await page.mouse.click(...(await at(figure, 0.5, 0.8)));
  await page.mouse.move(...(await at(figure, 1, 1)));
  await page.mouse.down();
  await page.mouse.move(...(await at(figure, 0.8, 0.3)), { steps: 6 });
  await page.mouse.up();
  const all = await figure.get('data');
  await expect.poll(() => new URL(page.url()).searchParams.get('data')).toBe(all);
  expect(await page.evaluate(() => history.length)).toBe(entries + 3);
  await page.goBack();
  await expect.poll(async () => aimed(await data(figure))).toEqual([...XOR, [0.5, 0.5, 1], [0.5, 0.8, 1]]);
  await expect(points(figure)).toHaveCount(6);
  await page.goBack();
  await expect(points(figure)).toHaveCount(5);
  await page.goBack();
  await expect.poll(() => data(figure)).toEqual(XOR);
  await page.goForward();
  await expect(points(figure)).toHaveCount(5);
});

/** As many points as there can be. @param {import('@playwright/test').Page} page */
async function most(page) {
  const limit = await page.evaluate(async () => (await import(String('/figure/attributes.js'))).MAX_POINTS);
  return Array.from({ length: limit }, (_, i) => [Math.cos(i), Math.sin(i), i % 2]);
}

test('as many points as there can be are edited like four', async ({ page }) => {
  const figure = await edited(page);
  const rows = await most(page);
  await figure.set({ data: rows });
  await expect(points(figure)).toHaveCount(rows.length);
  await page.mouse.click(...(await at(figure, 0, 0, [-1.8, 1.8])));
  await expect(said(figure)).toHaveText(words.full(rows.length.toLocaleString('en')));
  expect(await data(figure)).toEqual(rows);
  await page.mouse.move(...(await at(figure, 1, 0, [-1.8, 1.8])));
  await page.mouse.down();
  await page.mouse.move(...(await at(figure, 0, 0, [-1.8, 1.8])), { steps: 5 });
  await page.mouse.up();
  const moved = await data(figure);
  expect(moved.filter((row, i) => String(row) !== String(rows[i])).length).toBe(1);
  expect(moved.length).toBe(rows.length);
});

test('an address that servers refuse is none: Back and a reload find the points all the same', async ({ page }) => {
  await page.goto('embed.html?seed=42&autoplay=false');
  const figure = new Figure(page);
  await figure.ready();
  const rows = await most(page);
  await figure.set({ data: rows });
  const kept = () => page.evaluate(() => history.state?.kept?.data);
  await expect.poll(kept).toBe(JSON.stringify(rows));
  expect(page.url().length).toBeLessThan(8000);
  await figure.set({ data: 'or' });
  await expect.poll(() => new URL(page.url()).searchParams.get('data')).toBe('or');
  expect(await kept()).toBeUndefined();
  await page.goBack();
  await expect.poll(() => data(figure)).toEqual(rows);
  await page.reload();
  const reloaded = new Figure(page);
  await reloaded.ready();
  expect(await data(reloaded)).toEqual(rows);
  // Nor is such a link handed out.
  await button(reloaded, en.embed).click();
  const dialog = reloaded.locator.locator('dialog');
  await expect(dialog.getByRole('button', { name: 'CSV' })).toBeVisible();
  await expect(dialog.getByRole('radio', { name: en.link })).toBeHidden();
  await expect(dialog.getByText(en.tooLong)).toBeVisible();
  expect(await dialog.getByRole('textbox').inputValue()).toContain(JSON.stringify(rows));
});

test('a deck of slides hears no key and no drag of it', async ({ page }) => {
  const figure = await edited(page);
  await page.evaluate(() => {
    /** @type {string[]} */
    const deck = [];
    Object.assign(globalThis, { deck });
    for (const type of ['keydown', 'keypress', 'keyup', 'pointerdown', 'pointermove', 'mousedown', 'mousemove'])
      document.addEventListener(type, (event) => void (/** @type {any} */ (event).buttons === 0 || deck.push(type)));
  });
  const heard = () => page.evaluate(() => /** @type {any} */ (globalThis).deck);
  await page.mouse.move(...(await at(figure, 1, 0)));
  await page.mouse.down();
  await page.mouse.move(...(await at(figure, 0.4, 0.6)), { steps: 4 });
  await page.mouse.up();
  for (const key of ['ArrowRight', 'PageDown', ' ', 'Delete', '+', 'Home']) await page.keyboard.press(key);
  expect(await heard()).toEqual([]);
  await page.keyboard.press('Tab');
  expect(await heard()).toContain('keydown');
});

test('without the boundary there is nothing to edit on', async ({ page }) => {
  const figure = await edited(page);
  await page.keyboard.press('Escape');
  await figure.set({ views: 'loss table' });
  await figure.drawn();
  await expect(button(figure, en.editPoints)).toBeHidden();
});

test('axe minds nothing in the mode, of few points and of many, in a narrow column too', async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== ASKED, NOT_ASKED);
  await page.setViewportSize({ width: 320, height: 900 });
  const main = '<style>body { margin: 0 } main { padding: 8px }</style><main><h1>A figure</h1>';
  await open(page, `${main}${tag({ seed: 42 })}</main>`);
  const figure = new Figure(page);
  await figure.ready();
  await edit(figure);
  for (const summary of await figure.locator.locator('.tools summary').all()) await summary.click();
  for (const rows of [XOR, (await most(page)).slice(0, 60)]) {
    await figure.set({ data: rows });
    await expect(points(figure)).toHaveCount(rows.length);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test('in Korean', async ({ page }) => {
  await open(page, tag({ seed: 42 }), { lang: 'ko' });
  const figure = new Figure(page);
  await figure.ready();
  await figure.locator.locator('.more').last().click();
  await button(figure, ko.editPoints).click();
  const { editor } = ko;
  await expect(figure.locator.getByRole('application', { name: editor.plane })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(figure)).toHaveText(`${editor.added(editor.at('0.5', '0.5'), 1)} · ${editor.count('5')}`);
});

test('one gesture may follow another before a frame was drawn', async ({ page }) => {
  const figure = await edited(page);
  const moved = await figure.evaluate(async (/** @type {any} */ host) => {
    const point = host.shadowRoot.querySelector('.editor button');
    point.focus();
    const key = (/** @type {string} */ type, /** @type {string} */ key) =>
      point.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true }));
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    key('keydown', 'ArrowRight');
    key('keyup', 'ArrowRight');
    key('keydown', 'ArrowUp');
    await frames();
    key('keyup', 'ArrowUp');
    await frames();
    return JSON.parse(host.data)[0];
  });
  expect(moved).toEqual([0.01, 0.01, 0]);
  // Each is taken back alone.
  await button(figure, words.undo).click();
  await expect.poll(async () => (await data(figure))[0]).toEqual([0.01, 0, 0]);
  await button(figure, words.undo).click();
  await expect.poll(() => figure.get('data')).toBe('xor');
});
