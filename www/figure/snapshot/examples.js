/**
 * The examples of a run: those that are trained on, and those that are held out.
 *
 * @import { Point, Trainer } from '../../types.js'
 */

/** Points, up to which each is shown with its label and named; more are drawn as dots and summed up. */
export const MAX_LISTED_POINTS = 8;

/**
 * The trainer's examples, out of its flat x1, x2, label: those that are trained on, and those that are held out.
 * @param {Pick<Trainer, 'points' | 'heldOut'>} trainer
 * @returns {{ points: readonly Point[], heldOut: readonly Point[] }}
 */
export function examplesOf(trainer) {
  const flat = trainer.points();
  const places = new Set(trainer.heldOut());
  const all = Array.from({ length: flat.length / 3 }, (_, row) =>
    Object.freeze({ x1: flat[3 * row], x2: flat[3 * row + 1], label: flat[3 * row + 2], row }),
  );
  return {
    points: Object.freeze(all.filter(({ row }) => !places.has(row))),
    heldOut: Object.freeze(all.filter(({ row }) => places.has(row))),
  };
}

/**
 * `[x1, x2, label]` of each point, held out or not, in the order of the data.
 * @param {{ points: readonly Point[], heldOut: readonly Point[] }} examples
 * @returns {[x1: number, x2: number, label: number][]}
 */
export function dataOf({ points, heldOut }) {
  const all = [...points, ...heldOut].sort((a, b) => a.row - b.row);
  return all.map(({ x1, x2, label }) => [x1, x2, label]);
}
