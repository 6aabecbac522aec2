/**
 * What a reader wants of a figure, carried out: a choice is written to its attribute, all else is asked of the element or of
 * its session.
 *
 * @import { Intents } from '../../types.js'
 * @import { Autoplay } from './autoplay.js'
 * @import { NeuralFigure } from '../element.js'
 * @import { Session } from '../session.js'
 */
import { optionOf } from '../attributes/options.js';

/**
 * @param {NeuralFigure} figure
 * @param {() => Session | undefined} session
 * @param {(isChosen?: boolean) => boolean} settle  brings the session up to the attributes; says whether another run began
 * @param {Autoplay} autoplay
 * @returns {Omit<Intents, 'point' | 'edit'>}
 */
export function intentsOf(figure, session, settle, autoplay) {
  /** Whether a choice changes the run that plays, as it plays. @param {string} name */
  const goesOnWith = (name) => name === 'learningRate' && session()?.playing === true;

  /**
   * A choice that begins another run plays it. Another learning rate holds from this epoch on while the run plays, and begins
   * another run while it rests.
   * @type {Intents['set']}
   */
  function set(name, value, others) {
    settle();
    session()?.preview(null);
    for (const [option, setting] of Object.entries({ ...others, [name]: value })) {
      const { attribute } = optionOf(option);
      if (setting === null) figure.removeAttribute(attribute);
      else figure.setAttribute(attribute, setting);
    }
    if (!settle(!goesOnWith(name))) return;
    autoplay.setByReader();
    autoplay.begin();
  }

  return {
    play() {
      autoplay.setByReader();
      figure.play();
    },
    pause: () => figure.pause(),
    step: (epochs) => figure.step(epochs),
    reset: () => figure.reset(),
    seek(to) {
      if (typeof to === 'number') return figure.seek(to);
      settle();
      const now = session()?.snapshot;
      if (now) figure.seek(to(now));
    },
    set,
    preview(name, value) {
      settle();
      if (value === undefined) return session()?.preview(null);
      if (goesOnWith(name)) return set(name, value);
      session()?.preview({ [name]: value ?? undefined });
    },
    pin: () => session()?.pin(),
    unpin: (pin) => session()?.unpin(pin),
    sweep: (wish) => session()?.starts?.[wish](),
  };
}
