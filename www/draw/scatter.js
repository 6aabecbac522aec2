/** Where the post's own picture asks for a prediction: at every 0.08 in [0, 1), x1 in the outer loop. */
export const SCATTER = Array.from({ length: 169 }, (_, i) => ({ x1: 0.08 * Math.floor(i / 13), x2: 0.08 * (i % 13) }));
