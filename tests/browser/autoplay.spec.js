// When a run begins, waits and rests by itself: by autoplay, while it can be seen, with less motion, on paper.
import { expect } from '@playwright/test';
import { en, Figure, figureIn, figureWith, open, tag, test } from './figure.js';

test('a boolean attribute’s empty string is on, as a property too', async ({ page }) => {
  await open(page, '<main></main>');
  await page.evaluate(() => {
    const figure = Object.assign(document.createElement('neural-figure'), { autoplay: '', seed: 1, epochs: 1e9 });
    document.querySelector('main')?.append(figure);
  });
  const figure = new Figure(page);
  await figure.ready();
  await figure.passes(5);
});

test('autoplay that is set later begins then', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1e9 });
  expect(await figure.get('playing')).toBe(false);
  await figure.set({ autoplay: true });
  await figure.passes(5);
});

for (const [how, style] of [
  ['invisible', 'visibility: hidden'],
  ['transparent', 'opacity: 0'],
  ['in a box without height', 'height: 0; overflow: hidden'],
  ['in a box without width', 'width: 0; overflow: hidden'],
  ['scaled to nothing', 'transform: scale(0)'],
]) {
  test(`${how}, it waits until it can be seen, and when that is over`, async ({ page }) => {
    const figure = await figureIn(page, `<div style="${style}">${tag({ seed: 1, epochs: 1e9, autoplay: '' })}</div>`);
    const { length } = await page.evaluate(async () => {
      const frames = [];
      while (frames.length < 20) frames.push(await new Promise((resolve) => requestAnimationFrame(resolve)));
      return frames;
    });
    expect(length).toBe(20);
    expect(await figure.get('epoch')).toBe(0);
    await page.evaluate(() => document.querySelector('div')?.removeAttribute('style'));
    await figure.passes(5);
    await page.evaluate((style) => document.querySelector('div')?.setAttribute('style', style), style);
    const resting = async () => {
      const epoch = await figure.get('epoch');
      await figure.drawn();
      return (await figure.get('epoch')) === epoch;
    };
    await expect.poll(resting).toBe(true);
  });
}

test('it begins when half of its boundary is in view, and waits when that is not so', async ({ page }) => {
  const figure = await figureIn(
    page,
    `<div style="height: 100vh"></div>${tag({ seed: 1, epochs: 1e9, autoplay: '' })}<div style="height: 300vh"></div>`,
  );
  const boundary = () =>
    figure.evaluate((host) => {
      const part = /** @type {Element} */ (host.shadowRoot?.querySelector('[part~=boundary]'));
      const { top, height } = part.getBoundingClientRect();
      return { top: top + scrollY, height };
    });
  const { top, height } = await boundary();
  const show = (/** @type {number} */ share) =>
    page.evaluate(([top, height, share]) => scrollTo(0, top + height * share - innerHeight), [top, height, share]);
  await show(0.4);
  await figure.drawn();
  await figure.drawn();
  expect(await figure.get('epoch')).toBe(0);
  await show(0.6);
  await figure.passes(5);
  await show(0.3);
  await figure.waits();
});

test('a run that a reader asked for waits while its box is closed', async ({ page }) => {
  const figure = await figureIn(page, `<div>${tag({ seed: 1, epochs: 1e9 })}</div>`);
  await figure.locator.getByRole('button', { name: en.play, exact: true }).click();
  await figure.passes(5);
  const close = (/** @type {string} */ style) =>
    page.evaluate((style) => document.querySelector('div')?.setAttribute('style', style), style);
  await close('height: 0; overflow: hidden');
  await figure.waits();
  await close('');
  const epoch = await figure.get('epoch');
  await figure.passes(epoch + 5);
});

test('less motion, asked for in the middle of a run, pauses it; one that waits is at its end', async ({ page }) => {
  // Playwright cannot change it in Firefox.
  const head = `<script>
    const query = Object.assign(new EventTarget(), { matches: false });
    const { matchMedia } = window;
    window.matchMedia = (text) => text.includes('reduced-motion') ? query : matchMedia(text);
    window.lessMotion = () => { query.matches = true; query.dispatchEvent(new Event('change')); };
  </script>`;
  const waiting = tag({ seed: 42, activation: 'tanh', epochs: 5000, autoplay: '', id: 'below' });
  const figure = await figureIn(
    page,
    `${tag({ seed: 1, epochs: 1e9, autoplay: '' })}<div style="height: 300vh"></div>${waiting}`,
    { head },
  );
  await figure.passes(5);
  await page.evaluate(() => /** @type {any} */ (window).lessMotion());
  const { epoch, playing } = await figure.state();
  expect(playing).toBe(false);
  await figure.drawn();
  expect(await figure.get('epoch')).toBe(epoch);
  await new Figure(page, page.locator('#below')).reaches(5000);
});

test('on paper it is at the end of its run', async ({ page }) => {
  const figure = await figureIn(
    page,
    `<div style="height: 300vh"></div>${tag({ seed: 42, activation: 'tanh', epochs: 5000, speed: 50_000, autoplay: '' })}`,
  );
  expect(await figure.get('epoch')).toBe(0);
  await figure.listen('figure-progress', 'figure-finish');
  for (let i = 0; i < 2; i++) await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await figure.reaches(5000);
  expect(await figure.text()).toContain(en.rowsRight(4, 4));
  await figure.drawn();
  // After it the figure waits again, and nobody was told.
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await figure.drawn();
  expect([await figure.get('epoch'), await figure.get('playing')]).toEqual([0, true]);
  expect(await figure.heard()).toEqual([]);
  await figure.locator.scrollIntoViewIfNeeded();
  await figure.reaches(5000);
  await expect.poll(async () => (await figure.heard()).filter(({ type }) => type === 'figure-finish').length).toBe(1);
});
