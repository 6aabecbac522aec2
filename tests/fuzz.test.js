/**
 * Anything at all, handed to the Trainer from JavaScript: what it takes it takes whole, what it refuses leaves the run as
 * it was, to the last bit, and says why. More cases: PROPTEST_CASES.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { load, OPTIONS } from '../www/wasm.js';

/** @typedef {InstanceType<import('../www/wasm.js').Core['Trainer']>} Trainer */

const { Sweep, Trainer } = await load();
const CASES = { numRuns: Number(process.env.PROPTEST_CASES ?? 300) };
const NAMES = OPTIONS.map(({ name }) => name);

/** What a getter of the caller throws. */
class Own extends Error {}

const revoked = (/** @type {object} */ target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

/** Values that are hard to read, made anew for each case. @type {(() => unknown)[]} */
const HARD = [
  () => Symbol('symbol'),
  () => 10n ** 30n,
  () => () => 1,
  () => revoked([]),
  () => revoked({}),
  () => new Proxy([1, 2], { get: () => NaN }),
  () => new Proxy([1, 2], { get: () => 1n }),
  () => new Proxy([1, 2], { get: (_, key) => (key === 'length' ? 1e15 : 1) }),
  () => new Proxy([1, 2], { get: () => { throw new Own(); } }), // prettier-ignore
  () => Object.defineProperty([1, 2], 0, { get: () => { throw new Own(); } }), // prettier-ignore
  () => new Array(1e9),
  () => [, 1, , 2],
  () => Object.setPrototypeOf({ valueOf: () => { throw new Own(); } }, null), // prettier-ignore
  () => Array.from({ length: 100 }).reduce((/** @type {unknown} */ inner) => [inner], 1),
  () => JSON.stringify(Array.from({ length: 1001 }, () => [0, 0, 1])),
  () => '['.repeat(1e5),
  () => 'x'.repeat(1e6),
  () => '\ud800',
];

const NUMBERS = [
  NaN,
  Infinity,
  -Infinity,
  -0,
  0,
  0.5,
  1,
  2,
  8,
  9,
  -1,
  500,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53,
  1e300,
  5e-324,
];

/** Values that some option takes, so that good and bad ones meet. */
const GOOD = ['xor', 'moons', '0110', 'tanh', 'sigmoid', 'zero', 'random', 'listing', 'mean', '4,2', '0', '8,8', '1e6', 'linear', 'activation=tanh|init=zero', 'layers=3&weights=', 'seed=%31|batch', [4, 2], [[0, 0, 1], [1, 0.5, 0]]]; // prettier-ignore

/** @type {fc.Arbitrary<() => unknown>} */
const value = fc.oneof(
  fc.constantFrom(...HARD),
  fc.oneof(fc.constantFrom(...NUMBERS), fc.double(), fc.integer()).map((number) => () => number),
  fc.constantFrom(...GOOD).map((good) => () => good),
  fc
    .anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withNullPrototype: true,
      withTypedArray: true,
      withBoxedValues: true,
    })
    .map((any) => () => any),
);

const config = fc.dictionary(fc.constantFrom(...NAMES), value, { noNullPrototype: true });

/** @param {Record<string, () => unknown>} config */
const made = (config) => Object.fromEntries(Object.entries(config).map(([name, make]) => [name, make()]));

/** Everything that a run is. @param {Trainer} trainer */
function state(trainer) {
  return {
    config: trainer.config,
    epoch: trainer.epoch,
    furthest: trainer.furthest,
    loss: trainer.loss,
    outcome: trainer.outcome,
    predictions: bits(trainer.predictions()),
    parameters: bits(trainer.parameters()),
    gradients: bits(trainer.gradients()),
    lossTrace: bits(trainer.lossTrace()),
  };
}

/** @param {Float64Array} numbers */
const bits = (numbers) => Buffer.from(numbers.buffer).toString('hex');

/** @param {Trainer} trainer */
function isWhole(trainer) {
  assert.doesNotThrow(() => new Trainer(trainer.config).free(), 'its own config is good');
  const { epoch } = trainer;
  const given = trainer.step(3);
  assert.equal(trainer.epoch, epoch + given);
  const numbers = [trainer.loss, ...trainer.parameters(), ...trainer.predictions()];
  assert.ok(numbers.every(Number.isFinite), 'every number is finite');
}

