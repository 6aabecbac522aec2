// The figure in a post of a Jekyll site and of a Hugo site, and in a project that Vite builds: with the snippets as published.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { dist, document, intact, playsByItself, post, read, test, trains } from './dist.js';

/** @type {string} */
let folder;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'neural-figure-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} file @param {string} text */
function write(file, text) {
  const path = join(folder, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** @param {string} command @param {string[]} args */
const run = (command, args) =>
  execFileSync(command, args, { cwd: folder, stdio: 'pipe', env: { ...process.env, LANG: 'C.UTF-8' } });

/** What the README of the snippets names, in its list. */
const files = () => [...read('snippets/README.md').matchAll(/^- `(.+?)`/gm)].map(([, file]) => file);

/** Lays these where its table says. @param {string} snippet */
function layFiles(snippet) {
  const row = read('snippets/README.md')
    .split('\n')
    .find((line) => line.startsWith(`| \`${snippet}\``));
  const target = row?.match(/`([^`]+)` \|$/)?.[1] ?? '';
  expect(target).not.toBe('');
  for (const file of files()) {
    expect(read(`snippets/${snippet}`)).toContain(file);
    cpSync(join(dist, file), join(folder, target, file));
  }
}

/** What is loaded on demand is there. @param {import('@playwright/test').Page} page */
async function hasAll(page) {
  const figure = page.locator('neural-figure');
  await figure.getByRole('button', { name: 'Look inside' }).click();
  await expect(figure.locator('[part~="network"]')).toBeVisible();
  await figure.getByRole('button', { name: 'Embed' }).click();
  const png = figure.getByRole('dialog').getByRole('button', { name: 'PNG' });
  const [download] = await Promise.all([page.waitForEvent('download'), png.click()]);
  expect(download.suggestedFilename()).toMatch(/\.png$/);
}

test('Jekyll, in a subfolder', async ({ page, host }) => {
  write('_config.yml', 'title: Posts\nbaseurl: /blog\n');
  write(
    '_layouts/post.html',
    '<!doctype html><html lang="en"><head><title>{{ page.title }}</title></head><body><main>{{ content }}</main></body></html>',
  );
  write(
    '_posts/2026-01-01-xor.md',
    `---\nlayout: post\ntitle: XOR\npermalink: /xor/\n---\n${post(read('snippets/jekyll.md').trim())}`,
  );
  layFiles('jekyll.md');
  run(process.env.JEKYLL ?? 'jekyll', ['build', '--quiet', '--destination', '_site/blog']);
  const { url } = await host(join(folder, '_site'));
  await page.goto(`${url}blog/xor/`);
  await playsByItself(page.locator('neural-figure'));
  await intact(page);
  await hasAll(page);
});

test('Hugo, without raw HTML in posts', async ({ page, host }) => {
  write('config.toml', 'baseURL = "/"\ntitle = "Posts"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n');
  write(
    'layouts/_default/single.html',
    '<!doctype html><html lang="en"><head><title>{{ .Title }}</title></head><body><main>{{ .Content }}</main></body></html>',
  );
  write('layouts/index.html', '<!doctype html><title>Posts</title>');
  write('layouts/shortcodes/neural-figure.html', read('snippets/hugo.html'));
  // Numbers with quotes and without, and a text that has some of its own.
  const weights = '[{"W":[[1,2],[3,4]],"B":[[0],[0]]},{"W":[[1],[2]],"B":[[0]]}]';
  const shortcode = `{{< neural-figure activation="tanh" seed=42 learning-rate=0.5 epochs="5000" weights=\`${weights}\` >}}`;
  write('content/xor.md', `---\ntitle: XOR\n---\n${post(shortcode)}`);
  layFiles('hugo.html');
  run(process.env.HUGO ?? 'hugo', ['--quiet']);
  const { url } = await host(join(folder, 'public'));
  await page.goto(`${url}xor/`);
  const figure = page.locator('neural-figure');
  const attributes = { activation: 'tanh', seed: '42', 'learning-rate': '0.5', epochs: '5000', weights };
  for (const [name, value] of Object.entries(attributes)) await expect(figure).toHaveAttribute(name, value);
  await playsByItself(figure);
  await intact(page);
  await hasAll(page);
});

test('MDX, with a framework', async ({ page, host }) => {
  const { compile } = await import('@mdx-js/mdx');
  write('post.js', String(await compile(post(read('snippets/mdx.mdx').trim()), { jsxImportSource: 'preact' })));
  write(
    'main.js',
    "import { h, render } from 'preact';\nimport Post from './post.js';\nrender(h(Post), document.body);\n",
  );
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(folder, 'main.js')],
    outfile: join(folder, 'site/main.js'),
    bundle: true,
    format: 'esm',
    nodePaths: [fileURLToPath(new URL('../node_modules', import.meta.url))],
    alias: { 'neural-figure': join(dist, 'neural-figure.js') },
    logLevel: 'error',
  });
  cpSync(join(dist, 'neural-figure-export.js'), join(folder, 'site/neural-figure-export.js'));
  const { url } = await host(join(folder, 'site'), {
    pages: { '/index.html': document('<script type="module" src="main.js"></script>') },
  });
  await page.goto(url);
  await playsByItself(page.locator('neural-figure'));
  await intact(page);
  await hasAll(page);
});

