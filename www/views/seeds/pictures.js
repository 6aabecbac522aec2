/**
 * A small picture of the boundary of each start, on one canvas, under a button each: the arrow keys go from one to the next,
 * and what is pressed becomes the run of the figure.
 *
 * @import { FullLocale } from '../../types.js'
 * @import { Starts } from '../../figure/session/starts.js'
 * @import { Group } from './groups.js'
 */
import { html, setAttr, setText } from '../../draw/dom.js';
import { draw } from '../../figure/clock.js';
import { consume, hasModifier, ownKeys } from '../gestures.js';
import { staysOnPlateau } from './groups.js';

/** Pixels of the style that a picture takes, with its frame. */
const MIN_CELL_PX = 24;
const MAX_CELL_PX = 40;

/** How much higher than wide all of them are, where there is room. */
const ASPECT = 1.3;

/** Pixels of the style between two pictures, half on either side. */
const INSET_PX = 2;

/** Pixels a side that the core paints. */
const MIN_PAINTED = 16;
const MAX_PAINTED = 64;

/** Pictures side by side where they are painted, before they are put in order. */
const STORE_COLUMNS = 32;

/** Milliseconds of painting in a frame: at least one picture. */
const MAX_PAINTING_MS = 2;

/**
 * @param {FullLocale} locale
 * @param {(seed: number) => void} choose
 */
