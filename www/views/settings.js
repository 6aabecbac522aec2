/**
 * The settings that are tucked away at first.
 *
 * @import { Intents, Locale, Snapshot } from '../types.js'
 */
import { html } from '../draw/dom.js';
import { OPTIONS } from '../wasm.js';
import { written } from '../figure/parameters.js';
import { number, segmented, select, slider } from './fields.js';

/** Sizes to choose from; an author may write any other. */
const LAYERS = ['0', '1', '2', '3', '4', '8', '2,2', '4,2', '4,4', '8,8'];

/** The sixteen gates; the place of each is its truth table in bits. @type {string[]} */
const GATES = /** @type {any} */ (OPTIONS.find(({ name }) => name === 'data')).gates;

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'set'>} intents
 */
export function settingsView({ words, brief }, { set }) {
  /** @param {string} name */
  const to = (name) => (/** @type {string} */ value) => set(name, value || null);

  const speed = slider(words.speed, { min: 1, max: 1e6, say: (value) => words.perSecond(brief(value)) }, to('speed'));
  const learningRate = slider(words.learningRate, { min: 0.001, max: 100, say: brief }, to('learningRate'));
  const deviation = slider(words.deviation, { min: 0.001, max: 10, say: brief }, to('deviation'));
  const layers = select(
    words.layers,
    LAYERS.map((sizes) => [sizes, sizes === '0' ? words.noLayers : spread(sizes)]),
    to('layers'),
  );
  const data = select(
    words.data,
    GATES.map((name, bits) => [
      name,
      `${name.replaceAll('-', ' ').toUpperCase()}  ${bits.toString(2).padStart(4, '0')}`,
    ]),
    to('data'),
  );
  const gradientScale = select(
    words.gradientScale,
    [
      ['listing', words.listing],
      ['sum', words.sum],
      ['mean', words.mean],
    ],
    to('gradientScale'),
  );
  const epochs = number(words.epochs, { min: 0, max: 1e9 }, to('epochs'));
  const regions = segmented(
    words.regions,
    [
      ['shading', words.shading],
      ['scatter', words.scatter],
    ],
    to('regions'),
  );

  const element = html(
    'div',
    { class: 'settings', part: 'settings' },
    ...[speed, learningRate, deviation, layers, data, gradientScale, epochs].map(({ element }) => element),
    html('div', { class: 'field' }, html('small', { 'aria-hidden': 'true' }, words.regions), regions.element),
  );

  /** @param {Snapshot} snapshot */
  function render({ config }) {
    speed.show(config.speed);
    learningRate.show(config.learningRate);
    deviation.show(config.deviation);
    layers.show(written(config.layers), spread(written(config.layers)));
    data.show(written(config.data), words.ownData);
    gradientScale.show(config.gradientScale);
    epochs.show(config.epochs);
    regions.show(config.regions);
  }

  return { element, render };
}

/** 4,2 as 4 + 2: four units, then two. @param {string} sizes */
function spread(sizes) {
  return sizes.replaceAll(',', ' + ');
}
