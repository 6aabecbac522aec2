// The colours of the page around a figure: light and dark, changed at once or in a fade, forced, and on a full screen.
import { expect } from '@playwright/test';
import { Figure, figureIn, tag, test } from './figure.js';

const TAG = tag({ seed: 42, activation: 'tanh', epochs: 5000 });

/** @param {Figure} figure */
const isDark = (figure) => figure.evaluate((host) => Boolean(host.shadowRoot?.querySelector('.figure.dark')));

/** The colour of a pixel of the field, at these shares of its sides. @param {Figure} figure @param {number} x @param {number} y */
const pixel = (figure, x, y) =>
  figure.evaluate(
    (host, [x, y]) => {
      const canvas = /** @type {HTMLCanvasElement} */ (host.shadowRoot?.querySelector('canvas'));
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      return [...context.getImageData(x * canvas.width, y * canvas.height, 1, 1).data.slice(0, 3)];
    },
    [x, y],
  );

for (const colour of ['oklch(.95 0 0)', 'lab(95 0 0)', 'color-mix(in oklab, white 90%, black)', 'hwb(0 95% 0%)']) {
  test(`a page whose text is ${colour} is dark`, async ({ page }) => {
    const figure = await figureIn(page, TAG, { head: `<style>body { background: #111; color: ${colour} }</style>` });
    expect(await isDark(figure)).toBe(true);
  });
}

test('the tints take any colour, and follow when it changes alone', async ({ page }) => {
  const figure = await figureIn(page, TAG, {
    head: '<style>neural-figure { --nf-zero-fill: oklch(0.7 0.2 145); --nf-one-fill: lab(50 -60 45) }</style>',
  });
  await figure.seek(4999);
  await figure.drawn();
  // (0, 0) is a 0, and green.
  const [red, green, blue] = await pixel(figure, 0.1, 0.9);
  expect(green).toBeGreaterThan(Math.max(red, blue) + 40);
  await page.addStyleTag({ content: 'neural-figure { --nf-zero-fill: oklch(0.6 0.25 30) !important }' });
  await figure.step(1);
  await figure.drawn();
  const [red2, green2] = await pixel(figure, 0.1, 0.9);
  expect(red2).toBeGreaterThan(green2 + 40);
});

const THEMES = '<style>body { color: #111 } body.dark { background: #111; color: #eee }</style>';

test('a theme that changes with a fade is kept up with', async ({ page }) => {
  const figure = await figureIn(page, TAG, { head: `${THEMES}<style>body { transition: color .3s }</style>` });
  for (const dark of [true, false, true]) {
    await page.evaluate((dark) => document.body.classList.toggle('dark', dark), dark);
    await expect.poll(() => isDark(figure)).toBe(dark);
  }
});

for (const [fade, css] of Object.entries({
  'with a delay': 'body, main { color: inherit; transition: color .3s .5s }',
  'in one step': 'body, main { color: inherit; transition: all 1s steps(1) }',
  'that starts slowly': 'body, main { color: inherit; transition: color 2s cubic-bezier(1, 0, 1, 0) }',
  'by an animation': '@keyframes fade { from { color: #111 } } body.dark { animation: fade 1s steps(1) }',
})) {
  test(`a theme that changes late in a fade ${fade} is kept up with`, async ({ page }) => {
    const figure = await figureIn(page, `<main>${TAG}</main>`, { head: `${THEMES}<style>${css}</style>` });
    for (const dark of [true, false]) {
      await page.evaluate((dark) => document.body.classList.toggle('dark', dark), dark);
      await expect.poll(() => isDark(figure), { intervals: [100] }).toBe(dark);
    }
  });
}

test('a theme that changes while the figure is not displayed, or by moving it, is seen when it is', async ({
  page,
}) => {
  const figure = await figureIn(page, `${TAG}<aside style="background: #111; color: #eee"></aside>`, { head: THEMES });
  await figure.evaluate((/** @type {any} */ host) => host.style.setProperty('display', 'none'));
  await figure.drawn();
  await page.evaluate(() => document.body.classList.add('dark'));
  await figure.evaluate((/** @type {any} */ host) => host.style.removeProperty('display'));
  await expect.poll(() => isDark(figure)).toBe(true);
  await page.evaluate(() => document.body.classList.remove('dark'));
  await expect.poll(() => isDark(figure)).toBe(false);
  await page.evaluate(() => {
    const figure = /** @type {Element} */ (document.querySelector('neural-figure'));
    document.querySelector('aside')?.append(figure);
  });
  await expect.poll(() => isDark(new Figure(page))).toBe(true);
});

test('a theme that changes after the figure was moved out of view asks no freed trainer', async ({ page }) => {
  const figure = await figureIn(page, `${TAG}<div style="height: 300vh"></div><aside></aside>`, { head: THEMES });
  await figure.step(10);
  await page.evaluate(async () => {
    const figure = /** @type {Element} */ (document.querySelector('neural-figure'));
    figure.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.querySelector('aside')?.append(figure);
    document.body.classList.add('dark');
  });
  await new Figure(page).drawn();
  await new Figure(page).locator.scrollIntoViewIfNeeded();
  await expect.poll(() => isDark(new Figure(page))).toBe(true);
});

test('with forced colours an error stands on the ground of the page', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', 'its driver emulates no forced colours');
  const figure = await figureIn(page, '<neural-figure seed="x"></neural-figure>');
  await page.emulateMedia({ forcedColors: 'active' });
  const error = figure.locator.getByRole('alert');
  await expect(error).toBeVisible();
  const [ground, canvas] = await error.evaluate((element) => {
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.backgroundColor = 'Canvas';
    const ground = getComputedStyle(element).backgroundColor;
    return [ground, getComputedStyle(probe).backgroundColor];
  });
  expect([canvas, 'rgba(0, 0, 0, 0)']).toContain(ground.replace(/rgba\(.*, 0\)/, 'rgba(0, 0, 0, 0)'));
});

for (const [theme, color] of /** @type {const} */ ([
  ['light', '#222'],
  ['dark', '#eee'],
])) {
  test(`on a full screen a ${theme} figure has a ground that its text is read on`, async ({ page }) => {
    const figure = await figureIn(page, TAG, { head: `<style>:root { color: ${color} }</style>` });
    // A full screen is given to who asks for it by a press.
    await figure.evaluate((host) => host.addEventListener('pointerup', () => host.requestFullscreen(), { once: true }));
    await figure.locator.click({ position: { x: 5, y: 5 } });
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('neural-figure');
    const colours = await figure.evaluate((host) => {
      const { color, backgroundColor } = getComputedStyle(
        /** @type {Element} */ (host.shadowRoot?.querySelector('.figure')),
      );
      return [color, backgroundColor];
    });
    for (const colour of colours) expect(colour).not.toContain('rgba');
    const [ink, ground] = colours.map((colour) => Number(colour.match(/\d+/)?.[0]));
    expect(Math.abs(ink - ground)).toBeGreaterThan(150);
    await page.evaluate(() => document.exitFullscreen());
  });
}
