// Runs that share all settings but what is compared: each is, to the bit, a trainer of its own at the figure's epoch.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applies } from '../../www/figure/attributes/applies.js';
import { makeLocale } from '../../www/figure/locale.js';
import { runName } from '../../www/views/run-name.js';
import { load } from '../../www/wasm.js';
import { begin } from './clockwork.js';

const { Trainer } = await load();

/** @typedef {Record<string, unknown>} Settings */

/** The settings of each compared run, by a parser of the test's own. @param {Settings} settings @returns {Settings[]} */
function apart({ compare, ...shared }) {
  return String(compare)
    .split('|')
    .map((run) => ({ seed: 42, ...shared, ...Object.fromEntries(run.split('&').map((entry) => entry.split('='))) }));
}

/**
 * What a run alone comes to.
 * @param {Settings} settings
 * @param {number} epoch
 * @param {[epoch: number, rate: number][]} [rates]  those that change on the way
 */
function alone(settings, epoch, rates = []) {
  const trainer = new Trainer(settings);
  for (const [from, learningRate] of rates) {
    go(trainer, from);
    trainer.configure({ ...settings, learningRate });
  }
  go(trainer, epoch);
  const { loss, outcome } = trainer;
  const found = { epoch: trainer.epoch, loss, outcome, parameters: [...trainer.parameters()] };
  trainer.free();
  return found;
}

/** @param {InstanceType<typeof Trainer>} trainer @param {number} epoch */
function go(trainer, epoch) {
  while (trainer.epoch < epoch && trainer.step(epoch - trainer.epoch) > 0);
}

/** @param {import('../../www/figure/snapshot.js').Snapshot} snapshot */
function seen({ epoch, loss, outcome, parameters }) {
  return { epoch, loss, outcome, parameters: parameters.flatMap(({ W, B }) => [...W.flat(), ...B.flat()]) };
}

/** What is shown of the compared runs is what each comes to alone. @param {ReturnType<typeof begin>} figure @param {Settings} settings @param {Parameters<typeof alone>[2]} [rates] */
function agrees({ session }, settings, rates) {
  const { snapshot } = session;
  const wanted = apart(settings).map((one) => alone(one, snapshot.epoch, 'learningRate' in one && rates?.length ? [] : rates)); // prettier-ignore
  assert.deepEqual(snapshot.variants.map(seen), wanted, `${JSON.stringify(settings)} at ${snapshot.epoch}`);
}

/** Frames until the clock rests. @param {ReturnType<typeof begin>} figure */
function rest({ running, frame }) {
  for (let count = 0; running.size > 0; count++) {
    assert.ok(count < 10_000, 'expected a rest within 10,000 frames');
    frame();
  }
}

/** @type {Settings[]} */
const SETTINGS = [
  { compare: 'activation=tanh' },
  { compare: 'activation=tanh|init=zero|learningRate=0.7', activation: 'relu' },
  { compare: 'layers=4,2|layers=0&activation=tanh', optimizer: 'momentum', batch: 1, order: 'shuffled' },
  { compare: 'optimizer=adam|optimizer=momentum', activation: 'tanh', l2: 0.001 },
  { compare: 'data=and|data=0011|data=[[0,0,1],[2,1,0]]', layers: 3, gradientScale: 'mean' },
  { compare: 'init=he-normal|biases=none', activation: 'leaky-relu', learningRate: 0.3 },
  { compare: 'output=linear|output=tanh', loss: 'squared-error', activation: 'tanh' },
  { compare: 'seed=7|seed=8|seed=9&batch=2', order: 'random', batch: 1 },
  { compare: 'learningRate=5000|activation=tanh', activation: 'relu', output: 'linear', loss: 'squared-error' },
];

test('at every epoch that is shown each is what it comes to alone', () => {
  for (const settings of SETTINGS) {
    const figure = begin({ ...settings, epochs: 900, speed: 10_000 }, { tick: 0.3 });
    figure.session.seen = false;
    figure.session.play();
    for (let i = 0; i < 4; i++) {
      figure.frame();
      agrees(figure, settings);
    }
    figure.session.seek(130);
    rest(figure);
    agrees(figure, settings);
    figure.session.step(7);
    rest(figure);
    agrees(figure, settings);
    figure.session.seek(900);
    rest(figure);
    assert.equal(figure.session.snapshot.epoch, 900);
    agrees(figure, settings);
    figure.session.reset();
    agrees(figure, settings);
    figure.session.play();
    rest(figure);
    agrees(figure, settings);
  }
});

