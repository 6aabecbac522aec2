/**
 * Makes the cards with which the pages of dist/site/ are shared: beside the title and the description of the page the
 * boundary of the figure after training.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { finish, launch, SETTINGS } from './photograph.js';

const dist = new URL('../dist/', import.meta.url);

/** Of a card, in px. */
const WIDTH = 1200;
const HEIGHT = 630;

/** Of its JPEG, in per cent. As PNG, the shades of the boundary take twice the bytes. */
const QUALITY = 90;

/** The boundary is as high as the card, at this scale: its points are to be seen where a card is shown small. */
const SCALE = 2;
const SIDE = HEIGHT / SCALE;

const browser = await launch();
try {
  const boundary = await photograph();
  for (const file of ['index.html', 'questions.html', 'ko/index.html', 'ko/questions.html']) {
    await makeCard(new URL(`site/${file}`, dist), boundary);
  }
} finally {
  await browser.close();
}

/** The square of the boundary without its axes, as a PNG. */
async function photograph() {
  const page = await browser.newPage({
    viewport: { width: 400, height: 600 },
    deviceScaleFactor: SCALE,
    colorScheme: 'light',
  });
  await page.goto(`${new URL('embed.html', dist)}?${SETTINGS}&views=boundary&controls=none`);
  const figure = page.locator('neural-figure');
  const plot = figure.locator('.plot');
  const { width: whole } = await box(figure);
  const { width } = await box(plot);
  // A pixel more at either side, where the line of an axis is.
  const wanted = whole - width + SIDE + 2;
  await figure.evaluate((/** @type {any} */ figure, width) => (figure.style.width = `${width}px`), wanted);
  await finish(figure);
  const { x, y } = await box(plot);
  const png = await page.screenshot({ clip: { x: x + 1, y, width: SIDE, height: SIDE } });
  await page.close();
  return png;
}

/** @param {import('playwright-core').Locator} locator */
async function box(locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('expected the figure in view');
  return box;
}

/** Takes the words from the page, and writes the card where the page says it is. @param {URL} address @param {Buffer} boundary */
async function makeCard(address, boundary) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, javaScriptEnabled: false });
  await page.goto(pathToFileURL(fileURLToPath(address)).href);
  const meta = async (/** @type {string} */ property) =>
    (await page.locator(`meta[property="og:${property}"]`).getAttribute('content')) ?? '';
  const lang = await page.locator('html').getAttribute('lang');
  const [title, description, image] = [await meta('title'), await meta('description'), await meta('image')];
  await page.setContent(`<!doctype html>
    <html lang="${lang}">
      <style>
        body { margin: 0; display: grid; grid-template-columns: 1fr ${HEIGHT}px; height: ${HEIGHT}px; background: #fdfcfa; color: #1c1d20; font-family: ui-serif, Charter, "Iowan Old Style", "Noto Serif", Georgia, serif; word-break: keep-all }
        :lang(ko) body { font-family: "Pretendard", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", sans-serif }
        main { padding: 56px; align-self: center }
        h1 { font-size: 54px; line-height: 1.12; letter-spacing: -.015em; font-weight: 600; margin: 0 0 28px; text-wrap: balance }
        p { font-size: 30px; line-height: 1.4; color: #6a6b70; margin: 0; text-wrap: pretty }
        img { width: ${HEIGHT}px; height: ${HEIGHT}px }
      </style>
      <main><h1>${title}</h1><p>${description}</p></main>
      <img src="data:image/png;base64,${boundary.toString('base64')}" alt="">
    </html>`);
  const path = fileURLToPath(new URL(image.split('/').at(-1) ?? '', address));
  await page.screenshot({ path, type: 'jpeg', quality: QUALITY });
  await page.close();
}
