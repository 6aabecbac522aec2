/**
 * The line a x + b y + c = 0 clipped to a rectangle: the piece of it within, as x, y, x, y, or nothing where the line
 * does not cross it, or is none.
 *
 * @param {[a: number, b: number, c: number]} line
 * @param {ArrayLike<number>} rectangle  x min, x max, y min, y max
 * @returns {number[]}
 */
export function clipLine([a, b, c], { 0: left, 1: right, 2: bottom, 3: top }) {
  // Sums of numbers this far apart would overflow.
  const size = Math.max(Math.abs(a), Math.abs(b), Math.abs(c) / 2) * 2;
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ].map(([x, y]) => ({ x, y, side: (a / size) * x + (b / size) * y + c / size }));
  /** @type {number[]} */
  const ends = [];
  corners.forEach((from, i) => {
    const to = corners[(i + 1) % 4];
    if (from.side >= 0 === to.side >= 0) return;
    const share = from.side / (from.side - to.side);
    ends.push(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
  });
  return ends.every(Number.isFinite) ? ends : [];
}
