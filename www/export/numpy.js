/**
 * The NumPy program of a run, in the style of the post: one column an example, `Z = W'A + B`, every layer by its name.
 * What this run does not need is not in it.
 *
 * @import { Config } from '../types.js'
 * @import { Parts, Run, Shape } from './run.js'
 */
import { ACTIVATIONS } from './activations.js';
import { examples } from './examples.js';
import { called, dictOf } from './python.js';
import { runOf } from './run.js';

/**
 * @param {Run} run
 * @returns {string} the program's text
 */
export function numpyProgram(run) {
  const { config } = run;
  const parts = runOf(run);
  const usesSigmoid = config.output === 'sigmoid' || (config.activation === 'sigmoid' && parts.layers.length > 1);
  const blocks = [
    ['import numpy as np', '', ...examples(config, parts)],
    ...(parts.layers.some(({ biased }) => biased) ? [['def affine(W, X, B):', '    return np.dot(W.T, X) + B']] : []),
    ...(usesSigmoid ? [['def sigmoid(o):', '    return 1. / (1 + np.exp(-1 * o))']] : []),
    init(config, parts),
    forward(config, parts),
    backward(config, parts),
    optimize(config, parts),
    main(parts),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n\n')}\n`;
}

/** W1, B1, W2, B2, ... @param {Shape[]} layers @param {string} [prefix] */
function names(layers, prefix = '') {
  return layers.flatMap(({ biased }, k) => [`${prefix}W${k + 1}`, ...(biased ? [`${prefix}B${k + 1}`] : [])]);
}

/** Of a hidden layer, counted from 1; the post has one and calls it H. @param {Parts} parts @param {number} k */
const hidden = ({ layers }, k) => (layers.length === 2 ? 'H' : `H${k}`);

/** The examples, to a function that may be given a part of them. @param {Parts} parts */
const given = ({ batch, order, heldOut }) => (batch !== null || order === 'random' || heldOut ? ', X, Y' : '');

/** @param {Config} config @param {Parts} parts */
function init(config, { layers }) {
  const { weights, init, biases, weightsShape, seed } = config;
  /** @type {string[]} */
  const lines = [];
  if (weights) {
    weights.forEach(({ W, B }, k) => {
      lines.push(called(`    W${k + 1} = np.array(`, W, ', dtype=float)'));
      if (B) lines.push(called(`    B${k + 1} = np.array(`, B, ', dtype=float)'));
    });
  } else {
    if (init !== 'zero') lines.push(`    np.random.seed(${seed})`);
    layers.forEach(({ fanIn, fanOut, biased }, k) => {
      const { scale, draw } = drawing(config, fanIn, fanOut);
      if (scale) lines.push(`    ${scale}`);
      const drawn = weightsShape === 'out-in' ? `${wrapped(draw(fanOut, fanIn))}.T` : draw(fanIn, fanOut);
      lines.push(`    W${k + 1} = ${init === 'zero' ? `np.zeros((${fanIn}, ${fanOut}))` : drawn}`);
      if (biased) {
        const zero = init === 'zero' || biases === 'zero';
        lines.push(`    B${k + 1} = ${zero ? `np.zeros((${fanOut}, 1))` : draw(fanOut, 1)}`);
      }
    });
  }
  return ['def init_parameters():', ...lines, `    return [${names(layers).join(', ')}]`];
}

/** An expression to call a method of. @param {string} drawn */
const wrapped = (drawn) => (drawn.endsWith(')') ? drawn : `(${drawn})`);

/**
 * How an array of a layer is drawn, and what that needs to be said before.
 * @param {Config} config
 * @param {number} fanIn
 * @param {number} fanOut
 * @returns {{ scale?: string, draw: (rows: number, columns: number) => string }}
 */
function drawing({ init, deviation }, fanIn, fanOut) {
  const uniform =
    (/** @type {string | number} */ limit) => (/** @type {number} */ rows, /** @type {number} */ columns) =>
      `np.random.uniform(-${limit}, ${limit}, (${rows}, ${columns}))`;
  const scaled =
    (/** @type {string} */ by, /** @type {string} */ name) =>
    (/** @type {number} */ rows, /** @type {number} */ columns) =>
      `np.random.${name}(${rows}, ${columns}) * ${by}`;
  const limit = (/** @type {string} */ value) => ({ scale: `limit = ${value}`, draw: uniform('limit') });
  const spread = (/** @type {string} */ value) => ({
    scale: `deviation = ${value}`,
    draw: scaled('deviation', 'randn'),
  });
  switch (init) {
    case 'uniform':
      return { draw: uniform(deviation) };
    case 'normal':
      return { draw: scaled(String(deviation), 'randn') };
    case 'glorot-uniform':
      return limit(`np.sqrt(6 / (${fanIn} + ${fanOut}))`);
    case 'glorot-normal':
      return spread(`np.sqrt(2 / (${fanIn} + ${fanOut}))`);
    case 'he-uniform':
      return limit(`np.sqrt(6 / ${fanIn})`);
    case 'he-normal':
      return spread(`np.sqrt(2 / ${fanIn})`);
    case 'torch':
      return limit(`1 / np.sqrt(${fanIn})`);
    default:
      return { draw: scaled(String(deviation), 'rand') };
  }
}

/** @param {Config} config @param {Parts} parts */
function forward({ activation, output, loss }, parts) {
  const { layers } = parts;
  const last = layers.length;
  const values = layers.flatMap(({ biased, fanOut }, i) => {
    const k = i + 1;
    const below = i === 0 ? 'X' : hidden(parts, i);
    const z = biased ? `affine(W${k}, ${below}, B${k})` : `np.dot(W${k}.T, ${below})`;
    const a =
      k === last
        ? `Y_hat = ${ACTIVATIONS[output].value(`Z${k}`)}`
        : `${hidden(parts, k)} = ${ACTIVATIONS[activation].value(`Z${k}`)}`;
    return [`    Z${k} = ${z}  # ${fanOut} x m`, `    ${a}`];
  });
  const z = `Z${last}`;
  return [
    `def loss_eval(params${given(parts)}):`,
    `    ${names(layers).join(', ')}${names(layers).length === 1 ? ',' : ''} = params`,
    ...values,
    ...(loss === 'cross-entropy'
      ? [
          '    # -(Y log(Y_hat) + (1 - Y) log(1 - Y_hat)), never infinite',
          `    loss = np.mean(np.logaddexp(0, np.where(Y == 1, -${z}, ${z})))`,
        ]
      : ['    loss = np.mean((Y_hat - Y) ** 2)']),
    `    return ${[...layers.slice(1).map((_, i) => hidden(parts, i + 1)), 'Y_hat', 'loss'].join(', ')}`,
  ];
}

/** @param {Config} config @param {Parts} parts */
function backward({ activation, output, loss, gradientScale, l1, l2 }, parts) {
  const { layers } = parts;
  const last = layers.length;
  const [byW, byB] = { listing: ['', '1. / m * '], sum: ['', ''], mean: ['1. / m * ', '1. / m * '] }[gradientScale];
  const averages = Boolean(byW) || (Boolean(byB) && layers.some(({ biased }) => biased));
  const error = 'Y_hat - Y';
  const slopeOfOutput = loss === 'squared-error' ? ACTIVATIONS[output].slope('Y_hat') : '';
  const lines = [`    dZ${last} = ${slopeOfOutput ? `(${error})${slopeOfOutput}` : error}`];
  for (let k = last; k > 0; k--) {
    const below = k === 1 ? 'X' : hidden(parts, k - 1);
    lines.push(`    dW${k} = ${byW}np.dot(${below}, dZ${k}.T)`);
    if (l2) lines.push(`    dW${k} += ${l2} * W${k}`);
    if (l1) lines.push(`    dW${k} += ${l1} * np.sign(W${k})`);
    if (layers[k - 1].biased) lines.push(`    dB${k} = ${byB}np.sum(dZ${k}, axis=1, keepdims=True)`);
    if (k > 1) {
      const h = hidden(parts, k - 1);
      lines.push(`    d${h} = np.dot(W${k}, dZ${k})`, `    dZ${k - 1} = d${h}${ACTIVATIONS[activation].slope(h)}`);
    }
  }
  return [
    `def get_gradients(params${given(parts)}):`,
    `    ${names(layers).join(', ')}${names(layers).length === 1 ? ',' : ''} = params`,
    ...(averages ? ['    m = X.shape[1]'] : []),
    `    ${[...layers.slice(1).map((_, i) => hidden(parts, i + 1)), 'Y_hat', '_'].join(', ')} = loss_eval(params${given(parts)})`,
    ...lines,
    `    return [${names(layers, 'd').join(', ')}]`,
  ];
}

/** @param {Config} config @param {Parts} parts */
function optimize(config, parts) {
  const { optimizer, output, until, seed } = config;
  const { batch, order, rates, lossStride } = parts;
  const changes = rates.length > 1;
  const taking = given(parts);
  const lines = [`def optimize(params, ${changes ? 'learning_rates' : 'learning_rate'}, iteration):`];
  if (optimizer === 'momentum') lines.push('    velocities = [np.zeros(param.shape) for param in params]');
  if (optimizer === 'adam') {
    lines.push('    means = [np.zeros(param.shape) for param in params]');
    lines.push('    squares = [np.zeros(param.shape) for param in params]');
    lines.push('    t = 0');
  }
  if (batch !== null || order !== 'given') lines.push('    m = X.shape[1]');
  lines.push('    for epoch in range(iteration):');
  if (changes) {
    lines.push('        if epoch in learning_rates:', '            learning_rate = learning_rates[epoch]');
  }
  if (until !== 'epochs') {
    const solved = output === 'tanh' ? 'np.all(Y_hat * Y > 0)' : 'np.all((Y_hat - 0.5) * (Y - 0.5) > 0)';
    lines.push(`        *_, Y_hat, loss = loss_eval(params${taking})`);
    lines.push(`        if ${until === 'solved' ? solved : `loss < ${until}`}:`);
    lines.push('            print(epoch, loss)', '            break');
  }
  const loss = until === 'epochs' ? `loss_eval(params${taking})[-1]` : 'loss';
  lines.push(`        if epoch % ${lossStride} == 0:`);
  lines.push(`            print(epoch, ${loss})`);
  if (order !== 'given') {
    const draw = order === 'shuffled' ? 'permutation(m)' : 'randint(m, size=m)';
    lines.push(`        order = np.random.RandomState([${seed}, epoch]).${draw}`);
  }
  let indent = '        ';
  let taken = taking;
  if (batch !== null) {
    lines.push(`        for start in range(0, m, ${batch}):`);
    indent += '    ';
    const places = order === 'given' ? 'slice(start, start + ' : 'order[start:start + ';
    lines.push(`${indent}batch = ${places}${batch}${order === 'given' ? ')' : ']'}`);
    taken = ', X[:, batch], Y[:, batch]';
  } else if (order !== 'given') {
    taken = ', X[:, order], Y[:, order]';
  }
  lines.push(`${indent}dparams = get_gradients(params${taken})`);
  lines.push(...update(config).map((line) => indent + line));
  return lines;
}

/** @param {Config} config */
function update({ optimizer, momentum }) {
  switch (optimizer) {
    case 'momentum':
      return [
        'for param, dparam, velocity in zip(params, dparams, velocities):',
        `    velocity *= ${momentum}`,
        '    velocity += learning_rate * dparam',
        '    param += - velocity',
      ];
    case 'adam':
      return [
        't += 1',
        'for param, dparam, mean, square in zip(params, dparams, means, squares):',
        '    mean *= 0.9',
        '    mean += 0.1 * dparam',
        '    square *= 0.999',
        '    square += 0.001 * dparam * dparam',
        '    mean_hat = mean / (1 - 0.9 ** t)',
        '    square_hat = square / (1 - 0.999 ** t)',
        '    param += - learning_rate * mean_hat / (np.sqrt(square_hat) + 1e-8)',
      ];
    default:
      return ['for param, dparam in zip(params, dparams):', '    param += - learning_rate * dparam'];
  }
}

/** @param {Parts} parts */
function main(parts) {
  const { layers, rates, epochs, heldOut } = parts;
  const rate = rates.length > 1 ? `learning_rates=${dictOf(rates)}` : `learning_rate=${rates[0].rate}`;
  return [
    'params = init_parameters()',
    `optimize(params, ${rate}, iteration=${epochs})`,
    `*_, Y_hat, loss = loss_eval(params${given(parts)})`,
    'print(Y_hat)',
    'print(loss)',
    ...(heldOut ? ['*_, test_loss = loss_eval(params, X_test, Y_test)', 'print(test_loss)'] : []),
    `for name, param in zip([${names(layers)
      .map((name) => `'${name}'`)
      .join(', ')}], params):`,
    '    print(name, param.shape)',
    '    print(param)',
  ];
}
