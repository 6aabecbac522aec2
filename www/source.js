/** Where things are. A build that carries the core along, or has other files beside it, has another of these. */

/** The compiled core. */
export const source = () => new URL('./pkg/neural_figure_bg.wasm', import.meta.url);

/** The folder of neural-figure.js and embed.html. */
export const home = () => new URL('./', import.meta.url).href;
