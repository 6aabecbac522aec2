/**
 * A network as TensorFlow Playground's nn.ts has it: an object for each unit and for each link, walked example by
 * example. Readable, any shape, and what a page runs on that does not think of matrices.
 */

class Unit {
  /** @type {Link[]} */ inputs = [];
  /** @type {Link[]} */ outputs = [];
  bias = 0;
  output = 0;
  /** The error's derivative by this unit's weighted input, for one example. */
  delta = 0;
  /** The same, summed over the examples. */
  sum = 0;
}

class Link {
  weight = 0;
  sum = 0;

  /** @param {Unit} source @param {Unit} target */
  constructor(source, target) {
    this.source = source;
    this.target = target;
    source.outputs.push(this);
    target.inputs.push(this);
  }
}

/** @typedef {{ value: (z: number) => number, slope: (a: number) => number }} Activation */

/** @type {Activation} */
const SIGMOID = { value: (z) => 1 / (1 + Math.exp(-z)), slope: (a) => a * (1 - a) };
/** @type {Activation} */
const TANH = { value: Math.tanh, slope: (a) => 1 - a * a };

/**
 * @param {number[]} hidden  sizes of the hidden layers
 * @param {boolean} tanh
 * @param {number[][]} points  x1, x2, label
 * @param {{ weights: number, biases: number }} rates  of a gradient that is summed over the examples
 */
export function graph(hidden, tanh, points, rates) {
  const layers = [2, ...hidden, 1].map((size) => Array.from({ length: size }, () => new Unit()));
  for (let k = 1; k < layers.length; k++) {
    for (const target of layers[k]) for (const source of layers[k - 1]) new Link(source, target);
  }
  const inner = tanh ? TANH : SIGMOID;
  const last = layers.length - 1;

  /** @param {number[]} point */
  function forward(point) {
    layers[0].forEach((unit, i) => (unit.output = point[i]));
    for (let k = 1; k <= last; k++) {
      const { value } = k === last ? SIGMOID : inner;
      for (const unit of layers[k]) {
        let z = unit.bias;
        for (const link of unit.inputs) z += link.weight * link.source.output;
        unit.output = value(z);
      }
    }
  }

  /** @param {number} label */
  function backward(label) {
    for (let k = last; k >= 1; k--) {
      for (const unit of layers[k]) {
        if (k === last) {
          unit.delta = unit.output - label;
        } else {
          let error = 0;
          for (const link of unit.outputs) error += link.weight * link.target.delta;
          unit.delta = error * inner.slope(unit.output);
        }
        unit.sum += unit.delta;
        for (const link of unit.inputs) link.sum += unit.delta * link.source.output;
      }
    }
  }

  function update() {
    for (let k = 1; k <= last; k++) {
      for (const unit of layers[k]) {
        unit.bias -= rates.biases * unit.sum;
        unit.sum = 0;
        for (const link of unit.inputs) {
          link.weight -= rates.weights * link.sum;
          link.sum = 0;
        }
      }
    }
  }

  return {
    /** @param {number} epochs */
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch++) {
        for (const point of points) {
          forward(point);
          backward(point[2]);
        }
        update();
      }
    },

    /** Layer by layer, W row by row and then B. @param {ArrayLike<number>} list */
    start(list) {
      let next = 0;
      for (let k = 1; k <= last; k++) {
        for (const source of layers[k - 1]) for (const link of source.outputs) link.weight = list[next++];
        for (const unit of layers[k]) unit.bias = list[next++];
      }
    },

    parameters() {
      const list = [];
      for (let k = 1; k <= last; k++) {
        for (const source of layers[k - 1]) for (const link of source.outputs) list.push(link.weight);
        for (const unit of layers[k]) list.push(unit.bias);
      }
      return list;
    },
  };
}
