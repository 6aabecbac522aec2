/**
 * A dialog that hands out what is on screen: to another page as the tag, an iframe or a link, to a notebook as a program,
 * and as a file.
 *
 * @import { Config, FullLocale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setText } from '../draw/dom.js';
import { MAX_ADDRESS, written } from '../figure/attributes.js';
import { initialOf } from '../figure/attributes/applies.js';
import { OPTIONS } from '../wasm.js';
import { saveView, take } from './embed-dialog/save.js';
import { segmented } from './fields.js';

/**
 * Where the script and the files beside it are: see source.js.
 * @typedef {Record<'script' | 'home' | 'exporter', () => string>} Places
 */

/**
 * @param {FullLocale} locale
 * @param {Places} places
 */
export function embedDialog(locale, { script, home, exporter }) {
  const { words } = locale;
  /** What is handed out, by its form; of a program the promise of it, from when it is asked for. @type {Texts} */
  let texts = {};
  let chosen = 'tag';
  /** What the dialog was opened for last. @type {Snapshot | undefined} */
  let shown;
  const text = html('textarea', { readonly: true, rows: 6, spellcheck: 'false', 'aria-label': words.embed });
  const forms = segmented(
    words.embed,
    [
      ['tag', words.tag],
      ['frame', words.frame],
      ['link', words.link],
      ['numpy', 'NumPy'],
      ['pytorch', 'PyTorch'],
    ],
    show,
  );
  const tooLong = html('p', { hidden: true }, words.tooLong);
  const copied = html('output');
  /** @type {HTMLDialogElement} */
  const element = html(
    'dialog',
    // Keys that are meant for the dialog neither turn a slide nor scroll the page.
    { part: 'embed', 'aria-label': words.embedHint, keydown: keep, keypress: keep, keyup: keep },
    html('header', {}, html('b', {}, words.embedHint), forms.element),
    text,
    tooLong,
    html(
      'div',
      { class: 'row' },
      html('button', { type: 'button', class: 'main', click: copy }, words.copy),
      html('button', { type: 'button', click: () => element.close() }, words.close),
      copied,
    ),
  );
  const save = saveView(locale, element);
  element.append(save.element);

  /** @param {string} form */
  async function show(form) {
    chosen = form;
    forms.show(form);
    setText(copied, '');
    text.value = '';
    // The lines of a program are its own.
    text.wrap = form === 'numpy' || form === 'pytorch' ? 'off' : 'soft';
    const found = await texts[form]().catch((error) => words.notMade(error.message));
    if (chosen === form) text.value = found;
  }

  /** The choices are those that there is something for. @param {Texts} offered */
  function offer(offered) {
    texts = offered;
    for (const input of forms.element.querySelectorAll('input')) {
      /** @type {HTMLElement} */ (input.parentElement).hidden = !(input.value in texts);
    }
    show(chosen in texts ? chosen : 'tag');
  }

  async function copy() {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      // A page that may not use the clipboard: the old way, and if that is refused too the text is selected.
      if (!document.execCommand('copy')) return;
    }
    setText(copied, words.copied);
  }

  return {
    element,
    /**
     * Hands out only what leads somewhere: the files are asked for.
     * @param {Snapshot} snapshot
     */
    async open(snapshot) {
      shown = snapshot;
      const config = { ...snapshot.config, at: snapshot.moment };
      const forms = (/** @type {Files} */ files) => formsOf(config, words.figure, files);
      chosen = 'tag';
      save.offer(snapshot, '');
      tooLong.hidden = true;
      offer(forms({ script: script(), page: '', host: '' }));
      element.showModal();
      const beside = (/** @type {string} */ file) => home() && home() + file;
      const [own, page, host, kit] = await Promise.all([
        ifThere(script(), 'javascript'),
        ifThere(beside('embed.html'), 'html'),
        ifThere(beside('embed-host.js'), 'javascript'),
        // From a disk no page can import a module.
        /^https?:/.test(exporter()) ? ifThere(exporter(), 'javascript') : '',
      ]);
      if (shown !== snapshot) return;
      save.offer(snapshot, kit);
      const found = forms({ script: own, page, host });
      tooLong.hidden = !page || 'link' in found;
      offer({ ...found, ...(kit && programsOf(snapshot, kit, locale)) });
    },
  };
}

/** @typedef {Record<string, () => Promise<string>>} Texts */

/**
 * @param {Snapshot} snapshot
 * @param {string} kit  the address of what makes them
 * @param {FullLocale} locale
 * @returns {Texts}
 */
function programsOf(snapshot, kit, locale) {
  const programs = async () => (await take(kit)).programs(snapshot, locale);
  return {
    numpy: async () => (await programs()).numpy,
    pytorch: async () => (await programs()).pytorch,
  };
}

/**
 * Addresses, each empty where there is none: of the script, of the page for iframes, of the script around an iframe.
 * @typedef {{ script: string, page: string, host: string }} Files
 */

/** @param {Event} event */
function keep(event) {
  event.stopPropagation();
}

/**
 * An address if the file is there, or else nothing. A disk cannot be asked: its files are taken to be there.
 * @param {string} address
 * @param {'html' | 'javascript'} type
 */
async function ifThere(address, type) {
  if (!/^https?:/.test(address)) return address;
  try {
    const answer = await fetch(address, { method: type === 'html' ? 'GET' : 'HEAD' });
    const found = answer.ok && answer.headers.get('content-type')?.includes(type);
    // Some servers answer every address with a page of their own.
    return found && (type !== 'html' || (await answer.text()).includes('<neural-figure')) ? address : '';
  } catch {
    return '';
  }
}

/**
 * The forms of these settings: without a page for iframes, or where servers refuse its address, the tag alone.
 * @param {Config} config
 * @param {string} title
 * @param {Files} files
 * @returns {Texts}
 */
function formsOf(config, title, { script, page, host }) {
  const settings = OPTIONS.map(({ name, attribute }) => ({
    attribute,
    initial: String(initialOf(name, config) ?? ''),
    value: written(config[name]),
  }))
    .filter(({ initial, value }) => value !== initial)
    .map(({ attribute, value }) => [attribute, value]);
  const address = `${page}?${new URLSearchParams(settings)}`;
  const leads = page && address.length <= MAX_ADDRESS;
  const link = leads ? address : location.href;
  const attributes = settings.map(([attribute, value]) => ` ${attribute}="${quoted(value)}"`).join('');
  const texts = {
    tag: `${script && `<script type="module" src="${quoted(script)}"></script>\n`}<neural-figure${attributes}${config.at ? '' : ' autoplay'}><a href="${quoted(link)}">${title}</a></neural-figure>`,
    frame: `<iframe src="${quoted(link)}" title="${title}" width="100%" height="760" style="border: 0"></iframe>${host && `\n<script src="${quoted(host)}"></script>`}`,
    link,
  };
  const offered = Object.entries(texts).filter(([form]) => leads || form === 'tag');
  return Object.fromEntries(offered.map(([form, text]) => [form, async () => text]));
}

/** @param {string} value */
function quoted(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
