/**
 * The truth table with the network's answers: a real table, for eyes and screen readers alike. Own data of many points
 * are summed up by class instead.
 *
 *     x1  x2  y   prediction          |   y  points  right  mean prediction
 *      0   0  0  ====:----  0.0024 ✓ |   0      97     95           0.0431
 *
 * @import { Locale, Snapshot } from '../types.js'
 */
import { html, mark, write } from '../draw/dom.js';
import { isRight } from '../figure/snapshot.js';

const ROWS = 8;

/** @param {Locale} locale */
export function tableView(locale) {
  const { words } = locale;
  const head = html('thead');
  const body = html('tbody');
  const element = html(
    'div',
    { class: 'view table', part: 'table' },
    html('table', {}, html('caption', { class: 'unseen' }, words.table), head, body),
  );

  /** @type {Snapshot['points'] | undefined} */
  let points;
  /** Writes the predictions into the rows that stand. @type {(predictions: Float64Array) => void} */
  let fill = () => {};

  /** @param {Snapshot} snapshot */
  function render(snapshot) {
    if (points !== snapshot.points) {
      points = snapshot.points;
      element.classList.toggle('every', points.length <= ROWS);
      fill = points.length <= ROWS ? everyPoint(points) : everyClass(points);
    }
    fill(snapshot.predictions);
  }

  /** @param {Snapshot['points']} points */
  function everyPoint(points) {
    columns(variable('1'), variable('2'), 'y', words.prediction);
    const rows = points.map(({ x1, x2, label }) => {
      const bar = html('i');
      const value = html('span');
      const verdict = html('b', { role: 'img' });
      body.append(
        html(
          'tr',
          {},
          html('td', {}, locale.brief(x1)),
          html('td', {}, locale.brief(x2)),
          html('td', {}, html('b', { class: `label ${label ? 'one' : 'zero'}` }, String(label))),
          html('td', {}, html('span', { class: 'bar', 'aria-hidden': 'true' }, bar), value, verdict),
        ),
      );
      return { label, bar, value, verdict };
    });
    return (/** @type {Float64Array} */ predictions) =>
      rows.forEach(({ label, bar, value, verdict }, i) => {
        const right = isRight(predictions[i], label);
        const text = locale.probability(predictions[i]);
        if (value.textContent !== text) lean(bar, predictions[i]);
        write(value, text);
        write(verdict, right ? '✓' : '✗');
        mark(verdict, 'class', right ? 'right' : 'wrong');
        mark(verdict, 'aria-label', right ? words.right : words.wrong);
      });
  }

  /** @param {Snapshot['points']} points */
  function everyClass(points) {
    columns('y', words.points, words.right, words.meanPrediction);
    const rows = [0, 1].map((label) => {
      const right = html('td');
      const mean = html('td');
      const count = points.filter((point) => point.label === label).length;
      body.append(
        html(
          'tr',
          {},
          html('td', {}, html('b', { class: `label ${label ? 'one' : 'zero'}` }, String(label))),
          html('td', {}, locale.whole(count)),
          right,
          mean,
        ),
      );
      return { label, count, right, mean };
    });
    return (/** @type {Float64Array} */ predictions) => {
      for (const { label, count, right, mean } of rows) {
        const own = predictions.filter((_, i) => points[i].label === label);
        write(right, locale.whole(own.filter((prediction) => isRight(prediction, label)).length));
        write(mean, count ? locale.probability(own.reduce((sum, prediction) => sum + prediction, 0) / count) : '–');
      }
    };
  }

  /** @param {...(Node | string)} names */
  function columns(...names) {
    head.replaceChildren(html('tr', {}, ...names.map((name) => html('th', { scope: 'col' }, name))));
    body.replaceChildren();
  }

  return { element, render };
}

/**
 * From the middle, which is no answer, to the left for 0 and to the right for 1.
 * @param {HTMLElement} bar
 * @param {number} prediction
 */
function lean(bar, prediction) {
  bar.className = prediction < 0.5 ? 'zero' : 'one';
  bar.style.left = `${(100 * Math.min(prediction, 0.5)).toFixed(1)}%`;
  bar.style.width = `${(100 * Math.abs(prediction - 0.5)).toFixed(1)}%`;
}

/** @param {string} digit */
function variable(digit) {
  return html('span', { class: 'variable' }, 'x', html('sub', {}, digit));
}
