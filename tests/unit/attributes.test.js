import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nearMiss, written } from '../../www/figure/attributes.js';
import { OPTIONS } from '../../www/wasm.js';

test('a setting is written as its attribute has it', () => {
  assert.equal(written([]), '0');
  assert.equal(written([4, 2]), '4,2');
  assert.equal(written([[0, 1, 1]]), '[[0,1,1]]');
  assert.equal(written([{ W: [[1]] }]), '[{"W":[[1]]}]');
  assert.equal(written(0.1), '0.1');
  assert.equal(written('xor'), 'xor');
});

// package/bundle.js writes the names alone.
test('the attribute of each option is its name in kebab-case', () => {
  for (const { name, attribute } of OPTIONS) {
    assert.equal(
      attribute,
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    );
  }
});

test('a misspelt name is known by the one that was meant, and others by none', () => {
  const known = OPTIONS.map(({ attribute }) => attribute);
  assert.equal(nearMiss('activaton', known), 'activation');
  assert.equal(nearMiss('learningrate', known), 'learning-rate');
  assert.equal(nearMiss('optimiser', known), 'optimizer');
  for (const name of ['activation', 'data-theme', 'aria-label', 'class', 'onclick', 'x', 'theme', 'v-if'])
    assert.equal(nearMiss(name, known), undefined, name);
});

test('what README begins with is the snippet that is tried on pages', () => {
  const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  assert.equal(read('README.md').match(/```html\n([^]*?)```/)?.[1], read('package/snippets/html.html'));
});

test('README has a row for every option, with the words that it takes', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const { attribute, choices } of OPTIONS) {
    const [row] = readme.match(new RegExp(`^\\|.*\`${attribute}\`.*`, 'm')) ?? [''];
    assert.ok(row, attribute);
    for (const word of choices ?? []) assert.match(row, new RegExp(`[\` ]${word}[\` ]`), `${attribute}: ${word}`);
  }
});
