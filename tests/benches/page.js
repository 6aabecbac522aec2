/**
 * The page's side of the benchmarks. run.js opens one page for each setup, so that every contender is compiled for that
 * setup alone, and calls what is here.
 *
 * @import { Trainer } from '../../www/types.js'
 */
import { palette } from '../../www/draw/palette.js';
import { load } from '../../www/wasm.js';
import { fused, unrolled } from './by-hand.js';
import { graph } from './graph.js';

/**
 * @typedef {object} Setup
 * @property {string} name
 * @property {number[]} hidden  sizes of the hidden layers
 * @property {'sigmoid' | 'tanh'} activation
 * @property {number[][]} [points]  XOR when absent
 */

/**
 * @typedef {object} Contender
 * @property {(parameters: ArrayLike<number>) => void} [start]  takes up these parameters, unless it has its own way
 * @property {(epochs: number) => void} train
 * @property {() => ArrayLike<number>} [parameters]
 */

/** Epochs in a call, as the figure steps; fewer where there are many points. */
const CHUNK = 2000;

const XOR = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]];

/** @type {Setup} */
let setup;
/** @type {Float64Array} */
let initial;
/** @type {Record<string, Contender>} */
let contenders = {};
/** @type {Trainer} */
let trainer;

/** @param {Setup} setup */
function settings({ hidden, activation, points }) {
  const task = points ? { data: points, gradientScale: 'mean' } : {};
  return { seed: 42, deviation: points ? 1 : 0.1, layers: hidden, activation, ...task };
}

/** @param {Trainer} trainer @param {number} epochs */
function step(trainer, epochs) {
  for (let left = epochs; left > 0; ) {
    const done = trainer.step(Math.min(left, CHUNK));
    if (done === 0) throw new Error(`step: expected ${left} more epochs, got a run that has stopped`);
    left -= done;
  }
}

/** Training by hand on a list of its own. @param {(p: Float64Array) => (epochs: number) => void} make @returns {Contender} */
function byHand(make) {
  const p = initial.slice();
  return { start: (parameters) => p.set(parameters), train: make(p), parameters: () => p };
}

/** Makes the contenders of a setup. @param {Setup} wanted @returns {Promise<string[]>} their names */
export async function prepare(wanted) {
  const { Trainer } = await load();
  setup = wanted;
  trainer = new Trainer(settings(setup));
  initial = trainer.parameters();
  const { hidden, points = XOR } = setup;
  const tanh = setup.activation === 'tanh';
  const rates = { weights: setup.points ? 0.1 / points.length : 0.1, biases: 0.1 / points.length };
  contenders = {
    // It begins with these parameters by itself, and says so in `agreement`.
    ours: { start: () => trainer.reset(), train: (epochs) => step(trainer, epochs), parameters: () => trainer.parameters() },
    'object graph': graph(hidden, tanh, points, rates),
  };
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
  return Object.keys(contenders);
}

/** The parameters that all begin with. */
export const start = () => [...initial];

/** Where a contender is after these epochs; null if it begins elsewhere. @param {string} name @param {number} epochs */
export function reach(name, epochs) {
  const { start, train, parameters } = contenders[name];
  if (!start || !parameters) return null;
  start(initial);
  train(epochs);
  return [...parameters()];
}

/** Epochs per second, from the start, over about this many milliseconds. @param {string} name @param {number} milliseconds */
export function speed(name, milliseconds) {
  const { start, train } = contenders[name];
  start?.(initial);
  const chunk = setup.points ? 20 : CHUNK;
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

/** @type {CanvasRenderingContext2D | null} */
let context = null;
const colours = palette([194, 87, 12], [29, 111, 184]);

/**
 * Milliseconds to evaluate the boundary, colour it and hand it to the canvas, the mean of some paints: a page's clock is
 * too coarse for one. The pixel that is read at the end makes sure that none is still owed.
 *
 * @param {number} paints
 */
export function boundary(paints) {
  if (!context) {
    const canvas = document.body.appendChild(document.createElement('canvas'));
    canvas.width = canvas.height = 256;
    context = canvas.getContext('2d');
    if (!context) throw new Error('canvas: expected a 2D context, got none');
    trainer.reset();
    step(trainer, 20_000);
  }
  const begin = performance.now();
  for (let i = 0; i < paints; i++) trainer.paint(context, 256, colours);
  context.getImageData(0, 0, 1, 1);
  return (performance.now() - begin) / paints;
}

/** Milliseconds of the first 100,000 epochs of an instance: its code is not optimised yet. @param {Setup} setup */
export async function cold(setup) {
  const { Trainer } = await load();
  const begin = performance.now();
  const trainer = new Trainer(settings(setup));
  step(trainer, 100_000);
  const passed = performance.now() - begin;
  trainer.free();
  return passed;
}

/** The predictions of a run. @param {Record<string, unknown>} config @param {number} epochs */
export async function predictions(config, epochs) {
  const { Trainer } = await load();
  const trainer = new Trainer(config);
  step(trainer, epochs);
  const found = [...trainer.predictions()];
  trainer.free();
  return found;
}

/** For run.js, which knows the page only through its globals. */
Object.assign(globalThis, { bench: { prepare, start, reach, speed, boundary, cold, predictions } });
