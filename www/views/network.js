/**
 * Inside the network: the diagram of all its numbers.
 *
 * @import { Intents, Locale, View } from '../types.js'
 */
import { html } from '../draw/dom.js';
import { diagramView } from './diagram.js';

/**
 * @param {Locale} locale
 * @param {Intents} intents
 * @returns {View}
 */
export function networkView(locale, intents) {
  const { words } = locale;
  const diagram = diagramView(locale, intents);
  const key = (/** @type {string} */ sign, /** @type {string} */ name) =>
    html('span', {}, html('i', { class: sign }), ' ', name);
  return {
    ...diagram,
    element: html(
      'div',
      { class: 'view network', part: 'network' },
      html(
        'header',
        {},
        html('b', {}, words.network),
        html('small', {}, key('positive', words.raises), key('negative', words.lowers)),
      ),
      html('div', { class: 'network-parts' }, diagram.element),
    ),
    shape: 'wide',
  };
}
