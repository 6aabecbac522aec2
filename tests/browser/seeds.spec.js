// Many starts side by side: the counts, the pictures and what one does with them.
import { expect } from '@playwright/test';
import { ASKED, violations } from './axe.js';
import { en, Figure, figureWith, ko, test } from './figure.js';
import { comesToRest, countFrames } from './frames.js';

const QUICK = { seed: 0, views: 'seeds', starts: 30, activation: 'tanh', epochs: 5000 };

/** @param {Figure} figure */
const cells = (figure) => figure.locator.locator('.pictures button');

/** Until all starts are through. @param {Figure} figure */
async function finished(figure) {
  await expect(figure.locator.locator('progress')).toBeHidden({ timeout: 60_000 });
}

/** The rows of the table. @param {Figure} figure */
function counts(figure) {
  return figure.locator
    .locator('.counts tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}

/** What single runs of these seeds come to. @param {Figure} figure @param {number} starts */
function single(figure, starts) {
  return figure.evaluate(async (/** @type {any} */ host, starts) => {
    const core = '/wasm.js';
    const { Trainer } = await (await import(core)).load();
    const { activation, epochs } = host;
    const outcomes = [];
    for (let seed = 0; seed < starts; seed++) {
      const trainer = new Trainer({ activation, epochs, seed });
      trainer.seek(epochs);
      outcomes.push(trainer.outcome);
      trainer.free();
    }
    return outcomes;
  }, starts);
}

test('153 of 200 starts solve within 100,000 epochs', async ({ page }) => {
  const figure = await figureWith(page, { seed: 0, views: 'seeds' });
  await finished(figure);
  const [solved, ...others] = await counts(figure);
  expect(solved).toEqual(['solved', '153', '76.5 %', '70.2–81.8 %']);
  expect(others.map(([name, count]) => [name, count])).toEqual([
    ['stuck at loss 0.3468two points alike', '9'],
    ['on the plateau', '37'],
    ['still training', '1'],
  ]);
  await expect(figure.locator.getByRole('status').last()).toBeAttached();
  await expect(figure.locator.locator('.sweep')).toContainText(en.seeds.solved('153', '200', '100,000'));
});

test('the curves are of the present settings, also where all starts are trained within a frame', async ({ page }) => {
  const figure = await figureWith(page, { seed: 0, views: 'seeds', starts: 2, epochs: 30 });
  await finished(figure);
  const epochs = figure.locator.locator('.results .axis.bottom');
  await expect(epochs).toHaveText('0102030');
  await figure.set({ epochs: 60 });
  await expect(figure.locator.locator('.sweep')).toContainText(en.seeds.solved('0', '2', '60'));
  await expect(epochs).toHaveText('0204060');
});

test('on a phone a short table leaves no gap, and nothing below it moves', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const figure = await figureWith(page, { ...QUICK, init: 'zero', epochs: 200 });
  const ends = () =>
    figure.evaluate((host) =>
      ['.results', '.counts table'].map((part) => host.shadowRoot?.querySelector(part)?.getBoundingClientRect().bottom),
    );
  const [before] = await ends();
  await finished(figure);
  expect((await counts(figure)).length).toBe(1);
  const [after, table] = await ends();
  expect(after).toBe(before);
  expect(table).toBeCloseTo(Number(after), 0);
});

for (const lang of ['en', 'ko']) {
  test(`the counts stay within the figure, ${lang}`, async ({ page }) => {
    const figure = await figureWith(page, { ...QUICK, data: 'or', starts: 200, epochs: 2000 }, { lang });
    await finished(figure);
    // The longest interval.
    expect((await counts(figure))[0]).toContain('98.1–100.0 %');
    for (const [width, font] of [320, 360, 375, 400, 616, 640, 700, 768].flatMap((width) => [
      [width, 16],
      [width, 22],
      [width, 32],
    ])) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((font) => (document.body.style.fontSize = `${font}px`), font);
      const [inner, outer] = await figure.evaluate((host) =>
        ['.counts table', '.figure'].map((part) => host.shadowRoot?.querySelector(part)?.getBoundingClientRect().right),
      );
      expect(inner, `${width} px, text of ${font} px`).toBeLessThanOrEqual(Number(outer) + 0.5);
    }
  });
}

