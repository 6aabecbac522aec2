// What a reader takes along: data and names of files, and the compression of GIFs against a reader of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf, fileName, jsonOf } from '../../www/export/data.js';
import { compress } from '../../www/export/gif.js';
import { titleOf } from '../../www/export/picture.js';
import en from '../../www/figure/locales/en.js';
import { nest } from '../../www/figure/snapshot/parameters.js';
import { load } from '../../www/wasm.js';
import { snapshotOf } from './clockwork.js';

const { Trainer } = await load();

/** A run of 400 epochs whose rate changes at 100, gone back to 300: the snapshot, and its trainer. @param {object} [data] */
function run(data = {}) {
  const settings = { seed: 42, activation: 'tanh', layers: '3', epochs: 400, ...data };
  const trainer = new Trainer(settings);
  trainer.step(100);
  trainer.configure({ ...settings, learningRate: 0.4 });
  trainer.step(300);
  trainer.seek(300);
  const snapshot = snapshotOf(trainer);
  return { trainer, snapshot };
}

test('JSON has what the run needs to be repeated', () => {
  const { trainer, snapshot } = run();
  const { settings, learningRates, epoch, loss, parameters, predictions } = JSON.parse(jsonOf(snapshot));
  const [[, first], ...changes] = learningRates;
  const again = new Trainer({ ...settings, learningRate: first });
  for (const [from, learningRate] of changes) {
    again.seek(from);
    again.configure({ ...settings, learningRate });
  }
  again.seek(epoch);
  assert.deepEqual([epoch, again.epoch], [300, 300]);
  assert.equal(again.loss, loss);
  assert.deepEqual(nest(again.parameters(), settings.layers), parameters);
  assert.deepEqual([...again.predictions()], predictions);
  again.free();
  trainer.free();
});

test('a picture is titled as the figure calls its data', () => {
  const locale = /** @type {any} */ ({ words: en });
  for (const [data, name] of [['not-x1', 'NOT X1'], ['xor', 'XOR'], ['circle', en.choices.circle], ['[[0,0,1]]', en.ownData]]) {
    const { trainer, snapshot } = run({ data });
    assert.equal(titleOf(snapshot, locale).split(' · ')[0], name);
    trainer.free();
  } // prettier-ignore
});

test('CSV has the loss of the whole record', () => {
  const { trainer, snapshot } = run();
  const [head, ...rows] = csvOf(snapshot).trimEnd().split('\n');
  assert.equal(head, 'epoch,loss');
  assert.equal(rows.length, 401);
  for (const at of [0, 100, 300, 400]) {
    trainer.seek(at);
    assert.equal(rows[at], `${at},${trainer.loss}`);
  }
  trainer.free();
});

test('CSV ends with the present epoch, which a long record passes over', () => {
  for (const settings of [{}, CLOUD]) {
    const trainer = new Trainer({ seed: 42, epochs: 2999, ...settings });
    trainer.step(2999);
    assert.ok(trainer.lossStride > 1);
    const snapshot = snapshotOf(trainer);
    const { epoch, loss, testLoss } = snapshot;
    const test = settings === CLOUD ? `,${testLoss}` : '';
    assert.deepEqual(csvOf(snapshot).trimEnd().split('\n').slice(-1), [`${epoch},${loss}${test}`]);
    trainer.free();
  }
});

const CLOUD = { data: 'circle', points: 30, noise: 0.2, testShare: 0.3 };

test('CSV and JSON have the loss of what is held out', () => {
  const { trainer, snapshot } = run(CLOUD);
  const [head, ...rows] = csvOf(snapshot).trimEnd().split('\n');
  assert.equal(head, 'epoch,loss,test_loss');
  for (const at of [0, 100, 300, 400]) {
    trainer.seek(at);
    assert.equal(rows[at], `${at},${trainer.loss},${trainer.testLoss}`);
  }
  trainer.seek(300);
  const { testLoss, heldOut } = JSON.parse(jsonOf(snapshot));
  assert.equal(testLoss, trainer.testLoss);
  assert.deepEqual(heldOut, [...trainer.heldOut()]);
  trainer.free();
});

