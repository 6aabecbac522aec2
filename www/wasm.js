/**
 * The one way to the compiled core. Nothing else imports pkg/, which `cargo xtask build` makes.
 */
import init, { Sweep as CoreSweep, Trainer as CoreTrainer } from './pkg/neural_figure.js';
import { OPTIONS, OUTCOMES, REASONS } from './pkg/options.js';
import { source as here } from './source.js';

export { OPTIONS };

/** @typedef {{ Trainer: typeof Trainer, Sweep: typeof Sweep }} Core */
/** @typedef {URL | Response | BufferSource | WebAssembly.Module} Source */

/** @type {Promise<Core> | undefined} */
let loading;

/**
 * The core, loaded once for all who ask. A failure is not kept: the next call tries again.
 *
 * @param {Source} [source] where the module comes from when it is not the file in pkg/; the first call decides
 * @returns {Promise<Core>}
 */
export function load(source = here()) {
  loading ??= start(source).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @param {Source} source */
async function start(source) {
  if (typeof WebAssembly !== 'object') {
    throw new Error('WebAssembly: expected a browser that has it, got one without');
  }
  // The glue compiles a Response while it arrives, and falls back to its bytes when the server sends another MIME type.
  await init({ module_or_path: source instanceof URL ? await get(source) : source });
  return { Trainer, Sweep };
}

/**
 * After this each use of what was freed throws where the glue reads its address. Thrown by the core, an error keeps the part of
 * the core's stack that the call has taken, and after some thousand of them the stack is used up for all figures of a page.
 * @param {object} freed
 */
function forget(freed) {
  Object.defineProperty(freed, '__wbg_ptr', {
    enumerable: false,
    get() {
      throw new Error('expected a Trainer or Sweep in use, got one that was freed');
    },
  });
}

/**
 * The core's Trainer, whose arguments are read before the core is entered: a getter or a proxy may do anything, even
 * step or free this very trainer, and then it does so between two calls, not within one.
 */
class Trainer extends CoreTrainer {
  /** @param {unknown} config */
  constructor(config) {
    super(plainConfig(config));
  }

  /** @override @param {unknown} config */
  configure(config) {
    return super.configure(plainConfig(config));
  }

  /** @override @param {unknown} epochs */
  step(epochs) {
    return super.step(plain(epochs));
  }

  /** @override @param {unknown} epoch */
  seek(epoch) {
    return super.seek(plain(epoch));
  }

  /** @override @param {unknown} inputs */
  activations(inputs) {
    return super.activations(inputs instanceof Float64Array ? Float64Array.from(inputs) : plain(inputs));
  }

  /** @override @returns {any} of the predictions, `Metrics`: see types.d.ts */
  metrics() {
    const [crossEntropy, meanSquaredError, meanAbsoluteError, accuracy] = super.metrics();
    return { crossEntropy, meanSquaredError, meanAbsoluteError, accuracy };
  }

  /** @override */
  free() {
    super.free();
    forget(this);
  }
}

/** Numbers that the core gives of each run of a sweep. */
const RUN_NUMBERS = 7;

/** The core's Sweep, whose arguments are read before the core is entered. */
class Sweep extends CoreSweep {
  /** @param {unknown} config @param {unknown} starts 1 to 1000 */
  constructor(config, starts) {
    super(plainConfig(config), plain(starts));
  }

  /** @override @param {unknown} epochs */
  step(epochs) {
    return super.step(plain(epochs));
  }

  /** @override @returns {any} of each start a `SweptRun`: see types.d.ts */
  runs() {
    const numbers = super.runs();
    return Array.from({ length: numbers.length / RUN_NUMBERS }, (_, k) => {
      const [seed, epoch, loss, solvedAt, outcome, reason, minimum] = numbers.subarray(RUN_NUMBERS * k);
      return { seed, epoch, loss, solvedAt, outcome: OUTCOMES[outcome], reason: REASONS[reason] ?? '', minimum };
    });
  }

  /** @override @param {number} k */
  trace(k) {
    return super.trace(+k);
  }

  /**
   * @override
   * @param {number} k @param {CanvasRenderingContext2D} context @param {number} size @param {Uint32Array} palette
   * @param {number} x @param {number} y
   */
  paint(k, context, size, palette, x = 0, y = 0) {
    super.paint(+k, context, size, palette, +x, +y);
  }

  /** @override */
  free() {
    super.free();
    forget(this);
  }
}

/** @param {any} config */
function plainConfig(config) {
  if (typeof config !== 'object' || config === null) return config;
  return Object.fromEntries(OPTIONS.map(({ name }) => [name, plain(config[name])]));
}

/** Entries of a list, and lists and objects within one another, from which on no option takes a value: no more are read. */
const MAX_ENTRIES = 1001;
const MAX_DEPTH = 4;

/**
 * Lists are copied, and an object that has what a layer of weights has and no more; of all else the core looks at the type alone.
 * @param {any} value
 * @returns {unknown}
 */
function plain(value, depth = 0) {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return {};
  if (!Array.isArray(value)) {
    const hasOthers = Object.keys(value).some((name) => !'WB'.includes(name));
    return hasOthers ? {} : { W: plain(value.W, depth + 1), B: plain(value.B, depth + 1) };
  }
  return Array.from({ length: Math.min(MAX_ENTRIES, value.length) }, (_, i) => plain(value[i], depth + 1));
}

/**
 * @param {URL} url
 * @returns {Promise<Response | BufferSource>}
 */
async function get(url) {
  // Node's fetch reads no files. A static or dynamic import of its modules would trip bundlers for the browser.
  const node = /** @type {any} */ (globalThis).process?.getBuiltinModule?.('node:fs/promises');
  if (node && url.protocol === 'file:') {
    return node.readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(
      `${url.pathname}: expected the compiled core, got ${response.status} ${response.statusText}`.trimEnd(),
    );
  }
  return response;
}
