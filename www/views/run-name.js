/**
 * What tells a run from others, in words.
 *
 * @import { Config, Locale } from '../types.js'
 */
import { applies } from '../figure/attributes/applies.js';
import { differences } from '../figure/attributes/comparison.js';
import { optionOf } from '../figure/attributes/options.js';
import { dataName } from './data-name.js';

/** Options that the name of one run says: what differs in more from several others is just this run. */
const MAX_NAMED_OPTIONS = 2;

const COMMON_GATES = /^(x?n?or|n?and)$/;

/**
 * A run by what tells it from others; one that differs in nothing, by its activation and seed.
 * @param {Config} config
 * @param {readonly Config[]} others
 * @param {Locale} locale
 */
export function runName(config, others, locale) {
  const differing = others.flatMap((other) => {
    const names = differences(config, other);
    // The default of the biases goes with the initial weights.
    return names.filter((name) => applies(name, config) && (name !== 'biases' || !names.includes('init')));
  });
  const telling = differing.length ? [...new Set(differing)] : ['activation', 'seed'];
  if (others.length > 1 && telling.length > MAX_NAMED_OPTIONS) return locale.words.thisRun;
  return telling.map((name) => valueName(name, config, locale)).join(', ');
}

/** @param {string} name @param {Config} config @param {Locale} locale */
export function valueName(name, config, { words, brief }) {
  const value = config[name];
  const labels = /** @type {Record<string, string>} */ (words.options);
  const choices = /** @type {Record<string, string>} */ (words.choices);
  if (name === 'seed') return `${words.seed} ${value}`;
  if (name === 'learningRate') return `${words.rate} ${brief(Number(value))}`;
  if (name === 'layers') return [2, ...config.layers, 1].join('-');
  if (name === 'init' && value === 'zero') return words.zeroInit;
  if (name === 'weights') return labels.weights;
  if (name === 'data') return gateLabels(config.data) ?? dataName(config, { words });
  if (typeof value === 'number') return `${labels[name]} ${brief(value)}`;
  return choices[String(value)] ?? String(value);
}

/** The labels of a gate with no common name, in the order of the truth table. @param {Config['data']} data */
function gateLabels(data) {
  const bits = optionOf('data').gates.indexOf(String(data));
  if (bits < 0 || COMMON_GATES.test(String(data))) return null;
  return `y = ${[...bits.toString(2).padStart(4, '0')].join(' ')}`;
}
