/**
 * Makes a file and gives it to the browser to save. A GIF takes a while: how far it is stands in place of the buttons.
 *
 * @import { FullLocale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setText } from '../draw/dom.js';
import { contentOf } from './content.js';
import { fileName } from './data.js';
import { wordsOf } from './words.js';

/** Milliseconds after which a file that was handed to the browser need not be kept. */
const KEEP_MS = 60_000;

/**
 * @typedef {object} Place
 * @property {HTMLDialogElement} dialog  around the buttons, whose colours the pictures have
 * @property {HTMLElement} buttons
 * @property {HTMLElement} said  is told the name of the file
 */

/**
 * @param {string} form  png, svg, gif, json or csv
 * @param {Snapshot} snapshot
 * @param {FullLocale} locale
 * @param {Place} place
 */
export async function save(form, snapshot, locale, { dialog, buttons, said }) {
  const words = wordsOf(locale.lang);
  const job = new AbortController();
  const bar = html('progress', { 'aria-label': words.making, value: 0 });
  const cancel = html('button', { type: 'button', click: () => job.abort() }, words.cancel);
  const working = html('div', { class: 'row' }, html('span', { 'aria-hidden': 'true' }, words.making), bar, cancel);
  const focused = /** @type {ShadowRoot} */ (dialog.getRootNode()).activeElement;
  const isLong = form === 'gif';
  if (isLong) {
    dialog.addEventListener('close', () => job.abort(), { signal: job.signal });
    buttons.after(working);
    buttons.hidden = true;
    cancel.focus();
  }
  try {
    const progress = (/** @type {number} */ share) => {
      bar.value = share;
      // A figure that has left the page offers no way to cancel.
      if (!bar.isConnected) job.abort();
    };
    const content = await contentOf(form, snapshot, locale, dialog, { signal: job.signal, progress });
    const isWhole = form === 'gif' || form === 'csv';
    const name = fileName(isWhole ? { config: snapshot.config } : snapshot, form);
    download(name, content);
    setText(said, words.saved(name));
  } catch (error) {
    if (!job.signal.aborted) throw error;
  } finally {
    if (isLong) {
      buttons.hidden = false;
      working.remove();
      /** @type {HTMLElement | null} */ (focused)?.focus();
    }
    job.abort();
  }
}

/** @param {string} name @param {Blob} content */
function download(name, content) {
  const href = URL.createObjectURL(content);
  html('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEEP_MS);
}
