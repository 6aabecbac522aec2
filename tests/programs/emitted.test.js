/**
 * The programs that the figure hands out, run by Python, come to the figure's numbers. `PYTHON` names one that has NumPy;
 * PyTorch's programs are run where it has PyTorch too.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { numpyProgram } from '../../www/export/numpy.js';
import { pytorchProgram } from '../../www/export/pytorch.js';
import { isBiased, nest, ratesOf } from '../../www/figure/snapshot/parameters.js';
import { examplesOf } from '../../www/figure/snapshot/examples.js';
import { load, OPTIONS } from '../../www/wasm.js';
import { PROGRAMS, printed } from './programs.js';

/** @typedef {import('../../www/types.js').Trainer} Trainer */
/** @typedef {{ loss: number, testLoss: number | null, predictions: number[], parameters: number[], printed: string }} Result */

const PYTHON = process.env.PYTHON ?? 'python3';
const { Trainer } = await load();
const hasTorch = spawnSync(PYTHON, ['-c', 'import torch']).status === 0;

/** @param {string[]} texts @returns {Result[]} */
function run(texts) {
  const script = fileURLToPath(new URL('run.py', import.meta.url));
  const { status, stdout, stderr } = spawnSync(PYTHON, [script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** @param {Trainer} trainer */
const runOf = (trainer) => ({
  config: /** @type {import('../../www/types.js').Config} */ (trainer.config),
  ...examplesOf(trainer),
  rates: ratesOf(trainer.rates()),
  epoch: trainer.epoch,
  diverged: trainer.diverged,
});

/** The parameters at the start. @param {Record<string, any>} config */
function startOf(config) {
  const trainer = new Trainer(config);
  const start = nest(trainer.parameters(), config.layers);
  trainer.free();
  return start;
}

/** To the end of its run. @param {Trainer} trainer @param {number} epochs */
function finish(trainer, epochs) {
  while (trainer.epoch < epochs && !trainer.ended) trainer.step(epochs - trainer.epoch);
}

/** What a trainer has, without the biases that there are not. @param {Trainer} trainer */
function stateOf(trainer) {
  const config = /** @type {import('../../www/types.js').Config} */ (trainer.config);
  const parameters = nest(trainer.parameters(), config.layers);
  return {
    loss: trainer.loss,
    testLoss: trainer.testLoss,
    predictions: [...trainer.predictions()],
    parameters: parameters.flatMap(({ W, B }, k) => [...W.flat(), ...(isBiased(config, k) ? B.flat() : [])]),
  };
}

/** To 9 digits. @param {number[]} found @param {number[]} expected @param {string} what */
function same(found, expected, what) {
  assert.equal(found.length, expected.length, what);
  found.forEach((value, i) => {
    if (Number.isNaN(value) && Number.isNaN(expected[i])) return;
    const off = Math.abs(value - expected[i]) / Math.max(1, Math.abs(expected[i]));
    assert.ok(off < 5e-10, `${what}[${i}]: ${value}, expected ${expected[i]}`);
  });
}

/** @param {Result} result @param {Trainer} trainer @param {string} what */
function agrees(result, trainer, what) {
  const state = stateOf(trainer);
  same([result.loss], [state.loss], `${what}: loss`);
  same([result.testLoss ?? NaN], [state.testLoss], `${what}: test loss`);
  same(result.predictions, state.predictions, `${what}: prediction`);
  same(result.parameters, state.parameters, `${what}: parameter`);
}

/** A generator of its own, so that the settings are the same on every machine (Mulberry32). @param {number} seed */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const EPOCHS = 200;
const SETTINGS = 40;

/** The words of the options that a run depends on: one that is new is drawn here too. */
const CHOICES = OPTIONS.flatMap(({ name, choices, restarts }) => (choices && restarts ? [{ name, choices }] : []));

const OWN_POINTS = '[[0.5,-1,1],[2,0.25,0],[-1.5,1,1],[0,0,0],[1,1,1],[-0.75,-0.5,0],[0.1,0.7,1]]';

/** Clouds, among the data. @type {string[]} */
const CLOUDS = OPTIONS.flatMap(({ clouds = [] }) => clouds);

/** Settings, and the rates that are set on the way. @param {number} seed */
function drawn(seed) {
  const next = numbers(seed);
  /** @param {any[]} values */
  const pick = (...values) => values[Math.floor(next() * values.length)];
  const words = Object.fromEntries(CHOICES.map(({ name, choices }) => [name, pick(...choices)]));
  const settings = {
    ...words,
    // The loss decides: cross-entropy has one output.
    output: words.loss === 'cross-entropy' ? 'sigmoid' : words.output,
    data: pick('xor', 'xor', 'and', 'nor', OWN_POINTS, ...CLOUDS),
    points: pick(10, 25),
    noise: pick(0, 0.1, 0.5),
    testShare: pick(0, 0.3),
    layers: pick('2', '3', '8', '4,2', '3,3,2', '0'),
    deviation: pick(0.1, 0.5, 1),
    seed: Math.floor(next() * 2 ** 32),
    learningRate: words.optimizer === 'adam' ? 0.01 : pick(0.01, 0.05),
    batch: pick('full', 'full', 1, 2, 3),
    momentum: pick(0.5, 0.9),
    l1: pick(0, 0, 0.001),
    l2: pick(0, 0, 0.01),
    epochs: EPOCHS,
    until: pick('epochs', 'epochs', 'solved', 0.3),
  };
  /** @type {number[][][]} */
  const changes = [[], [], [[50, 0.02]], [[0, 0.03], [120, 0.005]]]; // prettier-ignore
  return { settings, rates: pick(...changes) };
}

/** A run with the rates that were set on the way. @param {ReturnType<typeof drawn>} run */
function trained({ settings, rates }) {
  const trainer = new Trainer(settings);
  for (const [epoch, learningRate] of rates) {
    finish(trainer, epoch);
    trainer.configure({ ...settings, learningRate });
  }
  finish(trainer, EPOCHS);
  return trainer;
}

const SEEDS = Array.from({ length: SETTINGS }, (_, seed) => seed);

test(`NumPy: ${SETTINGS} settings come to the figure's numbers after ${EPOCHS} epochs`, () => {
  const trainers = SEEDS.map((seed) => trained(drawn(seed)));
  const results = run(trainers.map((trainer) => numpyProgram(runOf(trainer))));
  results.forEach((result, i) => agrees(result, trainers[i], JSON.stringify(drawn(i))));
  // Most run to the end, and every word is among them.
  assert.ok(trainers.filter(({ epoch }) => epoch === EPOCHS).length > SETTINGS / 2);
  const used = trainers.map(({ config }) => Object.values(config));
  for (const word of CHOICES.flatMap(({ choices }) => choices)) {
    assert.ok(
      used.some((values) => values.includes(word)),
      word,
    );
  }
  assert.ok(trainers.some((trainer) => trainer.rates().length > 2));
  trainers.forEach((trainer) => trainer.free());
});

test('NumPy: every cloud, with and without noise and a test share, is drawn as the figure draws it', () => {
  const settings = CLOUDS.flatMap((data) =>
    [
      { points: 10 },
      { points: 41, noise: 0.3, testShare: 0.25 },
      { points: 200, noise: 0.5, testShare: 0.9, loss: 'squared-error', output: 'tanh', batch: 10, order: 'shuffled' },
    ].map((more) => ({ data, seed: 7, epochs: 20, learningRate: 0.01, ...more })),
  );
  const trainers = settings.map((settings) => new Trainer(settings));
  run(trainers.map((trainer) => numpyProgram(runOf(trainer)))).forEach((result, i) => {
    finish(trainers[i], 20);
    agrees(result, trainers[i], JSON.stringify(settings[i]));
    trainers[i].free();
  });
});

/** The settings of a published program. @param {Record<string, string>} attributes */
const settingsOf = (attributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.replace(/-./g, (part) => part[1].toUpperCase()), value]),
  );

test(`NumPy: ten published programs come to the figure's numbers after ${EPOCHS} epochs`, () => {
  const trainers = PROGRAMS.map(({ attributes }) => new Trainer({ ...settingsOf(attributes), epochs: EPOCHS }));
  run(trainers.map((trainer) => numpyProgram(runOf(trainer)))).forEach((result, i) => {
    finish(trainers[i], EPOCHS);
    agrees(result, trainers[i], PROGRAMS[i].id);
    trainers[i].free();
  });
});

test('NumPy: ten published programs print their digits at their ends', () => {
  const ends = PROGRAMS.map(({ checks }) => Math.max(...checks.map(({ epoch }) => epoch)));
  const trainers = PROGRAMS.map(({ attributes }, i) => new Trainer({ ...settingsOf(attributes), epochs: ends[i] }));
  const results = run(trainers.map((trainer) => numpyProgram(runOf(trainer))));
  PROGRAMS.forEach(({ id, checks }, i) => {
    const { predictions, parameters, loss, printed: text } = results[i];
    const { layers } = /** @type {any} */ (trainers[i].config);
    const state = {
      predictions,
      metrics: { meanSquaredError: loss, crossEntropy: loss },
      parameters: nest(new Float64Array(parameters), layers),
    };
    for (const check of checks.filter(({ epoch }) => epoch === ends[i])) {
      const [found, expected] = printed(id, check, state);
      assert.deepEqual(found, expected, `${id} at epoch ${check.epoch}`);
    }
    // The text itself has the figure's predictions, in the eight digits that NumPy prints.
    finish(trainers[i], ends[i]);
    const shown = text.slice(text.indexOf('[['), text.indexOf(']]')).match(/[-+.e\d]+/g) ?? [];
    const expected = [...trainers[i].predictions()];
    assert.equal(shown.length, expected.length, id);
    shown.forEach((number, k) => assert.ok(Math.abs(Number(number) - expected[k]) <= 1e-8, `${id}: ${number}`));
    trainers[i].free();
  });
});

test(
  'PyTorch: the same settings, where its rules can say them',
  { skip: !hasTorch && `${PYTHON} has no torch` },
  () => {
    const trainers = SEEDS.map((seed) => trained(drawn(seed)));
    const texts = trainers.map((trainer) =>
      pytorchProgram(runOf(trainer), startOf(/** @type {any} */ (trainer.config))),
    );
    const said = SEEDS.filter((seed) => texts[seed]);
    assert.ok(said.length > SETTINGS / 2);
    run(said.map((seed) => texts[seed])).forEach((result, i) => {
      agrees(result, trainers[said[i]], JSON.stringify(drawn(said[i])));
    });
    trainers.forEach((trainer) => trainer.free());
  },
);

test('PyTorch is not offered where its momentum is another', () => {
  const settings = { optimizer: 'momentum', seed: 1 };
  const trainer = new Trainer(settings);
  const start = startOf(/** @type {any} */ (trainer.config));
  assert.match(pytorchProgram(runOf(trainer), start), /momentum=0\.9/);
  trainer.step(10);
  trainer.configure({ ...settings, learningRate: 0.2 });
  assert.equal(pytorchProgram(runOf(trainer), start), '');
  trainer.free();
});

test('a program has nothing that its run does not need', () => {
  const trainer = new Trainer({ seed: 42, activation: 'tanh', layers: '0', biases: 'none', init: 'zero' });
  const text = numpyProgram(runOf(trainer));
  for (const absent of ['affine', 'tanh', 'random', 'B1', 'H', 'slice', 'learning_rates', 'm =']) {
    assert.ok(!text.includes(absent), absent);
  }
  trainer.free();
});

test('a program names what is held out, and a cloud by its recipe', () => {
  const trainer = new Trainer({ seed: 42, data: 'moons', points: 1000, testShare: 0.5 });
  const text = numpyProgram(runOf(trainer));
  assert.match(text, /X_test/);
  assert.ok(text.length < 3000, 'its points are not written out');
  trainer.free();
});

test('a run that diverges is told as far as it is finite', () => {
  const settings = {
    seed: 1,
    activation: 'linear',
    output: 'linear',
    loss: 'squared-error',
    learningRate: 5,
    init: 'normal',
  };
  const trainer = new Trainer(settings);
  finish(trainer, 10_000);
  assert.ok(trainer.diverged);
  const [result] = run([numpyProgram(runOf(trainer))]);
  assert.ok(Number.isFinite(result.loss));
  assert.match(result.printed, /\[\[/);
  trainer.free();
});