test('a learning rate that changes holds for those that share it, from the same epoch', () => {
  const settings = { compare: 'activation=sigmoid|activation=sigmoid&learningRate=0.4', activation: 'tanh' };
  const figure = begin({ ...settings, epochs: 5000, speed: 5000 });
  const { session, frame } = figure;
  session.play();
  for (let i = 0; i < 3; i++) frame();
  assert.equal(session.snapshot.epoch, 300);
  session.configure({ seed: 42, ...settings, epochs: 5000, speed: 5000, learningRate: 0.5 });
  for (let i = 0; i < 3; i++) frame();
  agrees(figure, settings, [[300, 0.5]]);
  session.seek(200);
  rest(figure);
  agrees(figure, settings);
  session.seek(900);
  rest(figure);
  agrees(figure, settings, [[300, 0.5]]);
  // Back before the change, and another there.
  session.seek(250);
  session.play();
  session.configure({ seed: 42, ...settings, epochs: 5000, speed: 5000, learningRate: 0.05 });
  for (let i = 0; i < 5; i++) frame();
  agrees(figure, settings, [[250, 0.05]]);
  // One that comes later has had the same.
  const more = { ...settings, compare: `${settings.compare}|init=normal` };
  session.configure({ seed: 42, ...more, epochs: 5000, speed: 5000, learningRate: 0.05 });
  session.pause();
  rest(figure);
  agrees(figure, more, [[250, 0.05]]);
});

test('a run has its own learning rate however the option is written that the core takes', () => {
  for (const name of ['learningRate', 'learning-rate', 'LEARNING-rate', 'learn-ing-rate']) {
    const settings = { compare: `seed=7|activation=relu&${name}=0.4` };
    const { session } = begin(settings);
    session.step(100);
    session.configure({ seed: 42, ...settings, learningRate: 0.5 });
    session.step(10);
    const rates = session.snapshot.variants.map((variant) => variant.rates.map(({ rate }) => rate));
    assert.deepEqual([session.errors, rates], [[], [[0.1, 0.5], [0.4]]], name);
  }
});

test('one that comes late catches up in the frames, while the figure waits', () => {
  const figure = begin({ epochs: 1e6, speed: 1 }, { tick: 1 });
  const { session, frame, running } = figure;
  session.seek(200_000);
  rest(figure);
  session.configure({ seed: 42, epochs: 1e6, speed: 1, compare: 'activation=tanh' });
  assert.equal(session.snapshot.variants[0].epoch, 0);
  assert.equal(session.snapshot.variants[0].goal, 200_000);
  frame();
  const { epoch } = session.snapshot.variants[0];
  assert.ok(epoch > 0 && epoch < 200_000, `${epoch}`);
  session.release();
  assert.equal(running.size, 0, 'at rest while it is nowhere');
  session.retain();
  session.play();
  frame();
  assert.equal(session.snapshot.epoch, 200_000);
  session.pause();
  rest(figure);
  agrees(figure, { compare: 'activation=tanh' });
});

test('another run of the figure is another of each', () => {
  const figure = begin({ compare: 'activation=tanh' });
  const { session } = figure;
  session.step(500);
  session.configure({ seed: 3, compare: 'activation=tanh', layers: 3 });
  assert.equal(session.snapshot.variants[0].epoch, 0);
  session.step(300);
  agrees(figure, { seed: 3, compare: 'activation=tanh', layers: 3 });
  session.configure({ seed: 3, compare: '', layers: 3 });
  assert.deepEqual([session.snapshot.epoch, session.snapshot.variants.length], [300, 0]);
});

test('until ends each where it ends alone, or where the figure does', () => {
  const settings = { compare: 'activation=tanh|activation=sigmoid', activation: 'tanh', learningRate: 0.05, until: 'solved' };
  const figure = begin({ ...settings, compare: 'learningRate=0.5', speed: 1e5, epochs: 1e6 });
  figure.session.play();
  rest(figure);
  agrees(figure, { ...settings, compare: 'learningRate=0.5' });
  const { epoch, variants } = figure.session.snapshot;
  assert.ok(variants[0].epoch < epoch);
  assert.equal(variants[0].outcome, 'solved');
}); // prettier-ignore

test('freed and made again they are in the same state; those whose rates changed are kept', () => {
  const settings = { compare: 'optimizer=adam|layers=3', activation: 'tanh', batch: 2, order: 'shuffled' };
  const figure = begin(settings);
  const { session } = figure;
  session.step(300);
  session.seek(120);
  const held = session.snapshot;
  const furthest = held.variants.map(({ furthest }) => furthest);
  session.release();
  agrees(figure, settings);
  session.retain();
  agrees(figure, settings);
  assert.deepEqual(session.snapshot.variants.map(({ furthest }) => furthest), furthest);
  assert.deepEqual(held.variants.map(seen), session.snapshot.variants.map(seen));
  session.configure({ seed: 42, ...settings, learningRate: 0.3 });
  session.step(50);
  session.release();
  session.retain();
  agrees(figure, settings, [[120, 0.3]]);
}); // prettier-ignore

