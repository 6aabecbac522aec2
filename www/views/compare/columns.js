/**
 * The answers of the compared runs as columns of the truth table: of those that learn the same data.
 *
 * @import { FullLocale } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 *
 * @typedef {ReturnType<typeof partsOf>[number]} Part
 */
import { html, setText } from '../../draw/dom.js';
import { MAX_LISTED_POINTS } from '../../figure/snapshot/examples.js';
import { isRight } from '../../figure/snapshot/output.js';
import { answerView } from '../answer.js';

/** Of the figure's own answers, after x1, x2 and y. */
const OWN_COLUMN = 3;

/** @param {FullLocale} locale */
export function columnsView(locale) {
  const { words, whole } = locale;
  let shown = '';
  /** The first row of those that have the columns. @type {HTMLElement | undefined} */
  let first;
  /** By row and column. @type {{ cell: HTMLElement, answer: ReturnType<typeof answerView> }[][]} */
  let cells = [];

  /** @param {HTMLTableElement} table @param {string[]} names  of all columns @param {boolean} areMany */
  function build(table, names, areMany) {
    const [head, ...rows] = table.rows;
    for (const old of table.querySelectorAll('.compared')) old.remove();
    const titles = areMany ? names.map(words.compare.rightOf) : names;
    if (!areMany) entitle(head.cells[OWN_COLUMN], titles[0]);
    const added = titles.slice(1).map((title) => entitle(html('th', { scope: 'col', class: 'compared' }), title));
    head.append(...added);
    cells = rows.map((row) =>
      names.slice(1).map(() => {
        const answer = answerView(locale);
        const cell = html('td', { class: 'compared' }, ...(areMany ? [] : answer.elements));
        row.append(cell);
        return { cell, answer };
      }),
    );
    first = rows[0];
  }

  return {
    /**
     * @param {Snapshot} own
     * @param {string[]} titles  of the figure's own run and of the others
     * @param {HTMLTableElement} table  with a row for each point, or of many points for each class
     */
    render(own, titles, table) {
      const parts = partsOf(own);
      const all = parts.flatMap(({ points }) => points);
      const isShown = [own, ...own.variants].map((one) => isSame(partsOf(one), parts));
      const names = titles.filter((_, place) => isShown[place]);
      const areMany = all.length > MAX_LISTED_POINTS;
      if (names.join('\n') !== shown || first !== table.rows[1]) {
        shown = names.join('\n');
        build(table, names, areMany);
      }
      const columns = own.variants.filter((_, i) => isShown[i + 1]);
      columns.forEach((one, column) => {
        const answers = partsOf(one).map(({ points, predictions }) =>
          points.map(({ label }, i) => ({
            label,
            prediction: predictions[i],
            right: isRight(predictions[i], label, one.config.output),
          })),
        );
        if (areMany) {
          cells.forEach((row, i) => {
            const rights = answers[i >> 1].filter(({ label, right }) => label === i % 2 && right);
            setText(row[column].cell, whole(rights.length));
          });
          return;
        }
        answers.flat().forEach(({ prediction, right }, i) => cells[i][column].answer.show(prediction, right));
      });
    },
  };
}

/** Lines break between words alone, not at a hyphen. @param {HTMLTableCellElement} cell @param {string} title */
function entitle(cell, title) {
  const words = title.split(' ').flatMap((word) => [' ', html('span', {}, word)]);
  cell.replaceChildren(html('span', { class: 'words' }, ...words.slice(1)));
  cell.title = title;
  return cell;
}

/** What is trained on and what is held out, as the table has them one below the other. @param {Snapshot} snapshot */
function partsOf({ points, predictions, heldOut, testPredictions }) {
  return [
    { points, predictions },
    { points: heldOut, predictions: testPredictions },
  ];
}

/** Whether two runs learn, and are tested on, the same points. @param {Part[]} one @param {Part[]} other */
function isSame(one, other) {
  return one.every(
    ({ points }, part) =>
      points.length === other[part].points.length &&
      points.every(({ x1, x2, label }, i) => {
        const point = other[part].points[i];
        return x1 === point.x1 && x2 === point.x2 && label === point.label;
      }),
  );
}
