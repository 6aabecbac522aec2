// Many starts of the figure's settings: their counts are those of single runs, and they go on only while they are seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../www/wasm.js';
import { begin } from './clockwork.js';

const { Trainer } = await load();

/** A figure that shows its starts to a reader. @param {Record<string, unknown>} settings @param {{ tick?: number }} [options] */
function shown(settings, options = { tick: 1 }) {
  const figure = begin({ seed: 0, views: 'seeds', starts: 8, epochs: 3000, activation: 'tanh', ...settings }, options);
  figure.session.seen = true;
  return figure;
}

/** Frames until they are through. @param {ReturnType<typeof shown>} figure */
function finish({ starts, frame }) {
  for (let count = 0; count < 5000; count++) {
    if (starts.progress === 1) return;
    frame();
  }
  throw new Error('expected an end within 5000 frames');
}

/** @type {Record<string, unknown>[]} */
const SETTINGS = [
  {},
  { activation: 'sigmoid', epochs: 40_000, seed: 4_294_967_292 },
  { activation: 'relu', layers: '4,2', init: 'he-normal', gradientScale: 'mean' },
  { layers: '3', optimizer: 'adam', init: 'normal', deviation: 1, learningRate: 0.01 },
  { batch: 1, order: 'shuffled', learningRate: 0.5, until: 'solved' },
  { activation: 'relu', output: 'linear', loss: 'squared-error', init: 'normal', deviation: 1, learningRate: 5, epochs: 300 },
]; // prettier-ignore

test('every count is what single runs give', () => {
  const seen = new Set();
  for (const settings of SETTINGS) {
    const figure = shown(settings, { tick: 0.5 });
    finish(figure);
    const { config, runs } = figure.starts;
    assert.equal(runs.length, 8);
    runs.forEach(({ seed, epoch, loss, outcome }, k) => {
      assert.equal(seed, (Number(config?.seed) + k) % 2 ** 32);
      const trainer = new Trainer({ ...config, seed });
      while (trainer.epoch < Number(config?.epochs) && !trainer.ended) trainer.step(1000);
      trainer.seek(epoch);
      assert.deepEqual([loss, outcome], [trainer.loss, trainer.outcome], JSON.stringify({ ...settings, seed }));
      trainer.free();
      seen.add(outcome);
    });
    assert.equal(figure.running.size, 0, 'at rest');
  }
  assert.ok(seen.size >= 4, [...seen].join());
});

test('nothing is made before they are shown and seen', () => {
  const { session, running, frame } = begin({ views: 'boundary' });
  session.seen = true;
  frame();
  assert.deepEqual([running.size, session.starts, session.snapshot.starts], [0, undefined, undefined]);
  session.configure({ seed: 42, views: 'boundary seeds' });
  assert.equal(running.size, 1);
  session.seen = false;
  assert.equal(running.size, 0);
  frame();
  assert.equal(session.starts?.runs.length, 0);
  session.seen = true;
  frame();
  assert.equal(session.starts?.runs.length, 200);
});

test('what is seen before they are loaded trains once they are', () => {
  let isLoaded = false;
  const { session, running, frame, news } = begin({ views: 'seeds', starts: 8 }, { isLoaded: () => isLoaded });
  session.seen = true;
  frame();
  assert.deepEqual([session.starts, session.snapshot.starts, running.size], [undefined, undefined, 0]);
  isLoaded = true;
  session.loaded();
  assert.equal(news.at(-1), 'change');
  assert.equal(session.snapshot.starts, session.starts);
  frame();
  assert.equal(session.starts?.runs.length, 8);
});

test('what is loaded between a choice and its frame trains too', () => {
  let isLoaded = false;
  const { session, frame } = begin({ views: 'boundary' }, { isLoaded: () => isLoaded });
  session.seen = true;
  session.configure({ seed: 42, views: 'boundary seeds', starts: 8 });
  isLoaded = true;
  assert.equal(session.snapshot.starts?.active, true);
  frame();
  assert.equal(session.starts?.runs.length, 8);
});

test('what is loaded while a run that is kept is detached trains once it is back', () => {
  let isLoaded = false;
  const settings = { seed: 42, views: 'boundary seeds', starts: 8 };
  const { session, frame } = begin({ ...settings, learningRate: 0.1 }, { isLoaded: () => isLoaded });
  session.seen = true;
  session.step(1);
  session.configure({ ...settings, learningRate: 0.2 });
  session.step(1);
  const before = session.snapshot;
  assert.equal(before.starts, undefined);
  session.release();
  isLoaded = true;
  session.retain();
  assert.equal(session.snapshot.starts?.active, true);
  frame();
  assert.equal(session.snapshot.starts?.runs.length, 8);
});

