/**
 * The functions of the units, by the words of the options `activation` and `output`, as the core has them.
 *
 * @import { Config } from '../../types.js'
 */

/** @typedef {Config['activation'] | Config['output']} Name */

/**
 * @typedef {object} Activation
 * @property {(z: number) => number} value
 * @property {(a: number) => number} slope  f'(z), from a = f(z)
 * @property {readonly [number, number]} [range]  the least and the greatest value, if there are both
 */

/** z above 0, and below it c z. @param {number} c @returns {Activation} */
const rectifier = (c) => ({ value: (z) => (z > 0 ? z : c * z), slope: (a) => (a > 0 ? 1 : c) });

/** @type {Record<Name, Activation>} */
const ACTIVATIONS = {
  sigmoid: { value: (z) => 1 / (1 + Math.exp(-z)), slope: (a) => a * (1 - a), range: [0, 1] },
  tanh: { value: Math.tanh, slope: (a) => (1 + a) * (1 - a), range: [-1, 1] },
  relu: rectifier(0),
  'leaky-relu': rectifier(0.01),
  linear: rectifier(1),
};

/**
 * The name and the function of the units of a layer, 0 for the first that is not the inputs.
 * @param {Pick<Config, 'layers' | 'activation' | 'output'>} config
 * @param {number} layer
 */
export function activationOf({ layers, activation, output }, layer) {
  const name = layer < layers.length ? activation : output;
  return { name, ...ACTIVATIONS[name] };
}
