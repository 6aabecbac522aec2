/**
 * A place of the network: what it is called, and the number that stands there.
 *
 * @import { Layer, Selection, FullWords } from '../types.js'
 */
import { entryAt } from '../figure/parameters.js';

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

/** The parameter, or its gradient, at a place; nothing at a unit or the loss. @param {Layer[]} layers @param {Selection | null} place */
export function numberAt(layers, place) {
  return place?.kind === 'weight' || place?.kind === 'bias' ? entryAt(layers, place) : undefined;
}

/**
 * The start numbers with another one at a place; a layer without biases stays without.
 * @param {{ W: number[][], B?: number[][] }[]} weights
 * @param {Selection} place
 * @param {number} value
 */
export function withNumber(weights, place, value) {
  const copy = structuredClone(weights);
  if (place.kind === 'weight') copy[place.layer].W[place.from][place.to] = value;
  if (place.kind === 'bias') {
    const { B } = copy[place.layer];
    if (B) B[place.unit] = [value];
  }
  return copy;
}
