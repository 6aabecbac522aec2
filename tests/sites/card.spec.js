// What a link to a page shows: the title, a sentence, and a card at a whole address.
import { readFileSync, statSync } from 'node:fs';
import { expect } from '@playwright/test';
import { dist, read, test } from './dist.js';

/** Of a card, in bytes. */
const MAX_BYTES = 100_000;

const { homepage } = JSON.parse(read('package.json'));

for (const file of ['index.html', 'questions.html', 'ko/index.html', 'ko/questions.html']) {
  test(`the card of ${file} is where its page says, and as large`, async ({ page }) => {
    const tags = new Map(
      [
        ...readFileSync(`${dist}site/${file}`, 'utf8').matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g),
      ].map(([, name, content]) => [name, content]),
    );
    for (const name of ['og:title', 'og:description', 'og:image:alt']) expect(tags.get(name), name).toBeTruthy();
    expect(tags.get('twitter:card')).toBe('summary_large_image');

    const address = tags.get('og:image') ?? '';
    expect(address.startsWith(homepage)).toBe(true);
    const card = `${dist}site/${address.slice(homepage.length)}`;
    expect(statSync(card).size).toBeLessThan(MAX_BYTES);
    await page.setContent(`<img src="data:image/jpeg;base64,${readFileSync(card, 'base64')}">`);
    const image = page.locator('img');
    await expect
      .poll(() => image.evaluate((/** @type {HTMLImageElement} */ { naturalWidth: w, naturalHeight: h }) => [w, h]))
      .toEqual([Number(tags.get('og:image:width')), Number(tags.get('og:image:height'))]);
  });
}
