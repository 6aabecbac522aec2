/**
 * brain.js and ConvNetJS on the same task: two inputs, one hidden layer, plain gradient descent with a rate of 0.1, no
 * momentum, no decay, the four examples of XOR an epoch. Each does it in its own way, so only the speeds compare.
 */
// @ts-expect-error It has no types. The class alone: the package's index would bring in its GPU compiler.
import brainjs from 'brain.js/dist/neural-network.js';
// @ts-expect-error It has no types.
import * as convnet from 'convnetjs';
import { GATE } from './by-hand.js';

const RATE = 0.1;

/** brain.js refuses 0; this is lost in any sum, and its products are not so small that a processor is slow on them. */
const NONE = 1e-30;

/**
 * An epoch is four updates, one after each example, of squared error. `activation` holds for the output too. It takes the
 * error of every epoch, because that is how it knows when to stop: the NumPy program and ConvNetJS do as well.
 *
 * @param {number} hidden
 * @param {boolean} tanh
 */
export function brain(hidden, tanh) {
  const net = new brainjs.default({ hiddenLayers: [hidden], activation: tanh ? 'tanh' : 'sigmoid' });
  const data = GATE.x.map((input, i) => ({ input, output: [GATE.y[i]] }));
  const options = { learningRate: RATE, momentum: NONE, errorThresh: NONE };
  return (/** @type {number} */ epochs) => {
    const { iterations } = net.train(data, { ...options, iterations: epochs });
    if (iterations !== epochs) throw new Error(`brain.js: expected ${epochs} epochs, got ${iterations}`);
  };
}

/**
 * An epoch is four examples and, after them, one update by their mean gradient. The output is a softmax of two classes,
 * which is how it does a sigmoid of one with cross-entropy.
 *
 * @param {number} hidden
 * @param {boolean} tanh
 */
export function convnetjs(hidden, tanh) {
  const net = new convnet.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: 2 },
    { type: 'fc', num_neurons: hidden, activation: tanh ? 'tanh' : 'sigmoid' },
    { type: 'softmax', num_classes: 2 },
  ]);
  const settings = { method: 'sgd', learning_rate: RATE, momentum: 0, l1_decay: 0, l2_decay: 0, batch_size: 4 };
  const trainer = new convnet.SGDTrainer(net, settings);
  const inputs = GATE.x.map((input) => new convnet.Vol(input));
  return (/** @type {number} */ epochs) => {
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let i = 0; i < inputs.length; i++) trainer.train(inputs[i], GATE.y[i]);
    }
  };
}
