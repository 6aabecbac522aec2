/** Where things are. A build that carries the core along, or has other files beside it, has another of these. */

/** The compiled core. */
export const source = () => new URL('./pkg/neural_figure_bg.wasm', import.meta.url);

/** The script that registers the element; empty where it has no address that another page can use. */
export const script = () => new URL('./neural-figure.js', import.meta.url).href;

/** The folder of that script and of embed.html; empty where a script has no folder. */
export const home = () => new URL('./', import.meta.url).href;

/** The module of what a reader can take along; empty where it has no address. */
export const exporter = () => new URL('./export/index.js', import.meta.url).href;

/** What is loaded on demand, and the file that it is in. */
export const views = () => import('./views/on-demand.js');
export const VIEWS_FILE = 'views/on-demand.js';
