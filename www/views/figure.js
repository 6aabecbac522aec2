/**
 * The whole figure: builds the views that are asked for, lays them out, colours them and speaks for them.
 *
 * A view is a file beside this one, a word of the option `views` and a line in VIEWS; the words are in figure/locales/, the
 * style in figure/styles.js.
 *
 * @import { Intents, Locale, View } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html } from '../draw/dom.js';
import { colourOf, isLight } from '../draw/palette.js';
import { boundaryView } from './boundary.js';
import { controlsView } from './controls.js';
import { lossView } from './loss.js';
import { networkView } from './network.js';
import { statusView } from './status.js';
import { tableView } from './table.js';

/** @typedef {(locale: Locale, intents: Intents) => View} MakeView */

/** @type {Record<string, MakeView>} */
const VIEWS = { boundary: boundaryView, loss: lossView, table: tableView, network: networkView };

/**
 * @param {Locale} locale
 * @param {Omit<Intents, 'point'>} wishes  of the reader, that the element fulfils
 * @param {{ views: string, controls: string }} layout  before there is a run
 * @param {Record<string, MakeView>} [makers]  of all views that there are
 */
export function figureView(locale, wishes, layout, makers = VIEWS) {
  /** Views that were made: one that is shown again is as it was. @type {Map<string, View>} */
  const made = new Map();
  /** @type {View[]} */
  let views = [];
  let names = '';
  let rows = 0;
  /** @type {Intents} */
  const intents = { ...wishes, point: (example) => views.forEach((view) => view.point?.(example)) };
  const plots = html('div', { class: 'plots' });
  const controls = controlsView(locale, intents);
  const status = statusView(locale);
  const element = html(
    'div',
    { class: 'figure loading', part: 'figure', role: 'group', lang: locale.lang },
    html('div', { class: 'container' }, plots, controls.element, status.element),
  );

  /** What the style had for the text when it was last asked. */
  let textColour = '';

  /** Makes what is missing, and lays it out. @param {string} wanted */
  function choose(wanted) {
    if (wanted === names) return;
    names = wanted;
    views = wanted.split(' ').flatMap((name) => {
      if (!made.has(name) && makers[name]) made.set(name, makers[name](locale, intents));
      return made.get(name) ?? [];
    });
    if (rows) for (const view of views) view.prepare?.(rows);
    plots.replaceChildren(...cells(views));
  }

  choose(layout.views);
  controls.choose(layout.controls);

  return {
    element,
    /** The view that the reader watches learn. */
    get watched() {
      return (made.get('boundary')?.element.isConnected ? made.get('boundary') : views[0])?.element ?? element;
    },

    /** Before there is a run. @param {number} count  rows of the data */
    prepare(count) {
      rows = count;
      for (const view of views) view.prepare?.(rows);
    },

    /** @param {Snapshot} snapshot */
    render(snapshot) {
      choose(snapshot.config.views);
      element.classList.remove('loading');
      this.recolour();
      for (const view of [...views, controls, status]) view.render(snapshot);
    },

    /** Light or dark as the text is, whatever the page did to make it so. Says whether any colour has changed. */
    recolour() {
      const { color } = getComputedStyle(element);
      const changed = color !== textColour;
      textColour = color;
      if (changed) element.classList.toggle('dark', isLight(colourOf(color)));
      return views.map((view) => view.recolour?.()).some(Boolean) || changed;
    },

    /** Says the state to those who hear the figure. @param {Snapshot} snapshot */
    speak(snapshot) {
      status.speak(snapshot);
    },

    /** What was wrong with the settings, or nothing. @param {string[]} messages */
    complain(messages) {
      status.complain(messages);
    },
  };
}

/** Cells of the layout: those that have no shape share one with their neighbours. @param {View[]} views */
function cells(views) {
  /** @type {HTMLElement[]} */
  const cells = [];
  views.forEach(({ element, shape }, i) => {
    if (shape) {
      element.classList.toggle('wide', shape === 'wide');
      cells.push(element);
    } else if (i > 0 && !views[i - 1].shape) {
      cells[cells.length - 1].append(element);
    } else {
      cells.push(html('div', { class: 'side' }, element));
    }
  });
  return cells;
}
