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
  const key = ['positive', 'negative'].map((sign) => html('i', { class: sign }));
  return {
    ...diagram,
    element: html(
      'div',
      { class: 'view network', part: 'network' },
      html('header', {}, html('b', {}, words.network), html('small', {}, key[0], words.raises, key[1], words.lowers)),
      html('div', { class: 'network-parts' }, diagram.element),
    ),
    shape: 'wide',
  };
}