test('a snapshot of the past still knows what was held out', () => {
  const { trainer, snapshot } = run(CLOUD);
  const [loss, predictions, trace] = [trainer.testLoss, [...trainer.testPredictions()], [...trainer.testLossTrace()]];
  snapshot.settle();
  trainer.reset();
  trainer.configure({ seed: 1 });
  assert.equal(snapshot.testLoss, loss);
  assert.deepEqual([[...snapshot.testPredictions], [...snapshot.testLossTrace]], [predictions, trace]);
  assert.equal(trace.length, 401);
  trainer.free();
});

test('a snapshot of the past still knows the rates, and begins the run again', () => {
  const { trainer, snapshot } = run();
  snapshot.settle();
  trainer.reset();
  trainer.configure({ seed: 1 });
  assert.deepEqual(snapshot.rates, [{ epoch: 0, rate: 0.1 }, { epoch: 100, rate: 0.4 }]); // prettier-ignore
  const again = snapshot.restart();
  assert.equal(again.epoch, 0);
  assert.deepEqual([...again.rates()], [0, 0.1]);
  again.free();
  trainer.free();
});

test('names of files tell the settings', () => {
  const name = (/** @type {object} */ settings, /** @type {number | undefined} */ epoch = undefined) => {
    const trainer = new Trainer({ seed: 42, ...settings });
    const config = /** @type {any} */ (trainer.config);
    trainer.free();
    return fileName({ config, epoch }, 'gif');
  };
  assert.equal(name({}), 'neural-figure-xor-sigmoid-seed-42.gif');
  assert.equal(name({ data: '0001', layers: '4,2' }, 7), 'neural-figure-and-4-2-sigmoid-seed-42-epoch-7.gif');
  assert.equal(
    name({ data: 'moons', noise: 0.1, testShare: 0.3 }),
    'neural-figure-moons-200-noise-0.1-test-0.3-sigmoid-seed-42.gif',
  );
  assert.equal(name({ noise: 0.1, testShare: 0.3 }), 'neural-figure-xor-sigmoid-seed-42.gif');
  assert.equal(
    name({ layers: '0', init: 'zero', optimizer: 'adam' }),
    'neural-figure-xor-no-layers-zero-adam-seed-42.gif',
  );
  assert.equal(
    name({ data: [[0, 0, 1]], activation: 'relu', weights: '[[1 2][3 4]] [[0][0]] [[1][2]] [[0]]' }),
    'neural-figure-points-relu-weights.gif',
  );
});

/** GIF's codes as they are read: Lempel, Ziv and Welch's sequences of pixels, written out. @param {Uint8Array} bytes */
function decompress(bytes) {
  /** @type {number[]} */
  const pixels = [];
  /** @type {number[][]} */
  let table = [];
  /** @type {number[] | null} */
  let last = null;
  let [size, at] = [9, 0];
  for (;;) {
    let code = 0;
    for (let bit = 0; bit < size; bit++, at++) code |= ((bytes[at >> 3] >> (at & 7)) & 1) << bit;
    if (code === 257) break;
    if (code === 256) {
      table = Array.from({ length: 258 }, (_, i) => [i]);
      [size, last] = [9, null];
      continue;
    }
    /** @type {number[]} */
    const entry = table[code] ?? [...(last ?? []), (last ?? [])[0]];
    if (last && table.length < 4096) table.push([...last, entry[0]]);
    if (table.length === 1 << size && size < 12) size++;
    pixels.push(...entry);
    last = entry;
  }
  assert.equal(Math.ceil(at / 8), bytes.length);
  return pixels;
}

test('compressed pixels are read back, through full tables too', () => {
  let state = 1;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const kinds = [
    [5],
    [1, 1, 1, 1, 1],
    Array.from({ length: 3000 }, () => 255),
    // The code lengths change, and then the table is full, at every place that there is.
    ...[250, 254, 255, 256, 257, 3836, 3837, 3838, 3839, 3840, 3841].map((length) =>
      Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) % 256),
    ),
    Array.from({ length: 60_000 }, () => random(256)),
    Array.from({ length: 60_000 }, () => random(3)),
    Array.from({ length: 60_000 }, (_, i) => Math.floor(i / 300) % 9),
  ];
  for (const pixels of kinds) assert.deepEqual(decompress(compress(Uint8Array.from(pixels))), pixels);
});
