/**
 * The names of the post: W1, B1, Z1, A1 of the first layer, W2 ... of the next, x below and Yhat above all; with indices
 * where a layer has several units. Layers are those of the parameters.
 *
 * @import { Config, FullWords } from '../../types.js'
 */
import { symbol } from '../../draw/math.js';

/** @param {Config} config @param {FullWords['inspect']} words */
export function notationOf({ layers }, words) {
  const widths = [...layers, 1];
  const last = layers.length;

  /** Of a unit: Z, A, B, dZ, dA, dB. @param {string} letter @param {number} layer @param {number} unit */
  const of = (letter, layer, unit) => {
    if (letter === 'A' && layer < 0) return symbol('x', unit + 1);
    const name = letter === 'A' && layer === last ? 'Yhat' : `${letter}${layer + 1}`;
    return widths[layer] > 1 ? symbol(name, unit + 1) : symbol(name);
  };

  return {
    of,
    /** W or dW. @param {string} letter @param {number} layer @param {number} from @param {number} to */
    weight: (letter, layer, from, to) => {
      const from1 = layer > 0 && widths[layer - 1] === 1 ? [] : [from + 1];
      return symbol(`${letter}${layer + 1}`, ...from1, ...(widths[layer] > 1 ? [to + 1] : []));
    },
    /** The weights from a unit to all of the next layer. @param {string} letter @param {number} layer @param {number} from */
    row: (letter, layer, from) => symbol(`${letter}${layer + 1}`, from + 1, 'k'),
    /** Of all units of a layer. @param {string} letter @param {number} layer */
    all: (letter, layer) => symbol(`${letter}${layer + 1}`, 'k'),
    /** What it is called in a sentence; -1 is the layer of the inputs. @param {number} layer @param {number} unit */
    unit: (layer, unit) => {
      if (layer < 0) return words.input(unit + 1);
      if (layer === last) return words.output;
      return last === 1 ? words.unit(unit + 1) : words.unitOf(unit + 1, layer + 1);
    },
    last,
  };
}
