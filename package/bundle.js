/**
 * Makes dist/ out of www/: `cargo xtask dist` runs this with the core built and optimised.
 *
 *     neural-figure.js        one file, the core inside
 *     neural-figure.split.js  for bundlers and CDNs, with neural_figure_bg.wasm beside it
 *     neural-figure-views.js  views and panels that few readers ask for, beside either: loaded when one does
 *     neural-figure-export.js  what makes programs, pictures and files: loaded when it is asked for
 *     embed.html              a page with everything inline but the last, for iframes; embed-host.js is the host's side
 *     site/                   the lesson, to be published as it is
 *     and what a package needs: types, manifest, integrity, snippets
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { build, transform } from 'esbuild';
import * as tables from '../www/pkg/options.js';
import { manifest, types } from './describe.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const www = join(root, 'www');
const dist = join(root, 'dist');
const WASM = 'neural_figure_bg.wasm';
const VIEWS = 'neural-figure-views.js';
const EXPORTER = 'neural-figure-export.js';

/** @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8');

/** @param {string} file @param {string | Uint8Array} content */
function write(file, content) {
  const path = join(dist, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const core = readFileSync(join(www, 'pkg', WASM));
const { version, license, description, repository, homepage } = JSON.parse(process.env.PACKAGE ?? '{}');

/**
 * Another www/source.js, and what stands before the code.
 * @typedef {{ head: string, module: string }} Source
 */

/** @param {string} here  the address of the script or page, as an expression @param {string} script  and of the element's */
const places = (here, script) => `const here = ${here};
export const script = () => ${script};
export const home = () => /^(https?|file):/.test(here) ? new URL('./', here).href : '';
export const exporter = () => home() && home() + '${EXPORTER}';
export const VIEWS_FILE = '${VIEWS}';`;

/** What is loaded on demand, beside the code. */
const VIEWS_BESIDE = `export const views = () => import('./${VIEWS}');`;

/** The core beside the code. @param {string} script @returns {Source} */
const beside = (script) => ({
  head: '',
  module: `export const source = () => new URL('./${WASM}', import.meta.url);
${VIEWS_BESIDE}
${places('import.meta.url', script)}`,
});

/**
 * The core in the code, packed: as base64 alone it would be a third larger after gzip. It stands before all code, because
 * gzip finds no repetition across it.
 * @param {string} here
 * @param {string} script
 * @param {string} views
 * @returns {Source}
 */
const inside = (here, script, views = VIEWS_BESIDE) => ({
  head: `const neuralFigureCore='${readFileSync(process.env.PACKED ?? '', 'base64')}';`,
  module: `const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const unpack = (packed) =>
  new Response(Uint8Array.fromBase64?.(packed) ?? bytesOf(packed)).body.pipeThrough(new DecompressionStream('gzip'));
export const source = () =>
  new Response(unpack(neuralFigureCore), { headers: { 'content-type': 'application/wasm' } });
${views}
${places(here, script)}`,
});

/** The name and the place of what is loaded on demand within a page that holds everything. */
const VIEWS_NAME = 'neuralFigureViews';

/**
 * There it is packed and inert until it is asked for, at the end of the page: the figure does not wait for it. A module would
 * be another origin's in a sandbox, a script is not.
 */
const VIEWS_WITHIN = `export const views = async () => {
  if (document.readyState === 'loading') await new Promise((come) => addEventListener('DOMContentLoaded', come));
  const script = document.createElement('script');
  script.textContent = await new Response(unpack(document.getElementById('${VIEWS_NAME}').textContent)).text();
  document.head.append(script);
  return window.${VIEWS_NAME};
};`;

/**
 * Bundles a module of www/, with another way to the core.
 * @param {string} entry
 * @param {Source} source
 * @param {'esm' | 'iife'} format
 * @param {string} [globalName]  of what it exports
 */
async function bundle(entry, source, format = 'esm', globalName = undefined) {
  const notice = `/*! neural-figure ${version}, ${license}; what it holds of others: THIRD-PARTY.txt */`;
  const { outputFiles = [] } = await build({
    entryPoints: [join(www, entry)],
    bundle: true,
    minify: true,
    format,
    globalName,
    target: 'es2022',
    charset: 'utf8',
    write: false,
    legalComments: 'none',
    plugins: [
      {
        name: 'www',
        setup({ onLoad, onResolve }) {
          // Whoever wants only its table of options gets only that.
          onResolve({ filter: /\/wasm\.js$/ }, ({ path, resolveDir }) => ({
            path: join(resolveDir, path),
            sideEffects: false,
          }));
          onResolve({ filter: new RegExp(`/${VIEWS}$`) }, ({ path }) => ({ path, external: true }));
          onLoad({ filter: /[\\/]www[\\/]source\.js$/ }, () => ({ contents: source.module }));
          onLoad({ filter: /[\\/]styles(\.js|[\\/].*\.js)$/ }, async ({ path }) => ({
            contents: await shortStyles(path),
          }));
          onLoad({ filter: /[\\/]pkg[\\/]options\.js$/ }, () => ({ contents: shortOptions(entry) }));
          onLoad({ filter: /[\\/]pkg[\\/]neural_figure\.js$/ }, () => ({
            contents: shortBindings(source.head !== ''),
          }));
        },
      },
    ],
  });
  // 4 to 5 % smaller after gzip than what esbuild leaves, the core apart.
  const { code } = await minify(outputFiles[0].text, {
    module: format === 'esm',
    ecma: 2022,
    compress: { ecma: 2022, passes: 4 },
    mangle: true,
  });
  const head = format === 'esm' ? `${notice}\n${source.head}` : source.head;
  // What is loaded from beside this file when it is asked for is no concern of the bundler of a page.
  return head + code.replaceAll(/\bimport\((?=\w+\))/g, 'import(/* @vite-ignore *//* webpackIgnore: true */');
}

/** A style sheet within a module is only text to a minifier of modules. @param {string} path */
async function shortStyles(path) {
  const module = readFileSync(path, 'utf8');
  const css = module.slice(module.indexOf('`') + 1, module.lastIndexOf('`'));
  const { code } = await transform(css, { loader: 'css', minify: true, target: 'es2022' });
  return module.replace(css, () => code.replaceAll('\\', '\\\\').trim());
}

/**
 * The bindings without what never runs: www/wasm.js hands over no address, and all browsers that have WeakRef have finalizers.
 * @param {boolean} isInside  whether the core is, so that no server can be wrong about it
 */
function shortBindings(isInside) {
  const ofFetching = [
    [/ {8}if \(!module\.ok\) \{[^]*?\n {8}\}\n/, ''],
    [/ {16}const validResponse[^]*?else \{ throw e; \}/, 'throw e;'],
    [/ {4}function expectedResponseType[^]*?\n {4}\}\n/, ''],
  ];
  return [
    ...(isInside ? ofFetching : []),
    [/ {4}if \(module_or_path !== undefined\) \{[^]*?\n {4}\}\n/, '({ module_or_path } = module_or_path);'],
    [/ {4}if \(typeof module_or_path === 'string'[^]*?\n {4}\}\n/, ''],
    [/ {4}if \(realloc === undefined\) \{[^]*?\n {4}\}\n/, ''],
    [/\(typeof FinalizationRegistry === 'undefined'\)[^]*?: (?=new )/g, ''],
  ].reduce((bindings, [unused, rest]) => {
    const short = bindings.replace(unused, /** @type {string} */ (rest));
    if (short === bindings) throw new Error(`expected the bindings to hold ${unused}`);
    return short;
  }, read('www/pkg/neural_figure.js'));
}

/**
 * The tables without what follows: what a value has to be is said by the core, and by the types; an attribute by its name.
 * Gates are listed by the settings alone, which are loaded on demand.
 * @param {string} entry
 */
function shortOptions(entry) {
  const { OPTIONS, ...words } = tables;
  const rows = OPTIONS.map(({ attribute, expected, name, restarts, type, gates, ...more }) => [
    name,
    type,
    restarts,
    entry === 'views/on-demand.js' ? { ...more, gates } : more,
  ]);
  const row = `([name, type, restarts, more]) =>
    ({ name, type, restarts, attribute: name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase()), ...more })`;
  return [
    `export const OPTIONS = Object.freeze(${JSON.stringify(rows)}.map(${row}));`,
    ...Object.entries(words).map(([name, table]) => `export const ${name} = Object.freeze(${JSON.stringify(table)});`),
  ].join('\n');
}

rmSync(dist, { recursive: true, force: true });

/** A script that is the element's own, and one beside which that is. */
const ITSELF = 'home() && here';
const BESIDE_IT = 'home() && `${home()}neural-figure.js`';

write('neural-figure.js', await bundle('neural-figure.js', inside('import.meta.url', ITSELF)));
write('neural-figure.split.js', await bundle('neural-figure.js', beside(ITSELF)));
write(WASM, core);
/** What has no core, and is told where things are. */
const NOTHING = { head: '', module: 'export const source = () => {};' };
write(VIEWS, await bundle('views/on-demand.js', NOTHING));
write(EXPORTER, await bundle('export/index.js', NOTHING));

// A classic script at the end of the page: it runs from file:// and in a sandbox, where a module is another origin's.
const within = await bundle('views/on-demand.js', NOTHING, 'iife', VIEWS_NAME);
const packed = gzipSync(within, { level: 9 }).toString('base64');
const inline = (await bundle('embed.js', inside('document.baseURI', BESIDE_IT, VIEWS_WITHIN), 'iife')).replaceAll(
  '</script',
  '<\\/script',
);
write(
  'embed.html',
  read('www/embed.html')
    .replace(/ *<link rel="icon".*\n/, '')
    .replace(/<link rel="stylesheet" href="embed.css">/, () => `<style>${read('www/embed.css').trim()}</style>`)
    .replace(/ *<(script|link rel="preload").*\n/g, '')
    .replace(
      '</body>',
      () =>
        `<script>${inline}</script>\n    <script type="text/plain" id="${VIEWS_NAME}">${packed}</script>\n  </body>`,
    ),
);
write('embed-host.js', read('www/embed-host.js'));

/** A page of the lesson, with its modules in one file; its card has to have a whole address. @param {string} file @param {string} up */
const page = (file, up) =>
  write(
    `site/${file}`,
    read(`www/${file}`)
      .replace(`${up}pkg/${WASM}`, `${up}${WASM}`)
      .replace(/(?<=<meta property="og:image" content=")[^"]*/, (card) => new URL(card, new URL(file, homepage)).href),
  );
for (const file of ['index.html', 'questions.html']) {
  page(file, '');
  page(`ko/${file}`, '../');
}
write('site/page.js', await bundle('page.js', beside(BESIDE_IT)));
write(`site/${WASM}`, core);
write('site/page.css', (await transform(read('www/page.css'), { loader: 'css', minify: true, target: 'es2022' })).code);
write('site/icon.svg', read('www/icon.svg'));
for (const file of ['embed.html', 'embed-host.js', 'neural-figure.js', VIEWS, EXPORTER])
  cpSync(join(dist, file), join(dist, 'site', file));

write('neural-figure.d.ts', types());
write('custom-elements.json', `${JSON.stringify(manifest(), null, 2)}\n`);
const files = readdirSync(dist).filter((file) => /\.(js|wasm|html)$/.test(file));
const integrity = (/** @type {string} */ file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(dist, file)))
    .digest('base64')}`;
write(
  'integrity.json',
  `${JSON.stringify(Object.fromEntries(files.map((file) => [file, integrity(file)])), null, 2)}\n`,
);
/** What the package holds beside its README. */
const PACKED = [
  ...files,
  'neural-figure.d.ts',
  'custom-elements.json',
  'integrity.json',
  'poster.png',
  'snippets',
  'LICENSE-MIT',
  'LICENSE-APACHE',
  'THIRD-PARTY.txt',
];
write(
  'package.json',
  `${JSON.stringify(
    {
      name: 'neural-figure',
      version,
      description,
      license,
      homepage,
      repository: { type: 'git', url: `git+${repository}.git` },
      type: 'module',
      main: './neural-figure.js',
      types: './neural-figure.d.ts',
      customElements: './custom-elements.json',
      exports: {
        '.': { types: './neural-figure.d.ts', default: './neural-figure.js' },
        './split': { types: './neural-figure.d.ts', default: './neural-figure.split.js' },
        './*': './*',
      },
      files: PACKED,
      sideEffects: true,
    },
    null,
    2,
  )}\n`,
);
/** The README's links name files of the repository: here the package's own, or else the repository's at its address. */
const readme = read('README.md').replaceAll(/\]\((?!\w+:|#)([^)]+)\)/g, (_, path) => {
  const own = path.replace(/^(www|package)\//, '');
  return `](${PACKED.includes(own) ? own : `${repository}/blob/HEAD/${path}`})`;
});
write('README.md', readme);
for (const file of ['LICENSE-MIT', 'LICENSE-APACHE']) cpSync(join(root, file), join(dist, file));
cpSync(process.env.NOTICES ?? '', join(dist, 'THIRD-PARTY.txt'));
cpSync(join(root, 'package/snippets'), join(dist, 'snippets'), { recursive: true });

/** Bytes as a server sends them. @param {string} file  below dist/ */
const gzip = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

// The budgets are in xtask/src/size.rs.
const lesson = ['index.html', 'page.js', 'page.css', 'icon.svg', WASM].map((file) => gzip(`site/${file}`));
const sizes = {
  lesson: lesson.reduce((sum, size) => sum + size),
  file: gzip('neural-figure.js'),
  core: gzip(WASM),
  views: gzip(VIEWS),
  export: gzip(EXPORTER),
};
write('sizes.json', `${JSON.stringify(sizes)}\n`);
