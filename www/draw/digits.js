/** Digits after the point of a number below 1; each digit before the point takes the place of one of them. */
const MAX_DECIMALS = 4;

/**
 * A number in about six characters, for where there is no room for more: 0.0375, -5.437, 12.34. What is not 0 but reads so is
 * 0.0000, and what is 0 is 0.
 * @param {number} value
 * @param {number} [digits]
 */
export function compact(value, digits = MAX_DECIMALS) {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const before = size < 1 ? 0 : Math.floor(Math.log10(size)) + 1;
  const text =
    before > MAX_DECIMALS ? size.toExponential(1).replace('e+', 'e') : size.toFixed(Math.max(0, digits - before));
  return `${value < 0 ? '−' : ''}${text}`;
}

/** With a minus sign in place of a hyphen. @param {string} text  of a number */
export function minus(text) {
  return text.replace('-', '−');
}
