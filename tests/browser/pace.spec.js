// The whole run at once: its pace, its axes, what earlier runs leave behind, and the moment at which it opens.
import { expect } from '@playwright/test';
import { button, choose, en, Figure, figureWith, ko, open, tag, test } from './figure.js';

/** Wide enough for both columns, and high enough for the settings. */
test.use({ viewport: { width: 1000, height: 1500 } });

/** @param {Figure} figure */
const ghosts = (figure) => figure.locator.locator('[part=loss] path.ghost');

/** The sentence for those who hear the figure. @param {Figure} figure */
const sentence = (figure) => figure.locator.locator('.ghosts > .unseen');

/** What stands at the axes of the loss. @param {Figure} figure */
const axes = (figure) =>
  figure.locator
    .locator('[part=loss] .axis')
    .evaluateAll((sides) => sides.map((side) => [...side.querySelectorAll('text')].map((text) => text.textContent)));

for (const pace of ['eased', 'even']) {
  test(`${pace}, the axes stand from the start of the run to its end`, async ({ page }) => {
    // Frames that are told to be five times as far apart: an eased run takes two seconds.
    await page.addInitScript(() => {
      const { requestAnimationFrame } = globalThis;
      globalThis.requestAnimationFrame = (callback) => requestAnimationFrame((now) => callback(5 * now));
    });
    const figure = await figureWith(page, { seed: 42, pace, speed: 30_000 });
    await expect.poll(() => axes(figure).then(([, bottom]) => bottom.at(-1))).toBe('100,000');
    const first = await axes(figure);
    await page.evaluate(() => {
      const figure = /** @type {any} */ (document.querySelector('neural-figure'));
      const seen = new Set();
      Object.assign(globalThis, { seen });
      figure.addEventListener('figure-progress', () => {
        const sides = figure.shadowRoot.querySelectorAll('[part=loss] .axis');
        seen.add([...sides].map((side) => side.textContent).join('|'));
      });
      figure.play();
    });
    await expect.poll(() => figure.get('playing'), { timeout: 30_000 }).toBe(false);
    await figure.reaches(100_000);
    expect(await page.evaluate(() => /** @type {any} */ (globalThis).seen.size)).toBe(1);
    expect(await axes(figure)).toEqual(first);
  });
}

test('eased, the speed does not apply', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  await figure.locator.getByText(en.more, { exact: true }).click();
  const speed = figure.locator.getByRole('slider', { name: en.options.speed });
  await expect(speed).toBeVisible();
  await choose(figure, en.choices.eased);
  await expect.poll(() => figure.get('pace')).toBe('eased');
  await expect(speed).toBeHidden();
});

test('a change leaves a ghost with its name, the next replaces it, and a pin keeps it', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 20_000 });
  await expect(button(figure, en.pin)).toBeHidden();
  await figure.step(100);
  await choose(figure, 'tanh');
  await expect(ghosts(figure)).toHaveCount(1);
  await expect(sentence(figure)).toHaveText(en.ghosts(['sigmoid']));
  await figure.passes(5);
  await figure.locator.getByRole('spinbutton', { name: en.seed }).fill('7');
  await figure.page.keyboard.press('Enter');
  await expect(sentence(figure)).toHaveText(en.ghosts([`${en.seed} 42`]));
  await expect(ghosts(figure)).toHaveCount(1);

  await button(figure, en.pin).click();
  await expect(button(figure, en.pin)).toHaveAttribute('aria-pressed', 'true');
  await figure.passes(5);
  await choose(figure, 'sigmoid');
  await expect(sentence(figure)).toHaveText(en.ghosts([`tanh, ${en.seed} 42`, 'tanh']));
  await expect(ghosts(figure)).toHaveCount(2);
  await button(figure, en.unpin(`tanh, ${en.seed} 42`)).click();
  await expect(sentence(figure)).toHaveText(en.ghosts(['tanh']));
  await expect(button(figure, en.pin)).toBeFocused();
});

test('the last pale curve is let go of by the keyboard, and the focus stays in the figure', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1000 });
  await figure.step(100);
  await figure.set({ activation: 'tanh' });
  await button(figure, en.pin).focus();
  await page.keyboard.press('Enter');
  await expect(button(figure, en.pin)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(ghosts(figure)).toHaveCount(0);
  await expect(figure.locator.getByRole('slider', { name: en.seekSlider })).toBeFocused();
});

test('three are kept, and a press lets the newest go', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1000 }, { lang: 'ko' });
  for (const seed of [2, 3, 4]) {
    await figure.step(10);
    await figure.attribute('seed', String(seed));
    await button(figure, ko.pin).click();
  }
  await expect(ghosts(figure)).toHaveCount(3);
  await expect(sentence(figure)).toHaveText(ko.ghosts([1, 2, 3].map((seed) => `${ko.seed} ${seed}`)));
  await figure.step(10);
  await figure.attribute('seed', '5');
  await expect(ghosts(figure)).toHaveCount(4);
  await expect(button(figure, ko.pin)).toBeDisabled();
  await button(figure, ko.unpin(`${ko.seed} 2`)).click();
  await button(figure, ko.pin).click();
  await button(figure, ko.pin).click();
  await expect(sentence(figure)).toHaveText(ko.ghosts([1, 3].map((seed) => `${ko.seed} ${seed}`)));
});

