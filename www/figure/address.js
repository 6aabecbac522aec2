/**
 * Keeps one figure and the query string of the page the same, so that an address is a run, `?activation=tanh&seed=42`,
 * and Back goes to the settings before. The query is anyone's text: it only ever becomes the value of an attribute whose
 * name is known.
 */
import { OPTIONS } from '../wasm.js';
import { MAX_ADDRESS } from './attributes.js';
import { initialOf } from './attributes/applies.js';

/** Milliseconds between two entries: browsers refuse a page that rewrites its address all the time. */
const WRITE_DELAY_MS = 300;

/** Those that a too long address leaves to the state of its history entry: Back and a reload find them, a link does not. */
const LONG_ATTRIBUTES = ['data', 'weights'];

/** Changes of one option that come within this time are one step for Back: milliseconds. */
const SAME_STEP_MS = 1000;

/** @typedef {Map<string, string | null>} Attributes  by name; null where there is none */

/** @param {HTMLElement & { seed?: number, moment?: number }} figure */
export function keepInAddress(figure) {
  const tag = attributesOf(figure);
  // What was changed last, and when. While a pointer is held down, as on a slider, all changes are one step.
  let last = { changed: '', time: 0 };
  let isHeld = false;

  function read() {
    for (const [attribute, value] of inAddress(tag)) {
      if (value === null) figure.removeAttribute(attribute);
      else if (value !== figure.getAttribute(attribute)) figure.setAttribute(attribute, value);
    }
    last = { changed: '', time: 0 };
  }

  function write() {
    const attributes = attributesOf(figure);
    // A seed that the figure drew is part of its run, though no attribute.
    if (attributes.get('seed') === null && figure.seed !== undefined) attributes.set('seed', String(figure.seed));
    // An attribute of the tag that was removed is written as its default: left out, it would be read as the tag has it.
    const [data, init] = ['data', 'init'].map((name) => (attributes.get(name) ?? '').trim().toLowerCase());
    for (const { name, attribute } of OPTIONS) {
      const initial = initialOf(name, { data, init });
      if (attributes.get(attribute) === null && tag.get(attribute) && initial !== undefined) {
        attributes.set(attribute, String(initial));
      }
    }
    // The epoch at which it rests, not the one at which it opened.
    attributes.set('at', figure.moment ? String(figure.moment) : tag.get('at') ? '0' : null);
    const said = inAddress(tag);
    const changed = [...attributes].filter(([name, value]) => value !== said.get(name)).map(([name]) => name);
    if (changed.length === 0) return;
    const now = performance.now();
    const step = { changed: changed.filter((name) => name !== 'at').join(), time: now };
    // Each change to or from own points is a step of its own.
    const isGesture = changed.includes('data') && [attributes, said].some((all) => all.get('data')?.startsWith('['));
    const isSameStep = !isGesture && step.changed === last.changed && (isHeld || now - last.time < SAME_STEP_MS);
    // Neither the epoch nor a seed that was drawn at the start is a step of the reader's; within an iframe, Back is the host's.
    const isQuiet =
      !step.changed || isSameStep || parent !== window || (step.changed === 'seed' && said.get('seed') === null);
    if (step.changed) last = step;
    let address = addressOf(attributes);
    const kept = address.href.length > MAX_ADDRESS ? LONG_ATTRIBUTES.map((name) => [name, attributes.get(name)]) : [];
    if (kept.length) address = addressOf(new Map([...attributes].filter(([name]) => !LONG_ATTRIBUTES.includes(name))));
    const state = { ...history.state, kept: Object.fromEntries(kept) };
    try {
      history[isQuiet ? 'replaceState' : 'pushState'](state, '', address);
    } catch {
      // A page without an address of its own, as in srcdoc, keeps none.
    }
  }

  const autoplay = new URLSearchParams(location.search).get('autoplay');
  if (autoplay !== null) figure.toggleAttribute('autoplay', !/^(false|off|no|0)$/i.test(autoplay));
  read();
  addEventListener('popstate', read);
  addEventListener('pointerdown', () => (isHeld = true), true);
  for (const type of ['pointerup', 'pointercancel']) {
    addEventListener(
      type,
      () => {
        // What was changed last belongs to the same drag.
        if (timer) writeNow();
        isHeld = false;
      },
      true,
    );
  }

  let timer = 0;
  function writeSoon() {
    timer ||= setTimeout(writeNow, WRITE_DELAY_MS);
  }
  function writeNow() {
    clearTimeout(timer);
    timer = 0;
    write();
  }
  new MutationObserver(writeSoon).observe(figure, { attributeFilter: [...tag.keys()] });
  // A run may come to rest by any of these.
  for (const type of ['figure-ready', 'figure-progress', 'click', 'keyup']) figure.addEventListener(type, writeSoon);
}

/** @param {Element} figure @returns {Attributes} */
function attributesOf(figure) {
  return new Map(OPTIONS.map(({ attribute }) => [attribute, figure.getAttribute(attribute)]));
}

/** What the address does not say is as the tag was written. @param {Attributes} tag @returns {Attributes} */
function inAddress(tag) {
  const given = new URLSearchParams(location.search);
  return new Map(
    OPTIONS.map(({ attribute, name }) => [
      attribute,
      given.get(attribute) ?? given.get(name) ?? history.state?.kept?.[attribute] ?? tag.get(attribute) ?? null,
    ]),
  );
}

/** The page's address with these attributes; other entries of the query stay as they are. @param {Attributes} attributes */
function addressOf(attributes) {
  const address = new URL(location.href);
  for (const { attribute, name } of OPTIONS) {
    const value = attributes.get(attribute) ?? null;
    address.searchParams.delete(name);
    if (value === null) address.searchParams.delete(attribute);
    else address.searchParams.set(attribute, value);
  }
  return address;
}
