/**
 * Epochs per second: ours, the other ways in the same page, and two programs outside of it.
 *
 * @import { Browser, Page } from 'playwright-core'
 * @import { Setup } from './page.js'
 * @import { Row } from './table.js'
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { call, open } from './pages.js';
import { digits, median, perSecond } from './table.js';

const ROUNDS = 15;

/** Milliseconds that a contender gets in a round, and before the first to be compiled and optimised. */
const SLICE = 60;
const WARM_UP = 400;

/** Where the contenders have to agree, and how far: beyond a few hundred epochs the saddle magnifies an ulp. */
const CHECKED = [1, 10, 100, 300];
const CLOSE = 1e-9;

/**
 * A contender, wherever it runs.
 * @typedef {object} Contender
 * @property {string} name
 * @property {(epochs: number) => Promise<number[] | null>} reach  the parameters after these epochs, if it shares the start
 * @property {(milliseconds: number) => Promise<number>} speed  epochs per second
 */

/** The least ratios of our speed to another's that are wanted, by setup. @type {Record<string, Record<string, number>>} */
const TARGETS = {
  'H2 sigmoid': { NumPy: 400, 'brain.js': 11, 'hand JS': 2.6, 'unrolled JS': 1.05, 'C libm': 1.3 },
  'H2 tanh': { NumPy: 400, 'brain.js': 11, 'hand JS': 3.2, 'unrolled JS': 1.5, 'C libm': 1.3 },
  'H8 sigmoid': { 'brain.js': 14, 'hand JS': 3.4, 'C libm': 1.3 },
  'H8 tanh': { 'brain.js': 14, 'hand JS': 4.2, 'C libm': 1.3 },
  '2-8-8-1 tanh, 500 points': { 'object graph': 15 },
  '2-8-8-1 tanh, 500 points, 10 an update': { 'object graph': 15 },
  'H2 squared error': { 'hand JS': 2.3 },
  'H2 squared error, one at a time': { 'hand JS': 1.5 },
  'H8 ReLU squared error': { 'hand JS': 2 },
  'H4 Adam': { 'hand JS': 1.5 },
};

/** One hidden layer on XOR. @param {Browser} browser */
export async function epochs(browser) {
  const setups = [2, 8].flatMap((size) =>
    /** @type {const} */ (['sigmoid', 'tanh']).map((activation) => ({
      name: `H${size} ${activation}`,
      hidden: [size],
      activation,
    })),
  );
  return compare(browser, setups);
}

/** A shape without a fast path, on as many points as TensorFlow Playground has: two rings. @param {Browser} browser */
export async function network(browser) {
  const points = Array.from({ length: 500 }, (_, i) => {
    const radius = i % 2 ? 0.4 : 0.9;
    const angle = i * 2.399963;
    return [radius * Math.cos(angle), radius * Math.sin(angle), i % 2];
  });
  const setup = /** @type {const} */ ({ hidden: [8, 8], activation: 'tanh' });
  return compare(browser, [
    { ...setup, name: '2-8-8-1 tanh, 500 points', hidden: [8, 8], points },
    { ...setup, name: '2-8-8-1 tanh, 500 points, 10 an update', hidden: [8, 8], points, options: { batch: 10 } },
  ]);
}

/** What other programs do: another error, another update. @param {Browser} browser */
export async function programs(browser) {
  const options = { gradientScale: 'sum', init: 'uniform', deviation: 1 };
  const squared = { ...options, loss: 'squared-error' };
  /** @type {Setup[]} */
  const setups = [
    { name: 'H2 squared error', hidden: [2], activation: 'sigmoid', work: { squared: true }, options: squared },
    {
      name: 'H2 squared error, one at a time',
      hidden: [2],
      activation: 'sigmoid',
      work: { squared: true, single: true },
      options: { ...squared, batch: 1 },
    },
    {
      name: 'H8 ReLU squared error',
      hidden: [8],
      activation: 'sigmoid',
      work: { squared: true, relu: true },
      options: { ...squared, activation: 'relu' },
    },
    {
      name: 'H4 Adam',
      hidden: [4],
      activation: 'sigmoid',
      work: { adam: true },
      options: { ...options, optimizer: 'adam' },
    },
  ];
  return compare(browser, setups);
}