test('to open them raises no error in the page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const figure = await figureWith(page, { seed: 0, starts: 30, epochs: 200 });
  await page.evaluate(() => {
    Object.assign(globalThis, { errors: [] });
    addEventListener('error', ({ message }) => /** @type {any} */ (globalThis).errors.push(message));
  });
  await figure.locator.getByRole('button', { name: en.starts('30') }).click();
  await finished(figure);
  // Nor does another width.
  await page.setViewportSize({ width: 500, height: 900 });
  await figure.drawn();
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).errors)).toEqual([]);
  expect(
    await cells(figure)
      .first()
      .evaluate((cell) => cell.clientWidth),
  ).toBeLessThan(40);
});

test('the heading of the curves is clear of the buttons above it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const figure = await figureWith(page, { ...QUICK, starts: 200, epochs: 1e6 });
  const cancel = figure.locator.getByRole('button', { name: en.seeds.cancel });
  await expect(cancel).toBeVisible();
  const heading = figure.locator.getByText(en.seeds.solvedWhen);
  const [above, below] = await Promise.all([cancel, heading].map((part) => part.boundingBox()));
  expect(Number(above?.y) + Number(above?.height)).toBeLessThanOrEqual(Number(below?.y));
  await cancel.click();
});

test('every picture is framed and named as its run came out', async ({ page }) => {
  const figure = await figureWith(page, QUICK);
  await finished(figure);
  const outcomes = await single(figure, 30);
  await figure.locator.getByText(en.seeds.orders.seed).click();
  await page.mouse.move(0, 0);
  await expect.poll(() => cells(figure).evaluateAll((all) => all.map((cell) => cell.className))).toEqual(outcomes);
  const names = await cells(figure).evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')));
  names.forEach((name, seed) => expect(name).toMatch(new RegExp(`^seed ${seed}, `)));
  expect(names.filter((name) => /solved at epoch [\d,]+$/.test(String(name))).length).toBe(
    outcomes.filter((outcome) => outcome === 'solved').length,
  );
});

test('starts from zeros are all the same, and their share has no interval', async ({ page }) => {
  const settings = { init: 'zero', seed: 0, starts: 10, epochs: 100, views: 'seeds' };
  const figure = await figureWith(page, settings);
  const row = figure.locator.locator('.results tbody tr');
  await expect(row).toHaveText(/stuck at loss 0\.6931every start is the same10100\.0 %–$/);
  // The data of each seed differ.
  await figure.set({ data: 'moons', points: 20 });
  await expect(row.last()).toHaveText(/\d–\d+\.\d %$/);
  await expect(row.last()).not.toContainText('the same');
});

test('beside many starts alone, with no button, nothing is said of a run that nobody trains', async ({ page }) => {
  const figure = await figureWith(page, { ...QUICK, views: 'seeds', controls: 'none' });
  const status = figure.locator.locator('.status');
  await expect(status).toBeHidden();
  for (const [name, value] of [['views', 'table seeds'], ['views', 'seeds'], ['controls', 'play']]) {
    await figure.attribute(name, value);
    await figure.drawn();
    expect(await status.isVisible(), `${name} ${value}`).toBe(value !== 'seeds');
  }
}); // prettier-ignore

test('a start that is stuck is named by its own loss', async ({ page }) => {
  const figure = await figureWith(page, { ...QUICK, deviation: 1, epochs: 3000 });
  await finished(figure);
  const names = await cells(figure).evaluateAll((all) => all.map((cell) => String(cell.getAttribute('aria-label'))));
  const losses = await figure.evaluate(async () => {
    const core = '/wasm.js';
    const { Trainer } = await (await import(core)).load();
    return Array.from({ length: 30 }, (_, seed) => {
      const trainer = new Trainer({ activation: 'tanh', deviation: 1, seed });
      trainer.seek(3000);
      const { loss } = trainer;
      trainer.free();
      return loss.toPrecision(4);
    });
  });
  const found = names.flatMap((name) => {
    const [, seed, loss] = name.match(/^seed (\d+), stuck at loss (.*)$/) ?? [];
    return seed ? [{ seed: Number(seed), loss }] : [];
  });
  for (const { seed, loss } of found) expect(loss).toBe(losses[seed]);
  expect(new Set(found.map(({ loss }) => loss)).size).toBeGreaterThan(1);
});

