/**
 * The settings that are tucked away at first, in the groups that a reader thinks in. What does not apply is not shown.
 *
 * @import { Config, Intents, FullLocale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 * @import { Choose } from './fields.js'
 */
import { html } from '../draw/dom.js';
import { written } from '../figure/attributes.js';
import { number, ownKeys, segmented, select, slider, text } from './fields.js';
import { choicesOf, optionOf } from './options.js';

/** Sizes to choose from; an author may write any other. */
const LAYERS = ['0', '1', '2', '3', '4', '8', '2,2', '4,2', '4,4', '8,8'];

/** Batches to choose from; an author may write any other. */
const BATCHES = ['full', '1', '2', '10'];

/** The options of each group, in the order in which they are shown. */
const GROUPS = {
  data: ['data'],
  network: ['layers', 'activation', 'output', 'loss'],
  start: ['init', 'deviation', 'biases', 'weightsShape', 'weights'],
  training: ['learningRate', 'optimizer', 'momentum', 'batch', 'order', 'gradientScale', 'l1', 'l2', 'epochs', 'until'],
  picture: ['pace', 'speed', 'regions', 'starts'],
};

/** Whether the numbers of a start are drawn. @param {Config} config */
const isDrawn = ({ init, weights }) => init !== 'zero' && !weights.length;

/** When an option has an effect; those that are not here always have. @type {Record<string, (config: Config) => boolean>} */
const APPLIES = {
  activation: ({ layers }) => layers.length > 0,
  deviation: (config) => isDrawn(config) && ['random', 'uniform', 'normal'].includes(config.init),
  init: ({ weights }) => !weights.length,
  biases: ({ weights }) => !weights.length,
  weightsShape: isDrawn,
  momentum: ({ optimizer }) => optimizer === 'momentum',
  order: ({ batch }) => batch !== 'full',
  speed: ({ pace }) => pace !== 'eased',
  starts: ({ views }) => views.split(' ').includes('seeds'),
};

/**
 * @param {FullLocale} locale
 * @param {Pick<Intents, 'set' | 'preview' | 'edit'>} intents
 */
export function settingsView(locale, { set, preview, edit }) {
  const { words, brief } = locale;
  const labels = /** @type {Record<string, string>} */ (words.options);
  const help = /** @type {Record<string, string>} */ (words.help);
  /** @type {Config | undefined} */
  let shown;

  /** Takes a choice, and with it what would not go with it. @param {string} name @returns {Choose} */
  const to = (name) => (value) => {
    if (name === 'output' && value !== 'sigmoid') set('loss', 'squared-error');
    if (name === 'loss' && value === 'cross-entropy') set('output', null);
    if (name === 'layers' && shown?.weights.length) set('weights', null);
    set(name, value || null);
  };

  /** @param {string} name @returns {Choose} */
  const look = (name) => (value) => preview(name, value);

  const editing = html('button', { type: 'button', class: 'edit', click: edit, ...ownKeys }, words.editPoints);

  /** @type {Record<string, () => { element: HTMLElement, show: (value: any, name?: string) => void }>} */
  const special = {
    data: () => {
      const field = select(labels.data, optionOf('data').gates.map(gateChoice), to('data'));
      field.element.append(editing);
      return field;
    },
    layers: () =>
      select(
        labels.layers,
        LAYERS.map((sizes) => [sizes, sizes === '0' ? words.noLayers : spread(sizes, words.thenLayer)]),
        to('layers'),
      ),
    deviation: () => slider(labels.deviation, { min: 0.001, max: 10, say: brief }, to('deviation'), look('deviation')),
    weights: () => text(labels.weights, words.weightsHint, to('weights')),
    learningRate: () =>
      slider(labels.learningRate, { min: 0.001, max: 100, say: brief }, to('learningRate'), look('learningRate')),
    momentum: () => number(labels.momentum, { ...optionOf('momentum'), step: 'any' }, to('momentum')),
    batch: () =>
      select(
        labels.batch,
        BATCHES.map((size) => [size, size === 'full' ? words.fullBatch : size]),
        to('batch'),
      ),
    l1: () => number(labels.l1, { ...optionOf('l1'), step: 'any' }, to('l1')),
    l2: () => number(labels.l2, { ...optionOf('l2'), step: 'any' }, to('l2')),
    epochs: () => number(labels.epochs, optionOf('epochs'), to('epochs')),
    until: () => select(labels.until, [['epochs', words.untilEpochs], ['solved', words.untilSolved]], to('until')), // prettier-ignore
    speed: () => slider(labels.speed, { min: 1, max: 1e6, say: (value) => words.perSecond(brief(value)) }, to('speed')),
    pace: () => segmented(labels.pace, choicesOf('pace', locale), to('pace'), { legend: true }),
    starts: () => number(labels.starts, optionOf('starts'), to('starts')),
    regions: () => segmented(labels.regions, choicesOf('regions', locale), to('regions'), { legend: true }),
  };

  /** @type {Record<string, ReturnType<typeof special['data']>>} */
  const fields = {};
  const groups = Object.entries(GROUPS).map(([group, names]) =>
    html(
      'fieldset',
      { class: 'settings-group' },
      html('legend', {}, /** @type {Record<string, string>} */ (words.groups)[group]),
      ...names.map((name) => {
        const field = special[name]?.() ?? select(labels[name], choicesOf(name, locale), to(name));
        if (help[name]) field.element.append(html('small', { class: 'help' }, help[name]));
        fields[name] = field;
        return field.element;
      }),
    ),
  );
  const element = html('div', { class: 'settings', part: 'settings' }, ...groups);

  /** What stands for a value that is none of the choices. @param {string} name @param {string} value */
  function nameOf(name, value) {
    if (name === 'data') return words.ownData;
    if (name === 'layers') return spread(value, words.thenLayer);
    if (name === 'until') return words.untilLoss(brief(Number(value)));
    return value;
  }

  /** @param {Snapshot} snapshot */
  function render({ config }) {
    shown = config;
    editing.hidden = !config.views.split(' ').includes('boundary');
    for (const [name, { element, show }] of Object.entries(fields)) {
      const value = config[name];
      element.hidden = !(APPLIES[name]?.(config) ?? true);
      show(
        typeof value === 'number' && name !== 'until' && name !== 'batch' ? value : written(value),
        nameOf(name, written(value)),
      );
    }
  }

  return { element, render };
}

/** A gate and its four bits. @param {string} name @param {number} bits @returns {[string, string]} */
function gateChoice(name, bits) {
  return [name, `${name.replaceAll('-', ' ').toUpperCase()}  ${bits.toString(2).padStart(4, '0')}`];
}

/** 4,2 as: 4, then 2. @param {string} sizes @param {string} then */
function spread(sizes, then) {
  return sizes.replaceAll(',', then);
}
