/**
 * Editing of the data, on the boundary: loaded when it is asked for.
 *
 * @import { FullLocale, Intents } from '../../types.js'
 * @import { Plane } from '../../draw/plane.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 * @import { Reading, Row } from './reader.js'
 */
import { isCloud } from '../../figure/attributes/applies.js';
import { dataOf } from '../../figure/snapshot/examples.js';
import { readPoints, writePoints } from './reader.js';
import { surfaceView } from './surface.js';
import { toolsView } from './tools.js';

/** The largest file that is read; a thousand points take 60 kB. */
const MAX_FILE_KB = 1000;

/** Reasons that are told, of rows that were skipped; labels that are named, where there are too many. */
const MAX_REASONS = 3;

/**
 * @typedef {{ data: string, points: string | null, noise: string | null, seed?: string }} Written  `seed`: of a cloud
 * @typedef {{ points: readonly Row[], written: Written }} Entry
 */

/**
 * Lays the points over a plot, to be edited, and tools below it.
 *
 * @param {FullLocale} locale
 * @param {object} host
 * @param {HTMLElement} host.view  around the plot; files may be dropped on all of the figure
 * @param {HTMLElement} host.plot
 * @param {number} host.limit  the most points there can be
 * @param {Intents['set']} host.set
 * @param {() => void} host.close  when the reader is done
 */
