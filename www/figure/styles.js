/**
 * The look. A constructed style sheet, which a strict `style-src` lets pass, shared by all figures. Sizes are in em,
 * never rem: the figure follows the text around it, not the root of a page that it does not know.
 *
 * Custom properties that a page may set: --nf-zero, --nf-one (ink of the classes), --nf-zero-fill, --nf-one-fill (tints
 * and points), --nf-gap, --nf-max-width. Everything else is mixed from the colour of the text.
 */
import boundary from './styles/boundary.js';
import controls from './styles/controls.js';
import figure from './styles/figure.js';
import media from './styles/media.js';
import table from './styles/table.js';
import views from './styles/views.js';

/** Of all that has been loaded. */
let css = figure + views + table + controls + media + boundary;

/** @type {WeakMap<Window, CSSStyleSheet>} */
const sheets = new WeakMap();
/** @type {Set<WeakRef<CSSStyleSheet>>} */
const made = new Set();

/** The sheet of a window: no document takes that of another. @param {Window & typeof globalThis} window */
export function styles(window) {
  let sheet = sheets.get(window);
  if (!sheet) {
    sheets.set(window, (sheet = new window.CSSStyleSheet()));
    made.add(new WeakRef(sheet));
    // jsdom has none.
    sheet.replaceSync?.(css);
  }
  return sheet;
}

/** The look of what was loaded on demand, for all windows. @param {string} more */
export function addStyles(more) {
  css += more;
  for (const sheet of made) sheet.deref()?.replaceSync?.(css);
}
