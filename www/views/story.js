/**
 * What a snapshot comes to, in one plain sentence: which outcome the run is in, and why, instead of a number alone.
 *
 * @import { Locale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { shareOf } from '../figure/output.js';
import { diagnosis } from './diagnosis.js';

/**
 * @param {Snapshot} snapshot
 * @param {Locale} locale
 * @returns {string}
 */
export function story(snapshot, locale) {
  const { words, whole } = locale;
  if (snapshot.goal !== null) return words.computing(whole(snapshot.goal));
  if (snapshot.outcome === 'diverged') return words.diverged(whole(snapshot.epoch));
  if (snapshot.epoch === 0 && snapshot.outcome !== 'solved') return words.untrained;
  const told = outcome(snapshot, locale);
  return snapshot.finished ? words.finished(told) : told;
}

/**
 * The same with epoch and loss before it and the reasons after it, for those who hear the figure.
 * @param {Snapshot} snapshot
 * @param {Locale} locale
 */
export function fullStory(snapshot, locale) {
  const { words, whole, small } = locale;
  const told = words.at(whole(snapshot.epoch), small(snapshot.loss), story(snapshot, locale));
  const test = snapshot.heldOut.length ? [words.testLossIs(small(snapshot.testLoss))] : [];
  return [told, ...test, ...diagnosis(snapshot, locale)].join(' ');
}

/**
 * @param {Snapshot} snapshot
 * @param {Locale} locale
 */
function outcome({ outcome, reason, finished, config, points, predictions, right }, { words, hundredths, whole }) {
  const rows = decided({ config, points, predictions, right }, { words, hundredths, whole });
  switch (outcome) {
    case 'solved':
      return rows;
    case 'plateau':
    case 'stuck': {
      if (reason === 'zero-gradient') return words.stuckZero(rows);
      if (reason === 'constant') return words.stuckConstant(rows);
      if (reason === 'one-line') return words.stuckLine(rows);
      if (reason === 'dead-end') return deadEnd({ config, points, predictions, right }, { words, hundredths, whole });
      const shared = sharedAnswer([...predictions]);
      return shared === null ? words.waiting(rows) : words.plateau(hundredths(shared));
    }
    default:
      return finished ? rows : words.learning(rows);
  }
}

/**
 * Which points fit, and what the others share.
 * @param {Pick<Snapshot, 'config' | 'points' | 'predictions' | 'right'>} snapshot
 * @param {Pick<Locale, 'words' | 'hundredths' | 'whole'>} locale
 */
function deadEnd(snapshot, { words, hundredths, whole }) {
  const { points } = snapshot;
  const { rest, shared } = sharingAnswers(snapshot);
  return rest.length > 1 && shared !== null
    ? words.stuck(points.length - rest.length, rest.length, hundredths(shared))
    : words.stuckMixed(decided(snapshot, { words, hundredths, whole }));
}

/**
 * How many points are right; or that none is decided, which is not the same as wrong.
 * @param {Pick<Snapshot, 'config' | 'points' | 'predictions' | 'right'>} snapshot
 * @param {Pick<Locale, 'words' | 'hundredths' | 'whole'>} locale
 */
function decided({ config, points, predictions, right }, { words, hundredths, whole }) {
  return predictions.every((prediction) => shareOf(prediction, config.output) === 0.5)
    ? words.undecided(hundredths(predictions[0]))
    : words.rowsRight(right, points.length, whole);
}

/**
 * The places of the points that do not fit their label, and the answer that all of them are about, or null.
 * @param {Pick<Snapshot, 'config' | 'points' | 'predictions'>} snapshot
 */
export function sharingAnswers({ config, points, predictions }) {
  const rest = points.flatMap(({ label }, i) =>
    Math.abs(shareOf(predictions[i], config.output) - label) >= FAR_FROM_LABEL ? [i] : [],
  );
  return { rest, shared: sharedAnswer(rest.map((i) => predictions[i])) };
}

/** The part of the way from one target to the other by which an answer that fits its label is off at most. */
const FAR_FROM_LABEL = 0.25;

/** Answers within this of their mean are one answer to a reader. */
const SAME_ANSWER = 0.05;

/** The answer that all of these are about, or null. @param {number[]} predictions */
function sharedAnswer(predictions) {
  const mean = predictions.reduce((sum, value) => sum + value, 0) / predictions.length;
  return predictions.every((prediction) => Math.abs(prediction - mean) < SAME_ANSWER) ? mean : null;
}
