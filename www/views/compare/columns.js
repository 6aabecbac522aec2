/**
 * The answers of the compared runs as columns of the truth table: of those that learn the same data.
 *
 * @import { Locale } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { html, setAttr, setText } from '../../draw/dom.js';
import { written } from '../../figure/attributes.js';
import { MAX_SINGLES } from '../../figure/crowd.js';
import { isRight } from '../../figure/output.js';

/** Of the figure's own answers, after x1, x2 and y. */
const OWN_COLUMN = 3;

/** @param {Locale} locale */
export function columnsView({ words, probability, whole }) {
  let shown = '';
  /** The first row of those that have the columns. @type {HTMLElement | undefined} */
  let first;
  /** By row and column. @type {{ value: HTMLElement, verdict: HTMLElement }[][]} */
  let cells = [];

  /** @param {HTMLTableElement} table @param {string[]} names  of all columns @param {boolean} isCrowd */
  function build(table, names, isCrowd) {
    const [head, ...rows] = table.rows;
    for (const old of table.querySelectorAll('.compared')) old.remove();
    if (!isCrowd) setText(head.cells[OWN_COLUMN], names[0]);
    const titles = isCrowd ? names.map(words.compare.rightOf) : names;
    head.append(...titles.slice(1).map((title) => html('th', { scope: 'col', class: 'compared' }, title)));
    cells = rows.map((row) =>
      names.slice(1).map(() => {
        const [value, verdict] = [html('span'), html('b', { role: 'img', hidden: isCrowd })];
        row.append(html('td', { class: 'compared' }, value, verdict));
        return { value, verdict };
      }),
    );
    first = rows[0];
  }

  return {
    /**
     * @param {Snapshot} snapshot
     * @param {string[]} titles  of the figure's own run and of the others
     * @param {HTMLTableElement} table  with a row for each point, or of many points for each class
     */
    render({ config, points, variants }, titles, table) {
      const isShown = [config, ...variants.map((variant) => variant.config)].map(
        ({ data }) => written(data) === written(config.data),
      );
      const names = titles.filter((_, place) => isShown[place]);
      const isCrowd = points.length > MAX_SINGLES;
      if (names.join('\n') !== shown || first !== table.rows[1]) {
        shown = names.join('\n');
        build(table, names, isCrowd);
      }
      const columns = variants.filter((_, i) => isShown[i + 1]);
      columns.forEach(({ predictions, config: { output } }, column) => {
        const rights = points.map(({ label }, i) => isRight(predictions[i], label, output));
        cells.forEach((row, i) => {
          const { value, verdict } = row[column];
          if (isCrowd) return setText(value, whole(points.filter(({ label }, k) => label === i && rights[k]).length));
          setText(value, probability(predictions[i]));
          setText(verdict, rights[i] ? '✓' : '✗');
          setAttr(verdict, 'class', rights[i] ? 'right' : 'wrong');
          setAttr(verdict, 'aria-label', rights[i] ? words.right : words.wrong);
        });
      });
    },
  };
}