/**
 * Calls, and holds what is thrown to the rules.
 * @template T
 * @param {() => T} call
 * @returns {T | undefined}
 */
function asked(call) {
  try {
    return call();
  } catch (error) {
    if (error instanceof Own) return undefined;
    assert.ok(error instanceof Error, `expected an Error, got ${String(error)}`);
    // A revoked or lying proxy, or a sparse array without end, is refused by the engine itself.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    assert.equal(error.constructor, Error, error.message);
    assert.match(error.message, /^\w+: expected .+, got /s);
    assert.ok(error.message.length < 400, 'what came is cut');
    return undefined;
  }
}

/** What may come in place of a config. */
const anything = fc.oneof(
  config.map((parts) => () => made(parts)),
  value,
);

test('any config: a whole trainer or an Error', () => {
  fc.assert(
    fc.property(anything, (make) => {
      const trainer = asked(() => new Trainer(make()));
      if (!trainer) return;
      isWhole(trainer);
      trainer.free();
    }),
    CASES,
  );
});

test('any settings for a run: taken, or refused with the run as it was', () => {
  const trainer = new Trainer({ seed: 42, activation: 'tanh' });
  fc.assert(
    fc.property(anything, (make) => {
      trainer.step(7);
      const before = state(trainer);
      const restarted = asked(() => trainer.configure(make()));
      if (restarted === undefined) assert.deepEqual(state(trainer), before);
      else assert.equal(trainer.epoch, restarted ? 0 : before.epoch);
      isWhole(trainer);
    }),
    CASES,
  );
  trainer.free();
});

test('any argument of step and seek', () => {
  const trainer = new Trainer({ seed: 42, activation: 'tanh' });
  const method = fc.constantFrom(/** @type {'step'} */ ('step'), /** @type {'seek'} */ ('seek'));
  fc.assert(
    fc.property(method, value, (method, make) => {
      const argument = make();
      // Far epochs are good arguments, and take their time: the next test.
      fc.pre(!(typeof argument === 'number' && argument > 1000));
      const before = state(trainer);
      const given = asked(() => trainer[method](argument));
      if (given === undefined) assert.deepEqual(state(trainer), before);
      else assert.ok(trainer.epoch === (method === 'seek' ? argument : before.epoch + given));
      isWhole(trainer);
    }),
    CASES,
  );
  trainer.free();
});

test('far epochs are approached by calls that end', () => {
  for (const settings of [{}, { layers: '8,8,8,8,8,8', deviation: 1e300 }, { deviation: 1e300, learningRate: 1e6 }]) {
    for (const method of /** @type {const} */ (['step', 'seek'])) {
      const trainer = new Trainer({ seed: 3, ...settings });
      trainer[method](Number.MAX_SAFE_INTEGER);
      assert.ok(trainer.epoch > 0 || trainer.outcome === 'diverged', 'it comes nearer');
      assert.ok(trainer.lossTrace().length <= 2048);
      isWhole(trainer);
      trainer.free();
    }
  }
});

/** What a getter can do to the trainer that is reading it. @type {Record<string, (trainer: Trainer) => unknown>} */
const DEEDS = {
  step: (trainer) => trainer.step(3),
  seek: (trainer) => trainer.seek(2),
  reset: (trainer) => trainer.reset(),
  configure: (trainer) => trainer.configure({ seed: 9 }),
  read: (trainer) => state(trainer),
};

test('a getter that uses the trainer acts before the call that reads it', () => {
  const deed = fc.constantFrom(...Object.keys(DEEDS));
  const place = fc.constantFrom('option', 'list', 'step', 'seek');
  fc.assert(
    fc.property(deed, place, fc.constantFrom(...NAMES), (deed, place, name) => {
      const [trainer, twin] = [new Trainer({ seed: 1 }), new Trainer({ seed: 1 })];
      trainer.step(5);
      twin.step(5);
      const get = () => {
        DEEDS[deed](trainer);
        return name === 'seed' && place === 'option' ? 1 : undefined;
      };
      const list = Object.defineProperty([2], 0, { get });
      DEEDS[deed](twin);
      if (place === 'option') {
        const settings = Object.defineProperty({ seed: 1 }, name, { get });
        assert.equal(trainer.configure(settings), twin.configure({ seed: 1 }));
      } else {
        const call = {
          list: () => trainer.configure({ layers: list }),
          step: () => trainer.step(list),
          seek: () => trainer.seek(list),
        }[place];
        assert.throws(/** @type {() => unknown} */ (call), { message: /: expected .+, got \[undefined\]/ });
      }
      assert.deepEqual(state(trainer), state(twin));
      trainer.free();
      twin.free();
    }),
    CASES,
  );
});

