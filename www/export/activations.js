/**
 * The functions of the units as Python writes them, by the words of the options `activation` and `output`.
 *
 * @import { Name } from '../figure/snapshot/activations.js'
 */

/**
 * @typedef {object} Written
 * @property {(z: string) => string} value  in NumPy
 * @property {(a: string) => string} slope  in NumPy, from the value: what an error is multiplied by, with its sign of multiplication
 * @property {string} module  in PyTorch
 */

/** @type {Record<Name, Written>} */
export const ACTIVATIONS = {
  sigmoid: { value: (z) => `sigmoid(${z})`, slope: (a) => ` * ${a} * (1 - ${a})`, module: 'nn.Sigmoid()' },
  tanh: { value: (z) => `np.tanh(${z})`, slope: (a) => ` * (1 - ${a} * ${a})`, module: 'nn.Tanh()' },
  relu: { value: (z) => `np.maximum(${z}, 0)`, slope: (a) => ` * (${a} > 0)`, module: 'nn.ReLU()' },
  'leaky-relu': {
    value: (z) => `np.where(${z} > 0, ${z}, 0.01 * ${z})`,
    slope: (a) => ` * np.where(${a} > 0, 1, 0.01)`,
    module: 'nn.LeakyReLU(0.01)',
  },
  linear: { value: (z) => z, slope: () => '', module: '' },
};
