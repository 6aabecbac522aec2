/**
 * A network in the manner of TensorFlow Playground's nn.ts: an object for each unit and for each link, walked example by
 * example, with derivatives kept at every step and summed until the update. As there, a derivative is asked of the
 * weighted input, so every exponential is taken twice.
 */

/** @typedef {{ value: (z: number) => number, slope: (z: number) => number }} Activation */

/** @type {Activation} */
const SIGMOID = {
  value: (z) => 1 / (1 + Math.exp(-z)),
  slope: (z) => {
    const a = SIGMOID.value(z);
    return a * (1 - a);
  },
};

/** @type {Activation} */
const TANH = {
  value: (z) => Math.tanh(z),
  slope: (z) => {
    const a = TANH.value(z);
    return 1 - a * a;
  },
};

const CROSS_ENTROPY = {
  value: (/** @type {number} */ prediction, /** @type {number} */ label) =>
    -Math.log(label === 1 ? prediction : 1 - prediction),
  /** By the prediction. Times the slope of the sigmoid this is prediction - label. */
  slope: (/** @type {number} */ prediction, /** @type {number} */ label) =>
    (prediction - label) / (prediction * (1 - prediction)),
};

class Unit {
  /** @type {Link[]} */ inputs = [];
  /** @type {Link[]} */ outputs = [];
  bias = 0;
  total = 0;
  output = 0;
  /** The error's derivatives by output and by total, for one example; then the sum of the latter and its count. */
  byOutput = 0;
  byTotal = 0;
  sum = 0;
  count = 0;

  /** @param {Activation} activation */
  constructor(activation) {
    this.activation = activation;
  }

  update() {
    this.total = this.bias;
    for (let k = 0; k < this.inputs.length; k++) {
      const link = this.inputs[k];
      this.total += link.weight * link.source.output;
    }
    this.output = this.activation.value(this.total);
    return this.output;
  }
}

class Link {
  weight = 0;
  byWeight = 0;
  sum = 0;
  count = 0;

  /** @param {Unit} source @param {Unit} target */
  constructor(source, target) {
    this.source = source;
    this.target = target;
    source.outputs.push(this);
    target.inputs.push(this);
  }
}

/**
 * @param {number[]} hidden  sizes of the hidden layers
 * @param {boolean} tanh
 * @param {number[][]} points  x1, x2, label
 * @param {{ weights: number, biases: number }} rates  of the mean gradient
 * @param {{ batch?: number, losses?: boolean }} [options]  points an update; whether the mean loss of all points is taken after
 *   every epoch, as there
 */
export function graph(hidden, tanh, points, rates, { batch = points.length, losses = false } = {}) {
  const sizes = [2, ...hidden, 1];
  const layers = sizes.map((size, k) =>
    Array.from({ length: size }, () => new Unit(k === sizes.length - 1 || !tanh ? SIGMOID : TANH)),
  );
  for (let k = 1; k < layers.length; k++) {
    for (const target of layers[k]) for (const source of layers[k - 1]) new Link(source, target);
  }
  const [output] = layers[layers.length - 1];

  /** @param {number[]} inputs */
  function forward(inputs) {
    for (let i = 0; i < layers[0].length; i++) layers[0][i].output = inputs[i];
    for (let k = 1; k < layers.length; k++) {
      for (let i = 0; i < layers[k].length; i++) layers[k][i].update();
    }
    return output.output;
  }

  /** @param {number} label */
  function backward(label) {
    output.byOutput = CROSS_ENTROPY.slope(output.output, label);
    for (let k = layers.length - 1; k >= 1; k--) {
      const layer = layers[k];
      for (let i = 0; i < layer.length; i++) {
        const unit = layer[i];
        unit.byTotal = unit.byOutput * unit.activation.slope(unit.total);
        unit.sum += unit.byTotal;
        unit.count++;
      }
      for (let i = 0; i < layer.length; i++) {
        const unit = layer[i];
        for (let j = 0; j < unit.inputs.length; j++) {
          const link = unit.inputs[j];
          link.byWeight = unit.byTotal * link.source.output;
          link.sum += link.byWeight;
          link.count++;
        }
      }
      if (k === 1) continue;
      const below = layers[k - 1];
      for (let i = 0; i < below.length; i++) {
        const unit = below[i];
        unit.byOutput = 0;
        for (let j = 0; j < unit.outputs.length; j++) {
          const link = unit.outputs[j];
          unit.byOutput += link.weight * link.target.byTotal;
        }
      }
    }
  }

  function update() {
    for (let k = 1; k < layers.length; k++) {
      for (let i = 0; i < layers[k].length; i++) {
        const unit = layers[k][i];
        if (unit.count > 0) {
          unit.bias -= (rates.biases * unit.sum) / unit.count;
          unit.sum = 0;
          unit.count = 0;
        }
        for (let j = 0; j < unit.inputs.length; j++) {
          const link = unit.inputs[j];
          if (link.count > 0) {
            link.weight -= (rates.weights / link.count) * link.sum;
            link.sum = 0;
            link.count = 0;
          }
        }
      }
    }
  }

  /** The mean over all points. */
  function loss() {
    let sum = 0;
    for (let i = 0; i < points.length; i++) sum += CROSS_ENTROPY.value(forward(points[i]), points[i][2]);
    return sum / points.length;
  }

  let lastLoss = NaN;

  return {
    /** Of the last epoch, if losses are taken. */
    loss: () => lastLoss,

    /** @param {number} epochs */
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch++) {
        for (let i = 0; i < points.length; i++) {
          forward(points[i]);
          backward(points[i][2]);
          if ((i + 1) % batch === 0 || i + 1 === points.length) update();
        }
        if (losses) lastLoss = loss();
      }
    },

    /** Layer by layer, W row by row and then B. @param {ArrayLike<number>} list */
    start(list) {
      let next = 0;
      for (let k = 1; k < layers.length; k++) {
        for (const source of layers[k - 1]) for (const link of source.outputs) link.weight = list[next++];
        for (const unit of layers[k]) unit.bias = list[next++];
      }
    },

    parameters() {
      const list = [];
      for (let k = 1; k < layers.length; k++) {
        for (const source of layers[k - 1]) for (const link of source.outputs) list.push(link.weight);
        for (const unit of layers[k]) list.push(unit.bias);
      }
      return list;
    },
  };
}
