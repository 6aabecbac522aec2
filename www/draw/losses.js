/** What of a list of losses an axis shows. */

/** Losses below this are rounding. */
export const MIN_LOSS = 1e-16;

/**
 * The least and the greatest of the finite losses of these traces.
 * @param {Iterable<Iterable<number>>} traces
 * @returns {[number, number]}
 */
export function extent(traces) {
  let least = Infinity;
  let greatest = MIN_LOSS;
  for (const trace of traces) {
    for (const loss of trace) {
      if (loss < least) least = loss;
      if (loss > greatest && loss < Infinity) greatest = loss;
    }
  }
  return [Math.min(least, greatest), greatest];
}