test('npm pack, installed into a project that Vite builds, and imported where there is no page', async ({
  page,
  host,
}) => {
  test.setTimeout(90_000);
  const packed = JSON.parse(String(run('npm', ['pack', '--json', '--pack-destination', folder, dist])));
  const [{ filename, files }] = Array.isArray(packed) ? packed : Object.values(packed);
  const names = files.map((/** @type {{ path: string }} */ { path }) => path);
  for (const file of [
    'neural-figure.js',
    'neural-figure-views.js',
    'neural-figure.d.ts',
    'custom-elements.json',
    'neural_figure_bg.wasm',
    'README.md',
    'LICENSE-MIT',
    'LICENSE-APACHE',
    'THIRD-PARTY.txt',
  ]) {
    expect(names).toContain(file);
  }
  // Its README points at what is there.
  const links = [...read('README.md').matchAll(/\]\((?!https:)([^)]+)\)/g)].map(([, path]) => path);
  expect(links).toContain('snippets');
  for (const path of links)
    expect(
      names.some((/** @type {string} */ name) => name.startsWith(path)),
      path,
    ).toBe(true);

  write('package.json', '{ "name": "post", "private": true, "type": "module" }');
  run('npm', ['install', '--no-audit', '--no-fund', '--offline', `./${filename}`]);
  run('node', [
    '--input-type=module',
    '-e',
    "const { NeuralFigure } = await import('neural-figure'); if (!NeuralFigure) process.exit(1); await import('neural-figure/split')",
  ]);

  for (const [name, module] of [
    ['whole', 'neural-figure'],
    ['split', 'neural-figure/split'],
  ]) {
    write(
      `${name}/index.html`,
      '<!doctype html><html lang="en"><title>Post</title><neural-figure seed="1">A figure.</neural-figure><script type="module" src="./main.js"></script></html>',
    );
    write(`${name}/main.js`, `import '${module}';\n`);
    const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
    run('node', [vite, 'build', name, '--logLevel', 'error']);
    const assets = readdirSync(join(folder, name, 'dist/assets'));
    expect(assets.some((file) => file.endsWith('.wasm'))).toBe(name === 'split');
    const { url } = await host(join(folder, name, 'dist'));
    await page.goto(url);
    const figure = page.locator('neural-figure');
    await trains(figure);
    await figure.getByRole('button', { name: 'Look inside' }).click();
    await expect(figure.locator('[part~="network"]')).toBeVisible();
  }
});

test('the types are those of a program', async () => {
  write('package.json', '{ "name": "post", "private": true, "type": "module" }');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(dist, join(folder, 'node_modules/neural-figure'));
  write(
    'main.ts',
    `import { NeuralFigure } from 'neural-figure';
const figure: NeuralFigure = document.createElement('neural-figure');
figure.activation = 'tanh';
figure.layers = [4, 2];
figure.seed = null;
figure.addEventListener('figure-finish', ({ detail }) => console.log(detail.epoch, detail.outcome));
figure.ready.then((figure) => figure.step(10));
// @ts-expect-error: no such word
figure.activation = 'wobbly';
`,
  );
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  run('node', [
    tsc,
    '--noEmit',
    '--strict',
    '--module',
    'esnext',
    '--moduleResolution',
    'bundler',
    '--target',
    'es2022',
    '--types',
    '',
    'main.ts',
  ]);
});