test('while the learning rate is held its whole curve is drawn, and the run begins when it is let go', async ({
  page,
}) => {
  const figure = await figureWith(page, { seed: 42, epochs: 20_000 });
  await figure.step(100);
  await figure.locator.getByText(en.more, { exact: true }).click();
  const rate = figure.locator.getByRole('slider', { name: en.options.learningRate });
  const curve = figure.locator.locator('[part~="curve"]');
  const width = () => curve.evaluate((path) => /** @type {SVGGraphicsElement} */ (path).getBBox().width);
  const short = await width();
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await rate.boundingBox());
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  await expect.poll(width).toBeGreaterThan(10 * short);
  await expect(sentence(figure)).toHaveText(en.ghosts([`${en.rate} 0.1`]));
  expect(await figure.get('learningRate')).toBe(0.1);
  expect(await figure.get('epoch')).toBe(100);
  await page.mouse.up();
  await expect.poll(() => figure.get('learningRate')).toBeGreaterThan(0.1);
  await expect.poll(() => figure.get('playing')).toBe(true);
  await expect(sentence(figure)).toHaveText(en.ghosts([`${en.rate} 0.1`]));
});

test('a key that is held at the seed chooses the last one', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 20_000 });
  await figure.step(10);
  const seed = figure.locator.getByRole('spinbutton', { name: en.seed });
  await seed.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.down('ArrowUp');
  await expect(sentence(figure)).toHaveText(en.ghosts([`${en.seed} 42`]));
  expect(await figure.get('seed')).toBe(42);
  await page.keyboard.up('ArrowUp');
  await expect.poll(() => figure.get('seed')).toBe(45);
  await expect(ghosts(figure)).toHaveCount(1);
});

test('it opens at an epoch and rests there, autoplay or not, and Play goes on', async ({ page }) => {
  await open(page, tag({ seed: 42, activation: 'tanh', at: 1100, autoplay: '' }));
  const figure = new Figure(page);
  await figure.ready();
  await figure.reaches(1100);
  expect(await figure.get('playing')).toBe(false);
  const { parameters } = await figure.state();
  await figure.seek(0);
  expect((await figure.seek(1100)).parameters).toEqual(parameters);
  await button(figure, en.play).click();
  await figure.passes(1100);

  // Another setting of the author's opens there too; a choice of the reader's begins.
  await figure.call('pause');
  await figure.attribute('seed', '7');
  await figure.reaches(1100);
  await figure.attribute('at', '50');
  await figure.reaches(50);
  await choose(figure, 'sigmoid');
  await expect.poll(() => figure.get('playing')).toBe(true);
  // At 600 epochs in a second, from the start.
  expect(await figure.get('epoch')).toBeLessThan(1100);
});

test('an attribute fires no event where it opens', async ({ page }) => {
  await open(page, '');
  await figureEvents(page);
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).heard.map((/** @type {any} */ { type }) => type))).toEqual(['figure-ready']); // prettier-ignore
});

/** Adds a figure that opens at an epoch, and listens. @param {import('@playwright/test').Page} page */
async function figureEvents(page) {
  const figure = new Figure(page);
  await figure.listen('figure-ready', 'figure-progress', 'figure-finish');
  await page.evaluate(() => {
    document.body.innerHTML = '<neural-figure seed="42" at="100"></neural-figure>';
  });
  await figure.ready();
  await figure.reaches(100);
  await figure.drawn();
}

test('the address and what is handed out hold the moment, as one entry, and Back leads to it', async ({ page }) => {
  await page.goto('embed.html?seed=42&activation=tanh&epochs=5000');
  const figure = new Figure(page);
  await figure.ready();
  const entries = await page.evaluate(() => history.length);
  const at = () => new URL(page.url()).searchParams.get('at');
  await figure.seek(1100);
  await expect.poll(at).toBe('1100');
  await figure.seek(1200);
  await expect.poll(at).toBe('1200');
  await button(figure, en.embed).click();
  const text = figure.locator.locator('textarea[readonly]');
  await expect(text).toHaveValue(/ at="1200"/);
  await expect(text).not.toHaveValue(/autoplay/);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => history.length)).toBe(entries);

  await choose(figure, 'sigmoid');
  await expect.poll(() => new URL(page.url()).searchParams.get('activation')).toBe('sigmoid');
  expect(at()).toBe(null);
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  await page.goBack();
  await expect.poll(() => figure.get('activation')).toBe('tanh');
  await figure.reaches(1200);
  expect(await figure.get('playing')).toBe(false);
  await page.reload();
  await figure.ready();
  await figure.reaches(1200);

  // At its end, as at its start, there is no moment to keep.
  await figure.seek(5000);
  await expect.poll(at).toBe(null);
});

test('a pause is a moment too', async ({ page }) => {
  await page.goto('embed.html?seed=42&epochs=1000000&autoplay=false');
  const figure = new Figure(page);
  await figure.ready();
  await button(figure, en.play).click();
  await figure.passes(50);
  await button(figure, en.pause).click();
  const epoch = await figure.get('epoch');
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe(String(epoch));
});