test('a trainer that is freed, even while it is read, is an Error and no more', () => {
  for (const name of NAMES) {
    const [trainer, other] = [new Trainer({ seed: 1 }), new Trainer({ seed: 2 })];
    const before = state(other);
    const config = Object.defineProperty({}, name, { get: () => trainer.free() });
    assert.throws(() => trainer.configure(config), isPlain);
    for (const method of /** @type {const} */ ([
      'step',
      'seek',
      'reset',
      'predictions',
      'parameters',
      'configure',
      'free',
    ])) {
      assert.throws(() => /** @type {any} */ (trainer[method])(1), isPlain, method);
    }
    assert.throws(() => trainer.epoch, isPlain);
    assert.deepEqual(state(other), before);
    other.free();
  }
});

test('what is freed can be used any number of times without harm to the others', () => {
  const other = new Trainer({ seed: 2 });
  const before = state(other);
  const [trainer, sweep] = [new Trainer({ seed: 1 }), new Sweep({ seed: 1 }, 1)];
  trainer.free();
  sweep.free();
  for (const use of [
    () => trainer.step(1),
    () => trainer.configure({}),
    () => trainer.loss,
    () => sweep.step(1),
    () => sweep.progress,
  ]) {
    for (let i = 0; i < 40_000; i++) assert.throws(use, isPlain);
    assert.deepEqual(state(other), before);
  }
  other.free();
});

test('what is freed can still be logged, converted and resolved with', async () => {
  for (const freed of [new Trainer({}), new Sweep({}, 1)]) {
    const { constructor } = freed;
    freed.free();
    assert.ok(freed instanceof constructor);
    assert.equal(inspect(freed), `${constructor.name} {}`);
    assert.equal(String(freed), '[object Object]');
    assert.equal(JSON.stringify(freed), '{}');
    assert.equal(await freed, freed);
  }
});

test('what its own argument frees throws before the core is entered', () => {
  const trainer = new Trainer({});
  const epochs = /** @type {any} */ (Object.defineProperty([], 0, { get: () => trainer.free() }));
  assert.throws(() => trainer.step(epochs), /got one that was freed/);
});

/** @param {unknown} error */
const isPlain = (error) =>
  error instanceof Error && error.constructor === Error && !/unreachable|recursive|borrowed/.test(error.message);

test('memory stays flat over trainers that come and go, and over long runs', async () => {
  // The glue hands what it holds to whoever initialises it again.
  const { default: init } = await import('../www/pkg/neural_figure.js');
  const { memory } = await /** @type {() => ReturnType<typeof init>} */ (init)();
  const come = (/** @type {number} */ count) => {
    for (let i = 0; i < count; i++) {
      const trainer = new Trainer({ seed: i, layers: '8,8' });
      trainer.step(5);
      trainer.predictions();
      trainer.free();
      asked(() => new Trainer({ layers: 'none' }));
    }
  };
  come(200);
  const { byteLength } = memory.buffer;
  come(1000);
  assert.equal(memory.buffer.byteLength, byteLength);

  const trainer = new Trainer({ seed: 1, activation: 'tanh' });
  const settled = memory.buffer.byteLength;
  for (let far = 1000; far <= 1e7; far *= 10) {
    while (trainer.epoch < far) trainer.step(far - trainer.epoch);
    const { lossStride: stride } = trainer;
    const trace = trainer.lossTrace();
    assert.equal(trace.length, Math.floor(far / stride) + 1, 'the trace covers the run');
    assert.ok(trace.length <= 2048);
    // Right, too: the loss at its last entry is that of a run taken there afresh.
    const at = (trace.length - 1) * stride;
    const fresh = new Trainer(trainer.config);
    while (fresh.epoch < at) fresh.step(at - fresh.epoch);
    assert.equal(fresh.loss, trace[trace.length - 1]);
    fresh.free();
  }
  assert.equal(memory.buffer.byteLength, settled);
  trainer.free();
});
