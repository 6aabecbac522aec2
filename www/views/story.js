/**
 * What a snapshot comes to, in one plain sentence: which outcome the run is in, and why, instead of a number alone.
 *
 * @import { Locale, Snapshot } from '../types.js'
 */

/**
 * @param {Snapshot} snapshot
 * @param {Locale} locale
 * @returns {string}
 */
export function story(snapshot, locale) {
  const { words, whole } = locale;
  if (snapshot.goal !== null) return words.computing(whole(snapshot.goal));
  if (snapshot.outcome === 'diverged') return words.diverged(whole(snapshot.epoch));
  const told = outcome(snapshot, locale);
  return snapshot.finished ? words.finished(told) : told;
}

/**
 * The same with epoch and loss before it, for those who hear the figure.
 * @param {Snapshot} snapshot
 * @param {Locale} locale
 */
export function fullStory(snapshot, locale) {
  return locale.words.at(locale.whole(snapshot.epoch), locale.small(snapshot.loss), story(snapshot, locale));
}

/**
 * @param {Snapshot} snapshot
 * @param {Locale} locale
 */
function outcome({ outcome, epoch, config, points, predictions, right }, { words, hundredths }) {
  const rows = words.rowsRight(right, points.length);
  switch (outcome) {
    case 'solved':
      return rows;
    case 'plateau': {
      const value = hundredths(mean(predictions));
      if (config.layers.length === 0) return words.plateauLinear(value);
      return config.init === 'zero' ? words.plateauZero(value) : words.plateau(value);
    }
    case 'stuck': {
      const rest = [...predictions].filter((prediction, i) => !isFit(prediction, points[i].label));
      const value = mean(rest);
      return rest.length > 1 && rest.every((prediction) => Math.abs(prediction - value) < 0.05)
        ? words.localMinimum(points.length - rest.length, rest.length, hundredths(value))
        : words.localMinimumMixed(rows);
    }
    default:
      return epoch === 0 ? words.untrained : words.learning(rows);
  }
}

/** Near its label, not only on its side: a row at 2/3 is right for a label of 1, and still does not fit. */
function isFit(/** @type {number} */ prediction, /** @type {number} */ label) {
  return Math.abs(prediction - label) < 0.25;
}

/** @param {ArrayLike<number>} values */
function mean(values) {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
