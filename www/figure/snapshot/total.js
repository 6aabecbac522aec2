/** The sum of numbers, added one after the other. @param {Iterable<number>} values */
export function total(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
