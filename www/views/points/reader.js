/**
 * Points as text: rows of x1, x2 and a label, as spreadsheets, CSV files and JSON have them, read and written.
 *
 *     0.5, 1.2, 1          x1;x2;class          [[0.5, 1.2, 1],
 *     -0.3, 0.1, 0         "0,5";1,2;yes         [-0.3, 0.1, 0]]
 *
 * @typedef {[x1: number, x2: number, label: number]} Row
 *
 * @typedef {object} Skipped  a row that is no point
 * @property {number} row  from 1; blank lines count, as in an editor
 * @property {'columns' | 'coordinates' | 'label'} expected
 * @property {string} got
 *
 * @typedef {object} Reading
 * @property {Row[]} points
 * @property {string[]} labels  what became 0 and what became 1, as it was written; all that were found, if they are more
 *   than two and none of the pairs that are known
 * @property {Skipped[]} skipped
 */

/** The largest coordinate of a point, to either side of 0. */
export const MAX_COORDINATE = 1000;

/** In the order in which they are tried, row by row. */
const SEPARATORS = ['\t', ';', ',', ' '];

/** Labels that stand for 0 and 1, whatever other labels there are. */
const PAIRS = [
  ['0', '1'],
  ['-1', '1'],
  ['false', 'true'],
];

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Characters of a bad cell that a message quotes. */
const MAX_QUOTED = 40;

/** @param {string} text @returns {Reading} */
export function readPoints(text) {
  const lines = jsonLines(text) ?? textLines(text);
  if (lines.length > 1 && isHeader(lines[0])) lines.shift();
  const places = lines.map(({ cells }) => cells.slice(0, 2).map(numberOf));
  const isPlaced = (/** @type {number} */ i) =>
    lines[i].cells.length === 3 && places[i].every((x) => Math.abs(x) <= MAX_COORDINATE);
  const given = lines.map(({ cells }, i) => (isPlaced(i) ? plainLabel(cells[2]) : ''));
  const labels = labelsOf(given.filter(Boolean));

  /** @type {Reading} */
  const reading = { points: [], labels, skipped: [] };
  lines.forEach(({ row, cells }, i) => {
    const label = labels.indexOf(given[i]);
    if (isPlaced(i) && label >= 0) {
      reading.points.push([places[i][0], places[i][1], label]);
    } else {
      const expected = cells.length !== 3 ? 'columns' : isPlaced(i) ? 'label' : 'coordinates';
      const got = expected === 'label' ? cells[2] : cells.join(', ');
      reading.skipped.push({ row, expected, got: got.length > MAX_QUOTED ? `${got.slice(0, MAX_QUOTED)}…` : got });
    }
  });
  return labels.length > 2 ? { ...reading, points: [] } : reading;
}

/** @param {readonly Row[]} points */
export function writePoints(points) {
  return points.map((row) => row.join(', ')).join('\n');
}

/** @typedef {{ row: number, cells: string[] }} Line */

/** Names of columns, not a place. @param {Line} line */
function isHeader({ cells }) {
  return cells.length > 1 && cells.slice(0, 2).every((cell) => Number.isNaN(numberOf(cell)));
}

/**
 * Rows of JSON: an array of arrays, or what the figure saves; null of any other text.
 * @param {string} text
 * @returns {Line[] | null}
 */
function jsonLines(text) {
  try {
    const value = JSON.parse(text);
    const rows = Array.isArray(value) ? value : value.settings.data;
    return rows.map((/** @type {unknown} */ cells, /** @type {number} */ i) => ({
      row: i + 1,
      cells: Array.isArray(cells) ? cells.map(String) : [JSON.stringify(cells)],
    }));
  } catch {
    return null;
  }
}

/** @param {string} text @returns {Line[]} */
function textLines(text) {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ row: i + 1, cells: cellsOf(line.trim()) }))
    .filter(({ cells }) => cells.some(Boolean));
}

/** By the first separator that makes it a point, or else the first that makes three columns, or any. @param {string} line */
function cellsOf(line) {
  const ways = SEPARATORS.map((separator) => split(separator === ' ' ? line.replace(/\s+/g, ' ') : line, separator));
  return (
    ways.find((cells) => cells.length === 3 && !cells.slice(0, 2).some((cell) => Number.isNaN(numberOf(cell)))) ??
    ways.find((cells) => cells.length === 3) ??
    ways.find((cells) => cells.length > 1) ?? [line]
  );
}

/**
 * The cells of a line; a separator within quotes separates nothing. Empty cells at its end are none.
 * @param {string} line
 * @param {string} separator
 */
function split(line, separator) {
  const cells = [''];
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === separator && !isQuoted) cells.push('');
    else cells[cells.length - 1] += character;
  }
  while (cells.length > 3 && !cells[cells.length - 1].trim()) cells.pop();
  return cells.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').replaceAll('""', '"').trim()); // prettier-ignore
}

/** Of 0.5, 0,5 and −0.5; NaN of what is no number. @param {string} cell */
function numberOf(cell) {
  const plain = cell.replace(',', '.').replace('−', '-');
  return NUMBER.test(plain) ? Number(plain) + 0 : NaN;
}

/** A label as it is compared: 1.0 is 1, TRUE is true. @param {string} cell */
function plainLabel(cell) {
  const number = numberOf(cell);
  if (!Number.isNaN(number)) return String(number);
  return /^(true|false)$/i.test(cell) ? cell.toLowerCase() : cell;
}

/**
 * What stands for 0 and for 1: a pair that is known, or two names in their order.
 * @param {string[]} labels
 */
function labelsOf(labels) {
  const found = [...new Set(labels)];
  const byValue = (/** @type {string} */ a, /** @type {string} */ b) => Number(a) - Number(b) || (a < b ? -1 : 1);
  return (
    PAIRS.find((pair) => found.every((label) => pair.includes(label))) ??
    (found.length > 2 ? PAIRS.find((pair) => pair.every((label) => found.includes(label))) : undefined) ??
    found.sort(byValue)
  );
}
