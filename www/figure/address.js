/**
 * Keeps one figure and the query string of the page the same, so that an address is a run: `?activation=tanh&seed=42`.
 * The query is anyone's text: it only ever becomes the value of an attribute whose name is known.
 */
import { OPTIONS } from '../wasm.js';

/** Milliseconds between two entries: browsers refuse a page that rewrites its address all the time. */
const PAUSE = 300;

/** @param {Element} figure */
export function keepInAddress(figure) {
  const given = new URLSearchParams(location.search);
  for (const { attribute, name } of OPTIONS) {
    const value = given.get(attribute) ?? given.get(name);
    if (value !== null) figure.setAttribute(attribute, value);
  }

  let timer = 0;
  new MutationObserver(() => {
    timer ||= setTimeout(() => {
      timer = 0;
      write(figure);
    }, PAUSE);
  }).observe(figure, { attributeFilter: OPTIONS.map(({ attribute }) => attribute) });
}

/** Other entries of the query stay as they are. @param {Element} figure */
function write(figure) {
  const address = new URL(location.href);
  for (const { attribute, name } of OPTIONS) {
    const value = figure.getAttribute(attribute);
    address.searchParams.delete(name);
    if (value === null) address.searchParams.delete(attribute);
    else address.searchParams.set(attribute, value);
  }
  history.replaceState(history.state, '', address);
}
