/**
 * "Compare with ...": another run beside the figure's own, by one option that has another value.
 *
 * @import { Config, Intents, FullLocale } from '../../types.js'
 */
import { html, setText } from '../../draw/dom.js';
import { applies } from '../../figure/applies.js';
import { written } from '../../figure/attributes.js';
import { hasRoom, MAX_COMPARED, runsOf, runWith, TELLING, withRun } from '../../figure/comparison.js';
import { ownKeys, select } from '../fields.js';
import { optionField } from '../option-field.js';
import { optionOf } from '../options.js';
import { valueName } from '../run-name.js';

/** The two values that most readers compare, of each of these options. */
const PRESETS = { activation: ['sigmoid', 'tanh'], init: ['random', 'zero'] };

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
  /** @type {ReturnType<typeof optionField>} */
  let field;

  const presets = Object.entries(PRESETS).map(([option, values]) => {
    const button = html('button', { type: 'button', click: () => add(option, other()), ...ownKeys });
    const other = () => values.find((one) => one !== String(shown?.[option])) ?? values[0];
    return { button, option, other };
  });
  /** Of those that have an effect on the figure's run. */
  let offered = '';
  const options = html('div');
  const place = html('div', { input: typed });
  const compare = html('button', { type: 'button', click: () => add(name, value), ...ownKeys }, words.compare.add);
  const note = html('small', { class: 'help' }, words.compare.full(MAX_COMPARED));
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
    const names = TELLING.filter((option) => option !== 'weights' && applies(option, config));
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
    value = optionOf(option).choices?.find((choice) => choice !== own) ?? own;
    field = optionField(option, locale, choose);
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
    value = chosen;
    if (value) show();
    judge();
  }

  function judge() {
    if (!shown) return;
    const isFull = !hasRoom(shown);
    note.hidden = !isFull;
    compare.disabled = isFull || value === '' || value === written(shown[name]);
    for (const { button, option, other } of presets) {
      setText(button, `${labels[option]}: ${valueName(option, { ...shown, [option]: other() }, locale)}`);
      button.hidden = !applies(option, shown);
      button.disabled = isFull || runsOf(shown.compare).includes(runWith([[option, other()]]));
    }
  }

  /** With what would not go with it. @param {string} option @param {string} wanted */
  function add(option, wanted) {
    if (!shown) return;
    /** @type {[string, string][]} */
    const differing = [[option, wanted]];
    if (option === 'output' && wanted !== 'sigmoid') differing.push(['loss', 'squared-error']);
    if (option === 'loss' && wanted === 'cross-entropy') differing.push(['output', 'sigmoid']);
    if (option === 'layers' && shown.weights.length) differing.push(['weights', '']);
    set('compare', withRun(shown.compare, runWith(differing)));
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
