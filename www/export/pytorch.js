/**
 * The PyTorch program of a run, in float64 and from the same numbers, as PyTorch draws others from a seed.
 *
 * @import { Config, Layer } from '../types.js'
 * @import { Parts, Run } from './run.js'
 */
import { ACTIVATIONS } from './activations.js';
import { areMade, examples } from './examples.js';
import { called, dictOf, list, shape } from './python.js';
import { runOf } from './run.js';

/**
 * @param {Run} run
 * @param {Layer[]} start  the parameters at epoch 0
 * @returns {string} the program's text; empty where PyTorch trains by another rule: its momentum has the learning rate
 *   outside, so that a rate that changes on the way means another run
 */
export function pytorchProgram(run, start) {
  const { config } = run;
  const parts = runOf(run);
  if (config.optimizer === 'momentum' && parts.rates.length > 1) return '';
  const needsNumpy = parts.order !== 'given' || areMade(config, parts);
  const blocks = [
    [...(needsNumpy ? ['import numpy as np'] : []), 'import torch', 'from torch import nn'],
    ['torch.set_default_dtype(torch.float64)', 'torch.set_printoptions(precision=8)'],
    data(config, parts),
    model(config, parts, start),
    training(config, parts),
    result(config, parts),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** @param {Config} config @param {Parts} parts */
function data(config, parts) {
  const { inputs, targets, heldOut } = parts;
  const m = targets.length;
  if (areMade(config, parts)) {
    const tensor = (/** @type {string} */ name) => `${name} = torch.tensor(${name}.T, dtype=torch.float64)`;
    return [...examples(config, parts), ...(heldOut ? ['X', 'Y', 'X_test', 'Y_test'] : ['X', 'Y']).map(tensor)];
  }
  const after = ', dtype=torch.float64).T';
  return [
    `${called('X = torch.tensor(', inputs, after)}${shape(m, 2)}`,
    `${called('Y = torch.tensor(', [targets], after)}${shape(m, 1)}`,
  ];
}

/** @param {Config} config @param {Parts} parts @param {Layer[]} start */
function model({ activation, output, loss, optimizer, momentum }, { layers, rates }, start) {
  const hidden = ACTIVATIONS[activation].module;
  const last = loss === 'squared-error' ? ACTIVATIONS[output].module : '';
  const modules = layers.flatMap(({ fanIn, fanOut, biased }, k) => [
    `nn.Linear(${fanIn}, ${fanOut}${biased ? '' : ', bias=False'})`,
    ...[k < layers.length - 1 ? hidden : last].filter(Boolean),
  ]);
  const lines = ['model = nn.Sequential(', ...modules.map((module) => `    ${module},`), ')'];
  lines.push('layers = [layer for layer in model if isinstance(layer, nn.Linear)]', 'with torch.no_grad():');
  start.forEach(({ W, B }, k) => {
    lines.push(`${called(`    layers[${k}].weight.copy_(torch.tensor(`, W, ').T)')}${shape(B.length, W.length)}`);
    const before = `    layers[${k}].bias.copy_(torch.tensor(`;
    if (layers[k].biased) lines.push(`${before}${list(B.flat(), before.length)}))`);
  });
  const rate = `model.parameters(), lr=${rates[0].rate}`;
  const made = {
    gd: `SGD(${rate})`,
    momentum: `SGD(${rate}, momentum=${momentum})`,
    adam: `Adam(${rate})`,
  };
  return [...lines, `optimizer = torch.optim.${made[optimizer]}`];
}

/** @param {Config} config @param {Parts} parts */
function training(config, parts) {
  const { gradientScale, until, output, seed, l1, l2 } = config;
  const { batch, order, rates, epochs, lossStride, layers } = parts;
  const lines = [];
  if (rates.length > 1) {
    lines.push(`learning_rates = ${dictOf(rates)}`);
  }
  lines.push(`for epoch in range(${epochs}):`);
  if (rates.length > 1) {
    lines.push('    if epoch in learning_rates:', "        optimizer.param_groups[0]['lr'] = learning_rates[epoch]");
  }
  lines.push(
    '    with torch.no_grad():',
    `        ${measured(config)}`,
    `    if epoch % ${lossStride} == 0:`,
    '        print(epoch, loss.item())',
  );
  if (until !== 'epochs') {
    const predicted = config.loss === 'squared-error' ? 'model(X)' : 'torch.sigmoid(model(X))';
    const solved = output === 'tanh' ? `(${predicted} * Y > 0).all()` : `((${predicted} - 0.5) * (Y - 0.5) > 0).all()`;
    lines.push(`    if ${until === 'solved' ? solved : `loss < ${until}`}:`, '        break');
  }
  if (order !== 'given') {
    const draw = order === 'shuffled' ? 'permutation(len(X))' : 'randint(len(X), size=len(X))';
    lines.push(`    order = np.random.RandomState([${seed}, epoch]).${draw}`);
  }
  let indent = '    ';
  let [x, y] = ['X', 'Y'];
  if (batch !== null) {
    const places = order === 'given' ? `slice(start, start + ${batch})` : `order[start:start + ${batch}]`;
    lines.push(`    for start in range(0, len(X), ${batch}):`, `        batch = ${places}`);
    indent += '    ';
    [x, y] = ['X[batch]', 'Y[batch]'];
  } else if (order !== 'given') {
    [x, y] = ['X[order]', 'Y[order]'];
  }
  const penalties = [
    ...(l1 ? [`${l1} * layer.weight.abs().sum()`] : []),
    ...(l2 ? [`${l2} / 2 * layer.weight.square().sum()`] : []),
  ];
  const step = ['optimizer.zero_grad()', `loss = ${objective(config, x, y)}`];
  if (penalties.length > 0) step.push(`loss = loss + sum(${penalties.join(' + ')} for layer in layers)`);
  step.push('loss.backward()');
  if (gradientScale === 'listing' && layers.some(({ biased }) => biased)) {
    const places = layers.flatMap(({ biased }, k) => (biased ? [k] : []));
    const biased = places.length === layers.length ? 'layers' : `[${places.map((k) => `layers[${k}]`).join(', ')}]`;
    step.push(`for layer in ${biased}:`, `    layer.bias.grad /= len(${x})`);
  }
  step.push('optimizer.step()');
  return [...lines, ...step.map((line) => indent + line)];
}

/** What an update makes small, of which squared error is half. @param {Config} config @param {string} x @param {string} y */
function objective({ loss, gradientScale }, x, y) {
  const reduction = gradientScale === 'mean' ? 'mean' : 'sum';
  return loss === 'cross-entropy'
    ? `nn.functional.binary_cross_entropy_with_logits(model(${x}), ${y}, reduction='${reduction}')`
    : `(model(${x}) - ${y}).square().${reduction}() / 2`;
}

/** The loss as the figure shows it. @param {Config} config @param {'' | 'test'} [part]  of what is trained on, or held out */
function measured({ loss }, part = '') {
  const name = loss === 'cross-entropy' ? 'binary_cross_entropy_with_logits' : 'mse_loss';
  return part
    ? `test_loss = nn.functional.${name}(model(X_test), Y_test)`
    : `loss = nn.functional.${name}(model(X), Y)`;
}

/** @param {Config} config @param {Parts} parts */
function result(config, { heldOut }) {
  return [
    'with torch.no_grad():',
    `    Y_hat = ${config.loss === 'cross-entropy' ? 'torch.sigmoid(model(X))' : 'model(X)'}`,
    `    ${measured(config)}`,
    ...(heldOut ? [`    ${measured(config, 'test')}`] : []),
    'print(Y_hat.T)',
    'print(loss.item())',
    ...(heldOut ? ['print(test_loss.item())'] : []),
    'for name, param in model.named_parameters():',
    '    print(name, tuple(param.shape))',
    '    print(param.detach())',
  ];
}
