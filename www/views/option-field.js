/**
 * The field in which a reader chooses the value of an option.
 *
 * @import { FullLocale } from '../types.js'
 * @import { Choose } from './fields.js'
 */
import { optionOf } from '../figure/attributes/options.js';
import { gateName } from './data-name.js';
import { number, segmented, select, slider, text } from './fields.js';
import { choicesOf, wordOf } from './options.js';

/** Sizes to choose from; an author may write any other. */
const LAYERS = ['0', '1', '2', '3', '4', '8', '2,2', '4,2', '4,4', '8,8'];

/** Batches to choose from; an author may write any other. */
const BATCHES = ['full', '1', '2', '10'];

/**
 * @param {string} name
 * @param {FullLocale} locale
 * @param {Choose} choose
 * @param {(value?: string) => void} [preview]  of a slider that is held
 * @returns {{ element: HTMLElement, show: (value: any, name?: string) => void }}
 */
export function optionField(name, locale, choose, preview) {
  const { words, brief } = locale;
  const labels = /** @type {Record<string, string>} */ (words.options);
  const label = labels[name];
  switch (name) {
    case 'data':
      return select(label, [...optionOf('data').gates.map(gateChoice), ...clouds(locale)], choose);
    case 'layers':
      return select(
        label,
        LAYERS.map((sizes) => [sizes, sizes === '0' ? words.noLayers : spread(sizes, words.thenLayer)]),
        choose,
      );
    case 'seed':
      return number(words.seed, optionOf('seed'), choose);
    case 'deviation':
      return slider(label, { min: 0.001, max: 10, say: brief }, choose, preview);
    case 'weights':
      return text(label, words.weightsHint, choose);
    case 'learningRate':
      return slider(label, { min: 0.001, max: 100, say: brief }, choose, preview);
    case 'batch':
      return select(
        label,
        BATCHES.map((size) => [size, size === 'full' ? words.fullBatch : size]),
        choose,
      );
    case 'noise':
    case 'testShare':
    case 'momentum':
    case 'l1':
    case 'l2':
      return number(label, { ...optionOf(name), step: 'any' }, choose);
    case 'points':
    case 'epochs':
    case 'starts':
      return number(label, optionOf(name), choose);
    case 'until':
      return select(label, [['epochs', words.untilEpochs], ['solved', words.untilSolved]], choose); // prettier-ignore
    case 'speed':
      return slider(label, { min: 1, max: 1e6, say: (value) => words.perSecond(brief(value)) }, choose);
    case 'pace':
    case 'regions':
      return segmented(label, choicesOf(name, locale), choose, { legend: true });
    default:
      return select(label, choicesOf(name, locale), choose);
  }
}

/** A gate and its four bits. @param {string} name @param {number} bits @returns {[string, string]} */
function gateChoice(name, bits) {
  return [name, `${gateName(name)}  ${bits.toString(2).padStart(4, '0')}`];
}

/** @param {FullLocale} locale @returns {[string, string][]} */
function clouds(locale) {
  return optionOf('data').clouds.map((cloud) => [cloud, wordOf(cloud, locale)]);
}

/** 4,2 as: 4, then 2. @param {string} sizes @param {string} then */
export function spread(sizes, then) {
  return sizes.replaceAll(',', then);
}
