// A session with the compiled core, a clock that a test winds, and what there is to see of a trainer.
import { Session } from '../../www/figure/session.js';
import { examplesOf } from '../../www/figure/snapshot/examples.js';
import { Starts } from '../../www/figure/session/starts.js';
import { Snapshot } from '../../www/figure/snapshot.js';
import { load } from '../../www/wasm.js';

/** @typedef {import('../../www/types.js').Runner} Runner */

const { Sweep, Trainer } = await load();

/** What there is to see of a trainer that rests. @param {InstanceType<typeof Trainer>} trainer */
export function snapshotOf(trainer) {
  const config = /** @type {import('../../www/types.js').Config} */ (trainer.config);
  return new Snapshot(/** @type {any} */ (Trainer), trainer, {
    config,
    refused: {},
    ...examplesOf(trainer),
    playing: false,
    finished: false,
    goal: null,
    ahead: null,
    preview: null,
    ghosts: [],
    starts: undefined,
  });
}

/** A clock whose frames take 20 ms. @param {number} tick  milliseconds that go by at each look at it */
function clockwork(tick) {
  /** @type {Set<Runner>} */
  const running = new Set();
  let time = 0;
  return {
    running,
    clock: {
      run: (/** @type {Runner} */ runner) => void running.add(runner),
      rest: (/** @type {Runner} */ runner) => void running.delete(runner),
      now: () => (time += tick),
    },
    frame() {
      time += 20;
      for (const runner of [...running]) runner.advance(0.02, time + 6);
    },
  };
}

/**
 * @param {Record<string, unknown>} settings
 * @param {object} [options]
 * @param {number} [options.tick]  milliseconds at each look at the clock; by default the time stands still within a frame
 * @param {() => boolean} [options.isLoaded]  whether what trains the starts has been loaded
 */
export function begin(settings, { tick = 0, isLoaded = () => true } = {}) {
  const { running, clock, frame } = clockwork(tick);
  /** @type {string[]} */
  const news = [];
  const session = new Session(
    /** @type {any} */ (Trainer),
    { seed: 42, ...settings },
    (what) => void news.push(what),
    clock,
    (onChange) => (isLoaded() ? new Starts(Sweep, clock, onChange) : undefined),
  );
  session.visible = true;
  return { session, starts: /** @type {Starts} */ (session.starts), running, frame, news };
}