export function picturesView(locale, choose) {
  const words = locale.words.seeds;
  const canvas = html('canvas', { 'aria-hidden': 'true' });
  const context = canvas.getContext('2d');
  /** The pictures by seed. */
  const store = html('canvas');
  const painting = store.getContext('2d', { willReadFrequently: true });
  const grid = html('div', { class: 'pictures', role: 'group', 'aria-label': words.pictures, ...ownKeys, keydown: key }, canvas); // prettier-ignore
  const reading = html('p', { class: 'reading', 'aria-hidden': 'true' });
  const element = html('div', {}, grid, reading);
  for (const type of ['pointerleave', 'focusout']) grid.addEventListener(type, () => (read(), draw(arrange)));
  grid.addEventListener('pointerover', ({ target }) => read(cells.indexOf(/** @type {any} */ (target))));
  grid.addEventListener('focusin', ({ target }) => (tabTo(cells.indexOf(/** @type {any} */ (target))), read(at)));

  /** @type {HTMLButtonElement[]} */
  const cells = [];
  /** The place of the start that each cell shows. @type {number[]} */
  let order = [];
  /** The epoch at which each picture was painted. @type {number[]} */
  let painted = [];
  /** @type {Starts | undefined} */
  let starts;
  /** Those that are shown are of these settings. @type {Starts['config']} */
  let config = null;
  /** @type {Group[]} */
  let groups = [];
  let seeds = { first: 0, present: 0 };
  let isBySeed = false;
  /** The cell that the tab key goes to. */
  let at = 0;
  let columns = 1;
  /** Of the grid, in pixels of the style, when the columns were chosen. */
  let width = 0;
  /** Pixels of the canvas that a cell and what is painted in it have a side. */
  let cell = MIN_CELL_PX;
  let size = MIN_PAINTED;
  /** Where painting goes on. */
  let next = 0;
  let colours = new Uint32Array(256);

  // It is as wide as the grid, whose height follows from the width: to observe that would ask for another observation.
  new ResizeObserver(() => grid.clientWidth === width || fit()).observe(reading);

  /** As many cells as there are starts. @param {number} count */
  function prepare(count) {
    if (cells.length === count) return;
    while (cells.length > count) cells.pop()?.remove();
    while (cells.length < count) {
      const button = html('button', { type: 'button', tabindex: -1, click: () => press(button), ...ownKeys });
      cells.push(button);
    }
    order = cells.map((_, i) => i);
    grid.append(...cells);
    tabTo(0);
    fit();
  }

  /** Chooses the columns, and begins to paint anew. */
  function fit() {
    width = grid.clientWidth;
    const ratio = globalThis.devicePixelRatio || 1;
    const most = Math.max(1, Math.floor(width / MIN_CELL_PX));
    columns = Math.min(most, Math.max(Math.ceil(width / MAX_CELL_PX), Math.ceil(Math.sqrt(cells.length / ASPECT))));
    grid.style.setProperty('--columns', String(columns));
    cell = Math.max(MIN_PAINTED, Math.round((width / columns) * ratio));
    size = Math.min(MAX_PAINTED, Math.max(MIN_PAINTED, cell - 2 * Math.round(INSET_PX * ratio)));
    canvas.width = columns * cell;
    canvas.height = Math.ceil(cells.length / columns) * cell;
    store.width = Math.min(cells.length, STORE_COLUMNS) * size;
    store.height = Math.ceil(cells.length / STORE_COLUMNS) * size;
    painted = [];
    draw(paint);
  }

  /**
   * @param {Starts} current
   * @param {Group[]} found
   * @param {{ first: number, present: number }} of  the seeds of the first start and of the run at hand
   */
  function render(current, found, of) {
    const isOther = config !== current.config;
    const isSame = groups === found && seeds.first === of.first && seeds.present === of.present;
    starts = current;
    config = current.config;
    groups = found;
    seeds = of;
    if (isOther || !current.runs.length) {
      painted = [];
      context?.clearRect(0, 0, canvas.width, canvas.height);
    }
    if (isSame && !isOther) paint();
    else arrange();
  }

  /** Puts the cells in order, unless the reader is in them, and says what each is. */
  function arrange() {
    if (!starts) return;
    const isHeld = order.length === cells.length && grid.matches(':hover, :focus-within');
    const wanted = isBySeed || !starts.runs.length ? cells.map((_, i) => i) : groups.flatMap(({ places }) => places);
    if (!isHeld && wanted.join() !== order.join()) {
      order = wanted;
      order.forEach((_, i) => put(i));
    }
    cells.forEach((button, i) => {
      const run = starts?.runs[order[i]];
      setAttr(button, 'class', run?.outcome ?? '');
      setAttr(button, 'aria-label', nameOf(order[i]));
      const isPresent = seedOf(order[i]) === seeds.present;
      if (isPresent) setAttr(button, 'aria-current', 'true');
      else button.removeAttribute('aria-current');
    });
    paint();
  }

  /** Paints those that have changed, as many as there is time for; at rest the others follow in the next frames. */
  function paint() {
    if (!starts || !painting || !element.isConnected) return;
    const { runs } = starts;
    const late = performance.now() + MAX_PAINTING_MS;
    /** @type {number[]} Shown together: to copy from the store after each would copy all of it every time. */
    const changed = [];
    for (let count = 0; count < runs.length; count++) {
      const i = next++ % runs.length;
      const k = order[i];
      if (!runs[k] || painted[k] === runs[k].epoch) continue;
      starts.paint(k, painting, size, colours, (k % STORE_COLUMNS) * size, Math.floor(k / STORE_COLUMNS) * size);
      painted[k] = runs[k].epoch;
      changed.push(i);
      if (performance.now() < late) continue;
      draw(paint);
      break;
    }
    changed.forEach(put);
  }

  /** Shows in a cell what is painted of its start. @param {number} i */
  function put(i) {
    const k = order[i];
    const [left, top] = [(i % columns) * cell, Math.floor(i / columns) * cell];
    context?.clearRect(left, top, cell, cell);
    if (painted[k] === undefined) return;
    const inset = (cell - Math.min(size, cell)) / 2;
    const side = cell - 2 * inset;
    context?.drawImage(store, (k % STORE_COLUMNS) * size, Math.floor(k / STORE_COLUMNS) * size, size, size, left + inset, top + inset, side, side); // prettier-ignore
  }

  /** @param {number} k */
  function seedOf(k) {
    return (seeds.first + k) % 2 ** 32;
  }

  /** @param {number} k */
  function nameOf(k) {
    const run = starts?.runs[k];
    const seed = String(seedOf(k));
    if (!run) return words.seed(seed);
    const { outcome, solvedAt, loss } = run;
    if (outcome === 'solved') return words.start(seed, words.solvedAt(locale.whole(solvedAt)));
    const isStuck = outcome === 'stuck' || staysOnPlateau(run);
    return words.start(seed, isStuck ? words.stuckAt(locale.digits(loss)) : words.outcomes[outcome]);
  }

  /** Shows what a cell is, or nothing. @param {number} [i] */
  function read(i = -1) {
    setText(reading, i < 0 ? '' : nameOf(order[i]));
  }

  /** @param {HTMLButtonElement} button */
  function press(button) {
    choose(seedOf(order[cells.indexOf(button)]));
  }

  /** @param {number} i */
  function tabTo(i) {
    if (!cells[i]) return;
    cells[at]?.setAttribute('tabindex', '-1');
    at = i;
    cells[at].setAttribute('tabindex', '0');
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (hasModifier(event)) return;
    /** @type {Record<string, number>} */
    const goals = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at - columns,
      ArrowDown: at + columns,
      Home: 0,
      End: cells.length - 1,
    };
    if (!(event.key in goals)) return;
    consume(event);
    cells[goals[event.key]]?.focus();
  }

  return {
    element,
    prepare,
    render,

    focus: () => cells[at]?.focus(),

    /** By seed, or by outcome. @param {boolean} bySeed */
    sort(bySeed) {
      isBySeed = bySeed;
      arrange();
    },

    /** @param {Uint32Array<ArrayBuffer>} now */
    recolour(now) {
      colours = now;
      painted = [];
      draw(paint);
    },
  };
}
