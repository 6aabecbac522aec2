/**
 * The one door to the compiled core. Nothing else imports pkg/, which `cargo xtask build` makes.
 */
import init, * as core from './pkg/neural_figure.js';

export { OPTIONS } from './pkg/options.js';

/** @typedef {typeof core} Core */
/** @typedef {URL | Response | BufferSource | WebAssembly.Module} Source */

/** @type {Promise<Core> | undefined} */
let loading;

/**
 * The core, loaded once for all who ask. A failure is not kept: the next call tries again.
 *
 * @param {Source} [source] where the module comes from when it is not the file in pkg/, for a build that carries it along;
 *   the first call decides
 * @returns {Promise<Core>}
 */
export function load(source = new URL('./pkg/neural_figure_bg.wasm', import.meta.url)) {
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
  return core;
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
    throw new Error(`${url.pathname}: expected the compiled core, got ${response.status} ${response.statusText}`.trimEnd());
  }
  return response;
}
