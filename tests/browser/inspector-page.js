/**
 * A page with an inspector and a session of its own, without the rest of a figure.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('../../www/types.js').Selection} Selection
 */
import { serve } from './figure.js';

const SCRIPT = `
  import { html } from '/draw/dom.js';
  import { makeLocale } from '/figure/locale.js';
  import { Session } from '/figure/session.js';
  import { addStyles, styles } from '/figure/styles.js';
  import { full, STYLES } from '/views/on-demand.js';
  import { inspectorView } from '/views/inspector.js';
  import { load } from '/wasm.js';

  addStyles(STYLES);
  const { Trainer } = await load();
  const host = document.querySelector('#host');
  host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styles(window)];
  const clock = { run: () => {}, rest: () => {}, now: () => 0 };

  window.inspect = (settings, selection) => {
    const lang = document.documentElement.lang;
    const session = new Session(Trainer, { seed: 42, ...settings }, () => view?.render(session.snapshot), clock, () => {});
    const view = inspectorView(full(makeLocale(lang)), { point: (example) => view.point(example) });
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const figure = html('div', { class: dark ? 'figure dark' : 'figure', lang }, html('div', { class: 'container' }, view.element));
    host.shadowRoot.replaceChildren(figure);
    view.render(session.snapshot);
    if (selection) view.choose(selection);
    window.session = session;
    window.view = view;
  };
`;

/**
 * Opens the page; afterwards \`inspect\` shows any selection of any network.
 * @param {Page} page
 * @param {string} [lang]
 */
export async function openInspector(page, lang = 'en') {
  await serve(
    page,
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Inspector</title>` +
      `<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">` +
      `<style>body { font: 16px/1.5 system-ui, sans-serif; margin: 16px; max-width: 28em }` +
      `@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }</style>` +
      `<main><h1>Inspector</h1><div id="host"></div></main><script type="module">${SCRIPT}</script>`,
  );
  await page.waitForFunction(() => 'inspect' in globalThis);
}

/**
 * @param {Page} page
 * @param {Record<string, unknown>} settings
 * @param {Selection | null} selection
 * @param {number} [epochs]
 */
export async function inspect(page, settings, selection, epochs = 0) {
  await page.evaluate(([settings, selection, epochs]) => {
    const { inspect } = /** @type {any} */ (globalThis);
    inspect(settings, selection);
    if (epochs) /** @type {any} */ (globalThis).session.step(epochs);
  }, /** @type {const} */ ([settings, selection, epochs]));
}

/** @param {Page} page @param {number} [epochs] */
export function step(page, epochs = 1) {
  return page.evaluate((epochs) => /** @type {any} */ (globalThis).session.step(epochs), epochs);
}
