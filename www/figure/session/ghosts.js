/**
 * The curves that earlier runs have left: the last one, until the next, and those that the reader keeps.
 *
 * @import { Config, Ghost, Trace } from '../../types.js'
 */

/** Runs that a reader can keep. */
export const MAX_PINS = 3;

/** Entries of the trace of a ghost at most. */
const MAX_TRACE_ENTRIES = 512;

export class Ghosts {
  /** The kept ones, and then the last. @type {readonly Ghost[]} */
  list = [];

  /**
   * A run is over, as another begins.
   * @param {Config} config
   * @param {Trace} trace
   */
  leave(config, trace) {
    this.list = this.with(config, trace);
  }

  /**
   * The list as it will be when this run is left.
   * @param {Config} config
   * @param {Trace} trace
   * @returns {readonly Ghost[]}
   */
  with(config, trace) {
    return [...this.list.filter(({ pin }) => pin !== null), { config, trace: thinned(trace), pin: null }];
  }

  /** Keeps the last one. */
  pin() {
    const free = [...Array(MAX_PINS).keys()].find((place) => this.list.every(({ pin }) => pin !== place));
    if (free === undefined) return;
    this.list = this.list.map((ghost) => (ghost.pin === null ? { ...ghost, pin: free } : ghost));
  }

  /** @param {number} place */
  unpin(place) {
    this.list = this.list.filter(({ pin }) => pin !== place);
  }
}

/** @param {Trace} trace @returns {Trace} */
function thinned({ epochs, losses }) {
  const stride = Math.ceil(epochs.length / MAX_TRACE_ENTRIES);
  const isKept = (/** @type {unknown} */ _, /** @type {number} */ i) => i % stride === 0 || i === epochs.length - 1;
  return Object.freeze({ epochs: epochs.filter(isKept), losses: losses.filter(isKept) });
}
