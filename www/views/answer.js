/**
 * An answer of the network in a row of the table, and whether it is right.
 *
 * @import { Locale } from '../types.js'
 */
import { html, setAttr, setText } from '../draw/dom.js';

/** @param {Pick<Locale, 'words' | 'probability'>} locale */
export function answerView({ words, probability }) {
  const value = html('span');
  const verdict = html('b', { role: 'img' });
  return {
    elements: [value, verdict],

    /** @param {number} prediction @param {boolean} right */
    show(prediction, right) {
      setText(value, probability(prediction));
      setText(verdict, right ? '✓' : '✗');
      setAttr(verdict, 'class', right ? 'right' : 'wrong');
      setAttr(verdict, 'aria-label', right ? words.right : words.wrong);
    },
  };
}
