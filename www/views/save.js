/**
 * A row of buttons that save the figure as a file, each in a form of its own. What makes the files is loaded when the
 * first is asked for.
 *
 * @import { Locale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setText } from '../draw/dom.js';

const FORMS = ['png', 'svg', 'gif', 'json', 'csv'];

/** Milliseconds after which a file that was handed to the browser need not be kept. */
const KEEP_MS = 60_000;

/**
 * @param {Locale} locale
 * @param {HTMLElement} dialog  around it, whose colours the pictures have
 */
export function saveView(locale, dialog) {
  const { words } = locale;
  /** @type {Snapshot | undefined} */
  let shown;
  let kit = '';
  /** @type {AbortController | undefined} */
  let job;

  const label = html('span', { 'aria-hidden': 'true' }, words.saveAs);
  const buttons = FORMS.map((form) => html('button', { type: 'button', click: () => save(form) }, form.toUpperCase()));
  const group = html('div', { class: 'group', role: 'group', 'aria-label': words.saveAs }, label, ...buttons);
  const bar = html('progress', { 'aria-label': words.making });
  const cancel = html('button', { type: 'button', click: () => job?.abort() }, words.cancel);
  const working = html('div', { class: 'row', hidden: true }, html('span', {}, words.making), bar, cancel);
  const said = html('output');
  const element = html('div', { class: 'save', hidden: true }, group, working, said);
  dialog.addEventListener('close', () => job?.abort());

  /** @param {string} form */
  async function save(form) {
    if (!shown || job) return;
    const { signal } = (job = new AbortController());
    setText(said, '');
    if (form === 'gif') work(true);
    try {
      const { fileOf } = await take(kit);
      const progress = (/** @type {number} */ share) => (bar.value = share);
      const { name, content } = await fileOf(form, shown, locale, dialog, { signal, progress });
      download(name, content);
      setText(said, words.saved(name));
    } catch (error) {
      if (!signal.aborted) setText(said, words.notMade(/** @type {Error} */ (error).message));
    } finally {
      job = undefined;
      if (form === 'gif') work(false);
    }
  }

  /** Shows how far a GIF is, in place of the buttons. The focus goes along. @param {boolean} on */
  function work(on) {
    bar.value = 0;
    group.hidden = on;
    working.hidden = !on;
    (on ? cancel : buttons[FORMS.indexOf('gif')]).focus();
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
 * @returns {Promise<typeof import('../export/index.js')>}
 */
export function take(address) {
  return import(/* @vite-ignore */ /* webpackIgnore: true */ address);
}

/** @param {string} name @param {Blob} content */
function download(name, content) {
  const href = URL.createObjectURL(content);
  html('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEEP_MS);
}
