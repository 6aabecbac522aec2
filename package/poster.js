/** Photographs the figure at rest after training, for dist/poster.png: what a feed or a page without scripts shows. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const dist = new URL('../dist/', import.meta.url);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  // Chromium's sandbox does not start as root.
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  const page = await browser.newPage({
    viewport: { width: 840, height: 560 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  await page.goto(`${pathToFileURL(fileURLToPath(new URL('embed.html', dist)))}?activation=tanh&seed=42&epochs=5000`);
  const figure = page.locator('neural-figure');
  await figure.evaluate(async (/** @type {any} */ figure) => {
    await figure.ready;
    figure.seek(5000);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  await figure.screenshot({ path: fileURLToPath(new URL('poster.png', dist)) });
} finally {
  await browser.close();
}
