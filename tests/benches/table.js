/**
 * The table that the benchmarks print.
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {string} measured  with its unit
 * @property {number} [value]  what the target is compared with; a ratio where it is one
 * @property {string} [shown]  that value with its unit
 * @property {number} [target]
 * @property {'least' | 'most'} [bound]  whether the target is the least or the most that is wanted
 */

/** @param {number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** @param {number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** Three digits. @param {number} value */
export function digits(value) {
  return value >= 100 || value === 0 ? value.toFixed(0) : value.toPrecision(3);
}

/** @param {number} epochs */
export function perSecond(epochs) {
  return epochs >= 1e5 ? `${digits(epochs / 1e6)} M/s` : `${digits(epochs / 1e3)} k/s`;
}

/** A time in milliseconds and its limit. @param {string} what @param {number} value @param {number} [target] @returns {Row} */
export function time(what, value, target) {
  return { what, measured: `${digits(value)} ms`, value, target, bound: 'most' };
}

/** @param {Row[]} rows */
export function print(rows) {
  const cells = rows.map(({ what, measured, value, shown = '', target, bound = 'least' }) => {
    if (value === undefined || target === undefined) return [what, measured, shown, '', ''];
    const reached = bound === 'least' ? value >= target : value <= target;
    return [what, measured, shown, `${bound === 'least' ? '>=' : '<='} ${target}`, reached ? 'yes' : 'NO'];
  });
  const head = ['', 'measured', 'ratio', 'target', 'reached'];
  const widths = head.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i].length)));
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  console.log(['', line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n'));
}
