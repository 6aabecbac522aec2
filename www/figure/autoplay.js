/**
 * When a run begins, waits and rests without a press of Play: as `autoplay` asks, while the figure can be seen, for readers
 * who want less motion, and on paper.
 *
 * @import { NeuralFigure } from './element.js'
 * @import { Session } from './session.js'
 * @import { Sight } from './visibility.js'
 */
import { wantsLessMotion } from './surroundings.js';

export class Autoplay {
  /** @type {NeuralFigure} */ #figure;
  /** @type {() => Session | undefined} */ #session;
  /** @type {Sight} */ #sight = { near: true, shown: false, watched: false };
  /** The reader has asked for the run, and may look at its controls while it plays. */
  #isAsked = false;
  /** Taken to its end for paper alone. */
  #isPrinted = false;

  /** Whether the run has trained, or was taken somewhere, since the figure was made. */
  hasBegun = false;

  /** @param {NeuralFigure} figure @param {() => Session | undefined} session */
  constructor(figure, session) {
    this.#figure = figure;
    this.#session = session;
  }

  /** What can be seen of the figure, as far as that was told before. @param {Sight} [sight] */
  see(sight = this.#sight) {
    this.#sight = sight;
    const session = this.#session();
    if (!session) return;
    session.visible = this.#isAsked ? sight.shown : sight.watched;
    session.starts.seen = sight.shown;
  }

  /** The reader's own wish to see it train. */
  ask() {
    this.#isAsked = true;
    this.see();
  }

  /** Trains; or, for a reader who wants less motion, is at the end at once. */
  begin() {
    this.hasBegun = true;
    if (wantsLessMotion()) this.#toEnd();
    else this.#session()?.play();
  }

  /** Less motion is asked for: a run that has begun pauses, one that waits to be seen is at its end. */
  calm() {
    if (this.#isWaiting) this.#toEnd();
    else if (this.#session()?.playing) this.#figure.pause();
  }

  /** On paper a run that waits to be seen is at its end. */
  print() {
    this.#isPrinted = this.#isWaiting;
    if (this.#isPrinted) this.#toEnd();
  }

  /** On the screen it waits again. */
  unprint() {
    if (!this.#isPrinted) return;
    this.#isPrinted = false;
    this.#session()?.reset();
    this.#session()?.play();
  }

  get #isWaiting() {
    const session = this.#session();
    return session?.playing === true && session.snapshot.epoch === 0;
  }

  #toEnd() {
    const session = this.#session();
    session?.seek(session.config.epochs);
  }
}
