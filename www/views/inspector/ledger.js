/**
 * A table with a line for each example, or for the largest few and one for the others, and below it what they come to.
 *
 *     example   A1   × dZ2      = product
 *      0 0  0   0.50  +0.5000   +0.2500
 *      0 1  1   0.50  −0.5000   −0.2500
 *     sum                              0
 *
 * @import { Intents, FullLocale, Point } from '../../types.js'
 *
 * @typedef {object} Context  what the panels of the inspector share
 * @property {FullLocale} locale
 * @property {Pick<Intents, 'point'>} intents
 * @property {import('../../types.js').Config} config
 * @property {readonly Point[]} points
 * @property {(coordinate: number) => string} name
 * @property {ReturnType<typeof import('./notation.js').notationOf>} notation
 * @property {{ example: number | null }} held  the example that is attended to while none is pointed at
 */
import { html, setAttr, setText } from '../../draw/dom.js';
import { tellingApart } from '../../draw/scale.js';
import { largest } from '../../figure/snapshot/contributions.js';
import { MAX_LISTED_POINTS } from '../../figure/snapshot/examples.js';
import { ownKeys } from '../gestures.js';

/**
 * @template {{ example: number }} T
 * @param {Context} context
 * @param {object} table
 * @param {string} table.caption
 * @param {[symbol: Node | string, word: string][]} table.columns
 * @param {(line: T) => string[]} table.numbers  one for each column
 * @param {(line: T) => number} table.amount  by whose size they are chosen and drawn: the last number
 * @param {boolean} [table.bars]  whether the last number is drawn, and the others are summed up
 */
export function ledger({ locale, intents, points, name, held }, { caption, columns, numbers, amount, bars = true }) {
  const words = locale.words.inspect;
  const body = html('tbody');
  const foot = html('tfoot');
  const element = html(
    'table',
    { class: 'ledger' },
    html('caption', {}, caption),
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        html('th', { scope: 'col' }, html('small', {}, words.example)),
        ...columns.map(([symbol, word]) => html('th', { scope: 'col' }, symbol, html('small', {}, word))),
      ),
    ),
    body,
    foot,
  );
  /** @type {ReturnType<typeof row>[]} */
  let rows = [];
  /** @type {((text: string) => void) | undefined} */
  let others;

  function row() {
    const button = html('button', { type: 'button', click: hold, ...ownKeys });
    const cells = columns.map(() => html('td'));
    const bar = html('i');
    const values = cells.map((cell) => cell.appendChild(html('span')));
    if (bars) cells[cells.length - 1].append(bar);
    const tr = html(
      'tr',
      { pointerenter: () => intents.point(shown), pointerleave: () => intents.point(held.example) },
      html('th', { scope: 'row' }, button),
      ...cells,
    );
    let shown = 0;
    function hold() {
      held.example = held.example === shown ? null : shown;
      intents.point(held.example);
    }
    return {
      tr,
      /** @param {T} line @param {number} most  the largest amount @param {number | null} attended */
      fill(line, most, attended) {
        const { example } = line;
        shown = example;
        const { x1, x2, label } = points[example];
        if (button.dataset.example !== String(example)) {
          button.dataset.example = String(example);
          button.replaceChildren(
            name(x1),
            ' ',
            name(x2),
            ' ',
            html('b', { class: label ? 'one' : 'zero' }, String(label)),
          );
          setAttr(button, 'aria-label', words.exampleName(name(x1), name(x2), label));
        }
        setAttr(button, 'aria-pressed', String(held.example === example));
        tr.classList.toggle('attended', attended === example);
        numbers(line).forEach((text, i) => setText(values[i], text));
        const share = most > 0 ? amount(line) / most : 0;
        bar.style.insetInlineStart = `${50 + 50 * Math.min(share, 0)}%`;
        bar.style.width = `${50 * Math.abs(share)}%`;
      },
    };
  }

  return {
    element,

    /**
     * A line below the others.
     * @param {...(Node | string)} label
     * @returns {HTMLElement} where its number goes
     */
    total(...label) {
      const cell = html('span');
      foot.append(
        html('tr', {}, html('th', { scope: 'row', colspan: columns.length }, ...label), html('td', {}, cell)),
      );
      return cell;
    },

    /** @param {T[]} lines @param {number | null} attended */
    fill(lines, attended) {
      const found = largest(lines, amount);
      if (rows.length !== found.shown.length) {
        rows = found.shown.map(row);
        const rest = html('span');
        const label = html('th', { scope: 'row', colspan: columns.length }, words.others(locale.whole(found.others)));
        body.replaceChildren(...rows.map(({ tr }) => tr));
        if (found.others && bars) body.append(html('tr', {}, label, html('td', {}, rest)));
        others = (text) => setText(rest, text);
      }
      const most = Math.max(...lines.map((line) => Math.abs(amount(line))));
      found.shown.forEach((line, i) => rows[i].fill(line, most, attended));
      if (found.others) others?.(signed(locale, found.rest));
    },
  };
}

/** With its sign, unless it is 0. @param {FullLocale} locale @param {number} value */
export function signed({ digits }, value) {
  return (value > 0 ? '+' : '') + digits(value);
}

/** Digits with which two numbers are told apart at most. */
const MAX_DIGITS = 10;

/**
 * Two numbers as they are written side by side: with as many digits as tell them apart.
 * @param {FullLocale} locale
 * @param {number} from
 * @param {number} to
 */
export function apart({ digits }, from, to) {
  for (let count = 4; count <= MAX_DIGITS; count++) {
    const texts = [digits(from, count), digits(to, count)];
    if (texts[0] !== texts[1]) return texts;
  }
  return [digits(from), digits(to)];
}

/**
 * How the coordinates of these points are written: those of many by two digits.
 * @param {readonly Point[]} points
 * @param {FullLocale} locale
 */
export function nameOf(points, { brief }) {
  return points.length > MAX_LISTED_POINTS
    ? (/** @type {number} */ value) => brief(Number(value.toPrecision(2)))
    : tellingApart(
        points.flatMap(({ x1, x2 }) => [x1, x2]),
        brief,
      );
}

/** A sentence that is shown when there is one. */
export function sentence() {
  const element = html('p', { class: 'finding' });
  return {
    element,
    /** @param {string} text */
    say(text) {
      setText(element, text);
      element.hidden = text === '';
    },
  };
}