test('starts that a reason keeps on the plateau are stuck, as each alone says', async ({ page }) => {
  const figure = await figureWith(page, { ...QUICK, init: 'zero', epochs: 200, views: 'table seeds' });
  await finished(figure);
  expect((await counts(figure)).map(([name, count]) => [name, count])).toEqual([
    [`stuck at loss 0.6931${en.seeds.same}`, '30'],
  ]);
  await expect(cells(figure).first()).toHaveAccessibleName(en.seeds.start('0', en.seeds.stuckAt('0.6931')));
  await figure.call('seek', 200);
  expect(await figure.get('outcome')).toBe('plateau');
  await expect(figure.locator.locator('.story')).toContainText('stuck: the gradient is exactly 0');
});

test('each picture is that of the boundary of its start', async ({ page }) => {
  const figure = await figureWith(page, QUICK);
  await finished(figure);
  await comesToPaint(figure);
  const differing = await figure.evaluate(async (/** @type {any} */ host) => {
    const core = '/wasm.js';
    const { Trainer } = await (await import(core)).load();
    const grid = host.shadowRoot.querySelector('.pictures');
    const context = grid.querySelector('canvas').getContext('2d');
    const columns = Number(getComputedStyle(grid).getPropertyValue('--columns'));
    const size = context.canvas.width / columns;
    const own = document.createElement('canvas').getContext('2d');
    const palette = Uint32Array.from({ length: 256 }, (_, i) => (i < 128 ? 0xff0000ff : 0xffff0000));
    return [...grid.querySelectorAll('button')].flatMap((cell, i) => {
      const seed = Number(cell.getAttribute('aria-label').match(/\d+/)[0]);
      const trainer = new Trainer({ activation: host.activation, seed });
      trainer.seek(host.epochs);
      trainer.paint(own, 16, palette);
      trainer.free();
      const ink = (/** @type {any} */ from, /** @type {number} */ x, /** @type {number} */ y) => {
        const [red, , blue, alpha] = from.getImageData(x, y, 1, 1).data;
        return alpha < 50 ? 0 : Math.sign(red - blue);
      };
      // Near enough to a corner to be far from any boundary through the middle.
      const corners = [0.2, 0.8].flatMap((x) => [0.2, 0.8].map((y) => [x, y]));
      const same = corners.every(([x, y]) => {
        const found = ink(
          context,
          Math.floor(((i % columns) + x) * size),
          Math.floor((Math.floor(i / columns) + y) * size),
        );
        return found === 0 || found === ink(own, Math.floor(16 * x), Math.floor(16 * y));
      });
      const isPainted = corners.some(([x, y]) => ink(context, Math.floor(((i % columns) + x) * size), Math.floor((Math.floor(i / columns) + y) * size)) !== 0); // prettier-ignore
      return same && (isPainted || cell.className !== 'solved') ? [] : [seed];
    });
  });
  expect(differing).toEqual([]);
});

test('a press makes the figure that run, and the starts stay', async ({ page }) => {
  const figure = await figureWith(page, { ...QUICK, views: 'boundary seeds' });
  await finished(figure);
  const before = await counts(figure);
  const cell = cells(figure).nth(7);
  const seed = Number((await cell.getAttribute('aria-label'))?.match(/\d+/)?.[0]);
  await cell.click();
  await expect
    .poll(() => figure.evaluate((/** @type {any} */ host) => [host.seed, host.playing]))
    .toEqual([seed, true]);
  await expect(cell).toHaveAttribute('aria-current', 'true');
  await expect(figure.locator.locator('[aria-current]')).toHaveCount(1);
  await expect(figure.locator.locator('progress')).toBeHidden();
  expect(await counts(figure)).toEqual(before);
});

test('the keyboard: one stop, arrows within, Enter', async ({ page }) => {
  const figure = await figureWith(page, QUICK);
  await finished(figure);
  await expect(figure.locator.locator('.pictures button[tabindex="0"]')).toHaveCount(1);
  await cells(figure).first().focus();
  const columns = Number(
    await figure.locator.locator('.pictures').evaluate((grid) => grid.style.getPropertyValue('--columns')),
  );
  for (const [key, place] of /** @type {[string, number][]} */ ([
    ['ArrowRight', 1],
    ['ArrowDown', 1 + columns],
    ['ArrowLeft', columns],
    ['ArrowUp', 0],
    ['ArrowUp', 0],
    ['End', 29],
    ['Home', 0],
    ['ArrowRight', 1],
  ])) {
    await page.keyboard.press(key);
    await expect(cells(figure).nth(place)).toBeFocused();
    await expect(cells(figure).nth(place)).toHaveAttribute('tabindex', '0');
  }
  const name = String(await cells(figure).nth(1).getAttribute('aria-label'));
  await expect(figure.locator.locator('.seeds .reading')).toHaveText(name);
  await page.keyboard.press('Enter');
  await expect.poll(() => figure.evaluate((/** @type {any} */ host) => String(host.seed))).toBe(name.match(/\d+/)?.[0]);
  await expect(cells(figure).nth(1)).toBeFocused();
});

