/**
 * Scales: from numbers to the share 0..1 of an axis and back, with ticks at round numbers.
 *
 * @import { Scale } from '../types.js'
 */
import { minus } from './digits.js';

/**
 * The round number 1, 2 or 5 times a power of ten that is next to `value` from above.
 * @param {number} value
 */
export function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

/** Part of a step by which a tick may lie beyond an end: what rounding makes of an end that is a tick. */
const TICK_TOLERANCE = 1e-6;

/**
 * @param {number} min
 * @param {number} max
 * @param {number} [count]  about how many steps between ticks fit
 * @returns {Scale}
 */
export function linear(min, max, count = 4) {
  return {
    at: (value) => (value - min) / (max - min),
    back: (share) => min + share * (max - min),
    get ticks() {
      const step = roundUp((max - min) / count);
      const first = Math.ceil(min / step - TICK_TOLERANCE);
      const last = Math.floor(max / step + TICK_TOLERANCE);
      const isTold = Number.isSafeInteger(first) && Number.isSafeInteger(last) && last - first <= 2 * count + 1;
      // Where a step is less than the numbers can tell apart, the ends say what there is to say.
      const ticks = new Set(isTold ? [] : [min, max]);
      if (isTold) for (let i = first; i <= last; i++) ticks.add(round(i * step, step));
      return [...ticks];
    },
  };
}

/** Steps between the ticks of a logarithmic scale at most. */
const MAX_DECADE_STEPS = 5;

/**
 * A logarithmic scale over whole decades; a single one has ticks within.
 * @param {number} min
 * @param {number} max
 * @returns {Scale}
 */
export function logarithmic(min, max) {
  const high = Math.ceil(Math.log10(max));
  const low = Math.min(Math.floor(Math.log10(min)), high - 1);
  return {
    at: (value) => (Math.log10(value) - low) / (high - low),
    back: (share) => 10 ** (low + share * (high - low)),
    get ticks() {
      const step = Math.ceil((high - low) / MAX_DECADE_STEPS);
      const ticks = [];
      for (let power = high; power >= low; power -= step) ticks.push(round(10 ** power, 10 ** power));
      if (high - low === 1) ticks.push(round(5 * 10 ** low, 10 ** low), round(2 * 10 ** low, 10 ** low));
      return ticks;
    },
  };
}

/**
 * 0.30000000000000004 is 0.3: to a few digits below the step.
 * @param {number} value
 * @param {number} step
 */
function round(value, step) {
  const digits = Math.ceil(Math.log10(Math.max(Math.abs(value), step) / step)) + 3;
  return Number(value.toPrecision(Math.min(17, Math.max(1, digits))));
}

/** Digits that a number is written with at most: as many as tell any two doubles apart. */
const MAX_DIGITS = 17;

/**
 * A way to write numbers that are shown together: as `format` does, unless that makes two that differ look the same; then
 * with as many digits as tell them apart.
 * @param {number[]} values
 * @param {(value: number) => string} format
 * @returns {(value: number) => string}
 */
export function tellingApart(values, format) {
  const distinct = [...new Set(values)];
  const tells = (/** @type {(value: number) => string} */ write) =>
    new Set(distinct.map(write)).size === distinct.length;
  if (tells(format)) return format;
  for (let digits = 4; digits < MAX_DIGITS; digits++) {
    const write = (/** @type {number} */ value) => minus(String(Number(value.toPrecision(digits))));
    if (tells(write)) return write;
  }
  return (value) => minus(String(value));
}
