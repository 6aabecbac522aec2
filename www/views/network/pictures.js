/**
 * What each unit answers over the plane: a canvas for every column of the diagram, cut out of the pictures that the core
 * paints one below the other.
 *
 * @import { Arrangement } from '../../draw/arrangement.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { html } from '../../draw/dom.js';
import { total } from '../../figure/snapshot/total.js';

/** Pixels a side of a picture, by the pictures that there are. @type {[pictures: number, pixels: number][]} */
const PIXELS = [
  [9, 64],
  [40, 32],
  [Infinity, 16],
];

/** @param {Arrangement} arrangement */
export function picturesView({ sizes, unit, pitches, x, y }) {
  const hidden = sizes.slice(1, -1);
  const count = total(hidden);
  const pixels = PIXELS.find(([pictures]) => count < pictures)?.[1] ?? 16;
  const atlas = canvas(pixels, Math.max(1, count) * pixels);
  const above = sizes.slice(1).map((size, k) => {
    const column = k + 1;
    const high = (size - 1) * pitches[column] + unit;
    const scale = pixels / unit;
    const { element, context } = canvas(pixels, Math.round(high * scale));
    element.style.left = `${100 * x(column)}%`;
    element.style.top = `${y(column, 0) - unit / 2}em`;
    element.style.height = `${high}em`;
    return { element, context, size, pitch: pitches[column] * scale };
  });

  return {
    elements: above.map(({ element }) => element),

    /**
     * @param {Snapshot} snapshot
     * @param {Uint32Array} palette
     */
    render(snapshot, palette) {
      const output = above[above.length - 1];
      if (!atlas.context || !output.context) return;
      if (count > 0) snapshot.paintUnits(atlas.context, pixels, palette);
      let row = 0;
      for (const { context, size, pitch } of above.slice(0, -1)) {
        context?.clearRect(0, 0, pixels, context.canvas.height);
        for (let i = 0; i < size; i++, row += pixels) {
          context?.drawImage(atlas.element, 0, row, pixels, pixels, 0, Math.round(i * pitch), pixels, pixels);
        }
      }
      snapshot.paint(output.context, pixels, palette);
    },
  };
}

/** @param {number} width @param {number} height */
function canvas(width, height) {
  const element = html('canvas', { width, height, 'aria-hidden': 'true' });
  return { element, context: element.getContext('2d') };
}
