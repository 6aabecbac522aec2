/**
 * Keeps one figure and the query string of the page the same, so that an address is a run, `?activation=tanh&seed=42`,
 * and Back goes to the settings before. The query is anyone's text: it only ever becomes the value of an attribute whose
 * name is known.
 */
import { OPTIONS } from '../wasm.js';

/** Milliseconds between two entries: browsers refuse a page that rewrites its address all the time. */
const PAUSE = 300;

/** @param {Element} figure */
export function keepInAddress(figure) {
  const written = new Map(OPTIONS.map(({ attribute }) => [attribute, figure.getAttribute(attribute)]));
  read(figure, written);
  addEventListener('popstate', () => read(figure, written));

  let timer = 0;
  new MutationObserver(() => {
    timer ||= setTimeout(() => {
      timer = 0;
      write(figure, !written.get('seed'));
    }, PAUSE);
  }).observe(figure, { attributeFilter: [...written.keys()] });
}

/** What the address does not say is as the tag was written. @param {Element} figure @param {Map<string, string | null>} written */
function read(figure, written) {
  const given = new URLSearchParams(location.search);
  for (const { attribute, name } of OPTIONS) {
    const value = given.get(attribute) ?? given.get(name) ?? written.get(attribute) ?? null;
    if (value === null) figure.removeAttribute(attribute);
    else if (value !== figure.getAttribute(attribute)) figure.setAttribute(attribute, value);
  }
}

/** Other entries of the query stay as they are. @param {Element} figure @param {boolean} draws  whether the tag has no seed */
function write(figure, draws) {
  const address = new URL(location.href);
  const { searchParams } = address;
  const drawn = draws && !searchParams.has('seed');
  for (const { attribute, name } of OPTIONS) {
    const value = figure.getAttribute(attribute);
    searchParams.delete(name);
    if (value === null) searchParams.delete(attribute);
    else searchParams.set(attribute, value);
  }
  if (address.href === location.href) return;
  // Within a frame, Back is the host's; and a seed that was drawn is no step of the reader's.
  const within = parent !== window || drawn;
  try {
    history[within ? 'replaceState' : 'pushState'](history.state, '', address);
  } catch {
    // A page without an address of its own, as in srcdoc, keeps none.
  }
}
