/**
 * A row of buttons that save the figure as a file, each in a form of its own. What makes the files is loaded when the
 * first is asked for.
 *
 * @import { FullLocale } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { html, setText } from '../../draw/dom.js';

const FORMS = ['PNG', 'SVG', 'GIF', 'JSON', 'CSV'];

/**
 * @param {FullLocale} locale
 * @param {HTMLDialogElement} dialog  around it
 */
export function saveView(locale, dialog) {
  const { words } = locale;
  /** @type {Snapshot} */
  let shown;
  let kit = '';

  const buttons = html(
    'div',
    { class: 'group', role: 'group', 'aria-label': words.saveAs },
    html('span', { 'aria-hidden': 'true' }, words.saveAs),
    ...FORMS.map((form) => html('button', { type: 'button', click: () => save(form.toLowerCase()) }, form)),
  );
  const said = html('output');
  const element = html('div', { class: 'save', hidden: true }, buttons, said);

  /** @param {string} form */
  async function save(form) {
    setText(said, '');
    try {
      await (await take(kit)).save(form, shown, locale, { dialog, buttons, said });
    } catch (error) {
      setText(said, words.notMade(/** @type {Error} */ (error).message));
    }
  }

  return {
    element,
    /**
     * @param {Snapshot} snapshot
     * @param {string} address  of what makes the files; empty where there is none
     */
    offer(snapshot, address) {
      shown = snapshot;
      kit = address;
      element.hidden = !address;
      setText(said, '');
    },
  };
}

/**
 * What makes programs and files, once for all who ask.
 * @param {string} address
 * @returns {Promise<typeof import('../../export/index.js')>}
 */
export function take(address) {
  return import(/* @vite-ignore */ /* webpackIgnore: true */ address);
}
