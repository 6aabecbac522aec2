/**
 * A place of the network: what it is called, and the number that stands there.
 *
 * @import { Layer, Selection, FullWords } from '../types.js'
 */

/**
 * @param {FullWords} words
 * @param {number} column  0 for the inputs
 * @param {number} unit
 * @param {number[]} sizes  units of each column
 */
function unitName(words, column, unit, sizes) {
  if (column === 0) return `x${unit + 1}`;
  if (column === sizes.length - 1) return words.outputUnit;
  return words.hiddenUnit(unit + 1, sizes.length > 3 ? column : 0);
}

/** @param {FullWords} words @param {Selection} place @param {number[]} sizes */
export function placeName(words, place, sizes) {
  if (place.kind === 'loss') return words.loss.toLowerCase();
  const { layer } = place;
  if (place.kind === 'weight') {
    return words.weightOf(unitName(words, layer, place.from, sizes), unitName(words, layer + 1, place.to, sizes));
  }
  const unit = unitName(words, layer + 1, place.unit, sizes);
  return place.kind === 'bias' ? words.biasOf(unit) : unit;
}

/**
 * The list and the index under which a weight or a bias is kept, or nothing for another place.
 * @param {{ W: number[][], B?: number[][] }[]} layers
 * @param {Selection | null} place
 * @returns {[list: number[], index: number] | null}
 */
function slotOf(layers, place) {
  if (place?.kind === 'weight') return [layers[place.layer].W[place.from], place.to];
  const B = place?.kind === 'bias' ? layers[place.layer].B : undefined;
  return place?.kind === 'bias' && B ? [B[place.unit], 0] : null;
}

/** The parameter, or its gradient, at a place. @param {Layer[]} layers @param {Selection | null} place */
export function numberAt(layers, place) {
  const slot = slotOf(layers, place);
  return slot ? slot[0][slot[1]] : undefined;
}

/**
 * The start numbers with another one at a place.
 * @param {{ W: number[][], B?: number[][] }[]} weights
 * @param {Selection} place
 * @param {number} value
 */
export function withNumber(weights, place, value) {
  const copy = structuredClone(weights);
  const slot = slotOf(copy, place);
  if (slot) slot[0][slot[1]] = value;
  return copy;
}
