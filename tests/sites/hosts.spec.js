// What hosts do to a tag besides showing it: no scripts, a sanitizer, a site in a subfolder, a frame that has to fit.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import sanitizeHtml from 'sanitize-html';
import { dist, document, playsByItself, read, test, trains } from './dist.js';

const WORDS = 'A neural network that learns the XOR gate.';

test('the plain snippet as published', async ({ page, host }) => {
  const body = `<p>Before.</p>${read('snippets/html.html')}<p>After.</p>`;
  const { url } = await host(dist, { pages: { '/post.html': document(body) } });
  await page.goto(`${url}post.html`);
  await playsByItself(page.locator('neural-figure'));
  const words = () =>
    page.locator('neural-figure').evaluate((figure) => figure.shadowRoot?.querySelector('slot')?.checkVisibility());
  await expect.poll(words).toBe(false);
  await expect(page.locator('body > p')).toHaveText(['Before.', 'After.']);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the words of the snippet are shown', async ({ page, host }) => {
    const { url } = await host(dist, { pages: { '/post.html': document(read('snippets/html.html')) } });
    await page.goto(`${url}post.html`);
    await expect(page.getByText(WORDS)).toBeVisible();
  });
});

test('a policy without scripts leaves the words of the snippet', async ({ page, host }) => {
  const headers = { 'Content-Security-Policy': "script-src 'none'" };
  const { url } = await host(dist, { headers, pages: { '/post.html': document(read('snippets/html.html')) } });
  await page.goto(`${url}post.html`);
  await expect(page.getByText(WORDS)).toBeVisible();
});

test('a sanitizer that knows images leaves the image and the words', async ({ page, host }) => {
  const tag = `<neural-figure seed="42"><img src="poster.png" alt="Its boundary"><p>${WORDS}</p></neural-figure>`;
  const clean = sanitizeHtml(tag, { allowedTags: sanitizeHtml.defaults.allowedTags.concat('img') });
  expect(clean).not.toContain('neural-figure');
  const { url } = await host(dist, { pages: { '/feed.html': document(clean) } });
  await page.goto(`${url}feed.html`);
  await expect(page.getByText(WORDS)).toBeVisible();
  const width = page
    .getByRole('img', { name: 'Its boundary' })
    .evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth);
  expect(await width).toBeGreaterThan(0);
});

test('nothing in it is measured by the root', async ({ page, host }) => {
  const head = '<script type="module" src="neural-figure.js"></script>';
  const body = `<main style="font: 18px/1.5 sans-serif">${read('snippets/html.html').replace(/<script.*/, '')}</main>`;
  const { url } = await host(dist, { pages: { '/post.html': document(body, head) } });
  await page.goto(`${url}post.html`);
  const figure = page.locator('neural-figure');
  await trains(figure);
  // Not the words that change while it trains: the sizes that a sheet gives.
  const sizes = (/** @type {number} */ root) =>
    figure.evaluate((figure, root) => {
      window.document.documentElement.style.fontSize = `${root}px`;
      const all = [.../** @type {ShadowRoot} */ (figure.shadowRoot).querySelectorAll('*')];
      return all.map((element) => {
        const { fontSize, padding, gap } = getComputedStyle(element);
        return `${element.localName} ${fontSize} ${padding} ${gap} ${element.getBoundingClientRect().width}`;
      });
    }, root);
  expect(await sizes(22)).toEqual(await sizes(14));
});

test('an iframe that has grown does not scroll', async ({ page, host }) => {
  const body =
    '<iframe sandbox="allow-scripts" src="embed.html?seed=42" width="100%" height="200"></iframe><script src="embed-host.js"></script>';
  const { url } = await host(dist, { pages: { '/post.html': document(body) } });
  await page.goto(`${url}post.html`);
  const root = page.frameLocator('iframe').locator('html');
  await trains(page.frameLocator('iframe').locator('neural-figure'));
  for (const width of [900, 340]) {
    await page.setViewportSize({ width, height: 700 });
    const hidden = () =>
      root.evaluate((root) => [root.scrollHeight - root.clientHeight, root.scrollWidth - root.clientWidth]);
    await expect.poll(hidden).toEqual([0, 0]);
  }
});

test('Hugo in a subfolder, with two figures in a post', async ({ page, host }) => {
  const folder = mkdtempSync(join(tmpdir(), 'neural-figure-'));
  try {
    const write = (/** @type {string} */ file, /** @type {string} */ text) => {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    write(
      'config.toml',
      'baseURL = "https://example.org/blog/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home"]\n',
    );
    write(
      'layouts/_default/single.html',
      '<!doctype html><html lang="en"><title>{{ .Title }}</title><body>{{ .Content }}</body></html>',
    );
    write('layouts/shortcodes/neural-figure.html', read('snippets/hugo.html'));
    write(
      'content/xor.md',
      '---\ntitle: XOR\n---\n{{< neural-figure seed="1" >}}\n\nBetween.\n\n{{< neural-figure seed="2" data="[[0,0,1],[1,1,0]]" >}}\n',
    );
    mkdirSync(join(folder, 'static'));
    cpSync(join(dist, 'neural-figure.js'), join(folder, 'static/neural-figure.js'));
    execFileSync(process.env.HUGO ?? 'hugo', ['--quiet', '--destination', 'public/blog'], {
      cwd: folder,
      stdio: 'pipe',
    });
    const { url } = await host(join(folder, 'public'));
    await page.goto(`${url}blog/xor/`);
    await expect(page.locator('script')).toHaveCount(1);
    await expect(page.locator('neural-figure')).toHaveCount(2);
    for (const figure of await page.locator('neural-figure').all()) await trains(figure);
    await expect(page.locator('body > p')).toHaveText('Between.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
