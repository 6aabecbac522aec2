/**
 * The Sweep of the module that a page loads: what single runs give, what `cargo xtask sweep` prints, and words for what it
 * does not take.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { load, OPTIONS } from '../www/wasm.js';

/**
 * @typedef {InstanceType<import('../www/wasm.js').Core['Sweep']>} Sweep
 * @typedef {import('../www/types.js').SweptRun} SweptRun
 */

const { Sweep, Trainer } = await load();
const CASES = { numRuns: Number(process.env.PROPTEST_CASES ?? 100) };

/** @param {Sweep} sweep */
function finish(sweep) {
  while (sweep.progress < 1) sweep.step(100_000);
}

/** @type {(sweep: Sweep) => SweptRun[]} */
const runsOf = (sweep) => sweep.runs();

/** What `cargo xtask sweep` prints of every run. @param {Record<string, unknown>} config @param {number} starts */
function native(config, starts) {
  const attribute = (/** @type {string} */ name) => OPTIONS.find((option) => option.name === name)?.attribute;
  const options = Object.entries(config).flatMap(([name, value]) => [`--${attribute(name)}`, String(value)]);
  const run = ['run', '--quiet', '--package', 'sweep', '--', '--json', '--seeds', String(starts), ...options];
  return JSON.parse(execFileSync(process.env.CARGO ?? 'cargo', run, { encoding: 'utf8', maxBuffer: 1 << 24 }));
}

/** More points than a number has bits, whose coordinates need all of their 17 digits. */
const POINTS = Array.from({ length: 70 }, (_, i) => [
  Math.cos(i) * i * 0.01,
  Math.sin(1.7 * i) * i * 0.01,
  +(i % 3 === 0),
]);

/** Where runs solve at different times, are stuck in two minima, on a plateau, ended by themselves, and diverged. */
const SETTINGS = [
  { activation: 'tanh', epochs: 5000 },
  { activation: 'tanh', deviation: 1, epochs: 10_000 },
  { activation: 'sigmoid', epochs: 40_000, seed: 4_294_967_290 },
  { activation: 'tanh', layers: '3', optimizer: 'adam', init: 'normal', deviation: 1, learningRate: 0.01, epochs: 3000 },
  { activation: 'relu', layers: '4,2', init: 'he-normal', gradientScale: 'mean', epochs: 3000 },
  { activation: 'relu', output: 'linear', loss: 'squared-error', init: 'normal', deviation: 1, learningRate: 5, epochs: 300 },
  { activation: 'tanh', batch: 1, order: 'shuffled', learningRate: 0.5, until: 'solved', epochs: 3000 },
  { data: '[[0,0,0],[0,1,1],[1,0,1],[1,1,0],[0.5,0.5,1]]', layers: '4', activation: 'tanh', epochs: 3000 },
  { data: JSON.stringify(POINTS), layers: '4', activation: 'tanh', init: 'normal', deviation: 1, gradientScale: 'mean', epochs: 40 },
]; // prettier-ignore

test('the counts in the browser are those of the command', () => {
  const seen = new Set();
  for (const config of SETTINGS) {
    const sweep = new Sweep({ seed: 0, ...config }, 60);
    finish(sweep);
    const runs = runsOf(sweep);
    const plain = runs.map(({ minimum, reason, solvedAt, ...run }) => ({
      ...run,
      reason: reason || null,
      solvedAt: Number.isNaN(solvedAt) ? null : solvedAt,
    }));
    assert.deepEqual(plain, native(config, 60), JSON.stringify(config));
    for (const { outcome, loss, minimum } of runs) {
      seen.add(outcome);
      assert.equal(minimum <= loss, outcome === 'stuck');
    }
    sweep.free();
  }
  assert.deepEqual([...seen].sort(), ['diverged', 'learning', 'plateau', 'solved', 'stuck']);
});

test('the command takes no runs to compare', () => {
  assert.throws(() => native({ compare: 'activation=tanh|init=zero', epochs: 1 }, 1), {
    message: /error: compare: expected none, as a sweep counts the runs of one network, got 2/,
  });
});

