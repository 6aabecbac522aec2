/**
 * The whole figure: builds the views, lays them out, colours them and speaks for them.
 *
 * A view is a file beside this one and a line in VIEWS; the words are in figure/locales/, the style in figure/styles.js.
 *
 * @import { Intents, Locale, View } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html } from '../draw/dom.js';
import { colourOf, isLight, palette } from '../draw/palette.js';
import { boundaryView } from './boundary.js';
import { controlsView } from './controls.js';
import { lossView } from './loss.js';
import { statusView } from './status.js';
import { tableView } from './table.js';

/** @type {Record<string, (locale: Locale, intents: Intents) => View>} */
const VIEWS = { boundary: boundaryView, loss: lossView, table: tableView };

/**
 * @param {Locale} locale
 * @param {Intents} intents
 */
export function figureView(locale, intents) {
  const views = Object.values(VIEWS).map((make) => make(locale, intents));
  const [main, ...side] = views.map(({ element }) => element);
  const controls = controlsView(locale, intents);
  const status = statusView(locale);
  // They tell the colours of the classes. Beside the container: to ask the style of what is in one lays out the page.
  const tints = ['zero', 'one'].map((name) => html('i', { class: `tint ${name}`, hidden: true }));
  const element = html(
    'div',
    { class: 'figure loading', part: 'figure', role: 'group', lang: locale.lang },
    ...tints,
    html(
      'div',
      { class: 'container' },
      html('div', { class: 'plots' }, main, html('div', { class: 'side' }, ...side)),
      controls.element,
      status.element,
    ),
  );

  /** What the style had for the text and the classes when it was last asked. */
  let textColour = '';
  let tintColours = '';

  return {
    element,
    /** The view that the reader watches learn. */
    watched: main,

    /** Before there is a run. @param {number} rows  of the data */
    prepare(rows) {
      for (const view of views) view.prepare?.(rows);
    },

    /** @param {Snapshot} snapshot */
    render(snapshot) {
      element.classList.remove('loading');
      this.recolour();
      for (const view of [...views, controls, status]) view.render(snapshot);
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
      const colours = palette(colourOf(zero), colourOf(one));
      for (const view of views) view.recolour?.(colours);
      return true;
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
