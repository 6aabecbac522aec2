/** What the predictions of an output mean, by the words of the option `output`. */

/** What the output should be for the labels 0 and 1. @param {string} output @returns {[number, number]} */
export function targetsOf(output) {
  return output === 'tanh' ? [-1, 1] : [0, 1];
}

/**
 * From 0 at the target of label 0 to 1 at that of label 1.
 * @param {number} prediction
 * @param {string} output
 */
export function shareOf(prediction, output) {
  const [zero, one] = targetsOf(output);
  return (prediction - zero) / (one - zero);
}

/**
 * Whether a prediction is on the side of its label. Exactly on the boundary it is no decision, and so never right.
 * @param {number} prediction
 * @param {number} label
 * @param {string} output
 */
export function isRight(prediction, label, output) {
  const share = shareOf(prediction, output);
  return label ? share > 0.5 : share < 0.5;
}

/**
 * The least mean loss of points that all have one answer.
 * @param {number} ones  the share of them that has label 1
 * @param {{ loss: string, output: string }} config
 */
export function leastLoss(ones, { loss, output }) {
  if (loss === 'squared-error') {
    const [zero, one] = targetsOf(output);
    return ones * (1 - ones) * (one - zero) ** 2;
  }
  return [ones, 1 - ones].reduce((sum, share) => sum - (share && share * Math.log(share)), 0);
}

/** The output's weighted input where it is between the two. @param {string} output */
export function logitOfBoundary(output) {
  return output === 'linear' ? 0.5 : 0;
}
