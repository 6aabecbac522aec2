/**
 * The text of the option `compare`: runs of `name=value&name=value`, with `|` between them.
 *
 * @import { Config } from '../../types.js'
 */
import { OPTIONS } from '../../wasm.js';
import { written } from '../attributes.js';
import { applies } from './applies.js';
import { optionOf } from './options.js';

/** Runs beside a figure's own. */
export const MAX_COMPARED = 3;

/** Options that tell one run from another. */
export const COMPARABLE = OPTIONS.filter(({ name, restarts }) => restarts || name === 'learningRate').map(
  ({ name }) => name,
);

/** The runs that a text names. @param {string} text */
export function runsOf(text) {
  return text.trim() ? text.split('|') : [];
}

/** Whether a run says a learning rate; hyphens and case of a name do not count. @param {string} run */
export function hasOwnRate(run) {
  return /(^|&)learningrate=/i.test(run.replaceAll('-', ''));
}

/** Whether there is room for another run. @param {Config} config */
export function hasRoom({ compare }) {
  return runsOf(compare).length < MAX_COMPARED;
}

/** The text with one more run, if it has not got it. @param {string} text @param {string} run */
export function withRun(text, run) {
  return [...new Set([...runsOf(text), run])].join('|');
}

/** The text without a run, or null where none is left. @param {string} text @param {number} place */
export function withoutRun(text, place) {
  return runsOf(text).toSpliced(place, 1).join('|') || null;
}

/** A run that differs in these options. @param {[name: string, value: string][]} differing */
export function runWith(differing) {
  return differing
    .map(([name, value]) => `${optionOf(name).attribute}=${value.replace(/[%&+|]/g, encodeURIComponent)}`)
    .join('&');
}

/** The options in which one run is told from another: of those that have an effect on either. @param {Config} config @param {Config} other */
export function differences(config, other) {
  const differs = (/** @type {string} */ name) =>
    written(config[name]) !== written(other[name]) && (applies(name, config) || applies(name, other));
  return COMPARABLE.filter(differs);
}
