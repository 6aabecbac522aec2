import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLight, palette } from '../../www/draw/palette.js';

test('a palette goes from the tint of 0 over nothing to the tint of 1', () => {
  const bytes = new Uint8Array(palette([245, 147, 34], [8, 119, 189]).buffer);
  const colour = (/** @type {number} */ level) => [...bytes.slice(4 * level, 4 * level + 4)];
  assert.deepEqual(colour(0), [245, 147, 34, 158]);
  assert.deepEqual(colour(255), [8, 119, 189, 158]);
  for (let level = 1; level < 256; level++) {
    const fades = level < 128;
    const [before, now] = [colour(level - 1)[3], colour(level)[3]];
    assert.ok(fades ? now <= before : now >= before, `level ${level}`);
  }
  assert.equal(colour(127)[3], colour(128)[3]);
  assert.ok(colour(127)[3] <= 1);
});

test('a tint that is transparent is so in the palette', () => {
  const bytes = new Uint8Array(palette([255, 0, 0, 127.5], [0, 0, 0, 0]).buffer);
  assert.deepEqual([bytes[3], bytes[4 * 255 + 3]], [79, 0]);
});

test('light is as the eye sees it', () => {
  assert.deepEqual(
    [
      [255, 255, 255],
      [0, 0, 0],
      [255, 255, 0],
      [0, 0, 255],
    ].map((colour) => isLight(/** @type {any} */ (colour))),
    [true, false, true, false],
  );
});
