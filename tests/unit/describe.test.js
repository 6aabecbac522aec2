// What editors are told of the element, held to the element.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { manifest, types } from '../../package/describe.js';
import { NeuralFigure } from '../../www/figure/element.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (/** @type {string} */ file) => readFileSync(root + file, 'utf8');
const [{ declarations }] = manifest().modules;
const [described] = declarations;

test('every property and method is declared, and no other', () => {
  const own = Object.getOwnPropertyNames(NeuralFigure.prototype);
  const names = own.filter((name) => name !== 'constructor' && !name.endsWith('Callback'));
  const declared = [...types().matchAll(/^ {2}(?:readonly |get )?(\w+)(?:\(.*\))?: /gm)].map(([, name]) => name);
  const inClass = declared.slice(declared.indexOf('data'));
  assert.deepEqual([...new Set(inClass)].sort(), names.sort());
  assert.deepEqual(described.members.map(({ name }) => name).sort(), names.sort());
});

test('a figure is set and heard as its types say', () => {
  const example = `
    const figure = document.createElement('neural-figure');
    figure.data = [[0, 0, 1]]; figure.layers = [4, 2]; figure.weights = [{ W: [[1]] }]; figure.seed = null;
    figure.batch = 'full'; figure.batch = 4; figure.until = 0.5; figure.loss = 'squared-error'; figure.label = 'A gate';
    figure.views = 'loss table'; figure.compare = 'activation=tanh|seed=7';
    figure.addEventListener('figure-error', ({ detail }) => detail.message.length);
    document.addEventListener('figure-progress', ({ detail }) => detail.epoch + figure.loss);
    window.addEventListener('figure-finish', ({ detail }) => detail.outcome === 'solved');
    // @ts-expect-error
    figure.activation = 'rellu';
    // @ts-expect-error
    figure.epoch = 5;`;
  const sources = { 'example.ts': `import './neural-figure.js';${example}`, 'neural-figure.d.ts': types() };
  assert.equal(typeErrors(sources), '');
});

test('every attribute is declared', () => {
  const names = described.attributes.map(({ name }) => name);
  // `lang` is HTML's own.
  assert.deepEqual(names.sort(), NeuralFigure.observedAttributes.filter((name) => name !== 'lang').sort());
});

test('every part is declared, and in README', () => {
  const files = ['www/figure', 'www/views'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true }).map((file) => `${folder}/${file}`),
  );
  const sources = files.filter((file) => file.endsWith('.js') && !file.includes('/locales/')).map(read);
  const parts = new Set(sources.flatMap((text) => [...text.matchAll(/\bpart: '([\w-]+)'/g)].map(([, part]) => part)));
  assert.deepEqual(described.cssParts.map(({ name }) => name).sort(), [...parts].sort());
  const [, list] = read('README.md').match(/through the parts ([^]*?) and the properties/) ?? ['', ''];
  assert.deepEqual([...list.matchAll(/`([\w-]+)`/g)].map(([, part]) => part).sort(), [...parts].sort());
});

/** What the compiler finds wrong in these files. @param {Record<string, string>} sources */
function typeErrors(sources) {
  const folder = mkdtempSync(`${tmpdir()}/types-`);
  try {
    for (const [file, text] of Object.entries(sources)) writeFileSync(`${folder}/${file}`, text);
    const compiler = `${root}tests/node_modules/typescript/bin/tsc`;
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'es2022', '--types', ''];
    const { stdout } = spawnSync(process.execPath, [compiler, ...options, `${folder}/example.ts`], {
      encoding: 'utf8',
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
