/**
 * The whole figure: builds the views that are asked for, lays them out, colours them and speaks for them.
 *
 * A view is a file beside this one, a word of the option `views` and a line in VIEWS, here or, if few readers ask for it, in
 * on-demand.js; the words are in figure/locales/, the style in figure/styles/.
 *
 * @import { Beside, Intents, Layout, Locale, View } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html } from '../draw/dom.js';
import { colourOf, isLight, palette } from '../draw/palette.js';
import { runsOf } from '../figure/attributes/comparison.js';
import { boundaryView } from './boundary.js';
import { controlsView } from './controls.js';
import { demand, onDemand } from './loader.js';
import { lossView } from './loss.js';
import { pendingView } from './pending.js';
import { statusView } from './status.js';
import { tableView } from './table.js';

/** Milliseconds for which texts stand while a run plays: they are read no sooner. */
const MIN_TEXT_MS = 50;

/** @typedef {(locale: Locale, intents: Intents) => View} MakeView */

/** Those that are always loaded. @type {Record<string, MakeView>} */
const VIEWS = {
  boundary: boundaryView,
  loss: lossView,
  table: tableView,
};

/**
 * @param {Locale} locale
 * @param {Omit<Intents, 'point' | 'edit'>} wishes  of the reader, that the element fulfils
 * @param {Layout} layout  before there is a run
 * @param {() => void} loaded  called when a view has come that was on its way
 */
export function figureView(locale, wishes, layout, loaded) {
  /** Views that were made: one that is shown again is as it was. @type {Map<string, View>} */
  const made = new Map();
  /** @type {View[]} */
  let views = [];
  let names = '';
  /** Whether all that has come is shown. */
  let isDrawn = false;
  /** Whether a view could not be had when it was chosen. */
  let isLacking = false;
  let compared = 0;
  /** Of what the texts were written for, and when. @type {Snapshot['config'] | undefined} */
  let config;
  let read = 0;
  /** Whether the run played when it was drawn last. */
  let wasPlaying = false;
  /** @type {Intents} */
  const intents = {
    ...wishes,
    point: (example) => views.forEach((view) => view.point?.(example)),
    edit: () => views.forEach((view) => view.edit?.()),
  };
  const plots = html('div', { class: 'plots' });
  const controls = controlsView(locale, intents);
  const status = statusView(locale);
  // They tell the colours of the classes.
  const tints = ['zero', 'one'].map((name) => html('i', { class: `tint ${name}`, hidden: true }));
  const element = html(
    'div',
    { class: 'figure loading', part: 'figure', role: 'group', lang: locale.lang },
    ...tints,
    html('div', { class: 'container' }, plots, controls.element, status.element),
  );

  /** What the style had for the text and the classes when it was last asked. */
  let textColour = '';
  let tintColours = '';
  /** @type {Uint32Array<ArrayBuffer> | undefined} */
  let colours;

  /** Makes what is missing, and lays it out. @param {Pick<Layout, 'views' | 'compare'>} config */
  function choose({ views: wanted, compare }) {
    const runs = runsOf(compare).length;
    const isSame = wanted === names && runs > 0 === compared > 0;
    compared = runs;
    if (isSame && !(isLacking && onDemand)) return;
    names = wanted;
    isLacking = false;
    const isLeft = made.get('compare')?.element.matches(':focus-within');
    views = wanted.split(' ').flatMap((name) => viewOf(name) ?? []);
    const comparison = /** @type {(View & Beside) | undefined} */ (compared ? viewOf('compare') : undefined);
    for (const view of views) view.beside?.(comparison ?? null);
    if (comparison) {
      const wide = views.findIndex(({ shape }) => shape === 'wide');
      views.splice(wide < 0 ? views.length : wide, 0, comparison);
    }
    for (const view of views) view.prepare?.(layout, compared);
    const focused = /** @type {HTMLElement | null} */ (plots.querySelector(':focus'));
    plots.replaceChildren(...cells(views));
    if (isLeft) controls.focus();
    else if (focused?.isConnected) focused.focus();
  }

  /** A view, or its place as long as it is on its way. @param {string} name */
  function viewOf(name) {
    return made.get(name) ?? make(name);
  }

  /** @param {string} name */
  function make(name) {
    const maker = VIEWS[name] ?? onDemand?.VIEWS[name];
    if (!maker) return onDemand ? undefined : awaited(name);
    const view = maker(locale, intents);
    if (colours) view.recolour?.(colours);
    made.set(name, view);
    return view;
  }

  /** @param {string} name */
  function awaited(name) {
    const view = pendingView(name, locale);
    made.set(name, view);
    // If it cannot be had now, it may when it is chosen again, or has come for another.
    demand().then(
      () => {
        made.delete(name);
        names = '';
        isDrawn = false;
        loaded();
      },
      () => {
        made.delete(name);
        isLacking = true;
        view.fail();
      },
    );
    return view;
  }

  choose(layout);
  controls.choose(layout);
  status.prepare(layout);

  return {
    element,
    get isDrawn() {
      return isDrawn;
    },
    /** The view that the reader watches learn. */
    get watched() {
      return (made.get('boundary')?.element.isConnected ? made.get('boundary') : views[0])?.element ?? element;
    },

    /** @param {Snapshot} snapshot */
    render(snapshot) {
      choose(snapshot.config);
      isDrawn = true;
      element.classList.remove('loading');
      const now = performance.now();
      const isRead = !(snapshot.playing && wasPlaying) || snapshot.config !== config || now - read >= MIN_TEXT_MS;
      wasPlaying = snapshot.playing;
      if (isRead) {
        [config, read] = [snapshot.config, now];
        // Before anything is written: to ask for a style lays out what has changed.
        this.recolour();
      }
      for (const view of [...views, controls, status]) view.render(snapshot, isRead);
    },

    /** Where the run is as it was, and of the many starts there is more to see. @param {Snapshot} snapshot */
    renderStarts(snapshot) {
      if (!element.classList.contains('loading')) made.get('seeds')?.render(snapshot, true);
    },

    /**
     * Light or dark as the text is, whatever the page did to make it so. The colours are the style's to set; painted
     * pixels have to ask for them. Says whether any has changed.
     */
    recolour() {
      const { color } = getComputedStyle(element);
      const isOther = color !== textColour;
      textColour = color;
      if (isOther) element.classList.toggle('dark', isLight(colourOf(color)));
      const [zero, one] = tints.map((tint) => getComputedStyle(tint).color);
      if (`${zero} ${one}` === tintColours) return isOther;
      tintColours = `${zero} ${one}`;
      colours = palette(colourOf(zero), colourOf(one));
      for (const view of made.values()) view.recolour?.(colours);
      return true;
    },

    /** Announces the state to screen readers. */
    announce: status.announce,

    /** Shows the errors of settings, or none. */
    showErrors: status.showErrors,
  };
}

/**
 * Cells of the layout: views without a shape share one with their neighbours. Two cells fill a row; a wide one, and one that
 * is left over, has its own.
 * @param {View[]} views
 */
function cells(views) {
  /** @type {HTMLElement[]} */
  const cells = [];
  /** @type {HTMLElement[]} */
  const halves = [];
  views.forEach(({ element, shape }, i) => {
    if (!shape && i > 0 && !views[i - 1].shape) return cells[cells.length - 1].append(element);
    const cell = shape ? element : html('div', { class: 'side' }, element);
    cells.push(cell);
    if (shape !== 'wide') halves.push(cell);
  });
  cells.forEach((cell) => cell.classList.toggle('wide', !halves.includes(cell)));
  if (halves.length % 2) halves[halves.length - 1].classList.add('wide');
  return cells;
}
