/**
 * Where the arrow keys lead in the diagram of a network: left and right along its edges, up and down within a column.
 *
 * @import { Selection } from '../types.js'
 */

/**
 * The place beside this one, or this one where there is none.
 * @param {Selection} place
 * @param {string} key
 * @param {number[]} sizes  units of each column, the two inputs and the one output among them
 * @param {(layer: number) => boolean} hasBiases
 * @returns {Selection}
 */
export function neighbour(place, key, sizes, hasBiases) {
  const last = sizes.length - 2;
  if (key === 'Home') return { kind: 'weight', layer: 0, from: 0, to: 0 };
  if (key === 'End') return { kind: 'loss' };
  if (place.kind === 'weight') return besideWeight(place, key, sizes);
  // A column from its top: unit, bias, unit, bias ... and, at the output, the loss.
  const [layer, unit] = place.kind === 'loss' ? [last, 0] : [place.layer, place.unit];
  const column = /** @type {Selection[]} */ (
    Array.from({ length: sizes[layer + 1] }, (_, unit) => [
      { kind: 'unit', layer, unit },
      ...(hasBiases(layer) ? [{ kind: 'bias', layer, unit }] : []),
    ]).flat()
  );
  if (layer === last) column.push({ kind: 'loss' });
  const at = column.findIndex((other) => isSame(other, place));
  switch (key) {
    case 'ArrowUp':
      return column[at - 1] ?? place;
    case 'ArrowDown':
      return column[at + 1] ?? place;
    case 'ArrowLeft':
      return { kind: 'weight', layer, from: Math.min(unit, sizes[layer] - 1), to: unit };
    case 'ArrowRight':
      return layer < last
        ? { kind: 'weight', layer: layer + 1, from: unit, to: Math.min(unit, sizes[layer + 2] - 1) }
        : place;
  }
  return place;
}

/**
 * @param {Extract<Selection, { kind: 'weight' }>} place
 * @param {string} key
 * @param {number[]} sizes
 * @returns {Selection}
 */
function besideWeight(place, key, sizes) {
  const { layer, from, to } = place;
  const width = sizes[layer + 1];
  const at = from * width + to + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);
  if (key === 'ArrowRight') return { kind: 'unit', layer, unit: to };
  // The inputs cannot be chosen.
  if (key === 'ArrowLeft') return layer > 0 ? { kind: 'unit', layer: layer - 1, unit: from } : place;
  if (at < 0 || at >= sizes[layer] * width) return place;
  return { ...place, from: Math.floor(at / width), to: at % width };
}

/** @param {Selection | null} a @param {Selection | null} b */
export function isSame(a, b) {
  return nameOf(a) === nameOf(b);
}

/** One text for each place. @param {Selection | null} place */
export function nameOf(place) {
  const { kind, layer, unit, from, to } = /** @type {Record<string, unknown>} */ (place ?? {});
  return [kind, layer, unit, from, to].join();
}
