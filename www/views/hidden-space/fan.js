/** Marks that would lie on one another are moved apart, each the way in which its example lies from the middle of all. */

/** @import { Point } from '../../types.js' */

/** Shares of the plot: marks nearer to one another than MIN_DISTANCE begin to move, up to MAX_SHIFT where they coincide. */
const MIN_DISTANCE = 0.12;
const MAX_SHIFT = 0.1;

/**
 * How far each mark stands from its place. It changes without a jump while the places move.
 * @param {readonly Point[]} points
 * @param {number[][]} places  x, y of each, in shares of the plot
 * @returns {[x: number, y: number][]}
 */
export function fan(points, places) {
  const count = points.length;
  const mean = (/** @type {'x1' | 'x2'} */ axis) => points.reduce((sum, point) => sum + point[axis], 0) / count;
  const [x1, x2] = [mean('x1'), mean('x2')];
  const angles = points.map((point) => Math.atan2(point.x2 - x2, point.x1 - x1));
  const order = points.map((_, i) => i).sort((i, j) => angles[i] - angles[j] || i - j);
  // Evenly around: two examples in one direction have two.
  const first = angles[order[0]];
  return points.map((_, i) => {
    const angle = first + (2 * Math.PI * order.indexOf(i)) / count;
    const nearest = Math.min(
      ...places
        .slice(0, count)
        .map(([x, y], j) => (i === j ? Infinity : Math.hypot(x - places[i][0], y - places[i][1]))),
    );
    const reach = MAX_SHIFT * Math.max(0, 1 - nearest / MIN_DISTANCE);
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
}