/** @param {Browser} browser @param {Setup[]} setups @returns {Promise<Row[]>} */
async function compare(browser, setups) {
  const programs = setups.some(({ points, work }) => points || work)
    ? []
    : [
        new Program('NumPy', env('PYTHON'), [fileURLToPath(new URL('listing.py', import.meta.url))], 50),
        new Program('C libm', env('BY_HAND'), [], 2000),
      ];
  try {
    // All in one page, as a reader has them who switches the activation: what serves several shapes is compiled for all.
    const page = await open(browser);
    const races = [];
    for (const setup of setups) {
      const contenders = await line(page, setup, programs);
      await agree(setup, contenders);
      races.push({
        setup,
        contenders,
        speeds: new Map(contenders.map(({ name }) => [name, /** @type {number[]} */ ([])])),
      });
    }
    for (const { contenders } of races) for (const { speed } of contenders) await speed(WARM_UP);
    for (let round = 0; round < ROUNDS; round++) {
      for (const { contenders, speeds } of shuffled(races)) {
        for (const { name, speed } of shuffled(contenders)) speeds.get(name)?.push(await speed(SLICE));
      }
    }
    return races.flatMap(({ setup, speeds }) => rows(setup, speeds));
  } finally {
    programs.forEach((program) => program.end());
  }
}

/** All contenders of a setup. @param {Page} page @param {Setup} setup @param {Program[]} programs @returns {Promise<Contender[]>} */
async function line(page, setup, programs) {
  const names = /** @type {string[]} */ (await call(page, 'prepare', setup));
  const start = /** @type {number[]} */ (await call(page, 'start', setup.name));
  return [
    ...names.map((name) => ({
      name,
      reach: async (/** @type {number} */ epochs) => call(page, 'reach', setup.name, name, epochs),
      speed: async (/** @type {number} */ milliseconds) => call(page, 'speed', setup.name, name, milliseconds),
    })),
    ...programs.map((program) => ({
      name: program.name,
      reach: async (/** @type {number} */ epochs) => (await program.run(setup, epochs, 0, start)).parameters,
      speed: async (/** @type {number} */ milliseconds) => {
        const { epochs, seconds } = await program.run(setup, program.chunk, milliseconds / 1000, start);
        return epochs / seconds;
      },
    })),
  ];
}

/** Speeds compare only if the work is the same. @param {Setup} setup @param {Contender[]} contenders */
async function agree(setup, contenders) {
  for (const epochs of CHECKED) {
    const ours = await contenders[0].reach(epochs);
    for (const { name, reach } of contenders.slice(1)) {
      const theirs = await reach(epochs);
      if (!theirs) continue;
      const distance =
        ours?.length === theirs.length ? Math.max(...theirs.map((value, k) => Math.abs(value - ours[k]))) : NaN;
      if (!(distance <= CLOSE)) {
        throw new Error(
          `${setup.name}: expected ${name} within ${CLOSE} of ours after ${epochs} epochs, got ${distance}`,
        );
      }
    }
  }
}

/** @param {Setup} setup @param {Map<string, number[]>} speeds @returns {Row[]} */
function rows({ name: setup }, speeds) {
  const ours = speeds.get('ours') ?? [];
  return [...speeds].map(([name, theirs]) => {
    const row = { what: `${setup}: ${name}`, measured: perSecond(median(theirs)) };
    if (theirs === ours) return row;
    const value = median(theirs.map((speed, round) => ours[round] / speed));
    return { ...row, value, shown: `${digits(value)} x`, target: TARGETS[setup][name] };
  });
}

/** @template T @param {T[]} items */
function shuffled(items) {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** @param {string} name */
function env(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name}: expected a program in the environment, got none`);
  return value;
}

/** A program that lives through all rounds: a line in for each run, a line out (by_hand.c says which). */
class Program {
  /** @param {string} name @param {string} command @param {string[]} args @param {number} chunk */
  constructor(name, command, args, chunk) {
    this.name = name;
    this.chunk = chunk;
    this.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface(this.process.stdout)[Symbol.asyncIterator]();
  }

  /**
   * @param {Setup} setup
   * @param {number} chunk
   * @param {number} seconds
   * @param {number[]} start
   */
  async run({ hidden, activation }, chunk, seconds, start) {
    this.process.stdin.write(`${[hidden[0], Number(activation === 'tanh'), chunk, seconds, ...start].join(' ')}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`${this.name}: expected an answer, got the end of the program`);
    const [epochs, taken, ...parameters] = value.split(' ').map(Number);
    return { epochs, seconds: taken, parameters };
  }

  end() {
    this.process.stdin.end();
  }
}
