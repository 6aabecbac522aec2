/**
 * Training by hand in JavaScript: one hidden layer, a sigmoid output, full-batch gradient descent under the listing's
 * scale. `fused` is what a careful person writes, typed arrays and one pass an example; `unrolled` is what a code
 * generator writes, every parameter a local variable. Both are what the figure would run on without WebAssembly.
 */

export const GATE = {
  x: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  y: [0, 1, 1, 0],
};

/** @param {number} hidden @param {boolean} tanh @param {Float64Array} p parameters: W1 row by row, B1, W2, B2 */
export function fused(hidden, tanh, p, rate = 0.1) {
  const h = hidden;
  const [b1, w2, b2] = [2 * h, 3 * h, 4 * h];
  const a = new Float64Array(h);
  const g = new Float64Array(4 * h + 1);
  const scale = new Float64Array(4 * h + 1).fill(rate);
  scale.fill(rate / 4, b1, w2);
  scale[b2] = rate / 4;
  return (/** @type {number} */ epochs) => {
    for (let epoch = 0; epoch < epochs; epoch++) {
      g.fill(0);
      for (let i = 0; i < 4; i++) {
        const [x1, x2] = [i >> 1, i & 1];
        let z = p[b2];
        for (let j = 0; j < h; j++) {
          const u = p[j] * x1 + p[h + j] * x2 + p[b1 + j];
          const v = tanh ? Math.tanh(u) : 1 / (1 + Math.exp(-u));
          a[j] = v;
          z += p[w2 + j] * v;
        }
        const e = 1 / (1 + Math.exp(-z)) - GATE.y[i];
        g[b2] += e;
        for (let j = 0; j < h; j++) {
          const v = a[j];
          const d = p[w2 + j] * e * (tanh ? 1 - v * v : v * (1 - v));
          g[w2 + j] += e * v;
          g[b1 + j] += d;
          g[j] += x1 * d;
          g[h + j] += x2 * d;
        }
      }
      for (let k = 0; k <= b2; k++) p[k] -= scale[k] * g[k];
    }
  };
}

/** @param {number} h hidden units @param {boolean} tanh @param {Float64Array} p @param {number} rate */
export function unrolled(h, tanh, p, rate = 0.1) {
  const units = Array.from({ length: h }, (_, j) => j);
  const names = Array.from({ length: 4 * h + 1 }, (_, k) => `p${k}`);
  const lines = [];
  const errors = [];
  for (let i = 0; i < 4; i++) {
    const [x1, x2] = GATE.x[i];
    for (const j of units) {
      const u = [`p${2 * h + j}`, ...(x1 ? [`p${j}`] : []), ...(x2 ? [`p${h + j}`] : [])].join(' + ');
      lines.push(`const a${i}_${j} = ${tanh ? `Math.tanh(${u})` : `1 / (1 + Math.exp(-(${u})))`};`);
    }
    const z = [`p${4 * h}`, ...units.map((j) => `p${3 * h + j} * a${i}_${j}`)].join(' + ');
    lines.push(`const e${i} = 1 / (1 + Math.exp(-(${z}))) - ${GATE.y[i]};`);
    errors.push(`e${i}`);
    for (const j of units) {
      const a = `a${i}_${j}`;
      lines.push(`const d${i}_${j} = p${3 * h + j} * e${i} * ${tanh ? `(1 - ${a} * ${a})` : `${a} * (1 - ${a})`};`);
    }
  }
  for (const j of units) {
    lines.push(`p${j} -= ${rate} * (d2_${j} + d3_${j});`, `p${h + j} -= ${rate} * (d1_${j} + d3_${j});`);
    lines.push(`p${2 * h + j} -= ${rate / 4} * (d0_${j} + d1_${j} + d2_${j} + d3_${j});`);
    lines.push(`p${3 * h + j} -= ${rate} * (${errors.map((e, i) => `${e} * a${i}_${j}`).join(' + ')});`);
  }
  lines.push(`p${4 * h} -= ${rate / 4} * (${errors.join(' + ')});`);
  const body = `let [${names}] = p;
    for (let n = 0; n < epochs; n++) { ${lines.join('\n')} }
    ${names.map((name, k) => `p[${k}] = ${name};`).join(' ')}`;
  const run = new Function('p', 'epochs', body);
  return (/** @type {number} */ epochs) => run(p, epochs);
}

/**
 * What other programs do, by hand in the same way: one hidden layer on XOR, summed gradients.
 * @typedef {{ relu?: boolean, squared?: boolean, single?: boolean, adam?: boolean }} Work
 */

/** @param {number} h hidden units @param {Work} work @param {Float64Array} p @param {number} rate */
export function program(h, { relu, squared, single, adam }, p, rate = 0.1) {
  const [b1, w2, b2] = [2 * h, 3 * h, 4 * h];
  const a = new Float64Array(h);
  const g = new Float64Array(4 * h + 1);
  const mean = new Float64Array(4 * h + 1);
  const square = new Float64Array(4 * h + 1);
  let powers = [1, 1];

  /** Adds the gradient of an example to g. @param {number} i */
  function add(i) {
    const [x1, x2] = [i >> 1, i & 1];
    let z = p[b2];
    for (let j = 0; j < h; j++) {
      const u = p[j] * x1 + p[h + j] * x2 + p[b1 + j];
      const v = relu ? (u > 0 ? u : 0) : 1 / (1 + Math.exp(-u));
      a[j] = v;
      z += p[w2 + j] * v;
    }
    const y = 1 / (1 + Math.exp(-z));
    const e = squared ? (y - GATE.y[i]) * y * (1 - y) : y - GATE.y[i];
    g[b2] += e;
    for (let j = 0; j < h; j++) {
      const v = a[j];
      const d = p[w2 + j] * e * (relu ? (v > 0 ? 1 : 0) : v * (1 - v));
      g[w2 + j] += e * v;
      g[b1 + j] += d;
      g[j] += x1 * d;
      g[h + j] += x2 * d;
    }
  }

  function update() {
    if (adam) {
      powers = [0.9 * powers[0], 0.999 * powers[1]];
      const [c1, c2] = [1 - powers[0], 1 - powers[1]];
      for (let k = 0; k <= b2; k++) {
        mean[k] = 0.9 * mean[k] + 0.1 * g[k];
        square[k] = 0.999 * square[k] + 0.001 * g[k] * g[k];
        p[k] -= (rate * (mean[k] / c1)) / (Math.sqrt(square[k] / c2) + 1e-8);
      }
    } else {
      for (let k = 0; k <= b2; k++) p[k] -= rate * g[k];
    }
    g.fill(0);
  }

  return {
    /** @param {number} epochs */
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch++) {
        for (let i = 0; i < 4; i++) {
          add(i);
          if (single) update();
        }
        if (!single) update();
      }
    },
    /** What an optimiser remembers is of one run. */
    forget() {
      mean.fill(0);
      square.fill(0);
      powers = [1, 1];
    },
  };
}
