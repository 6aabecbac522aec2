/**
 * The place of a view that is on its way, about as high as the view will be; or, if that cannot come, a line that says why.
 *
 * @import { Beside, Locale, View } from '../types.js'
 */
import { html, setText, svg } from '../draw/dom.js';
import { VIEWS_FILE } from '../source.js';
import { ofZeros } from './diagnosis.js';

/**
 * @param {string} name
 * @param {Locale} locale
 * @returns {View & Beside & { fail(): void }}
 */
export function pendingView(name, locale) {
  const why = html('p', { class: 'why', part: 'diagnosis', hidden: name !== 'network' });
  const element = html('div', { class: `pending ${name}`, 'aria-busy': 'true' }, why);
  return {
    element,
    shape: name === 'hidden-space' ? 'square' : 'wide',
    render() {},
    prepare(layout, compared) {
      const { layers, fromZeros } = layout;
      element.classList.toggle('several', compared > 1);
      element.style.setProperty('--runs', String(compared + 1));
      element.style.setProperty('--most', String(Math.max(2, ...layers)));
      setText(why, fromZeros ? ofZeros(layout, locale) : '');
    },
    // Nothing of the compared runs is shown elsewhere yet.
    curves: svg('g'),
    legend: html('div'),
    renderCurves() {},
    renderColumns() {},
    fail() {
      element.classList.remove('pending');
      element.removeAttribute('aria-busy');
      element.replaceChildren(missing(locale));
    },
  };
}

/** Which file is to lie beside the script. @param {Locale} locale */
export function missing({ words }) {
  return html('p', { class: 'error', role: 'alert' }, words.missing(VIEWS_FILE));
}
