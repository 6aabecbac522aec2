/**
 * The golden numbers of NumPy (golden/README.md) through the very files that a page loads: www/wasm.js and the optimised
 * module, in Node, whose engine is Chromium's.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import init from '../www/pkg/neural_figure.js';
import { load } from '../www/wasm.js';

/**
 * @typedef {{loss: number, predictions: number[], parameters: number[]}} State
 * @typedef {{
 *   config: Record<string, string | number>,
 *   initial: State & {gradients: number[]},
 *   states: (State & {epoch: number, loose?: boolean})[],
 *   axis: number[], field: number[], scatter: string,
 * }} Golden
 * @typedef {{config: Record<string, unknown>, states: {epoch: number, hash: string}[], losses: string, picture: string}} Hashes
 */

/** Another exp than NumPy's is an ulp off here and there; no run here makes more than this of it. */
const CLOSE = 1e-9;

/** @param {string} name */
function read(name) {
  const cases = JSON.parse(readFileSync(new URL(`./golden/${name}.json`, import.meta.url), 'utf8'));
  assert(cases.length > 0, `${name}.json holds no case`);
  return cases;
}

/** @type {(name: string) => Golden[]} */
const goldens = read;

/** @param {ArrayLike<number>} actual @param {number[]} expected @param {string} what */
function close(actual, expected, what) {
  assert.equal(actual.length, expected.length, `${what}: length`);
  expected.forEach((value, i) => {
    const error = Math.abs(actual[i] - value) / Math.max(1, Math.abs(value));
    assert.ok(error <= CLOSE, `${what}[${i}]: expected ${value}, got ${actual[i]}`);
  });
}

/** The bound of work per call may cut a step short. @param {import('../www/pkg/neural_figure.js').Trainer} trainer @param {number} epoch */
function stepTo(trainer, epoch) {
  while (trainer.epoch < epoch) {
    assert.ok(trainer.step(epoch - trainer.epoch) > 0, 'a step goes on');
  }
}

test('a failed load is tried again by the next, and one that worked is shared', async () => {
  await assert.rejects(load(new URL('./no-such.wasm', import.meta.url)));
  await assert.rejects(load(new Uint8Array([0, 97, 115, 109])));
  assert.equal(load(), load());
  await load();
});

test('a layer with another field than W and B loses nothing: its text is read by its names, as an object it is refused', async () => {
  const { Trainer } = await load();
  const wanted = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  for (const [w, b] of [
    ['W', 'B'],
    ['W', 'b'],
    ['w', 'b'],
    ['W', 'bias'],
    ['weights', 'biases'],
    ['kernel', 'bias'],
  ]) {
    const layers = [
      { [w]: [[1, 2], [3, 4]], [b]: [[5], [6]] },
      { [w]: [[7], [8]], [b]: [[9]] },
    ]; // prettier-ignore
    const trainer = new Trainer({ weights: JSON.stringify(layers), seed: 1 });
    assert.deepEqual([...trainer.parameters()], wanted, `${w}, ${b}`);
    trainer.free();
    if (b !== 'B') assert.throws(() => new Trainer({ weights: layers, seed: 1 }), { option: 'weights' }, `${w}, ${b}`);
  }
});

test('no curvature is computed of a large network whose work exceeds 32 bits', async () => {
  const { Trainer } = await load();
  // What is loaded already is given again.
  const { memory } = await init({ module_or_path: new Uint8Array() });
  // 2,101 parameters, squared, times 973 points are 4,295,017,573: 50,277 beyond 2^32. The Hessian would take 35 MB.
  const trainer = new Trainer({
    data: 'circle',
    points: 973,
    layers: '28,32,32',
    activation: 'tanh',
    init: 'uniform',
    deviation: 0.001,
    seed: 1,
  });
  const before = memory.buffer.byteLength;
  assert.equal(trainer.outcome, 'plateau');
  assert.ok(memory.buffer.byteLength - before < 1 << 20, `${memory.buffer.byteLength - before} bytes`);
});

test('1,000 points are taken; of 1,001 none is left out, they are refused', async () => {
  const { Trainer } = await load();
  const points = (/** @type {number} */ length) => Array.from({ length }, (_, i) => [i % 23, i % 29, i % 2]);
  for (const write of [(/** @type {unknown} */ data) => data, JSON.stringify]) {
    const trainer = new Trainer({ data: write(points(1000)), seed: 1 });
    assert.equal(trainer.predictions().length, 1000);
    trainer.free();
    assert.throws(() => new Trainer({ data: write(points(1001)), seed: 1 }), /data: expected .* 1 to 1000 points/);
  }
});

