/** What stands in for www/source.js in each build: where the core is, and the other files. */
import { readFileSync } from 'node:fs';

export const WASM = 'neural_figure_bg.wasm';
export const VIEWS = 'neural-figure-views.js';
export const EXPORTER = 'neural-figure-export.js';

/**
 * Another www/source.js, and what stands before the code.
 * @typedef {{ head: string, module: string }} Source
 */

/** @param {string} here  the address of the script or page, as an expression @param {string} script  and of the element's */
const places = (here, script) => `const here = ${here};
export const script = () => ${script};
export const home = () => /^(https?|file):/.test(here) ? new URL('./', here).href : '';
export const exporter = () => home() && home() + '${EXPORTER}';
export const VIEWS_FILE = '${VIEWS}';`;

/** What is loaded on demand, beside the code. */
const VIEWS_BESIDE = `export const views = () => import('./${VIEWS}');`;

/** The core beside the code. @param {string} script @returns {Source} */
export const beside = (script) => ({
  head: '',
  module: `export const source = () => new URL('./${WASM}', import.meta.url);
${VIEWS_BESIDE}
${places('import.meta.url', script)}`,
});

/**
 * The core in the code, packed: as base64 alone it would be a third larger after gzip. It stands before all code, because
 * gzip finds no repetition across it.
 * @param {string} here
 * @param {string} script
 * @param {string} views
 * @returns {Source}
 */
export const inside = (here, script, views = VIEWS_BESIDE) => ({
  head: `const neuralFigureCore='${readFileSync(process.env.PACKED ?? '', 'base64')}';`,
  module: `const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const unpack = (packed) =>
  new Response(Uint8Array.fromBase64?.(packed) ?? bytesOf(packed)).body.pipeThrough(new DecompressionStream('gzip'));
export const source = () =>
  new Response(unpack(neuralFigureCore), { headers: { 'content-type': 'application/wasm' } });
${views}
${places(here, script)}`,
});

/** The name and the place of what is loaded on demand within a page that holds everything. */
export const VIEWS_NAME = 'neuralFigureViews';

/**
 * There it is packed and inert until it is asked for, at the end of the page: the figure does not wait for it. A module would
 * be another origin's in a sandbox, a script is not.
 */
export const VIEWS_WITHIN = `export const views = async () => {
  if (document.readyState === 'loading') await new Promise((come) => addEventListener('DOMContentLoaded', come));
  const script = document.createElement('script');
  script.textContent = await new Response(unpack(document.getElementById('${VIEWS_NAME}').textContent)).text();
  document.head.append(script);
  return window.${VIEWS_NAME};
};`;

/** A script that is the element's own, and one beside which that is. */
export const ITSELF = 'home() && here';
export const BESIDE_IT = 'home() && `${home()}neural-figure.js`';

/** Of a bundle without the core, which is told where the other files are. */
export const WITHOUT_CORE = { head: '', module: 'export const source = () => {};' };
