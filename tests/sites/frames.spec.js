// The published files where pages are strict, or far away, or hardly pages at all.
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import sanitizeHtml from 'sanitize-html';
import { dist, document, read, test, trains } from './dist.js';

const TAG = '<neural-figure seed="42" activation="tanh"><p>A network that learns XOR.</p></neural-figure>';

test('embed.html in a sandbox without an origin, as high as it says', async ({ page, host }) => {
  const body = `<iframe id="a" sandbox="allow-scripts" src="embed.html?activation=tanh&seed=42&lang=ko" width="100%" height="300"></iframe>
    <iframe id="b" src="embed.html?seed=1" width="100%" height="300"></iframe><script src="embed-host.js"></script>`;
  const { url } = await host(dist, { pages: { '/post.html': document(body) } });
  await page.setViewportSize({ width: 700, height: 700 });
  await page.goto(`${url}post.html`);
  const figure = page.frameLocator('#a').locator('neural-figure');
  await trains(figure);
  expect(await figure.evaluate((/** @type {any} */ figure) => [figure.activation, figure.seed])).toEqual(['tanh', 42]);
  await expect(figure.getByText('결정 경계')).toBeVisible();
  const height = () => page.locator('#a').evaluate((frame) => frame.getBoundingClientRect().height);
  await expect.poll(height).toBeGreaterThan(380);
  const wide = await height();
  await page.setViewportSize({ width: 340, height: 700 });
  await expect.poll(height).toBeGreaterThan(wide + 100);
  // Whoever else speaks is not heard.
  await page.evaluate(() => {
    postMessage(JSON.stringify({ context: 'iframe.resize', height: 77 }), '*');
    postMessage('iframe.resize {', '*');
    postMessage('last', '*');
    // Messages arrive in the order in which they were sent.
    return new Promise((resolve) => addEventListener('message', ({ data }) => data === 'last' && resolve(null)));
  });
  for (const frame of await page.locator('iframe').all()) expect((await frame.boundingBox())?.height).not.toBe(77);
});

test('embed.html as srcdoc', async ({ page, host }) => {
  const { url } = await host(dist, { pages: { '/post.html': document('') } });
  await page.goto(`${url}post.html`);
  await page.evaluate((html) => {
    const frame = Object.assign(window.document.createElement('iframe'), { srcdoc: html, width: 700, height: 600 });
    frame.setAttribute('sandbox', 'allow-scripts');
    window.document.body.append(frame);
  }, read('embed.html'));
  await trains(page.frameLocator('iframe').locator('neural-figure'));
});

test('embed.html from a folder', async ({ page }) => {
  await page.goto(`${pathToFileURL(`${dist}embed.html`)}?activation=tanh&seed=42`);
  const figure = page.locator('neural-figure');
  await trains(figure);
  expect(await figure.evaluate((/** @type {any} */ figure) => figure.activation)).toBe('tanh');
});

for (const file of ['neural-figure.js', 'neural-figure.split.js']) {
  const script = (/** @type {string} */ from) => `<script type="module" src="${from}${file}"></script>`;

  test(`${file} under a strict policy`, async ({ page, host }) => {
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";
    const { url } = await host(dist, {
      headers: { 'Content-Security-Policy': policy },
      pages: { '/post.html': document(TAG, script('')) },
    });
    /** @type {string[]} */
    const refused = [];
    page.on('console', (message) => /Content.Security.Policy/i.test(message.text()) && refused.push(message.text()));
    await page.goto(`${url}post.html`);
    const figure = page.locator('neural-figure');
    await trains(figure);
    // Styled all the same: the points stand where they belong.
    const [left, right] = await figure
      .locator('.point')
      .evaluateAll((points) => points.map((point) => point.getBoundingClientRect().x))
      .then((xs) => [xs[0], xs[2]]);
    expect(right - left).toBeGreaterThan(50);
    expect(refused).toEqual([]);
  });

  test(`${file} from another origin, with its hash, under a wrong type of wasm`, async ({ page, host }) => {
    const cdn = await host(dist, { headers: { 'Access-Control-Allow-Origin': '*' }, types: { '.wasm': 'text/plain' } });
    const integrity = JSON.parse(read('integrity.json'))[file];
    const head = `<script type="module" crossorigin src="${cdn.url}${file}" integrity="${integrity}"></script>`;
    const { url } = await host(dist, { pages: { '/post.html': document(TAG, head) } });
    await page.goto(`${url}post.html`);
    await trains(page.locator('neural-figure'));
  });
}

test('the snippet for a notebook, by what its HTML is', async ({ page, host }) => {
  // A notebook shows the value of the last line of a cell: here it is printed.
  const cell = read('snippets/notebook.py').replace('from IPython.display import HTML', 'HTML = print');
  const shown = execFileSync(process.env.PYTHON ?? 'python3', ['-c', cell], { cwd: dist, encoding: 'utf8' });
  const { url } = await host(dist, { pages: { '/notebook.html': document(shown) } });
  await page.goto(`${url}notebook.html`);
  await trains(page.frameLocator('iframe').locator('neural-figure'));
  // As high as the figure in it, in the widths that notebooks have: neither a scroll bar nor a gap.
  for (const width of [760, 1000]) {
    await page.setViewportSize({ width, height: 900 });
    const free = await page
      .frameLocator('iframe')
      .locator('html')
      .evaluate((html) => innerHeight - html.getBoundingClientRect().height);
    expect(free, `${width} px`).toBeGreaterThanOrEqual(0);
    expect(free, `${width} px`).toBeLessThan(60);
  }
});

test('the size of its text is that of the text around it, whatever the root has', async ({ page, host }) => {
  const head = '<script type="module" src="neural-figure.js"></script>';
  for (const root of [22, 14]) {
    const { url } = await host(dist, {
      pages: {
        '/post.html': document(
          `<main style="font-size: 18px">${TAG}</main>`,
          `${head}<style>html { font-size: ${root}px }</style>`,
        ),
      },
    });
    await page.goto(`${url}post.html`);
    const figure = page.locator('neural-figure');
    await trains(figure);
    expect(await figure.locator('.figure').evaluate((figure) => getComputedStyle(figure).fontSize)).toBe('15.75px');
  }
});

test('where no element may be, its words are left', async ({ page, host }) => {
  const clean = sanitizeHtml(`<p>Before.</p>${TAG}<p>After.</p>`);
  expect(clean).toBe('<p>Before.</p><p>A network that learns XOR.</p><p>After.</p>');
  const { url } = await host(dist, { pages: { '/feed.html': document(clean), '/post.html': document(TAG) } });
  for (const path of ['feed.html', 'post.html']) {
    await page.goto(url + path);
    await expect(page.getByText('A network that learns XOR.')).toBeVisible();
  }
});