test('every start is what a Trainer is at its epoch', () => {
  for (const settings of SETTINGS) {
    const config = { seed: 7, ...settings };
    const sweep = new Sweep(config, 5);
    for (const part of [0.1, 0.6, 1]) {
      while (sweep.progress < part) sweep.step(611);
      runsOf(sweep).forEach((run, k) => {
        const single = new Trainer({ ...config, seed: run.seed });
        assert.equal(run.seed, (config.seed + k) % 2 ** 32);
        /** @type {number[]} */
        const trace = [];
        for (let at = 0; at <= run.epoch; at += sweep.traceStride) {
          single.seek(at);
          trace.push(single.loss);
        }
        assert.deepEqual([...sweep.trace(k)], trace);
        // A run knows that it diverged when it has tried the next epoch.
        single.seek(run.outcome === 'diverged' ? run.epoch + 1 : run.epoch);
        const { epoch, loss, outcome, reason } = single;
        assert.deepEqual([run.epoch, run.loss, run.outcome, run.reason], [epoch, loss, outcome, reason]);
        assert.equal(!Number.isNaN(run.solvedAt), outcome === 'solved');
        single.free();
      });
    }
    sweep.free();
  }
});

/** Puts what is painted into `painted`, as Node has no canvas. @param {(context: CanvasRenderingContext2D) => void} paint */
function picture(paint) {
  const scope = /** @type {{ImageData?: unknown}} */ (globalThis);
  scope.ImageData = class {
    /** @param {Uint8ClampedArray} bytes @param {number} width */
    constructor(bytes, width) {
      this.pixels = [...new Uint32Array(bytes.slice().buffer)];
      this.width = width;
    }
  };
  /** @type {unknown[]} */
  const painted = [];
  const put = (/** @type {object} */ image, /** @type {number[]} */ ...place) => painted.push([{ ...image }, ...place]);
  paint(/** @type {any} */ ({ putImageData: put }));
  delete scope.ImageData;
  return painted;
}

test('a start is painted as its Trainer paints it, where it is wanted', () => {
  const palette = Uint32Array.from({ length: 256 }, (_, shade) => shade);
  const sweep = new Sweep({ seed: 0, activation: 'tanh', epochs: 2000 }, 3);
  finish(sweep);
  const single = new Trainer({ seed: 2, activation: 'tanh' });
  single.seek(2000);
  const [[image, ...place]] = /** @type {[[{pixels: number[], width: number}, ...number[]]]} */ (
    picture((context) => sweep.paint(2, context, 24, palette, 48, 72))
  );
  assert.equal(image.pixels.length, 24 * 24);
  assert.deepEqual(place, [48, 72]);
  const [[other]] = /** @type {[[unknown]]} */ (picture((context) => single.paint(context, 24, palette)));
  assert.deepEqual(image, other);
  assert.deepEqual(picture((context) => sweep.paint(2, context, 24, palette)), [[image, 0, 0]]); // prettier-ignore
  sweep.free();
  single.free();
});

test('other than 1 to 1000 starts, and other than their indices, are refused in words', () => {
  for (const [starts, got] of [
    [0, '0'],
    [1001, '1001'],
    [1.5, '1.5'],
    [NaN, 'NaN'],
    ['200', '"200"'],
    [undefined, 'undefined'],
    [[3], '[3]'],
  ]) {
    assert.throws(() => new Sweep({ seed: 0 }, starts), {
      message: `starts: expected a whole number from 1 to 1000, got ${got}`,
      option: 'starts',
    });
  }
  const large = { seed: 0, layers: Array(8).fill(32), optimizer: 'adam' };
  assert.throws(() => new Sweep(large, 67), {
    message: 'starts: expected at most 1500000 numbers in the states of all starts, got 1511855',
    other: 'layers',
  });
  assert.throws(() => new Sweep({ layers: 'none' }, 2), {
    message: /^layers: expected .*, got "none"$/,
    option: 'layers',
  });
  const sweep = new Sweep({ seed: 0 }, 2);
  for (const k of [2, -1, 0.5, NaN, 2 ** 32]) {
    const message = `k: expected the index of a start, a whole number from 0, got ${k}`;
    assert.throws(() => sweep.trace(k), { message });
    assert.throws(() => sweep.paint(k, /** @type {any} */ ({}), 24, new Uint32Array(256)), { message });
  }
  assert.throws(() => sweep.paint(0, /** @type {any} */ ({}), 8, new Uint32Array(256)), { message: /^size: expected/ });
  assert.throws(() => sweep.paint(0, /** @type {any} */ ({}), 24, /** @type {any} */ ([0])), {
    message: /^palette: expected/,
  });
  sweep.free();
});

