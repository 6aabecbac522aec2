/**
 * The page's side of the benchmarks: run.js opens it and calls what is here.
 *
 * @import { Trainer } from '../../www/types.js'
 */
import { palette } from '../../www/draw/palette.js';
import { load } from '../../www/wasm.js';
import { fused, program, unrolled } from './by-hand.js';
import { graph } from './graph.js';

/**
 * @typedef {object} Setup
 * @property {string} name
 * @property {number[]} hidden  sizes of the hidden layers
 * @property {'sigmoid' | 'tanh'} activation
 * @property {number[][]} [points]  XOR when absent
 * @property {import('./by-hand.js').Work} [work]  another program's
 * @property {Record<string, unknown>} [options]  of the trainer, beside those
 */

/**
 * @typedef {object} Contender
 * @property {(parameters: ArrayLike<number>) => void} [start]  takes up these parameters, unless it has its own way
 * @property {(epochs: number) => void} train
 * @property {() => Iterable<number>} [parameters]
 */

/** Epochs in a call, as the figure steps, and where there are many points. */
const CHUNK = 2000;
const SMALL_CHUNK = 20;

const XOR = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
];

/** What is there for each setup, by its name. @type {Map<string, { initial: Float64Array, chunk: number, contenders: Record<string, Contender> }>} */
const setups = new Map();

/** @param {Setup} setup */
function settings({ hidden, activation, points, options }) {
  const task = points ? { data: points, gradientScale: 'mean', deviation: 1 } : {};
  return { seed: 42, layers: hidden, activation, ...task, ...options };
}

/** @param {Trainer} trainer @param {number} epochs */
function step(trainer, epochs) {
  for (let left = epochs; left > 0;) {
    const done = trainer.step(Math.min(left, CHUNK));
    if (done === 0) throw new Error(`step: expected ${left} more epochs, got a run that has stopped`);
    left -= done;
  }
}

/** Makes the contenders of a setup. @param {Setup} setup @returns {Promise<string[]>} their names */
async function prepare(setup) {
  const { hidden, points = XOR } = setup;
  const tanh = setup.activation === 'tanh';
  const { Trainer } = await load();
  const trainer = new Trainer(settings(setup));
  const initial = trainer.parameters();
  const byHand = (/** @type {(p: Float64Array) => (epochs: number) => void} */ make) => {
    const p = initial.slice();
    return { start: (/** @type {ArrayLike<number>} */ list) => p.set(list), train: make(p), parameters: () => p };
  };

  /** @type {Record<string, Contender>} */
  const contenders = {
    // `initial` is its own beginning.
    ours: {
      start: () => trainer.reset(),
      train: (epochs) => step(trainer, epochs),
      parameters: () => trainer.parameters(),
    },
  };
  if (setup.work) {
    const p = initial.slice();
    const { train, forget } = program(hidden[0], setup.work, p);
    contenders['hand JS'] = {
      start(list) {
        p.set(list);
        forget();
      },
      train,
      parameters: () => p,
    };
    setups.set(setup.name, { initial, chunk: CHUNK, contenders });
    return Object.keys(contenders);
  }
  // The listing sums the gradients of weights; a graph takes their mean.
  const rates = { weights: setup.points ? 0.1 : 0.1 * points.length, biases: 0.1 };
  const batch = Number(setup.options?.batch ?? points.length);
  contenders['object graph'] = graph(hidden, tanh, points, rates, { batch });
  // TensorFlow Playground takes the loss after every epoch; the record of our run has each of the first 512, then fewer.
  if (setup.points)
    contenders['object graph, losses too'] = graph(hidden, tanh, points, rates, { batch, losses: true });
  if (!setup.points) {
    /** @type {typeof import('./peers.js')} */
    const peers = /** @type {any} */ (globalThis).peers;
    Object.assign(contenders, {
      'hand JS': byHand((p) => fused(hidden[0], tanh, p)),
      'unrolled JS': byHand((p) => unrolled(hidden[0], tanh, p)),
      'brain.js': { train: peers.brain(hidden[0], tanh) },
      ConvNetJS: { train: peers.convnetjs(hidden[0], tanh) },
    });
  }
  setups.set(setup.name, { initial, chunk: setup.points ? SMALL_CHUNK : CHUNK, contenders });
  return Object.keys(contenders);
}

/** @param {string} name */
function prepared(name) {
  const setup = setups.get(name);
  if (!setup) throw new Error(`expected a setup (${[...setups.keys()].join(', ')}), got ${name}`);
  return setup;
}

/** The parameters that all of a setup begin with. @param {string} setup */
const start = (setup) => [...prepared(setup).initial];

/** Where a contender is after these epochs; null if it begins elsewhere. @param {string} setup @param {string} name @param {number} epochs */
function reach(setup, name, epochs) {
  const { initial, contenders } = prepared(setup);
  const { start, train, parameters } = contenders[name];
  if (!start || !parameters) return null;
  start(initial);
  train(epochs);
  return [...parameters()];
}

/**
 * Epochs per second, from the start, over about this many milliseconds.
 * @param {string} setup
 * @param {string} name
 * @param {number} milliseconds
 */
function speed(setup, name, milliseconds) {
  const { initial, chunk, contenders } = prepared(setup);
  const { start, train } = contenders[name];
  start?.(initial);
  const begin = performance.now();
  let epochs = 0;
  let passed = 0;
  do {
    train(chunk);
    epochs += chunk;
    passed = performance.now() - begin;
  } while (passed < milliseconds);
  return (1000 * epochs) / passed;
}

const colours = palette([194, 87, 12], [29, 111, 184]);

/** Paints of a boundary, once trained. @type {Map<string, () => void>} */
const paints = new Map();

/**
 * Milliseconds to evaluate the boundary, colour it and hand it to the canvas, the mean of some paints: a page's clock is
 * too coarse for one. The pixel that is read at the end makes sure that none is still owed.
 *
 * @param {Setup} setup
 * @param {number} count
 */
async function boundary(setup, count) {
  let paint = paints.get(setup.name);
  if (!paint) {
    const { Trainer } = await load();
    const trainer = new Trainer(settings(setup));
    step(trainer, 20_000);
    const canvas = document.body.appendChild(document.createElement('canvas'));
    canvas.width = canvas.height = 256;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('canvas: expected a 2D context, got none');
    paint = () => {
      for (let i = 0; i < count; i++) trainer.paint(context, 256, colours);
      context.getImageData(0, 0, 1, 1);
    };
    paints.set(setup.name, paint);
  }
  const begin = performance.now();
  paint();
  return (performance.now() - begin) / count;
}

/** Milliseconds of the first 100,000 epochs of an instance: its code is not optimised yet. @param {Setup} setup */
async function cold(setup) {
  const { Trainer } = await load();
  const begin = performance.now();
  const trainer = new Trainer(settings(setup));
  step(trainer, 100_000);
  const passed = performance.now() - begin;
  trainer.free();
  return passed;
}

/** The predictions of a run. @param {Record<string, unknown>} config @param {number} epochs */
async function predictions(config, epochs) {
  const { Trainer } = await load();
  const trainer = new Trainer(config);
  step(trainer, epochs);
  const found = [...trainer.predictions()];
  trainer.free();
  return found;
}

/** run.js knows the page only through this. */
Object.assign(globalThis, { bench: { prepare, start, reach, speed, boundary, cold, predictions } });
