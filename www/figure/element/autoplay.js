/**
 * When a run begins, waits and rests without a press of Play: as `autoplay` asks, while the figure can be seen, for readers
 * who want less motion, and on paper.
 *
 * @import { NeuralFigure } from '../element.js'
 * @import { Session } from '../session.js'
 * @import { Sight } from './visibility.js'
 *
 * @typedef {ReturnType<typeof autoplayOf>} Autoplay
 */
import { wantsLessMotion } from './surroundings.js';

/** @param {NeuralFigure} figure @param {() => Session | undefined} session */
export function autoplayOf(figure, session) {
  let seen = { shown: false, watched: false };
  /** The reader has begun the run, and may look at its controls while it plays. */
  let isByReader = false;

  /** Whether it plays, and waits to be seen. */
  const isWaiting = () => figure.playing && figure.epoch === 0;

  function toEnd() {
    const run = session();
    run?.seek(run.config.epochs);
  }

  return {
    /** Whether the run has trained, or was taken somewhere, since the figure was made. */
    hasBegun: false,

    /** Whether it was taken to its end for paper alone. */
    isPrinted: false,

    /** Takes what can be seen of the figure: by default, what was known before. @param {Pick<Sight, 'shown' | 'watched'>} [sight] */
    setSight(sight = seen) {
      seen = sight;
      const run = session();
      if (!run) return;
      run.visible = isByReader ? seen.shown : seen.watched;
      run.seen = seen.shown;
    },

    /** The reader begins a run. */
    setByReader() {
      isByReader = true;
      this.setSight();
    },

    /** Trains; or, for a reader who wants less motion, is at the end at once. */
    begin() {
      this.hasBegun = true;
      if (wantsLessMotion()) toEnd();
      else session()?.play();
    },

    /** Less motion is asked for: a run that has begun pauses, one that waits to be seen is at its end. */
    reduceMotion() {
      if (isWaiting()) toEnd();
      else if (figure.playing) figure.pause();
    },

    /** On paper a run that waits to be seen is at its end. */
    beforePrint() {
      // Browsers that show a preview may fire the event twice.
      const waits = isWaiting();
      this.isPrinted ||= waits;
      if (waits) toEnd();
    },

    /** On the screen it waits again. */
    afterPrint() {
      if (!this.isPrinted) return;
      session()?.reset();
      this.isPrinted = false;
      session()?.play();
    },
  };
}
