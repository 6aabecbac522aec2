/** English. Every language has the same keys; what is a function takes numbers and names that are already written out. */
export default {
  figure: 'Neural network, learning',
  boundary: 'Decision boundary',
  loss: 'Loss',
  lossUnit: 'mean cross-entropy',
  epoch: 'epoch',
  logarithmic: 'log',
  linear: 'linear',
  lossScale: 'Scale of the loss',
  seekSlider: 'Epoch shown',
  table: 'Truth table and what the network predicts',
  prediction: 'prediction',
  right: 'right',
  wrong: 'wrong',
  points: 'points',
  meanPrediction: 'mean prediction',

  /** Large numbers, from the largest. */
  units: /** @type {[number, string][]} */ ([
    [1e9, 'B'],
    [1e6, 'M'],
  ]),

  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',
  step: 'Step',
  stepHint: 'Train for one epoch',
  reset: 'Reset',
  resetHint: 'Back to epoch 0, to the same initial weights',
  activation: 'Activation of the hidden units',
  init: 'Initial weights',
  zero: 'zero',
  random: 'random',
  seed: 'seed',
  newSeed: 'New',
  newSeedHint: 'Draw a new seed',
  more: 'More',

  embed: 'Embed',
  embedHint: 'Put this figure into a page',
  tag: 'tag',
  frame: 'iframe',
  link: 'link',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',

  speed: 'Speed',
  perSecond: (/** @type {string} */ epochs) => `${epochs} epochs/s`,
  learningRate: 'Learning rate',
  deviation: 'Deviation',
  layers: 'Hidden units',
  noLayers: 'none',
  data: 'Gate',
  ownData: 'own points',
  gradientScale: 'Gradient',
  listing: 'as the listing',
  sum: 'sum',
  mean: 'mean',
  epochs: 'Stop at epoch',
  regions: 'Regions',
  shading: 'shading',
  scatter: 'scatter',

  flip: (/** @type {string} */ x1, /** @type {string} */ x2, /** @type {number} */ label) =>
    `Point (${x1}, ${x2}), label ${label}: flip it to ${1 - label}`,
  at: (/** @type {string} */ epoch, /** @type {string} */ loss, /** @type {string} */ story) =>
    `Epoch ${epoch}, loss ${loss}: ${story}`,
  reading: (/** @type {string} */ epoch, /** @type {string} */ loss) => `epoch ${epoch} · loss ${loss}`,
  predicted: (/** @type {string} */ rows) => `Predictions: ${rows}`,

  untrained: 'not trained yet',
  rowsRight: (/** @type {number} */ right, /** @type {number} */ rows) =>
    right === rows ? `all ${rows === 4 ? 'four' : rows} rows right` : `${right} of ${rows} rows right`,
  learning: (/** @type {string} */ rows) => `learning, ${rows}`,
  plateau: (/** @type {string} */ value) => `on a plateau: every row is predicted about ${value}`,
  plateauZero: (/** @type {string} */ value) =>
    `stuck: all weights started at zero, so every row is predicted ${value}`,
  plateauLinear: (/** @type {string} */ value) =>
    `stuck: no straight line separates the rows, so each is predicted ${value}`,
  localMinimum: (/** @type {number} */ fit, /** @type {number} */ rest, /** @type {string} */ value) =>
    `stuck in a local minimum: ${fit} ${fit === 1 ? 'row fits' : 'rows fit'}, the other ${rest} are all predicted about ${value}`,
  localMinimumMixed: (/** @type {string} */ rows) => `stuck in a local minimum, ${rows}`,
  diverged: (/** @type {string} */ epoch) =>
    `diverged: the learning rate is too large; this is the last finite state, epoch ${epoch}`,
  finished: (/** @type {string} */ story) => `${story} · end of the run`,
  computing: (/** @type {string} */ epoch) => `computing up to epoch ${epoch} …`,

  settingError: (/** @type {string} */ message) => `Setting not used. ${message}`,
  loadError: (/** @type {string} */ message) => `The live figure could not start (${message}).`,
  noCanvas: 'This browser gave no canvas to draw the regions on.',
};
