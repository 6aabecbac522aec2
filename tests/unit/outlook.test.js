// What a session knows beside its run: how it goes on, how another would, and how those before it went.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin } from './clockwork.js';

/** Frames of 20 ms until the run is over. @param {ReturnType<typeof begin>} figure */
function frames({ session, frame }) {
  for (let count = 0; count < 2000; count++) {
    if (!session.playing) return count;
    frame();
  }
  throw new Error('expected an end within 40 s');
}

test('eased, a run takes about ten seconds, and comes to the same', () => {
  const eased = begin({ pace: 'eased' });
  eased.session.play();
  const seconds = frames(eased) / 50;
  assert.ok(seconds > 8 && seconds < 12, `${seconds} s`);
  const { session } = begin({});
  session.seek(100_000);
  assert.deepEqual(eased.session.snapshot.parameters, session.snapshot.parameters);
});

test('eased, it goes slowly where the loss drops, wherever it comes from', () => {
  const { session, frame } = begin({ pace: 'eased' });
  const perFrame = () => {
    const { epoch } = session.snapshot;
    frame();
    return session.snapshot.epoch - epoch;
  };
  session.play();
  frame();
  frame();
  session.seek(10_000);
  session.play();
  assert.ok(perFrame() > 100);
  session.seek(21_300);
  assert.equal(session.playing, false);
  session.play();
  assert.ok(perFrame() < 30);
  session.pause();
  assert.equal(perFrame(), 0);
  session.seek(60_000);
  session.play();
  assert.ok(perFrame() > 100);
  session.reset();
  assert.equal(session.snapshot.epoch, 0);
});

test('until and a rate that changes on the way are looked ahead to', () => {
  const solved = begin({ pace: 'eased', activation: 'tanh', until: 'solved' });
  solved.session.play();
  assert.ok(frames(solved) > 8 * 50);
  assert.equal(solved.session.snapshot.outcome, 'solved');

  const changed = begin({ pace: 'eased' });
  changed.session.seek(1000);
  changed.session.configure({ seed: 42, pace: 'eased', learningRate: 1 });
  changed.session.play();
  frames(changed);
  const { ahead, epoch, loss } = changed.session.snapshot;
  assert.equal(epoch, 100_000);
  assert.equal(ahead?.losses.at(-1), loss);
});

test('where the end cannot be seen it goes at its speed', () => {
  const { session, frame, running } = begin({ pace: 'eased', epochs: 1e9, speed: 1000 }, { tick: 1 });
  session.play();
  for (let i = 0; i < 10; i++) frame();
  const { epoch } = session.snapshot;
  for (let i = 0; i < 400; i++) frame();
  assert.equal(session.snapshot.epoch, epoch + 400 * 20);
  assert.equal(session.snapshot.ahead, null);
  // The look ahead was given up.
  assert.equal(running.size, 1);
});

test('nothing is looked ahead to where nothing wants it', () => {
  const { running } = begin({ views: 'boundary table' });
  assert.equal(running.size, 0);
  assert.equal(begin({ views: 'boundary', pace: 'eased' }).running.size, 1);
});

test('a run leaves its whole curve, and gives way to the next', () => {
  const { session, frame } = begin({});
  frame();
  frame();
  session.configure({ seed: 7 });
  assert.equal(session.snapshot.ghosts.length, 0, 'a run that did not begin leaves none');
  session.step(10);
  session.configure({ seed: 8 });
  session.step(10);
  session.configure({ seed: 8, activation: 'tanh' });
  const { ghosts } = session.snapshot;
  assert.deepEqual(ghosts.map(({ config, pin }) => [config.seed, config.activation, pin]), [[8, 'sigmoid', null]]); // prettier-ignore
  assert.ok(ghosts[0].trace.losses.length > 1 && ghosts[0].trace.losses.length <= 513);
});

test('what is pinned stays until it is let go, three at most', () => {
  const { session } = begin({});
  const next = (/** @type {number} */ seed) => {
    session.step(10);
    session.configure({ seed });
    session.pin();
  };
  const list = () => session.snapshot.ghosts.map(({ config, pin }) => [config.seed, pin]);
  for (const seed of [1, 2, 3, 4]) next(seed);
  assert.deepEqual(list(), [[42, 0], [1, 1], [2, 2], [3, null]]); // prettier-ignore
  session.unpin(1);
  session.pin();
  assert.deepEqual(list(), [[42, 0], [2, 2], [3, 1]]); // prettier-ignore
});

test('a preview shows another run whole, and this one rests, and is as it was', () => {
  const { session, frame } = begin({});
  session.play();
  frame();
  frame();
  const { epoch, parameters } = session.snapshot;
  assert.ok(epoch > 0);
  session.preview({ learningRate: 1 });
  frame();
  const { preview, ghosts } = session.snapshot;
  assert.equal(preview?.config.learningRate, 1);
  assert.equal(preview?.trace.epochs.at(-1), 100_000);
  assert.equal(ghosts.at(-1)?.config.learningRate, 0.1);
  assert.deepEqual([session.snapshot.epoch, session.snapshot.parameters], [epoch, parameters]);
  session.preview(null);
  assert.equal(session.snapshot.preview, null);
  assert.equal(session.snapshot.ghosts.length, 0);
  frame();
  assert.ok(session.snapshot.epoch > epoch);
});

test('the moment of a figure that rests on its way', () => {
  const { session } = begin({ epochs: 100 });
  assert.equal(session.snapshot.moment, 0);
  session.seek(50);
  assert.equal(session.snapshot.moment, 50);
  session.play();
  assert.equal(session.snapshot.moment, 0);
  session.seek(100);
  assert.equal(session.snapshot.moment, 0);
});
