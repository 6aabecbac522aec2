/** Formulas as MathML, of what browsers draw without a library. */
import { mathml } from './dom.js';

/** A name, with indices below it. @param {string} name @param {...(number | string)} indices */
export function symbol(name, ...indices) {
  const base = mathml('mi', { mathvariant: 'normal' }, name);
  if (indices.length === 0) return base;
  // A font without the numbers of mathematics hardly lowers an index.
  return mathml('msub', {}, base, mathml('mpadded', { voffset: '-.2em' }, mathml('mn', {}, indices.join(','))));
}

/** A number, or a place for one that is written later. @param {string} [text] */
export function number(text = '') {
  return mathml('mn', {}, text);
}

/** f(x) @param {string} name @param {Node} argument */
export function applied(name, argument) {
  return mathml('mrow', {}, symbol(name), operator('('), argument, operator(')'));
}

/** 1 / m, before a sum. @param {number} count */
export function one(count) {
  return mathml('mfrac', {}, mathml('mn', {}, '1'), mathml('mn', {}, String(count)));
}

/** A formula: texts are its operators. @param {...(Node | string)} parts */
export function math(...parts) {
  return mathml('math', {}, ...parts.map((part) => (typeof part === 'string' ? operator(part) : part)));
}

/** @param {string} sign */
function operator(sign) {
  return mathml('mo', '()'.includes(sign) ? { stretchy: 'false', lspace: 0, rspace: 0 } : {}, sign);
}