test('pause, go on, cancel, begin', async ({ page }) => {
  const figure = await figureWith(page, { seed: 0, views: 'seeds', starts: 100, epochs: 10_000_000 });
  const bar = figure.locator.locator('progress');
  const progress = () => bar.evaluate((element) => /** @type {HTMLProgressElement} */ (element).value);
  const button = (/** @type {string} */ name) => figure.locator.locator('.sweep').getByRole('button', { name });
  await expect.poll(progress).toBeGreaterThan(0);
  await button(en.seeds.pause).click();
  const paused = await progress();
  await figure.drawn();
  expect(await progress()).toBe(paused);
  await button(en.seeds.resume).click();
  await expect.poll(progress).toBeGreaterThan(paused);
  await button(en.seeds.cancel).click();
  await expect(button(en.seeds.begin)).toBeFocused();
  await expect(button(en.seeds.cancel)).toBeHidden();
  expect(await progress()).toBe(0);
  expect(await counts(figure)).toEqual([]);
  await button(en.seeds.begin).click();
  await expect.poll(progress).toBeGreaterThan(0);
});

test('nothing is made before it is asked for; the button shows and hides it', async ({ page }) => {
  await countFrames(page);
  const figure = await figureWith(page, { seed: 0, starts: 20, activation: 'tanh', epochs: 2000 });
  await comesToRest(page);
  await expect(figure.locator.locator('.seeds')).toHaveCount(0);
  const button = figure.locator.getByRole('button', { name: en.starts('20') });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await figure.complete();
  await figure.locator.locator('.seeds').scrollIntoViewIfNeeded();
  await finished(figure);
  await comesToRest(page);
  await button.click();
  await expect(figure.locator.locator('.seeds')).toHaveCount(0);
  expect(await figure.evaluate((host) => host.getAttribute('views'))).toBe(null);
});

test('other settings begin the starts anew', async ({ page }) => {
  const figure = await figureWith(page, QUICK);
  await finished(figure);
  const before = await counts(figure);
  await figure.evaluate((host) => host.setAttribute('deviation', '1'));
  await expect.poll(() => counts(figure)).not.toEqual(before);
  await finished(figure);
  await figure.evaluate((host) => host.removeAttribute('deviation'));
  await expect.poll(() => counts(figure)).toEqual(before);
});

test('more starts than there is room for are refused by name', async ({ page }) => {
  const layers = Array(8).fill(32).join();
  const figure = await figureWith(page, { seed: 0, views: 'seeds', starts: 1000, layers });
  await expect(figure.locator.locator('.sweep')).toContainText('starts: expected at most 1500000 numbers');
});

for (const [lang, words] of /** @type {[string, typeof en][]} */ ([
  ['en', en],
  ['ko', ko],
])) {
  for (const width of [320, 1280]) {
    test(`${lang}, ${width} px: a table behind the pictures, and nothing that axe finds`, async ({
      page,
      browserName,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      const figure = await figureWith(page, { ...QUICK, starts: 12 }, { lang });
      await finished(figure);
      const table = figure.locator.getByRole('table', { name: words.seeds.table });
      await expect(table.getByRole('columnheader')).toHaveText(words.seeds.columns);
      await expect(table.getByRole('rowheader').first()).toHaveText(words.seeds.outcomes.solved);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).toBe(clientWidth);
      const boxes = await cells(figure).evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().width));
      expect(Math.min(...boxes)).toBeGreaterThan(21);
      if (browserName === ASKED) expect(await violations(page, { part: 'neural-figure' })).toEqual([]);
    });
  }
}

/** Until the pictures no longer change. @param {Figure} figure */
async function comesToPaint(figure) {
  const picture = () =>
    figure.locator
      .locator('.pictures canvas')
      .evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
  let last = '';
  await expect
    .poll(async () => {
      const now = await picture();
      const isSame = now === last;
      last = now;
      return isSame;
    })
    .toBe(true);
}
