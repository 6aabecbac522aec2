/**
 * What can be selected in the network: what it is called, and its number.
 *
 * @import { Layer, Selection, FullWords } from '../../types.js'
 */
import { entryAt } from '../../figure/snapshot/parameters.js';

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

/** @param {FullWords} words @param {Selection} selection @param {number[]} sizes  units of each column */
export function selectionName(words, selection, sizes) {
  if (selection.kind === 'loss') return words.loss.toLowerCase();
  const { layer } = selection;
  if (selection.kind === 'weight') {
    const { from, to } = selection;
    return words.weightOf(unitName(words, layer, from, sizes), unitName(words, layer + 1, to, sizes));
  }
  const unit = unitName(words, layer + 1, selection.unit, sizes);
  return selection.kind === 'bias' ? words.biasOf(unit) : unit;
}

/** The parameter, or its gradient; nothing of a unit or the loss. @param {Layer[]} layers @param {Selection | null} selection */
export function numberAt(layers, selection) {
  return selection?.kind === 'weight' || selection?.kind === 'bias' ? entryAt(layers, selection) : undefined;
}

/**
 * The start numbers with another one in place of what is selected; a layer without biases stays without.
 * @param {{ W: number[][], B?: number[][] }[]} weights
 * @param {Selection} selection
 * @param {number} value
 */
export function withNumber(weights, selection, value) {
  const copy = structuredClone(weights);
  if (selection.kind === 'weight') copy[selection.layer].W[selection.from][selection.to] = value;
  if (selection.kind === 'bias') {
    const { B } = copy[selection.layer];
    if (B) B[selection.unit] = [value];
  }
  return copy;
}
