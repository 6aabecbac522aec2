/**
 * The settings that are tucked away at first, in the groups that a reader thinks in. What does not apply is not shown.
 *
 * @import { Config, Intents, FullLocale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 * @import { Choose } from './fields.js'
 */
import { html } from '../draw/dom.js';
import { written } from '../figure/attributes.js';
import { applies, companions } from '../figure/attributes/applies.js';
import { hasView, optionOf } from '../figure/attributes/options.js';
import { chooserView } from './compare/chooser.js';
import { ownKeys } from './gestures.js';
import { optionField, spread } from './option-field.js';

/** The options of each group, in the order in which they are shown. */
const GROUPS = {
  data: ['data', 'points', 'noise', 'testShare'],
  network: ['layers', 'activation', 'output', 'loss'],
  start: ['init', 'deviation', 'biases', 'weightsShape', 'weights'],
  training: ['learningRate', 'optimizer', 'momentum', 'batch', 'order', 'gradientScale', 'l1', 'l2', 'epochs', 'until'],
  picture: ['pace', 'speed', 'regions', 'starts'],
};

/**
 * @param {FullLocale} locale
 * @param {Pick<Intents, 'set' | 'preview' | 'edit'>} intents
 */
export function settingsView(locale, { set, preview, edit }) {
  const { words, brief } = locale;
  const help = /** @type {Record<string, string>} */ (words.help);
  /** @type {Config | undefined} */
  let shown;

  /** Takes a choice, and with it what would not go with it. @param {string} name @returns {Choose} */
  const to = (name) => (value) => {
    const others = shown ? Object.entries(companions(name, value, shown)) : [];
    const settings = others.map(([option, other]) => [option, other === optionOf(option).default ? null : other]);
    set(name, value || null, Object.fromEntries(settings));
  };

  /** @param {string} name @returns {(value?: string) => void} */
  const look = (name) => (value) => preview(name, value);

  const editing = html('button', { type: 'button', click: edit, ...ownKeys }, words.editPoints);

  /** @type {Record<string, ReturnType<typeof optionField>>} */
  const fields = {};
  const groups = Object.entries(GROUPS).map(([group, names]) =>
    html(
      'fieldset',
      { class: 'settings-group' },
      html('legend', {}, /** @type {Record<string, string>} */ (words.groups)[group]),
      ...names.map((name) => {
        const field = optionField(name, locale, to(name), look(name));
        if (help[name]) field.element.append(html('small', { class: 'help' }, help[name]));
        if (name === 'data') field.element.append(editing);
        fields[name] = field;
        return field.element;
      }),
    ),
  );
  const chooser = chooserView(locale, { set });
  const element = html('div', { class: 'settings', part: 'settings' }, ...groups, chooser.element);

  /** What stands for a value that is none of the choices. @param {string} name @param {string} value */
  function nameOf(name, value) {
    if (name === 'data') return words.ownData;
    if (name === 'layers') return spread(value, words.thenLayer);
    if (name === 'until') return words.untilLoss(brief(Number(value)));
    return value;
  }

  /** @param {Snapshot} snapshot */
  function render({ config, refused }) {
    shown = config;
    editing.hidden = !hasView(config, 'boundary');
    chooser.render({ config });
    for (const [name, { element, show }] of Object.entries(fields)) {
      // What was pasted and not taken stands there to be put right, as long as its error does.
      const value = (name === 'weights' && refused.weights) || config[name];
      // The order of a full batch applies where it is random: whoever chooses another there is still in its field.
      element.hidden = !applies(name, config) && !element.matches(':focus-within');
      show(
        typeof value === 'number' && name !== 'until' && name !== 'batch' ? value : written(value),
        nameOf(name, written(value)),
      );
    }
  }

  return { element, render };
}
