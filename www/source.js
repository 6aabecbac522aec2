/** Where the compiled core is. A build that carries it along has another of these. */
export const source = () => new URL('./pkg/neural_figure_bg.wasm', import.meta.url);