test('the interval of a share', () => {
  assert.deepEqual(
    [...Sweep.interval(153, 200)].map((end) => end.toFixed(4)),
    ['0.7016', '0.8184'],
  );
  assert.deepEqual([...Sweep.interval(0, 0)], [0, 1]);
});

test('anything at all is a sweep, a number of epochs, or an Error', () => {
  const number = fc.oneof(
    fc.constantFrom(0, 1, 2, 3, 1000, 1001, 1e300, NaN, -0, 2 ** 32, 2 ** 53),
    fc.double(),
    fc.integer(),
  );
  const value = fc.oneof(number, fc.anything({ withBigInt: true, withSparseArray: true, withNullPrototype: true }));
  const config = fc.record(
    {
      seed: fc.nat(),
      epochs: fc.oneof(fc.nat(500), value),
      layers: fc.oneof(fc.constantFrom('0', '1', '2', '8,8'), value),
      learningRate: fc.oneof(fc.constantFrom(0.1, 10, 1e6), value),
      deviation: fc.oneof(fc.constantFrom(0.1, 10, 1e300), value),
      until: fc.constantFrom('epochs', 'solved', 0.5),
    },
    { requiredKeys: [] },
  );
  const starts = fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: value });
  fc.assert(
    fc.property(fc.oneof(config, value), starts, fc.array(value), value, (config, starts, steps, k) => {
      const sweep = asked(() => new Sweep(config, starts));
      if (!sweep) return;
      assert.equal(sweep.runs().length, starts);
      for (const most of steps) {
        if (typeof most === 'number' && most > 10_000) continue;
        const given = asked(() => sweep.step(most));
        assert.ok(given === undefined || given === most || sweep.progress === 1);
        asked(() => sweep.trace(/** @type {any} */ (k)));
        assert.ok(runsOf(sweep).every(({ outcome, loss }) => outcome === 'diverged' || Number.isFinite(loss)));
      }
      sweep.free();
      assert.throws(() => sweep.step(1), isPlain);
    }),
    CASES,
  );
});

/** @template T @param {() => T} call @returns {T | undefined} */
function asked(call) {
  try {
    return call();
  } catch (error) {
    assert.ok(error instanceof Error, `expected an Error, got ${String(error)}`);
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    assert.match(error.message, /^\w+: expected .+, got /s);
    return undefined;
  }
}

/** @param {unknown} error */
const isPlain = (error) =>
  error instanceof Error && error.constructor === Error && !/unreachable|recursive|borrowed/.test(error.message);

test('a thousand starts fit in 16 megabytes, and sweeps that come and go leave nothing', async () => {
  const { default: init } = await import('../www/pkg/neural_figure.js');
  const { memory } = await /** @type {() => ReturnType<typeof init>} */ (init)();
  const come = () => {
    const sweep = new Sweep({ seed: 0, layers: '16,16', optimizer: 'adam', epochs: 1000 }, 1000);
    sweep.step(3000);
    sweep.runs();
    sweep.free();
  };
  const before = memory.buffer.byteLength;
  come();
  const { byteLength } = memory.buffer;
  assert.ok(byteLength - before <= 16 * 2 ** 20, `${byteLength - before} bytes`);
  for (let i = 0; i < 10; i++) come();
  assert.equal(memory.buffer.byteLength, byteLength);
});