export function editPoints(locale, { view, plot, limit, set, close }) {
  const { brief, whole } = locale;
  const words = locale.words.editor;
  /** Of new points. */
  let label = 1;
  /** @type {readonly Row[]} */
  let points = [];
  /** The same as the attributes write them, but while there are none. @type {Written} */
  let written = own([]);
  /** Those of the figure that were taken last. @type {Snapshot['points'] | undefined} */
  let taken;
  /** That of the figure. */
  let seed = '';
  /** Which of them are held out. @type {Set<number>} */
  let heldOut = new Set();
  /** @type {Plane} */
  let plane;
  /** Before each change. @type {Entry[]} */
  const before = [];

  const placeOf = (/** @type {readonly number[]} */ [x1, x2]) => words.at(brief(x1), brief(x2));
  const replaced = (/** @type {number} */ index, /** @type {Row} */ row) =>
    points.map((point, i) => (i === index ? row : point));

  const surface = surfaceView(locale, {
    add(place, other) {
      if (points.length >= limit) {
        tools.say(words.full(whole(limit)));
        return false;
      }
      const value = other ? 1 - label : label;
      change([...points, [...place, value]], words.added(placeOf(place), value));
      return true;
    },
    move: (index, place) => change(replaced(index, [...place, points[index][2]]), words.moved(placeOf(place))),
    flip(index) {
      const [x1, x2, value] = points[index];
      change(replaced(index, [x1, x2, 1 - value]), words.flipped(placeOf([x1, x2]), 1 - value));
    },
    remove(index, twice) {
      // Taken back, it has the label that it had before the first click.
      const entry = twice ? before.pop() : undefined;
      const rest = points.filter((_, i) => i !== index);
      change(rest, words.deleted(placeOf(points[index])), entry);
    },
    look: (place) => tools.say(place ? placeOf(place) : state()),
  });
  const tools = toolsView(words, {
    choose: (value) => (label = value),
    undo,
    clear: () => points.length && change([], ''),
    read,
    open,
    close: end,
  });

  /**
   * @param {readonly Row[]} next
   * @param {string} what  was done
   * @param {Entry} [entry]  to go back to
   */
  function change(next, what, entry = { points, written }) {
    before.push(entry);
    take(next, own(next), what);
  }

  function undo() {
    const entry = before.pop();
    if (entry) take(entry.points, entry.written, words.undone);
  }

  /** @param {readonly Row[]} next @param {Written} attributes  the same, written @param {string} what */
  function take(next, attributes, what) {
    points = next;
    show();
    tools.say([what, state()].filter(Boolean).join(' · '));
    if (points.length === 0) return;
    written = attributes;
    const { data, seed: drawnBy = seed, ...cloud } = written;
    set('data', data, drawnBy === seed ? cloud : { ...cloud, seed: drawnBy });
  }

  function state() {
    return points.length ? words.count(whole(points.length)) : words.empty;
  }

  function show() {
    surface.render(points, plane, heldOut);
    tools.show(writePoints(points), before.length > 0);
  }

  /** Takes what was pasted or dropped, or says why not. @param {string} text */
  function read(text) {
    const found = readPoints(text);
    const count = found.points.length;
    if (count > limit) tools.say(words.tooMany(whole(count), whole(limit)));
    else if (count) change(found.points, report(found, words.read(words.count(whole(count)))));
    else tools.say(report(found, words.unread));
  }

  /** @param {Reading} reading @param {string} what */
  function report({ labels, skipped }, what) {
    const [zero, one = ''] = labels;
    const some = (/** @type {string[]} */ all) => all.slice(0, MAX_REASONS);
    const reasons = some(skipped.map((skip) => words.reason({ ...skip, labels })));
    return [
      what,
      labels.length > 2
        ? words.manyLabels(whole(labels.length), some(labels))
        : labels.join() === '0,1' ? '' : words.named(zero, one), // prettier-ignore
      skipped.length ? `${words.skipped(whole(skipped.length))}: ${reasons.join('; ')}` : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** @param {File} file */
  async function open(file) {
    if (file.size > 1000 * MAX_FILE_KB) return tools.say(words.tooLarge(whole(MAX_FILE_KB)));
    // A folder, or a file that has gone, has no text.
    const text = await file.text().catch(() => '');
    if (!signal.aborted) read(text);
  }

  /** Keys that are used here neither turn a slide nor scroll the page. @param {KeyboardEvent} event */
  function key(event) {
    const isTyping = event.target === tools.field;
    if (!/^(Tab|F\d+)$/.test(event.key)) event.stopPropagation();
    if (event.type !== 'keydown') return;
    if (event.key === 'Escape') {
      if (!surface.cancel()) end();
    } else if (isUndo(event) && !isTyping) {
      event.preventDefault();
      undo();
    }
  }

  /**
   * Firefox fires the event at the document, wherever the focus is, and no `focusout` where what has the focus leaves the page.
   * @param {ClipboardEvent} event
   */
  function paste(event) {
    const focused = root.activeElement;
    if (focused === tools.field || !parts.some((part) => part.contains(focused))) return;
    read(event.clipboardData?.getData('text') ?? '');
  }

  /** @param {DragEvent} event */
  function drop(event) {
    if (event.target === tools.field) return;
    event.preventDefault();
    if (event.type !== 'drop' || !event.dataTransfer) return;
    const [file] = event.dataTransfer.files;
    if (file) open(file);
    else read(event.dataTransfer.getData('text'));
  }

  const listening = new AbortController();
  const { signal } = listening;
  const root = /** @type {ShadowRoot | Document} */ (view.getRootNode());
  const figure = view.closest('.figure') ?? view;
  const parts = [surface.element, tools.element];
  for (const part of parts) {
    for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) part.addEventListener(type, key);
    part.addEventListener('focusin', () => view.ownerDocument.addEventListener('paste', paste, { signal }));
    part.addEventListener('focusout', () => view.ownerDocument.removeEventListener('paste', paste));
  }
  for (const type of ['dragover', 'drop'])
    figure.addEventListener(type, (event) => drop(/** @type {DragEvent} */ (event)), { signal });

  const opener = root.activeElement;
  plot.append(surface.element);
  view.append(tools.element);

  function end() {
    surface.cancel();
    listening.abort();
    surface.element.remove();
    tools.element.remove();
    close();
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  }

  return {
    /**
     * Takes the points and the plane of the figure; while one is held, only points that were changed elsewhere. These can be
     * taken back as the reader's own changes can.
     * @param {Snapshot} snapshot
     * @param {Plane} scales
     */
    render(snapshot, scales) {
      if (taken === snapshot.points) return;
      const rows = dataOf(snapshot);
      const isOther = JSON.stringify(rows) !== JSON.stringify(points);
      if (surface.isHeld && !isOther) return;
      surface.cancel();
      if (taken && isOther) before.push({ points, written });
      taken = snapshot.points;
      plane = scales;
      heldOut = new Set(snapshot.heldOut.map(({ row }) => row));
      const { data, points: count, noise } = snapshot.config;
      seed = String(snapshot.config.seed);
      written =
        typeof data === 'string'
          ? { data, points: String(count), noise: String(noise), ...(isCloud({ data }) && { seed }) }
          : own(/** @type {Row[]} */ (data));
      points = rows;
      if (isOther) tools.say(state());
      show();
    },
    focus() {
      plot.scrollIntoView({ block: 'nearest' });
      surface.focus();
    },
  };
}

/** With Caps Lock the letter is a capital; Shift asks for the contrary. @param {KeyboardEvent} event */
function isUndo({ key, ctrlKey, metaKey, shiftKey }) {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey;
}

/** Own points, without the settings of a cloud. @param {readonly Row[]} points @returns {Written} */
function own(points) {
  return { data: JSON.stringify(points), points: null, noise: null };
}
