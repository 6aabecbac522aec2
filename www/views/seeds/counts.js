/**
 * How many starts came to what, with the share and its 95 % interval: a real table.
 *
 * @import { Config, FullLocale, Point } from '../../types.js'
 * @import { Starts } from '../../figure/starts.js'
 * @import { Group } from './groups.js'
 */
import { html } from '../../draw/dom.js';
import { shared } from './groups.js';

/** @param {FullLocale} locale */
export function countsView({ words: { seeds: words }, digits, whole }) {
  const body = html('tbody');
  const [first, ...numbers] = words.columns;
  const table = html(
    'table',
    {},
    html('caption', { class: 'unseen' }, words.table),
    html('thead', {}, html('tr', {}, ...[first, ...numbers].map((name) => html('th', { scope: 'col' }, name)))),
    body,
  );
  const element = html('div', { class: 'counts' }, table);
  let written = '';

  /** @param {Starts} starts @param {Group[]} groups @param {Config} config @param {readonly Point[]} points */
  function render(starts, groups, config, points) {
    const rows = groups.map((group) => {
      const count = group.places.length;
      const [low, high] = starts.interval(count, starts.runs.length);
      const alike = shared(group, config, points.length);
      return {
        outcome: group.outcome,
        name: group.outcome === 'stuck' ? words.stuckAt(digits(group.minimum)) : words.outcomes[group.outcome],
        hint: alike ? words.shared(alike) : '',
        cells: [whole(count), `${percent(count / starts.runs.length)} %`, `${percent(low)}–${percent(high)} %`],
      };
    });
    const text = JSON.stringify(rows);
    if (text === written) return;
    written = text;
    body.replaceChildren(
      ...rows.map(({ outcome, name, hint, cells }) =>
        html(
          'tr',
          {},
          html(
            'th',
            { scope: 'row' },
            html('i', { class: `swatch ${outcome}` }),
            name,
            hint && html('small', {}, hint),
          ),
          ...cells.map((cell) => html('td', {}, cell)),
        ),
      ),
    );
  }

  return { element, render };
}

/** @param {number} share */
function percent(share) {
  return (100 * share).toFixed(1);
}
