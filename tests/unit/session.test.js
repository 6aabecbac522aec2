// The session and its snapshots with the compiled core and a clock that a test winds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../www/wasm.js';
import { begin } from './clockwork.js';

const { Trainer } = await load();

test('it plays by the clock, until its end, and tells it once', () => {
  const { session, running, frame, news } = begin({ epochs: 100, speed: 1000 });
  session.play();
  frame();
  assert.equal(session.snapshot.epoch, 20);
  for (let i = 0; i < 10; i++) frame();
  assert.equal(session.snapshot.epoch, 100);
  assert.equal(session.playing, false);
  assert.equal(running.size, 0);
  assert.equal(news.filter((what) => what === 'finish').length, 1);
});

test('what cannot be seen holds no clock', () => {
  const { session, running } = begin({});
  session.play();
  assert.ok(running.has(session));
  session.visible = false;
  assert.equal(running.size, 0);
});

test('until ends a run', () => {
  const { session, frame } = begin({ activation: 'tanh', epochs: 1e9, until: 'solved', speed: 1e5 });
  session.play();
  for (let i = 0; i < 10; i++) frame();
  assert.ok(session.finished);
  assert.equal(session.snapshot.outcome, 'solved');
  assert.ok(session.snapshot.epoch > 1000 && session.snapshot.epoch < 2000);
});

test('an option that is refused keeps its last good value, and is told by its field', () => {
  const { session } = begin({ activation: 'tanh' });
  session.configure({ seed: 42, activation: 'wobbly', speed: -1 });
  assert.equal(session.config.activation, 'tanh');
  assert.equal(session.errors.length, 2);
});

test('of two options that do not go together the new one is refused', () => {
  const { session } = begin({ output: 'tanh', loss: 'squared-error' });
  session.step(10);
  session.configure({ seed: 42, output: 'tanh', loss: 'cross-entropy' });
  assert.deepEqual([session.config.output, session.config.loss], ['tanh', 'squared-error']);
  assert.equal(session.snapshot.epoch, 10);
  assert.match(session.errors[0], /output: expected sigmoid with the loss cross-entropy/);
});

test('on the way to an epoch its moment is that epoch; at the end of the run there is none', () => {
  const { session } = begin({ epochs: 100_000 }, { tick: 10 });
  session.seek(90_000);
  assert.ok(session.snapshot.epoch < 90_000);
  assert.equal(session.snapshot.moment, 90_000);
  session.pause();
  assert.equal(session.snapshot.moment, session.snapshot.epoch);
  session.seek(100_000);
  assert.equal(session.snapshot.moment, 0);
});

test('an end that comes before the epoch on the way is where it rests', () => {
  const { session, frame, news } = begin({ epochs: 100_000 }, { tick: 10 });
  const goOn = () => {
    for (let i = 0; i < 10_000 && session.snapshot.goal !== null; i++) frame();
  };
  session.seek(90_000);
  session.configure({ seed: 42, epochs: 2000 });
  assert.equal(session.snapshot.moment, 0);
  goOn();
  assert.deepEqual([session.snapshot.epoch, session.finished, news.at(-1)], [2000, true, 'finish']);
  session.configure({ seed: 42, epochs: 100_000 });
  session.seek(90_000);
  session.configure({ seed: 42, epochs: 10 });
  const { epoch } = session.snapshot;
  goOn();
  assert.deepEqual([session.snapshot.epoch, session.finished], [epoch, true]);
});

test('what has become of a run is the same when it is asked later', () => {
  const { session } = begin({ optimizer: 'momentum', activation: 'relu', init: 'he-normal', biases: 'none', layers: '1', learningRate: 1 }); // prettier-ignore
  session.seek(60);
  const held = session.snapshot;
  const now = [session.trainer.outcome, session.trainer.reason];
  // The gradient is 0, and the momentum goes on.
  assert.deepEqual([held.steepest, now], [0, ['learning', '']]);
  session.seek(61);
  assert.deepEqual([held.outcome, held.reason], now);
});

test('a snapshot is of its epoch for as long as anyone holds it', () => {
  for (const settings of [{}, { biases: 'hidden', layers: '3' }, { optimizer: 'adam', activation: 'relu' }]) {
    const { session } = begin(settings);
    session.step(500);
    const fresh = session.snapshot;
    const { loss, outcome, predictions, parameters, gradients, contour, metrics } = fresh;
    session.seek(0);
    session.step(500);
    const held = session.snapshot;
    const trace = [...fresh.lossTrace];
    session.step(1000);
    session.configure({ seed: 1, data: 'and', layers: '4,2' });
    session.release();
    assert.equal(held.epoch, 500);
    assert.deepEqual(
      [held.loss, held.outcome, held.predictions, held.parameters, held.gradients, held.contour, held.metrics],
      [loss, outcome, predictions, parameters, gradients, contour, metrics],
    );
    assert.deepEqual([...held.lossTrace], trace);
  }
});

test('freed and made again it is in the same state', () => {
  const { session } = begin({ activation: 'tanh', optimizer: 'momentum', batch: 1, order: 'shuffled' });
  session.step(300);
  session.seek(120);
  const { epoch, furthest, parameters } = session.snapshot;
  session.release();
  session.retain();
  assert.deepEqual([session.snapshot.epoch, session.snapshot.furthest], [epoch, furthest]);
  assert.deepEqual(session.snapshot.parameters, parameters);
});

test('freed and made again it is where it was, also beyond an end that was set later', () => {
  const settings = { seed: 42, activation: 'tanh', compare: 'activation=relu' };
  const { session } = begin(settings);
  session.step(5000);
  session.configure({ ...settings, until: 'solved' });
  const { epoch, outcome, furthest, parameters, variants } = session.snapshot;
  assert.deepEqual([epoch, outcome, session.finished], [5000, 'solved', true]);
  session.release();
  session.retain();
  const again = session.snapshot;
  assert.deepEqual([again.epoch, again.furthest, again.variants[0].epoch], [epoch, furthest, variants[0].epoch]);
  assert.deepEqual(again.parameters, parameters);
});

test('every option is in the settings that the trainer gives', async () => {
  const { OPTIONS } = await import('../../www/wasm.js');
  const trainer = new Trainer({ seed: 1 });
  assert.deepEqual(
    Object.keys(/** @type {object} */ (trainer.config)),
    OPTIONS.map(({ name }) => name),
  );
  const again = new Trainer(trainer.config);
  assert.deepEqual(again.config, trainer.config);
  trainer.free();
  again.free();
});

test('an Error names its option in a field', () => {
  assert.throws(() => new Trainer({ speed: 'fast' }), { option: 'speed' });
  assert.throws(() => new Trainer({ output: 'linear' }), { option: 'output', other: 'loss' });
  assert.throws(() => new Trainer({ weights: [{ W: [[1]] }] }), { option: 'weights', other: 'layers' });
});