test('what is refused is told by its name, and the run goes on', () => {
  const { session } = begin({ compare: 'activation=tanh' });
  session.step(10);
  for (const [compare, said] of [
    ['activation=wobbly', /^compare: expected activation to be sigmoid, .*, got "wobbly"$/],
    ['views=loss', /^compare: expected the name of an option that tells runs apart, such as activation, .* got "views"$/],
    ['controls=none', /got "controls"$/],
    ['compare=', /got "compare"$/],
    ['tanh', /^compare: expected up to 3 different runs such as activation=sigmoid&seed=7, with \| between them, got "tanh"$/],
    ['seed=1|seed=2|seed=3|seed=4', /expected up to 3 different runs/],
    ['seed=1|seed=1', /expected up to 3 different runs .* got "seed=1\|seed=1"$/],
    ['output=tanh', /^compare: expected output to be sigmoid with the loss cross-entropy/],
  ]) {
    session.configure({ seed: 42, compare });
    assert.match(session.errors[0], /** @type {RegExp} */ (said));
    assert.deepEqual([session.errors.length, session.config.compare], [1, 'activation=tanh']);
    const { epoch, variants } = session.snapshot;
    assert.deepEqual([epoch, variants.length, variants[0].epoch], [10, 1, 10]);
    assert.throws(() => new Trainer({ compare }), { option: 'compare' });
  }
}); // prettier-ignore

test('of two that do not go together the new one is refused', () => {
  const { session } = begin({ loss: 'squared-error', compare: 'output=tanh' });
  session.configure({ seed: 42, loss: 'cross-entropy', compare: 'output=tanh' });
  assert.deepEqual([session.config.loss, session.config.compare], ['squared-error', 'output=tanh']);
  assert.equal(session.errors.length, 1);
});

test('the same seeds are counted with each of the settings, as single runs come out', () => {
  for (const settings of [
    { compare: 'activation=sigmoid|learningRate=1|seed=9', activation: 'tanh', epochs: 2000 },
    { compare: 'layers=3', activation: 'relu', epochs: 800, seed: 4_294_967_293 },
  ]) {
    const figure = begin({ seed: 0, views: 'seeds', starts: 6, ...settings }, { tick: 0.5 });
    const { starts } = figure;
    starts.seen = true;
    rest(figure);
    assert.equal(starts.progress, 1);
    const first = Number(figure.session.config.seed);
    apart(settings).forEach((one, i) => {
      if (String(settings.compare).split('|')[i] === 'seed=9') return assert.equal(starts.others[i].config, null);
      assert.equal(starts.others[i].runs.length, 6);
      starts.others[i].runs.forEach(({ seed, outcome, loss }, k) => {
        assert.equal(seed, (first + k) % 2 ** 32);
        const single = alone({ ...one, seed }, settings.epochs);
        assert.deepEqual([outcome, loss], [single.outcome, single.loss], JSON.stringify({ ...one, seed }));
      });
    });
  }
});

test('pause, go on and cancel hold for all of the starts', () => {
  const { session, starts, frame, running } = begin({ seed: 0, views: 'seeds', starts: 8, compare: 'activation=tanh' }, { tick: 1 });
  starts.seen = true;
  frame();
  const [other] = starts.others;
  assert.ok(starts.progress > 0 && other.progress > 0);
  starts.pause();
  assert.deepEqual([running.size, starts.active, other.active], [0, false, false]);
  starts.play();
  assert.ok(running.has(starts) && running.has(other));
  starts.seen = false;
  assert.equal(running.size, 0);
  starts.cancel();
  assert.deepEqual([starts.progress, other.progress, other.runs.length], [0, 0, 0]);
  session.release();
  assert.deepEqual([starts.others.length, other.config], [0, null]);
}); // prettier-ignore

test('examples that are picked at random tell a run apart, of a full batch too', () => {
  const settings = { init: 'zero', data: 'and' };
  const [own] = [{ ...settings, compare: 'order=random' }].map((one) => begin(one).session.snapshot);
  const [random] = own.variants;
  const name = runName(random.config, [own.config], makeLocale('en'));
  assert.equal(name, 'random');
  assert.deepEqual([own, random].map(({ config }) => ['order', 'seed'].map((option) => applies(option, config))), [[false, false], [true, true]]); // prettier-ignore
  // As the core has it.
  const lossOf = (/** @type {string} */ order, /** @type {number} */ seed) =>
    alone({ ...settings, order, seed }, 100).loss;
  assert.notEqual(lossOf('random', 1), lossOf('random', 2));
  for (const order of ['given', 'shuffled']) assert.equal(lossOf(order, 1), lossOf('given', 2));
});

test('a run on a gate is named by its labels where the gate has no common name', () => {
  const own = begin({ data: 'x1' }).session.snapshot.config;
  for (const [data, name] of [
    ['greater', 'y = 0 0 1 0'],
    ['not-x2', 'y = 1 0 1 0'],
    ['xnor', 'XNOR'],
    ['and', 'AND'],
    ['[[0,0,1],[0,1,0]]', makeLocale('en').words.ownData],
  ]) {
    assert.equal(runName(begin({ data }).session.snapshot.config, [own], makeLocale('en')), name);
  }
});
