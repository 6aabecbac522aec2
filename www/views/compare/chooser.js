/**
 * "Compare with ...": another run beside the figure's own, by one option that has another value.
 *
 * @import { Config, Intents, FullLocale } from '../../types.js'
 */
import { html, setText } from '../../draw/dom.js';
import { written } from '../../figure/attributes.js';
import { applies, companions } from '../../figure/attributes/applies.js';
import { COMPARABLE, hasRoom, MAX_COMPARED, runsOf, runWith, withRun } from '../../figure/attributes/comparison.js';
import { optionOf } from '../../figure/attributes/options.js';
import { select } from '../fields.js';
import { ownKeys } from '../gestures.js';
import { optionField } from '../option-field.js';
import { COMPARED } from '../options.js';
import { valueName } from '../run-name.js';

/**
 * @param {FullLocale} locale
 * @param {Pick<Intents, 'set'>} intents
 */
export function chooserView(locale, { set }) {
  const { words } = locale;
  const labels = /** @type {Record<string, string>} */ ({ seed: words.seed, ...words.options });
  /** @type {Config | undefined} */
  let shown;
  let name = 'activation';
  let value = '';
  /** The value that was chosen last, which a field that is left empty shows again. */
  let taken = '';
  /** @type {ReturnType<typeof optionField>} */
  let field;

  const presets = Object.entries(COMPARED).map(([option, values]) => {
    const button = html('button', { type: 'button', click: () => add(option, other()), ...ownKeys });
    const other = () => values.find((one) => one !== String(shown?.[option])) ?? values[0];
    return { button, option, other };
  });
  /** Of those that have an effect on the figure's run. */
  let offered = '';
  const options = html('div');
  const place = html('div', { input: typed });
  const compare = html('button', { type: 'button', click: () => add(name, value), ...ownKeys }, words.compare.add);
  const note = html('small', { class: 'help', role: 'status' });
  const element = html(
    'fieldset',
    { class: 'settings-group chooser' },
    html('legend', {}, words.groups.compare),
    html('div', { class: 'group' }, ...presets.map(({ button }) => button)),
    options,
    place,
    compare,
    note,
  );

  /** The options that have an effect. @param {Config} config */
  function list(config) {
    const names = COMPARABLE.filter((option) => option !== 'weights' && applies(option, config));
    if (names.join() === offered) return;
    offered = names.join();
    const field = select(
      words.compare.option,
      names.map((option) => [option, labels[option]]),
      (option) => shown && offer(option, shown),
    );
    options.replaceChildren(field.element);
    if (!place.firstChild || !names.includes(name)) offer(names.includes(name) ? name : names[0], config);
    field.show(name);
  }

  /** An option, at first with a value that is not the figure's. @param {string} option @param {Config} config */
  function offer(option, config) {
    name = option;
    const own = written(config[option]);
    field = optionField(option, locale, choose);
    const choices = [...field.element.querySelectorAll('option')].filter(({ hidden }) => !hidden);
    value = choices.find((choice) => choice.value !== own)?.value ?? otherNumber(option, Number(own));
    taken = value;
    show();
    place.replaceChildren(field.element);
    judge();
  }

  function show() {
    field.show(optionOf(name).max === undefined ? value : Number(value));
  }

  /** The button is there as soon as it can be pressed. @param {InputEvent} event */
  function typed({ target }) {
    const input = /** @type {HTMLInputElement} */ (target);
    if (input.type !== 'number') return;
    value = input.value;
    judge();
  }

  /** @param {string} chosen */
  function choose(chosen) {
    if (chosen) taken = chosen;
    value = taken;
    show();
    judge();
  }

  function judge() {
    if (!shown) return;
    const isFull = !hasRoom(shown);
    const isSame = value === written(shown[name]);
    const isThere = runsOf(shown.compare).includes(runOf(name, value, shown));
    setText(note, isFull ? words.compare.full(MAX_COMPARED) : isSame ? words.compare.same : isThere ? words.compare.there : ''); // prettier-ignore
    const focused = [compare, ...presets.map(({ button }) => button)].find((button) => button.matches(':focus'));
    compare.disabled = isFull || isSame || isThere || value === '';
    for (const { button, option, other } of presets) {
      setText(button, `${labels[option]}: ${valueName(option, { ...shown, [option]: other() }, locale)}`);
      button.hidden = !applies(option, shown);
      button.disabled = isFull || runsOf(shown.compare).includes(runOf(option, other(), shown));
    }
    if (focused?.disabled) options.querySelector('select')?.focus();
  }

  /** @param {string} option @param {string} wanted */
  function add(option, wanted) {
    if (shown) set('compare', withRun(shown.compare, runOf(option, wanted, shown)));
  }

  return {
    element,

    /** @param {{ config: Config }} snapshot */
    render({ config }) {
      shown = config;
      list(config);
      judge();
    },
  };
}

/** A run with another value, and with what goes with that. @param {string} option @param {string} wanted @param {Config} config */
function runOf(option, wanted, config) {
  return runWith([[option, wanted], ...Object.entries(companions(option, wanted, config))]);
}

/** Another value of a number, near it. @param {string} option @param {number} own */
function otherNumber(option, own) {
  const { type, max } = optionOf(option);
  if (type === 'integer') return String(own < max ? own + 1 : own - 1);
  if (own === 0) return '0.1';
  return String(2 * own <= max ? 2 * own : own / 2);
}
