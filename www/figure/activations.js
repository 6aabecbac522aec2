/** The functions of the units, by the words of the options `activation` and `output`, as the core has them. */

/** @typedef {{ value: (z: number) => number, slope: (a: number) => number }} Activation  the slope f'(z) is told from a = f(z) */

/** z above 0, and below it c z. @param {number} c @returns {Activation} */
const rectifier = (c) => ({ value: (z) => (z > 0 ? z : c * z), slope: (a) => (a > 0 ? 1 : c) });

/** @type {Record<string, Activation>} */
const ACTIVATIONS = {
  sigmoid: { value: (z) => 1 / (1 + Math.exp(-z)), slope: (a) => a * (1 - a) },
  tanh: { value: Math.tanh, slope: (a) => (1 + a) * (1 - a) },
  relu: rectifier(0),
  'leaky-relu': rectifier(0.01),
  linear: rectifier(1),
};

/**
 * The name and the function of the units of a layer, 0 for the first that is not the inputs.
 * @param {{ layers: number[], activation: string, output: string }} config
 * @param {number} layer
 */
export function activationOf({ layers, activation, output }, layer) {
  const name = layer < layers.length ? activation : output;
  return { name, ...ACTIVATIONS[name] };
}
