/**
 * The curves of earlier runs behind that of this one, thin and pale, and their names. The button keeps the last of them.
 *
 * @import { Config, Ghost, Intents, Locale } from '../../types.js'
 */
import { html, setAttr, setText, svg } from '../../draw/dom.js';
import { line } from '../../draw/path.js';
import { written } from '../../figure/attributes.js';
import { differences, hasRoom, runWith, withRun } from '../../figure/attributes/comparison.js';
import { MAX_PINS } from '../../figure/session/ghosts.js';
import { ownKeys } from '../gestures.js';
import { runName } from '../run-name.js';
import { swatch } from '../swatch.js';

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'pin' | 'unpin' | 'set'>} intents
 * @param {() => HTMLElement} near  has the focus where the button goes
 */
export function ghostsView(locale, { pin, unpin, set }, near) {
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
  /** Whether the focus was on a name that goes. */
  let isLeft = false;

  function toggle() {
    const newest = shown.at(-1);
    if (newest?.pin === null) pin();
    else if (newest) unpinAt(newest.pin);
  }

  /** @param {Ghost} ghost @param {Config} config */
  function entry({ config: own, pin: place }, config) {
    const name = runName(own, [config], locale);
    const seen = html('span', { 'aria-hidden': 'true' }, swatch(styleOf(place)), name);
    if (place === null) return html('div', { class: 'entry' }, seen);
    const act = (/** @type {string} */ label, /** @type {string} */ hint, /** @type {() => void} */ click, look = '') =>
      html('button', { type: 'button', class: look, title: hint, 'aria-label': hint, click, ...ownKeys }, label);
    const differing = differences(own, config);
    const run = () => {
      set('compare', withRun(config.compare, runWith(differing.map((option) => [option, written(own[option])]))));
      unpinAt(place);
    };
    return html(
      'div',
      { class: 'entry' },
      seen,
      differing.length && hasRoom(config) ? act(words.runBeside, words.runBesideHint(name), run, 'run') : '',
      act('×', words.unpin(name), () => unpinAt(place)),
    );
  }

  /** Lets go of a kept curve, whose button goes with it. @param {number} place */
  function unpinAt(place) {
    isLeft = true;
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
    if (newest) button.title = (isKept ? words.unpin : words.pinHint)(runName(newest.config, [config], locale));
    names.replaceChildren(...ghosts.map((ghost) => entry(ghost, config)));
    setText(said, ghosts.length ? words.ghosts(ghosts.map(({ config: own }) => runName(own, [config], locale))) : '');
    if (isLeft) (button.hidden ? near() : button).focus();
    isLeft = false;
  }

  return { curves, legend, button, render };
}

/** The last one is a plain line, each that is kept another of dashes. @param {number | null} pin */
function styleOf(pin) {
  return pin === null ? 'ghost' : `ghost pinned-${pin}`;
}
