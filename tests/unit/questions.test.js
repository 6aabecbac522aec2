// What the page of questions says, run: every figure does what its answer says, and every count is counted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { settingsOf } from '../../www/figure/attributes.js';
import { load } from '../../www/wasm.js';

const { Trainer } = await load();
const pages = ['questions.html', 'ko/questions.html'].map((path) =>
  readFileSync(new URL(`../../www/${path}`, import.meta.url), 'utf8'),
);

/** The sections of a page by the id of their heading. @param {string} page */
const sections = (page) =>
  Object.fromEntries(
    page
      .split('<h2 id="')
      .slice(1)
      .map((section) => [section.split('"')[0], section]),
  );
const [english, korean] = pages.map(sections);

/** The settings of the figure of a section. @param {string} id @returns {Record<string, string>} */
function settings(id) {
  const tag = english[id].match(/<neural-figure([^>]*)>/)?.[1] ?? '';
  const attributes = Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  return settingsOf(/** @type {any} */ ({ getAttribute: (/** @type {string} */ name) => attributes[name] ?? null }));
}

/** The run of a section at an epoch, or at its end. @param {string} id @param {number} [epoch] */
function run(id, epoch) {
  const trainer = new Trainer(settings(id));
  trainer.seek(epoch ?? /** @type {any} */ (trainer.config).epochs);
  return trainer;
}

/** Both languages have this number in the section. @param {string} id @param {...unknown} numbers */
function said(id, ...numbers) {
  for (const section of [english[id], korean[id]]) {
    /** @type {string[]} */
    const found = section.replace(/<neural-figure[^>]*>/, '').match(/\d+(\.\d+)?|\.\d+/g) ?? [];
    for (const number of numbers) assert.ok(found.includes(String(number)), `${id}: ${number} of ${found}`);
  }
}

/** What 200 seeds come to after so many epochs. @param {object} given @param {number} epochs */
function ends(given, epochs) {
  return Array.from({ length: 200 }, (_, seed) => {
    const trainer = new Trainer({ ...given, seed });
    trainer.step(epochs);
    const end = { outcome: trainer.outcome, parameters: [...trainer.parameters()] };
    trainer.free();
    return end;
  });
}

/** How many of 200 seeds are solved after so many epochs. @param {object} given @param {number} epochs */
function solved(given, epochs) {
  return ends(given, epochs).filter(({ outcome }) => outcome === 'solved').length;
}

test('both languages have the same questions and the same figures', () => {
  assert.deepEqual(Object.keys(english), Object.keys(korean));
  assert.equal(Object.keys(english).length, 10);
  const tags = pages.map((page) => page.match(/<neural-figure[^>]*>/g));
  assert.deepEqual(tags[0], tags[1]);
});

test('everything is 0.5', () => {
  const trainer = run('half');
  assert.deepEqual([...trainer.predictions()], [0.5, 0.5, 0.5, 0.5]);
  assert.ok(trainer.gradients().every((entry) => entry === 0));
  said('half', solved({ init: 'normal', deviation: 1, gradientScale: 'sum', learningRate: 0.5 }, 10_000));
});

test('the error stands still, and then it drops', () => {
  const trainer = run('plateau', 10_000);
  assert.equal(trainer.outcome, 'plateau');
  assert.ok(trainer.gradients().some((entry) => entry !== 0));
  trainer.seek(100_000);
  assert.equal(trainer.outcome, 'solved');
  const [sigmoid, tanh] = ['sigmoid', 'tanh'].map((activation) => {
    const other = new Trainer({ ...settings('plateau'), activation, until: 0.5 });
    other.step(100_000);
    return other.epoch;
  });
  said('plateau', (sigmoid / tanh).toFixed(1));
});

test('it works only sometimes', () => {
  const normal = { init: 'normal', deviation: 1 };
  said('luck', solved({}, 100_000), ...['2', '3', '4'].map((layers) => solved({ ...normal, layers }, 20_000)));
});

test('two rows fit, and the other two share an answer', () => {
  const trainer = run('dead-end');
  const predictions = [...trainer.predictions()];
  assert.deepEqual(
    predictions.map((answer) => Math.abs(answer - 0.5) < 0.01),
    [false, false, true, true],
  );
  assert.ok(trainer.loss > 0.125, 'half of 0.25, which it creeps towards');
  const before = trainer.loss;
  trainer.seek(100_000);
  assert.ok(trainer.loss < before && trainer.loss > 0.125);
});

test('one line does AND, and not XOR', () => {
  assert.notEqual(run('and-not-xor').outcome, 'solved');
  const trainer = new Trainer({ ...settings('and-not-xor'), data: 'and' });
  trainer.seek(5000);
  assert.equal(trainer.outcome, 'solved');
});

/** At how many of the four points each of two hidden units is above 0. @param {Iterable<number>} parameters */
function open(parameters) {
  const [w11, w12, w21, w22, b1, b2] = parameters;
  return [
    [w11, w21, b1],
    [w12, w22, b2],
  ].map(([w1, w2, b]) => [b, w2 + b, w1 + b, w1 + w2 + b].filter((sum) => sum > 0).length);
}

test('ReLU units die, or have slope 1 at all points', () => {
  const dead = run('relu');
  assert.notEqual(dead.outcome, 'solved');
  assert.equal(open(dead.parameters()).filter((points) => points === 0).length, 1);

  const normal = { activation: 'relu', init: 'normal', deviation: 1 };
  const died = ends(normal, 10_000).filter(({ parameters }) => open(parameters).includes(0));
  said('relu', died.length, solved(normal, 10_000));

  const uniform = ends({ activation: 'relu' }, 10_000);
  assert.ok(uniform.every(({ parameters }) => !open(parameters).includes(0)));
  const others = uniform.filter(({ outcome }) => outcome !== 'solved');
  assert.ok(others.every(({ parameters }) => open(parameters).every((points) => points === 4)));
  said('relu', uniform.length - others.length);
  said('relu', solved({ activation: 'relu', layers: '8', init: 'normal', deviation: 1 }, 10_000));
});

test('too large a rate leaves the finite numbers', () => {
  const trainer = run('nan');
  assert.equal(trainer.outcome, 'diverged');
  said('nan', trainer.epoch);
});

test('only the last example is learned', () => {
  const answers = [...run('last-example').predictions()];
  for (const answer of answers) assert.equal(answer.toFixed(2), '0.01');
  said('last-example', '0.01');
});

test('how many epochs it takes', () => {
  said('epochs', solved({ activation: 'tanh' }, 5000));
});

test('the digits of another program', () => {
  said('digits', ...[...run('digits').predictions()].map((answer) => answer.toFixed(3).slice(1)));
});
