/**
 * What a reader can take along: loaded when it is asked for.
 *
 * @import { FullLocale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { nest } from '../figure/snapshot/parameters.js';
import { numpyProgram } from './numpy.js';
import { pytorchProgram } from './pytorch.js';
import { wordsOf } from './words.js';

export { save } from './save.js';

/**
 * The texts of the programs of a run; where there is none, why.
 * @param {Snapshot} snapshot
 * @param {FullLocale} locale
 */
export function programs(snapshot, { lang }) {
  const trainer = snapshot.restart();
  try {
    const start = nest(trainer.parameters(), snapshot.config.layers);
    return {
      numpy: numpyProgram(snapshot),
      pytorch: pytorchProgram(snapshot, start) || wordsOf(lang).noPytorch,
    };
  } finally {
    trainer.free();
  }
}
