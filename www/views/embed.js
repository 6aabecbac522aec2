/**
 * A dialog that hands out what is on screen, to be put into another page: as the tag, as an iframe, as a link.
 *
 * @import { Config, Locale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setText } from '../draw/dom.js';
import { written } from '../figure/attributes.js';
import { home, script } from '../source.js';
import { OPTIONS } from '../wasm.js';
import { segmented } from './fields.js';

/** @param {Locale} locale */
export function embedView({ words }) {
  /** @type {Record<string, string>} */
  let texts = {};
  const text = html('textarea', { readonly: true, rows: 6, spellcheck: 'false', 'aria-label': words.embed });
  const forms = segmented(
    words.embed,
    [
      ['tag', words.tag],
      ['frame', words.frame],
      ['link', words.link],
    ],
    show,
  );
  const copied = html('output', { class: 'copied' });
  const element = html(
    'dialog',
    // Keys that are meant for the dialog neither turn a slide nor scroll the page.
    { class: 'embed', part: 'embed', 'aria-label': words.embedHint, keydown: keep, keypress: keep, keyup: keep },
    html('header', {}, html('b', {}, words.embedHint), forms.element),
    text,
    html(
      'div',
      { class: 'row' },
      html('button', { type: 'button', class: 'main', click: copy }, words.copy),
      html('button', { type: 'button', click: () => element.close() }, words.close),
      copied,
    ),
  );

  /** @param {string} form */
  function show(form) {
    forms.show(form);
    text.value = texts[form];
    setText(copied, '');
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
    async open({ config, moment }) {
      const offer = (/** @type {Files} */ files) => {
        texts = formsOf({ ...config, at: moment }, words.figure, files);
        forms.element.hidden = !files.page;
        show('tag');
      };
      offer({ script: script(), page: '', host: '' });
      element.showModal();
      const beside = (/** @type {string} */ file) => home() && home() + file;
      const [own, page, host] = await Promise.all([
        ifThere(script(), 'javascript'),
        ifThere(beside('embed.html'), 'html'),
        ifThere(beside('embed-host.js'), 'javascript'),
      ]);
      offer({ script: own, page, host });
    },
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
 * The forms of these settings.
 * @param {Config} config
 * @param {string} title
 * @param {Files} files
 */
function formsOf(config, title, { script, page, host }) {
  // What goes with the initial weights goes with them.
  const initials = { biases: config.init.startsWith('glorot') || config.init.startsWith('he-') ? 'zero' : 'drawn' };
  const settings = OPTIONS.map(({ name, attribute, default: initial = /** @type {any} */ (initials)[name] }) => ({
    attribute,
    initial: String(initial ?? ''),
    value: written(config[name]),
  }))
    .filter(({ initial, value }) => value !== initial)
    .map(({ attribute, value }) => [attribute, value]);
  const link = page ? `${page}?${new URLSearchParams(settings)}` : location.href;
  const attributes = settings.map(([attribute, value]) => ` ${attribute}="${quoted(value)}"`).join('');
  return {
    tag: `${script && `<script type="module" src="${quoted(script)}"></script>\n`}<neural-figure${attributes}${config.at ? '' : ' autoplay'}><a href="${quoted(link)}">${title}</a></neural-figure>`,
    frame: `<iframe src="${quoted(link)}" title="${title}" width="100%" height="760" style="border: 0"></iframe>${host && `\n<script src="${quoted(host)}"></script>`}`,
    link,
  };
}

/** @param {string} value */
function quoted(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
