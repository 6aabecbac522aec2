// How a run is spread over the time that it is shown: the plan, by the looks ahead of real runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ahead } from '../../www/figure/session/ahead.js';
import { planOf } from '../../www/figure/session/pace.js';
import { load } from '../../www/wasm.js';

const { Trainer } = await load();

/** A look ahead that was taken to its end. @param {Record<string, unknown>} settings @param {any[]} [rates] */
function lookAhead(settings, rates) {
  const still = { run() {}, rest() {}, now: () => 0 };
  const ahead = new Ahead(/** @type {any} */ (Trainer), { seed: 42, ...settings }, still, () => {}, { rates });
  while (ahead.active) ahead.advance(0, 1);
  return ahead;
}

/** @param {Record<string, unknown>} settings */
function planFor(settings) {
  const { trace } = lookAhead(settings);
  return { ...planOf(trace), trace, end: trace.epochs[trace.epochs.length - 1] };
}

/** The second at which the loss is below a value for the first time. @param {ReturnType<typeof planFor>} plan @param {number} loss */
const secondOf = ({ trace, secondAt }, loss) => secondAt(trace.epochs[trace.losses.findIndex((value) => value < loss)]);

const RUNS = {
  'sigmoid, seed 42': {},
  tanh: { activation: 'tanh', epochs: 5000 },
  'tanh, twenty times as long': { activation: 'tanh' },
  ReLU: { activation: 'relu', layers: '4', seed: 3, epochs: 5000 },
  stuck: { activation: 'tanh', deviation: 1, seed: 3, epochs: 20_000 },
  diverging: { output: 'linear', loss: 'squared-error', activation: 'relu', learningRate: 1.05, gradientScale: 'sum', seed: 1 },
  'one example at a time': { activation: 'tanh', batch: 1, order: 'random', epochs: 5000 },
}; // prettier-ignore

for (const [name, settings] of Object.entries(RUNS)) {
  test(`${name}: about ten seconds, in which every epoch comes once and in order`, () => {
    const { seconds, epochAt, secondAt, end } = planFor(settings);
    assert.ok(seconds >= 8 && seconds <= 12, `${seconds} s`);
    assert.equal(epochAt(0), 0);
    assert.equal(epochAt(seconds), end);
    let before = 0;
    for (let frame = 1; frame <= seconds * 60; frame++) {
      const epoch = epochAt(frame / 60);
      assert.ok(epoch > before, `frame ${frame}: ${epoch} after ${before}`);
      assert.ok(Math.abs(secondAt(epoch) - frame / 60) < 1e-6);
      before = epoch;
    }
  });
}

test('the run that diverges does, and the stuck one is stuck', () => {
  for (const [name, outcome] of Object.entries({ diverging: 'diverged', stuck: 'stuck' })) {
    const settings = RUNS[/** @type {keyof typeof RUNS} */ (name)];
    const trainer = new Trainer({ seed: 42, ...settings });
    trainer.step(planFor(settings).end + 1);
    assert.equal(trainer.diverged ? 'diverged' : trainer.outcome, outcome);
    trainer.free();
  }
});

test('the plateau takes about two seconds, the drop about four', () => {
  const plan = planFor({});
  const dropped = secondOf(plan, 0.02);
  const left = secondOf(plan, 0.68);
  assert.ok(left > 1.5 && left < 2.5, `plateau ${left} s`);
  assert.ok(dropped - left > 3.5 && dropped - left < 5, `drop ${dropped - left} s`);
  // After it three quarters of the epochs are left, and less than half of the time.
  assert.ok(plan.seconds - dropped < 4);
});

test('a run in which nothing changes takes two or three seconds', () => {
  for (const settings of [{ init: 'zero' }, { init: 'zero', activation: 'tanh', epochs: 5000 }]) {
    const { seconds } = planFor(settings);
    assert.ok(seconds > 2 && seconds < 3, `${seconds} s`);
  }
});

test('a run of few epochs is over sooner, and one of none at once', () => {
  assert.ok(Math.abs(planFor({ epochs: 5 }).seconds - 0.5) < 1e-9);
  assert.equal(planFor({ epochs: 0 }).seconds, 0);
  assert.equal(planFor({ epochs: 0 }).epochAt(1), 0);
});

test('one leap is not a stop', () => {
  const { secondAt } = planOf({ epochs: [0, 1000, 1001, 2000], losses: [0.5, 0.5, 1e200, 1e200] });
  assert.ok(secondAt(1001) - secondAt(1000) < 0.11);
});

test('a look ahead has the losses of the run, close enough for its drop, and of bounded number', () => {
  const { trace } = lookAhead({});
  const trainer = new Trainer({ seed: 42 });
  trace.epochs.forEach((epoch, i) => {
    trainer.seek(epoch);
    assert.equal(trace.losses[i], trainer.loss);
  });
  trainer.free();
  trace.losses.forEach((loss, i) => assert.ok(i === 0 || trace.losses[i - 1] - loss < 0.05, `entry ${i}`));
  assert.ok(trace.epochs.length < 1500);
  const noisy = lookAhead({ activation: 'tanh', batch: 1, order: 'random', epochs: 20_000, learningRate: 3 }).trace;
  assert.ok(noisy.epochs.length < 3000, `${noisy.epochs.length}`);
});

test('it ends where the run does', () => {
  const solved = lookAhead({ activation: 'tanh', until: 'solved' }).trace;
  const trainer = new Trainer({ seed: 42, activation: 'tanh', until: 'solved' });
  while (!trainer.ended) trainer.step(1000);
  assert.equal(solved.epochs.at(-1), trainer.epoch);
  trainer.free();
});

test('it repeats the learning rates of a run', () => {
  const { trace } = lookAhead({ epochs: 3000, learningRate: 1 }, [
    { epoch: 0, rate: 0.1 },
    { epoch: 777, rate: 1 },
  ]);
  const trainer = new Trainer({ seed: 42, learningRate: 0.1 });
  trainer.step(777);
  trainer.configure({ seed: 42, learningRate: 1 });
  trainer.step(3000 - 777);
  assert.equal(trace.epochs.at(-1), 3000);
  assert.equal(trace.losses.at(-1), trainer.loss);
  trainer.free();
});

test('one that takes too long is given up', () => {
  let time = 0;
  const slow = { run() {}, rest() {}, now: () => (time += 10) };
  const ahead = new Ahead(/** @type {any} */ (Trainer), { epochs: 1e9 }, slow, () => {}, { maxWorkMs: 200 });
  for (let i = 0; ahead.active && i < 1000; i++) ahead.advance(0, time + 6);
  assert.equal(ahead.active, false);
  assert.equal(ahead.complete, false);
});
