/**
 * How many starts came to what, with the share and its 95 % interval: a real table.
 *
 * @import { Config, FullLocale, Point } from '../../types.js'
 * @import { Starts } from '../../figure/session/starts.js'
 * @import { Group } from './groups.js'
 */
import { html } from '../../draw/dom.js';
import { applies } from '../../figure/attributes/applies.js';
import { shared } from './groups.js';

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} count
 * @property {string} [outcome]
 * @property {string} [hint]
 */

/** @param {FullLocale} locale */
export function countsView(locale) {
  const { digits } = locale;
  const { seeds: words } = locale.words;
  const table = countTable(locale, words.table, words.columns[0]);

  /** @param {Starts} starts @param {Group[]} groups @param {Config} config @param {readonly Point[]} points */
  function render(starts, groups, config, points) {
    const isDrawn = applies('seed', config);
    const rows = groups.map((group) => {
      const alike = shared(group, config, points.length);
      return {
        outcome: group.outcome,
        name: Number.isNaN(group.minimum) ? words.outcomes[group.outcome] : words.stuckAt(digits(group.minimum)),
        hint: [isDrawn ? '' : words.same, alike ? words.shared(alike) : ''].filter(Boolean).join(', '),
        count: group.places.length,
      };
    });
    table.render(starts, rows, starts.runs.length, isDrawn);
  }

  return { element: table.element, render };
}

/**
 * A table of counts, each with its share of all and the interval of that.
 * @param {FullLocale} locale
 * @param {string} caption
 * @param {string} what  is counted
 */
export function countTable({ words: { seeds: words }, whole }, caption, what) {
  const body = html('tbody');
  const columns = [what, ...words.columns.slice(1)];
  const element = html(
    'div',
    { class: 'counts' },
    html(
      'table',
      {},
      html('caption', { class: 'unseen' }, caption),
      html('thead', {}, html('tr', {}, ...columns.map((name) => html('th', { scope: 'col' }, name)))),
      body,
    ),
  );
  let written = '';

  /** @param {Row} row @param {string} interval @param {number} all */
  function cells({ name, count, outcome, hint = '' }, interval, all) {
    const swatch = outcome ? html('i', { class: `swatch ${outcome}` }) : '';
    return [
      html('th', { scope: 'row' }, swatch, name, hint && html('small', {}, hint)),
      ...[whole(count), `${percent(count / all)} %`, interval].map((cell) => html('td', {}, cell)),
    ];
  }

  /** @param {Starts} starts @param {number} count @param {number} all */
  function intervalOf(starts, count, all) {
    const [low, high] = starts.interval(count, all);
    return `${percent(low)}–${percent(high)} %`;
  }

  /**
   * @param {Starts} starts
   * @param {Row[]} rows
   * @param {number} all  that the counts are of
   * @param {boolean} isDrawn  whether they differ: starts that are all the same are one, whose share has no interval
   */
  function render(starts, rows, all, isDrawn) {
    const text = JSON.stringify([rows, all, isDrawn]);
    if (text === written) return;
    written = text;
    body.replaceChildren(
      ...rows.map((row) => html('tr', {}, ...cells(row, isDrawn ? intervalOf(starts, row.count, all) : '–', all))),
    );
  }

  return { element, render };
}

/** @param {number} share */
function percent(share) {
  return (100 * share).toFixed(1);
}
