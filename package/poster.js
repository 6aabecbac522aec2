/** Photographs the figure at rest after training, for dist/poster.png: what a feed or a page without scripts shows. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { finish, launch, SETTINGS } from './photograph.js';

const dist = new URL('../dist/', import.meta.url);
const browser = await launch();
try {
  const page = await browser.newPage({
    viewport: { width: 840, height: 560 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  await page.goto(`${pathToFileURL(fileURLToPath(new URL('embed.html', dist)))}?${SETTINGS}`);
  const figure = page.locator('neural-figure');
  await finish(figure);
  await figure.screenshot({ path: fileURLToPath(new URL('poster.png', dist)) });
} finally {
  await browser.close();
}
