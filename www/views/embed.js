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
    { class: 'embed', part: 'embed', 'aria-label': words.embedHint, keydown: (event) => event.stopPropagation() },
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
     * Hands out only what leads somewhere: the files beside the script are asked for.
     * @param {Snapshot} snapshot
     */
    async open({ config }) {
      const offer = (/** @type {boolean} */ hasPage) => {
        texts = formsOf(config, words.figure, hasPage);
        forms.element.hidden = !hasPage;
        show('tag');
      };
      offer(false);
      element.showModal();
      if (await isThere(page())) offer(true);
    },
  };
}

/** The page for iframes, beside the script. */
function page() {
  return home() ? `${home()}embed.html` : '';
}

/** Whether something answers at an address; on a disk, which cannot be asked, it is taken to be there. @param {string} address */
async function isThere(address) {
  if (!/^https?:/.test(address)) return address.startsWith('file:');
  try {
    return (await fetch(address, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}

/**
 * The forms of these settings.
 * @param {Config} config
 * @param {string} title
 * @param {boolean} hasPage  whether there is a page for iframes
 */
function formsOf(config, title, hasPage) {
  // What goes with the initial weights goes with them.
  const initials = { biases: config.init.startsWith('glorot') || config.init.startsWith('he-') ? 'zero' : 'drawn' };
  const settings = OPTIONS.map(({ name, attribute, default: initial = /** @type {any} */ (initials)[name] }) => ({
    attribute,
    initial: String(initial ?? ''),
    value: written(config[name]),
  }))
    .filter(({ initial, value }) => value !== initial)
    .map(({ attribute, value }) => [attribute, value]);
  const link = hasPage ? `${page()}?${new URLSearchParams(settings)}` : location.href;
  const attributes = settings.map(([attribute, value]) => ` ${attribute}="${quoted(value)}"`).join('');
  return {
    tag: `<script type="module" src="${quoted(script())}"></script>
<neural-figure${attributes} autoplay><a href="${quoted(link)}">${title}</a></neural-figure>`,
    frame: `<iframe src="${quoted(link)}" title="${title}" width="100%" height="760" style="border: 0"></iframe>
<script src="${home()}embed-host.js"></script>`,
    link,
  };
}

/** @param {string} value */
function quoted(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