test('they rest while nobody sees them, and go on where they were', () => {
  const { starts, frame, running } = shown({});
  frame();
  const { progress } = starts;
  assert.ok(progress > 0 && progress < 1);
  starts.seen = false;
  frame();
  assert.deepEqual([starts.progress, running.size], [progress, 0]);
  starts.seen = true;
  frame();
  assert.ok(starts.progress > progress);
});

test('pause, go on, cancel, begin', () => {
  const { starts, frame, running, news } = shown({});
  frame();
  const { progress } = starts;
  starts.pause();
  frame();
  assert.deepEqual([starts.progress, starts.paused, starts.active, running.size], [progress, true, false, 0]);
  starts.play();
  frame();
  assert.ok(starts.progress > progress);
  starts.cancel();
  frame();
  assert.deepEqual([starts.progress, starts.runs.length, starts.paused, starts.active], [0, 0, false, false]);
  assert.equal(running.size, 0);
  starts.play();
  frame();
  assert.equal(starts.runs.length, 8);
  assert.ok(news.every((what) => what === 'starts'));
});

test('other settings begin them anew, and one of their own seeds does not', () => {
  const figure = shown({});
  const { session, starts, frame } = figure;
  const settings = { seed: 0, views: 'seeds', starts: 8, epochs: 3000, activation: 'tanh' };
  for (const other of [{ activation: 'relu' }, { learningRate: 1 }, { epochs: 2000 }, { until: 'solved' }, { starts: 9 }, { seed: 8 }]) {
    session.configure(settings);
    finish(figure);
    session.configure({ ...settings, seed: 3 });
    session.configure({ ...settings, seed: 7, speed: 10, pace: 'eased', views: 'loss seeds' });
    assert.deepEqual([starts.progress, starts.config?.seed], [1, 0]);
    session.configure({ ...settings, ...other });
    assert.deepEqual([starts.progress, starts.runs.length], [0, 0], JSON.stringify(other));
    frame();
    assert.equal(starts.runs.length, 'starts' in other ? 9 : 8);
    assert.equal(starts.runs[0].seed, 'seed' in other ? 8 : 0);
  } // prettier-ignore
});

test('what is compared has their seeds, also where another setting moves them and leaves it as it is', () => {
  const settings = {
    seed: 0,
    views: 'seeds',
    starts: 8,
    epochs: 600,
    activation: 'tanh',
    compare: 'learning-rate=0.5',
  };
  const figure = shown(settings);
  const { session, starts } = figure;
  finish(figure);
  // A press on the fourth picture, and then a rate that only the figure's own run takes.
  session.configure({ ...settings, seed: 3 });
  session.configure({ ...settings, seed: 3, learningRate: 0.2 });
  finish(figure);
  const seeds = [3, 4, 5, 6, 7, 8, 9, 10];
  for (const { runs } of [starts, ...starts.others]) {
    assert.deepEqual(
      runs.map(({ seed }) => seed),
      seeds,
    );
  }
  const { runs } = starts.others[0];
  const single = new Trainer({ ...settings, compare: '', learningRate: 0.5, seed: 3 });
  single.seek(600);
  assert.equal(runs[0].loss, single.loss);
  single.free();
});

test('while they are paused, what is compared waits with them', () => {
  const settings = { seed: 0, views: 'seeds', starts: 8, epochs: 600, activation: 'tanh' };
  const figure = shown(settings);
  const { session, starts, frame, running } = figure;
  frame();
  starts.pause();
  session.configure({ ...settings, compare: 'learning-rate=0.5' });
  for (let count = 0; count < 5; count++) frame();
  assert.deepEqual([starts.paused, starts.active, starts.others[0].runs.length], [true, false, 0]);
  assert.ok(!running.has(starts.others[0]));
  starts.play();
  finish(figure);
  assert.deepEqual([starts.runs.length, starts.others[0].runs.length], [8, 8]);
});

test('paused, they begin anew with other settings; cancelled, they wait', () => {
  const { session, starts, frame } = shown({});
  frame();
  starts.pause();
  session.configure({ seed: 0, views: 'seeds' });
  assert.equal(starts.active, true);
  starts.cancel();
  session.configure({ seed: 0, views: 'seeds', layers: 3 });
  assert.equal(starts.active, false);
});

test('they are freed when the view goes, and when the figure does', () => {
  for (const leave of /** @type {((figure: ReturnType<typeof shown>) => void)[]} */ ([
    ({ session }) => session.configure({ seed: 0, views: 'loss' }),
    ({ session }) => session.release(),
  ])) {
    const figure = shown({});
    figure.frame();
    assert.ok(figure.starts.progress > 0);
    leave(figure);
    assert.deepEqual([figure.starts.progress, figure.starts.runs.length, figure.starts.config], [0, 0, null]);
    assert.equal(figure.starts.active, false);
  }
  const { session, starts, frame } = shown({});
  session.release();
  session.retain();
  frame();
  assert.equal(starts.runs.length, 8);
});
