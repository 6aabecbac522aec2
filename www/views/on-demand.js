/**
 * What few readers ask for: loaded when one does, through loader.js, with its words and styles. A view is a line of VIEWS here
 * as in figure.js. Nothing that is always loaded imports this or what it imports alone.
 *
 * @import { FullLocale, Intents, Locale } from '../types.js'
 * @import { MakeView } from './figure.js'
 */
import en from '../figure/locales/en-on-demand.js';
import ko from '../figure/locales/ko-on-demand.js';
import compare from '../figure/styles/compare.js';
import hiddenSpace from '../figure/styles/hidden-space.js';
import inspector from '../figure/styles/inspector.js';
import network from '../figure/styles/network.js';
import panels from '../figure/styles/panels.js';
import points from '../figure/styles/points.js';
import seeds from '../figure/styles/seeds.js';
import { compareView } from './compare.js';
import { embedDialog } from './embed-dialog.js';
import { hiddenSpaceView } from './hidden-space.js';
import { networkView } from './network.js';
import { editPoints as edit } from './points/index.js';
import { seedsView } from './seeds.js';
import { settingsView } from './settings.js';

export { Starts } from '../figure/session/starts.js';

export const STYLES = panels + compare + hiddenSpace + network + inspector + points + seeds;

/** @type {Record<string, typeof en>} */
const WORDS = { en, ko };

/** A locale with these words beside its own. @param {Locale} locale @returns {FullLocale} */
export function full(locale) {
  const words = WORDS[locale.lang];
  // The name of a run has the words of its options.
  const choices = { ...locale.words.choices, full: words.fullBatch };
  return { ...locale, words: { ...locale.words, ...words, choices } };
}

/** @type {Record<string, MakeView>} */
export const VIEWS = {
  network: (locale, intents) => networkView(full(locale), intents),
  'hidden-space': (locale) => hiddenSpaceView(full(locale)),
  seeds: (locale, intents) => seedsView(full(locale), intents),
  compare: (locale, intents) => compareView(full(locale), intents),
};

/** @param {Locale} locale @param {Intents} intents */
export const settings = (locale, intents) => settingsView(full(locale), intents);

/** @param {Locale} locale @param {import('./embed-dialog.js').Places} places */
export const embed = (locale, places) => embedDialog(full(locale), places);

/** @param {Locale} locale @param {Parameters<typeof edit>[1]} host */
export const editPoints = (locale, host) => edit(full(locale), host);
