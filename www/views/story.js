/**
 * What a snapshot comes to, in one plain sentence: which outcome the run is in, and why, instead of a number alone.
 *
 * @import { Locale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { shareOf } from '../figure/snapshot/output.js';
import { diagnosis } from './diagnosis.js';
import { misfitsOf, sharedAnswer } from './shared-answer.js';

/**
 * @param {Snapshot} snapshot
 * @param {Locale} locale
 * @param {boolean} [isBrief]  without a word on the end of the run
 */
export function story(snapshot, locale, isBrief) {
  const { words, whole } = locale;
  if (snapshot.goal !== null) return words.computing(whole(snapshot.goal));
  if (snapshot.outcome === 'diverged') {
    return snapshot.loss === Infinity ? words.overflows : words.diverged(whole(snapshot.epoch));
  }
  if (snapshot.epoch === 0 && snapshot.outcome !== 'solved') return words.untrained;
  const told = outcomeText(snapshot, locale);
  return snapshot.finished && !isBrief ? words.finished(told) : told;
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

/** @param {Snapshot} snapshot @param {Locale} locale */
function outcomeText(snapshot, locale) {
  const { outcome, reason, finished, predictions } = snapshot;
  const { words, hundredths } = locale;
  const rows = decided(snapshot, locale);
  switch (outcome) {
    case 'solved':
      return rows;
    case 'plateau':
    case 'stuck': {
      if (reason === 'zero-gradient') return words.stuckZero(rows);
      if (reason === 'constant') return words.stuckConstant(rows);
      if (reason === 'one-line') return words.stuckLine(rows);
      if (reason === 'dead-end') return deadEnd(snapshot, rows, locale);
      const shared = sharedAnswer([...predictions]);
      return shared === null ? words.waiting(rows) : words.plateau(hundredths(shared));
    }
    default:
      return finished ? rows : words.learning(rows);
  }
}

/** Which points fit, and what the others share. @param {Snapshot} snapshot @param {string} rows @param {Locale} locale */
function deadEnd(snapshot, rows, { words, hundredths }) {
  const { misfits, shared } = misfitsOf(snapshot);
  return misfits.length > 1 && shared !== null
    ? words.stuck(snapshot.points.length - misfits.length, misfits.length, hundredths(shared))
    : words.stuckMixed(rows);
}

/** How many points are right; or that none is decided, which is not the same as wrong. @param {Snapshot} snapshot @param {Locale} locale */
function decided({ config, points, predictions, right }, { words, hundredths, whole }) {
  return predictions.every((prediction) => shareOf(prediction, config.output) === 0.5)
    ? words.undecided(hundredths(predictions[0]))
    : words.rowsRight(right, points.length, whole);
}
