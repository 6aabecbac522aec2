/**
 * The place of a view that is on its way, about as high as the view will be; or, if that cannot come, a line that says why.
 *
 * @import { Beside, Locale, View } from '../types.js'
 */
import { html, svg } from '../draw/dom.js';
import { VIEWS_FILE } from '../source.js';

/**
 * @param {string} name
 * @param {Locale} locale
 * @returns {View & Beside & { fail(): void }}
 */
export function pendingView(name, locale) {
  const element = html('div', { class: `pending ${name}`, 'aria-busy': 'true' });
  return {
    element,
    shape: name === 'hidden-space' ? 'square' : 'wide',
    render() {},
    prepare({ layers }, compared) {
      element.classList.toggle('several', compared > 1);
      element.classList.toggle('many', Number(layers.at(-1)) > 2);
    },
    // Nothing of the compared runs is shown elsewhere yet.
    curves: svg('g'),
    legend: html('div'),
    renderCurves() {},
    renderColumns() {},
    fail() {
      element.classList.remove('pending');
      element.removeAttribute('aria-busy');
      element.append(missing(locale));
    },
  };
}

/** Which file is to lie beside the script. @param {Locale} locale */
export function missing({ words }) {
  return html('p', { class: 'error', role: 'alert' }, words.missing(VIEWS_FILE));
}
