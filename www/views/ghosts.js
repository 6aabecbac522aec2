/**
 * The curves of earlier runs behind that of this one, thin and pale, and their names. The button keeps the last of them.
 *
 * @import { Config, Ghost, Intents, Locale } from '../types.js'
 */
import { html, setAttr, setText, svg } from '../draw/dom.js';
import { line } from '../draw/path.js';
import { written } from '../figure/attributes.js';
import { MAX_PINS } from '../figure/ghosts.js';
import { OPTIONS } from '../wasm.js';
import { ownKeys } from './fields.js';

/** Options that tell one run from another. */
const TELLING = OPTIONS.filter(({ name, restarts }) => restarts || name === 'learningRate').map(({ name }) => name);

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'pin' | 'unpin'>} intents
 */
export function ghostsView(locale, { pin, unpin }) {
  const { words } = locale;
  const curves = svg('g');
  const said = html('span', { class: 'unseen' });
  const names = html('div');
  const legend = html('div', { class: 'ghosts', hidden: true }, said, names);
  const button = html('button', { type: 'button', class: 'pin', hidden: true, click: toggle, ...ownKeys }, words.pin);
  /** @type {readonly Ghost[]} */
  let shown = [];
  let drawn = '';
  /** @type {Config | undefined} */
  let comparedWith;

  function toggle() {
    const newest = shown.at(-1);
    if (newest?.pin === null) pin();
    else if (newest) unpin(newest.pin);
  }

  /** @param {Ghost} ghost @param {Config} config */
  function entry({ config: own, pin: place }, config) {
    const name = runName(own, config, locale);
    const free = place === null ? '' : html('button', { type: 'button', title: words.unpin(name), 'aria-label': words.unpin(name), click: () => letGo(place), ...ownKeys }, '×'); // prettier-ignore
    return html('div', {}, html('span', { 'aria-hidden': 'true' }, swatch(styleOf(place)), name), free);
  }

  /** @param {number} place */
  function letGo(place) {
    button.focus();
    unpin(place);
  }

  /**
   * @param {readonly Ghost[]} ghosts
   * @param {Config} config  of the run that they are compared with
   * @param {{ x: (epoch: number) => number, y: (loss: number) => number, key: string }} axes  `key`: another for other axes
   */
  function render(ghosts, config, { x, y, key }) {
    const isSame = ghosts === shown && config === comparedWith;
    if (isSame && key === drawn) return;
    curves.replaceChildren(
      ...ghosts.map(({ trace: { epochs, losses }, pin }) =>
        svg('path', { class: styleOf(pin), d: line(losses, 0, losses.length, (i) => x(epochs[i]), y) }),
      ),
    );
    drawn = key;
    if (isSame) return;
    shown = ghosts;
    comparedWith = config;
    const newest = ghosts.at(-1);
    const isKept = newest !== undefined && newest.pin !== null;
    button.hidden = legend.hidden = ghosts.length === 0;
    button.disabled = ghosts.length > MAX_PINS;
    setAttr(button, 'aria-pressed', String(isKept));
    if (newest) button.title = (isKept ? words.unpin : words.pinHint)(runName(newest.config, config, locale));
    names.replaceChildren(...ghosts.map((ghost) => entry(ghost, config)));
    setText(said, ghosts.length ? words.ghosts(ghosts.map(({ config: own }) => runName(own, config, locale))) : '');
  }

  return { curves, legend, button, render };
}

/** A piece of a curve, beside its name. @param {string} style */
export function swatch(style) {
  return svg('svg', { class: 'swatch' }, svg('line', { class: style, x2: '100%', y1: '50%', y2: '50%' }));
}

/** The last one is a plain line, each that is kept another of dashes. @param {number | null} pin */
function styleOf(pin) {
  return pin === null ? 'ghost' : `ghost pinned-${pin}`;
}

/**
 * A run by what tells it from another; one that differs in nothing, by its activation and seed.
 * @param {Config} config
 * @param {Config} other
 * @param {Locale} locale
 */
export function runName(config, other, locale) {
  const differs = (/** @type {string} */ name) => written(config[name]) !== written(other[name]);
  // The default of the biases goes with the initial weights.
  const telling = TELLING.filter((name) => differs(name) && !(name === 'biases' && differs('init')));
  return (telling.length ? telling : ['activation', 'seed']).map((name) => valueName(name, config, locale)).join(', ');
}

/** A gate, a cloud or own points, as a reader calls them. @param {Config} config @param {Pick<Locale, 'words'>} locale */
export function dataName({ data }, { words }) {
  if (typeof data !== 'string') return words.ownData;
  return /** @type {Record<string, string>} */ (words.choices)[data] ?? data.replaceAll('-', ' ').toUpperCase();
}

/** @param {string} name @param {Config} config @param {Locale} locale */
function valueName(name, config, { words, brief }) {
  const value = config[name];
  const labels = /** @type {Record<string, string>} */ (words.options);
  const choices = /** @type {Record<string, string>} */ (words.choices);
  if (name === 'seed') return `${words.seed} ${value}`;
  if (name === 'learningRate') return `${words.rate} ${brief(Number(value))}`;
  if (name === 'layers') return [2, ...config.layers, 1].join('-');
  if (name === 'weights') return labels.weights;
  if (name === 'data') return dataName(config, { words });
  if (typeof value === 'number') return `${labels[name]} ${brief(value)}`;
  return choices[String(value)] ?? String(value);
}
