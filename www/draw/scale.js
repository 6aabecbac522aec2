/**
 * Scales: from numbers to the share 0..1 of an axis and back, with ticks at round numbers.
 *
 * @import { Scale } from '../types.js'
 */

/**
 * The round number 1, 2 or 5 times a power of ten that is next to `value` from above.
 * @param {number} value
 */
export function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

/**
 * @param {number} min
 * @param {number} max
 * @param {number} [count]  about how many steps between ticks fit
 * @returns {Scale}
 */
export function linear(min, max, count = 4) {
  const step = roundUp((max - min) / count);
  const ticks = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max * (1 + 1e-9); i++) ticks.push(round(i * step));
  return { at: (value) => (value - min) / (max - min), back: (share) => min + share * (max - min), ticks };
}

/**
 * A logarithmic scale over whole decades; a single one has ticks within.
 * @param {number} min
 * @param {number} max
 * @param {number} [count]
 * @returns {Scale}
 */
export function logarithmic(min, max, count = 5) {
  const high = Math.ceil(Math.log10(max));
  const low = Math.min(Math.floor(Math.log10(min)), high - 1);
  const step = Math.ceil((high - low) / count);
  const ticks = [];
  for (let power = high; power >= low; power -= step) ticks.push(round(10 ** power));
  if (high - low === 1) ticks.push(round(5 * 10 ** low), round(2 * 10 ** low));
  return {
    at: (value) => (Math.log10(value) - low) / (high - low),
    back: (share) => 10 ** (low + share * (high - low)),
    ticks,
  };
}

/** 0.30000000000000004 is 0.3. @param {number} value */
function round(value) {
  return Number(value.toPrecision(12));
}
