// What editors are told of the element, held to the element.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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
