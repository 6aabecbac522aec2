/**
 * The same seeds with the settings that are compared: how many starts solve with both, with one, with neither; each of the
 * others against the figure's own.
 *
 * @import { FullLocale } from '../../types.js'
 * @import { Starts } from '../../figure/session/starts.js'
 */
import { html, setText } from '../../draw/dom.js';
import { applies } from '../../figure/attributes/applies.js';
import { runName } from '../run-name.js';
import { countTable } from './counts.js';

/** @param {FullLocale} locale */
export function pairsView(locale) {
  const words = locale.words.seeds;
  const element = html('div', { class: 'pairs' });
  let shown = '';
  /** @type {{ table: ReturnType<typeof countTable>, error: HTMLElement }[]} */
  let pairs = [];

  return {
    element,

    /** @param {Starts} starts */
    render(starts) {
      const { config } = starts;
      const others = starts.others.filter((other) => other.config !== null);
      const names = others.map((other) => {
        const [a, b] = [config, other.config];
        return a && b ? [runName(a, [b], locale), runName(b, [a], locale)] : ['', ''];
      });
      const text = JSON.stringify(names);
      if (text !== shown) {
        shown = text;
        pairs = names.map(([own, other]) => ({
          table: countTable(locale, words.pairs(own, other), words.solvedBy),
          error: html('p', { class: 'error' }),
        }));
        element.replaceChildren(...pairs.flatMap(({ table, error }) => [table.element, error]));
      }
      others.forEach((other, i) => {
        const [own, another] = names[i];
        const counts = [words.both, words.only(own), words.only(another), words.neither];
        const found = [0, 0, 0, 0];
        // Those that both have been counted of.
        const known = Math.min(starts.runs.length, other.runs.length);
        for (let k = 0; k < known; k++) {
          const [a, b] = [starts, other].map(({ runs }) => runs[k].outcome === 'solved');
          found[(a ? 0 : 2) + (b ? 0 : 1)]++;
        }
        const rows = counts.map((name, row) => ({ name, count: found[row] }));
        const { table, error } = pairs[i];
        const isDrawn = [config, other.config].some((one) => one && applies('seed', one));
        table.render(starts, known ? rows : [], known, isDrawn);
        // Of so large a network there may be fewer starts.
        error.hidden = other.error === '';
        setText(error, other.error && locale.words.settingError(other.error));
      });
    },
  };
}
