/**
 * The truth table with the network's answers: a real table, for eyes and screen readers alike. Own data of many points
 * are summed up by class instead.
 *
 *     x1  x2  y   prediction          |   y  points  right  mean prediction
 *      0   0  0  ====:----  0.0024 ✓ |   0      97     95           0.0431
 *
 * @import { Beside, Intents, Locale, Point, View } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setAttr, setText } from '../draw/dom.js';
import { tellingApart } from '../draw/scale.js';
import { hasView } from '../figure/attributes/options.js';
import { MAX_LISTED_POINTS } from '../figure/snapshot/examples.js';
import { isRight, shareOf } from '../figure/snapshot/output.js';
import { total } from '../figure/snapshot/total.js';
import { answerView } from './answer.js';
import { pointing } from './gestures.js';

/**
 * @param {Locale} locale
 * @param {Pick<Intents, 'point'>} intents
 * @returns {View}
 */
export function tableView(locale, { point }) {
  const { words } = locale;
  const head = html('thead');
  const body = html('tbody');
  const table = html('table', {}, html('caption', { class: 'unseen' }, words.table), head, body);
  const element = html('div', { class: 'view table', part: 'table' }, table);
  /** @type {Beside | null} */
  let beside = null;

  /** Those that are trained on. @type {readonly Point[] | undefined} */
  let points;
  /** Writes the predictions of both parts into the rows that stand. @type {(predictions: Float64Array[], output: string, isRead: boolean) => void} */
  let fill = () => {};
  let format = locale.brief;
  /** Whether the rows are stops of the Tab key. */
  let isFocusable = false;

  /** @param {Snapshot} snapshot @param {boolean} isRead */
  function render(snapshot, isRead) {
    if (points !== snapshot.points) show(snapshot.points, snapshot.heldOut);
    fill([snapshot.predictions, snapshot.testPredictions], snapshot.config.output, isRead);
    if (!isRead) return;
    beside?.renderColumns(snapshot, table);
    makeRoom(snapshot.variants.length);
    // Where the boundary is not shown, whose points can be focused, the rows can.
    const { config } = snapshot;
    const isNeeded =
      hasView(config, 'network') && !hasView(config, 'boundary') && snapshot.points.length <= MAX_LISTED_POINTS;
    if (isNeeded === isFocusable) return;
    isFocusable = isNeeded;
    for (const row of body.children) {
      if (isNeeded) setAttr(row, 'tabindex', 0);
      else row.removeAttribute('tabindex');
    }
  }

  /** @param {number} compared  runs that may have a column */
  function makeRoom(compared) {
    element.classList.toggle('several', compared > 1);
  }

  /** @param {readonly Point[]} given @param {readonly Point[]} heldOut */
  function show(given, heldOut) {
    points = given;
    isFocusable = false;
    const all = [...given, ...heldOut];
    format = tellingApart(
      all.flatMap(({ x1, x2 }) => [x1, x2]),
      locale.brief,
    );
    const areFew = all.length <= MAX_LISTED_POINTS;
    element.classList.toggle('every', areFew);
    fill = areFew ? everyPoint(given.length, all) : everyClass(heldOut.length ? [given, heldOut] : [given]);
  }

  /** A label; that of what is held out is hollow, and says so. @param {number} label @param {boolean} isHeldOut */
  function badge(label, isHeldOut) {
    const said = isHeldOut ? html('span', { class: 'unseen' }, words.heldOut) : '';
    return html(
      'td',
      {},
      html('b', { class: `label ${label ? 'one' : 'zero'}${isHeldOut ? ' hollow' : ''}` }, String(label)),
      said,
    );
  }

  /** @param {number} trained  how many, from the first on, are trained on @param {readonly Point[]} points */
  function everyPoint(trained, points) {
    columns(variable('x', '1'), variable('x', '2'), variable('y'), words.prediction);
    const rows = points.map(({ x1, x2, label }, i) => {
      const bar = leaningBar();
      const answer = answerView(locale);
      body.append(
        html(
          'tr',
          i < trained ? pointing(i, point) : {},
          html('td', {}, format(x1)),
          html('td', {}, format(x2)),
          badge(label, i >= trained),
          html('td', {}, html('span', { class: 'bar', 'aria-hidden': 'true' }, bar.element), ...answer.elements),
        ),
      );
      return { label, bar, answer };
    });
    return (
      /** @type {Float64Array[]} */ [predictions, ofHeldOut],
      /** @type {string} */ output,
      /** @type {boolean} */ isRead,
    ) =>
      rows.forEach(({ label, bar, answer }, i) => {
        const prediction = i < trained ? predictions[i] : ofHeldOut[i - trained];
        bar.lean(shareOf(prediction, output));
        if (isRead) answer.show(prediction, isRight(prediction, label, output));
      });
  }

  /** @param {(readonly Point[])[]} parts  those that are trained on, and those that are held out, if there are any */
  function everyClass(parts) {
    columns(variable('y'), words.points, words.right, words.meanPrediction);
    const classes = parts.flatMap((points, part) => [0, 1].map((label) => ({ points, part, label })));
    const rows = classes.map(({ points, part, label }) => {
      const right = html('td');
      const mean = html('td');
      const count = points.filter((point) => point.label === label).length;
      body.append(html('tr', {}, badge(label, part > 0), html('td', {}, locale.whole(count)), right, mean));
      return { points, part, label, count, right, mean };
    });
    return (/** @type {Float64Array[]} */ predictions, /** @type {string} */ output, /** @type {boolean} */ isRead) => {
      if (!isRead) return;
      for (const { points, part, label, count, right, mean } of rows) {
        const own = predictions[part].filter((_, i) => points[i].label === label);
        setText(right, locale.whole(own.filter((prediction) => isRight(prediction, label, output)).length));
        setText(mean, count ? locale.probability(total(own) / count) : '–');
      }
    };
  }

  /** @param {...(Node | string)} names */
  function columns(...names) {
    head.replaceChildren(html('tr', {}, ...names.map((name) => html('th', { scope: 'col' }, name))));
    body.replaceChildren();
  }

  return {
    element,
    render,
    point(example) {
      if (!element.classList.contains('every')) return;
      [...body.children].forEach((row, i) => row.classList.toggle('attended', i === example));
    },
    /** @param {Beside | null} shown */
    beside(shown) {
      beside = shown;
      element.classList.toggle('beside', shown !== null);
      points = undefined;
    },
    /**
     * As many rows as there will be.
     * @param {import('../types.js').Layout} layout
     * @param {number} compared
     */
    prepare({ rows }, compared) {
      makeRoom(compared);
      const [points, heldOut] = rows.map((length) => Array(length).fill({ x1: 0, x2: 0, label: 0, row: 0 }));
      show(points, heldOut);
    },
  };
}

/** A bar from the middle, which is no answer, to the left for 0 and to the right for 1. */
function leaningBar() {
  const element = html('i');
  let transform = '';
  return {
    element,
    /** @param {number} share  0 at the target of label 0, 1 at that of label 1 */
    lean(share) {
      setAttr(element, 'class', share < 0.5 ? 'zero' : 'one');
      const wanted = `scaleX(${Math.min(1, Math.max(-1, 2 * share - 1)).toFixed(3)})`;
      if (wanted !== transform) element.style.transform = transform = wanted;
    },
  };
}

/** @param {string} letter @param {string} [digit] */
function variable(letter, digit) {
  return html('span', { class: 'variable' }, letter, digit ? html('sub', {}, digit) : '');
}
