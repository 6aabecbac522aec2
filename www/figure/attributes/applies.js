/**
 * Which options have an effect, and what goes with another: defaults, and what has to change too.
 *
 * @import { Config } from '../../types.js'
 */
import { hasView, optionOf } from './options.js';

/** Whether the numbers of a start are drawn. @param {Config} config */
const isDrawn = ({ init, weights }) => init !== 'zero' && !weights.length;

/** Whether the data are drawn. @param {Pick<Config, 'data'>} config */
export const isCloud = ({ data }) => optionOf('data').clouds.includes(String(data));

/** Whether the order can change a run: of a full batch only random picks do. @param {Config} config */
const isOrdered = ({ batch, order }) => batch !== 'full' || order === 'random';

/** Whether anything of a run is drawn: its start, its data, what is held out or the order. @param {Config} config */
const isSeeded = (config) =>
  isDrawn(config) ||
  isCloud(config) ||
  (Array.isArray(config.data) && config.testShare > 0) ||
  (isOrdered(config) && config.order !== 'given');

/** When an option has an effect; those that are not here always have. @type {Record<string, (config: Config) => boolean>} */
const APPLIES = {
  points: isCloud,
  noise: isCloud,
  testShare: (config) => isCloud(config) || Array.isArray(config.data),
  activation: ({ layers }) => layers.length > 0,
  deviation: (config) => isDrawn(config) && ['random', 'uniform', 'normal'].includes(config.init),
  init: ({ weights }) => !weights.length,
  biases: ({ weights }) => !weights.length,
  weightsShape: isDrawn,
  seed: isSeeded,
  momentum: ({ optimizer }) => optimizer === 'momentum',
  order: isOrdered,
  speed: ({ pace }) => pace !== 'eased',
  starts: (config) => hasView(config, 'seeds'),
};

/** Whether an option has an effect on a run with these settings. @param {string} name @param {Config} config */
export function applies(name, config) {
  return APPLIES[name]?.(config) ?? true;
}

/**
 * What holds where an option is not set, beside these settings.
 * @param {string} name
 * @param {Pick<Config, 'data'> & { init: string }} config
 */
export function initialOf(name, { data, init }) {
  if (name === 'gradientScale' && isCloud({ data })) return 'mean';
  if (name === 'biases') return /^(glorot|he)-/.test(init) ? 'zero' : 'drawn';
  return optionOf(name).default;
}

/**
 * What has to change with an option, as the core takes the two only together: cross-entropy is of a sigmoid output, and
 * start numbers are of one network.
 * @param {string} name
 * @param {string} value
 * @param {Pick<Config, 'weights'>} config
 * @returns {Record<string, string>}
 */
export function companions(name, value, { weights }) {
  if (name === 'output' && value !== 'sigmoid') return { loss: 'squared-error' };
  if (name === 'loss' && value === 'cross-entropy') return { output: 'sigmoid' };
  if (name === 'layers' && weights.length) return { weights: '' };
  return {};
}