test('layers with fields of other names are told as objects', async () => {
  const { Trainer } = await load();
  assert.throws(() => new Trainer({ weights: [{ w: [[1]] }, { w: [[2]] }] }), /got \[{\.\.\.},{\.\.\.}\]$/);
});

test('clouds are drawn as natively, and tell what is held out', async () => {
  const { Trainer } = await load();
  for (const { config, rows, heldOut } of read('clouds')) {
    const trainer = new Trainer(config);
    close(trainer.points(), rows.flat(), JSON.stringify(config));
    assert.deepEqual([...trainer.heldOut()], heldOut);
    assert.equal(trainer.testPredictions().length, heldOut.length);
    trainer.free();
  }
});

for (const name of ['trajectories', 'full_runs', 'boundaries']) {
  test(`${name}: the states that NumPy reaches`, async () => {
    const { Trainer } = await load();
    for (const { config, initial, states } of goldens(name)) {
      const what = JSON.stringify(config);
      const trainer = new Trainer(config);
      if (initial) {
        assert.deepEqual([...trainer.parameters()], initial.parameters, `${what}: the same draws, bit for bit`);
        close([trainer.loss], [initial.loss], `${what} loss`);
        close(trainer.predictions(), initial.predictions, `${what} predictions`);
        close(trainer.gradients(), initial.gradients, `${what} gradients`);
      }
      for (const { epoch, loose, ...state } of states) {
        if (loose) continue;
        stepTo(trainer, epoch);
        close([trainer.loss], [state.loss], `${what} at ${epoch}: loss`);
        close(trainer.predictions(), state.predictions, `${what} at ${epoch}: predictions`);
        close(trainer.parameters(), state.parameters, `${what} at ${epoch}: parameters`);
      }
      trainer.free();
    }
  });
}

test('pictures of very many units have a bound', async () => {
  const { Trainer } = await load();
  const trainer = new Trainer({ seed: 42, layers: Array(8).fill(32) });
  const canvas = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ ({ putImageData() {} }));
  assert.throws(
    () => trainer.paintUnits(canvas, 512, new Uint32Array(256)),
    /^Error: size: expected at most 4194304 pixels/,
  );
  trainer.step(1);
  assert.equal(trainer.epoch, 1);
  trainer.free();
});

test('the picture of the post, dot for dot', async () => {
  const { Trainer } = await load();
  for (const { config, states, scatter } of goldens('boundaries')) {
    const trainer = new Trainer(config);
    stepTo(trainer, states[states.length - 1].epoch);
    assert.equal(trainer.scatter().join(''), scatter, JSON.stringify(config));
    trainer.free();
  }
});

/** FNV-1a, 64 bits, over the bytes of the doubles, the low byte first. @param {ArrayLike<number>[]} lists */
function hash(...lists) {
  let hash = 0xcbf29ce484222325n;
  for (const list of lists) {
    for (const byte of new Uint8Array(Float64Array.from(list).buffer)) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}

/**
 * What a trainer hands to a canvas, which Node has not: the index in the palette of each pixel; and the decision boundary.
 * @param {import('../www/pkg/neural_figure.js').Trainer} trainer @param {number} side
 */
function picture(trainer, side) {
  /** @type {Uint32Array | undefined} */
  let pixels;
  const scope = /** @type {{ImageData?: unknown}} */ (globalThis);
  scope.ImageData = class {
    /** @param {Uint8ClampedArray} bytes */
    constructor(bytes) {
      pixels = new Uint32Array(bytes.slice().buffer);
    }
  };
  const canvas = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ ({ putImageData() {} }));
  const contour = trainer.paint(
    canvas,
    side,
    Uint32Array.from({ length: 256 }, (_, shade) => shade),
  );
  delete scope.ImageData;
  assert.equal(pixels?.length, side * side);
  return [/** @type {Uint32Array} */ (pixels), contour];
}

test('every trajectory has the hash that it has on every machine', async () => {
  const { Trainer } = await load();
  for (const expected of /** @type {Hashes[]} */ (read('hashes'))) {
    const trainer = new Trainer(expected.config);
    const states = expected.states.map(({ epoch }) => {
      stepTo(trainer, epoch);
      return { epoch, hash: hash(trainer.parameters(), [trainer.loss], trainer.predictions(), trainer.gradients()) };
    });
    const losses = hash(trainer.lossTrace(), trainer.testLossTrace());
    const found = { config: expected.config, states, losses, picture: hash(...picture(trainer, 32)) };
    assert.deepEqual(found, expected);
    trainer.free();
  }
});
