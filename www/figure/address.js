/**
 * Keeps one figure and the query string of the page the same, so that an address is a run, `?activation=tanh&seed=42`,
 * and Back goes to the settings before. The query is anyone's text: it only ever becomes the value of an attribute whose
 * name is known.
 */
import { OPTIONS } from '../wasm.js';

/** Milliseconds between two entries: browsers refuse a page that rewrites its address all the time. */
const PAUSE = 300;

/** @typedef {Map<string, string | null>} Settings  by attribute; null where there is none */

/** @param {Element} figure */
export function keepInAddress(figure) {
  const tag = settingsOf(figure);
  const read = () => {
    for (const [attribute, value] of inAddress(tag)) {
      if (value === null) figure.removeAttribute(attribute);
      else if (value !== figure.getAttribute(attribute)) figure.setAttribute(attribute, value);
    }
  };
  read();
  addEventListener('popstate', read);

  let timer = 0;
  new MutationObserver(() => {
    timer ||= setTimeout(() => {
      timer = 0;
      write(settingsOf(figure), tag);
    }, PAUSE);
  }).observe(figure, { attributeFilter: [...tag.keys()] });
}

/** @param {Element} figure @returns {Settings} */
function settingsOf(figure) {
  return new Map(OPTIONS.map(({ attribute }) => [attribute, figure.getAttribute(attribute)]));
}

/** What the address does not say is as the tag was written. @param {Settings} tag @returns {Settings} */
function inAddress(tag) {
  const given = new URLSearchParams(location.search);
  return new Map(
    OPTIONS.map(({ attribute, name }) => [
      attribute,
      given.get(attribute) ?? given.get(name) ?? tag.get(attribute) ?? null,
    ]),
  );
}

/** Other entries of the query stay as they are. @param {Settings} settings @param {Settings} tag */
function write(settings, tag) {
  const said = inAddress(tag);
  const changed = [...settings]
    .filter(([attribute, value]) => value !== said.get(attribute))
    .map(([attribute]) => attribute);
  if (changed.length === 0) return;
  const address = new URL(location.href);
  for (const { attribute, name } of OPTIONS) {
    const value = settings.get(attribute) ?? null;
    address.searchParams.delete(name);
    if (value === null) address.searchParams.delete(attribute);
    else address.searchParams.set(attribute, value);
  }
  // Within a frame, Back is the host's; and a seed that was drawn at the start is no step of the reader's.
  const quiet = parent !== window || (changed.join() === 'seed' && said.get('seed') === null);
  try {
    history[quiet ? 'replaceState' : 'pushState'](history.state, '', address);
  } catch {
    // A page without an address of its own, as in srcdoc, keeps none.
  }
}
