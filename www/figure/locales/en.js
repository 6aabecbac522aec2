/** @param {(string | number)[]} items */
const joined = (items) => items.join(', ').replace(/, ([^,(]*|\([^)]*\))$/, ' and $1');

/** @param {number} layer @param {number} layers */
const inLayer = (layer, layers) => (layers > 1 ? ` of layer ${layer}` : '');

/**
 * English. Every language has the same keys; what is a function takes numbers and names that are already written out. The
 * words of what is loaded on demand are in en-on-demand.js.
 */
export default {
  figure: 'Neural network, learning',
  boundary: 'Decision boundary',
  /** Of the dashed lines. */
  switches: (/** @type {number} */ units, /** @type {number} */ shown) =>
    units > shown ? `first ${shown} hidden units` : 'hidden units',
  loss: 'Loss',
  lossUnits: { 'cross-entropy': 'mean cross-entropy', 'squared-error': 'mean squared error' },
  /** Of what is trained on, and of what is held out. */
  curves: ['training', 'test'],
  testLoss: 'test loss',
  testLossIs: (/** @type {string} */ loss) => `The test loss is ${loss}.`,
  epoch: 'epoch',
  lossScale: 'Scale of the loss',
  seekSlider: 'Epoch shown',
  pin: 'Pin',
  pinHint: (/** @type {string} */ name) => `Keep the pale curve: ${name}`,
  unpin: (/** @type {string} */ name) => `Let go of the pale curve: ${name}`,
  ghosts: (/** @type {string[]} */ names) => `Pale, for comparison: ${names.join('; ')}.`,
  rate: 'rate',
  table: 'Truth table and what the network predicts',
  prediction: 'prediction',
  right: 'right',
  wrong: 'wrong',
  points: 'points',
  heldOut: 'held out',
  meanPrediction: 'mean prediction',

  /** Large numbers, from the largest. */
  units: /** @type {[number, string][]} */ ([
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ]),

  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',
  step: 'Step',
  stepHint: 'Train for so many epochs',
  stepSize: 'Epochs of a step',
  reset: 'Reset',
  resetHint: 'Back to epoch 0, to the same initial weights',
  /** In the name of a run. */
  zeroInit: 'zero',
  activation: 'Activation of the hidden units',
  init: 'Initial weights',
  seed: 'seed',
  newSeed: 'New',
  newSeedHint: 'Draw a new seed',
  /** Words that options take, where a reader is told another. */
  choices: {
    zero: 'zero',
    random: 'random',
    listing: 'only biases averaged',
    sum: 'summed',
    mean: 'averaged',
    even: 'even',
    eased: 'eased',
    log: 'log',
    linear: 'linear',
    shading: 'shades',
    scatter: '169 dots',
    relu: 'ReLU',
    'leaky-relu': 'leaky ReLU',
    'cross-entropy': 'cross-entropy',
    'squared-error': 'squared error',
    uniform: 'uniform',
    normal: 'normal',
    'glorot-uniform': 'Glorot, uniform',
    'glorot-normal': 'Glorot, normal',
    'he-uniform': 'He, uniform',
    'he-normal': 'He, normal',
    torch: 'PyTorch',
    drawn: 'drawn',
    hidden: 'drawn, none at the output',
    none: 'none',
    'in-out': 'in × out',
    'out-in': 'out × in',
    gd: 'gradient descent',
    momentum: 'with momentum',
    adam: 'Adam',
    circle: 'circle',
    gauss: 'two Gaussians',
    spiral: 'spiral',
    moons: 'two moons',
    given: 'as given',
    shuffled: 'shuffled each epoch',
  },
  more: 'More',
  lookInside: 'Look inside',
  starts: (/** @type {string} */ count) => `${count} ${count === '1' ? 'start' : 'starts'}`,

  embed: 'Embed',
  embedHint: 'Put this figure into a page or a file',
  options: {
    data: 'Gate or cloud',
    points: 'Points',
    noise: 'Noise',
    testShare: 'Test share',
    layers: 'Hidden units',
    activation: 'Activation',
    output: 'Output',
    loss: 'Loss',
    init: 'Initial weights',
    deviation: 'Weights up to',
    biases: 'Biases',
    weightsShape: 'Drawn as',
    weights: 'Start numbers',
    learningRate: 'Learning rate',
    optimizer: 'Optimiser',
    momentum: 'Momentum',
    batch: 'Examples an update',
    order: 'Order',
    gradientScale: 'Gradient',
    l1: 'L1 penalty',
    l2: 'L2 penalty',
    epochs: 'Stop at epoch',
    until: 'Stop',
    pace: 'Pace',
    speed: 'Speed',
    regions: 'Regions',
    starts: 'Starts',
  },
  ownData: 'own points',

  thisRun: 'this run',
  runBeside: 'Compare',
  runBesideHint: (/** @type {string} */ name) => `Compare with this run: ${name}`,

  flip: (/** @type {string} */ x1, /** @type {string} */ x2, /** @type {number} */ label) =>
    `Point (${x1}, ${x2}), label ${label}: flip it to ${1 - label}`,
  at: (/** @type {string} */ epoch, /** @type {string} */ loss, /** @type {string} */ story) =>
    `Epoch ${epoch}, loss ${loss}: ${story}`,
  reading: (/** @type {string} */ epoch, /** @type {string} */ loss) => `epoch ${epoch} · loss ${loss}`,
  probe: 'Answer at a place of the plane',
  answer: (/** @type {string} */ x1, /** @type {string} */ x2, /** @type {string} */ answer) =>
    `(${x1}, ${x2}) → ${answer}`,
  answerSpoken: (/** @type {string} */ x1, /** @type {string} */ x2, /** @type {string} */ answer) =>
    `x1 ${x1}, x2 ${x2}: answer ${answer}`,

  untrained: 'not trained yet',
  rowsRight: (
    /** @type {number} */ right,
    /** @type {number} */ rows,
    /** @type {(count: number) => string} */ whole = String,
  ) => {
    if (rows === 1) return right ? 'the one point right' : 'the one point wrong';
    const [some, all] = [right, rows].map(whole);
    return right === rows ? `all ${rows === 4 ? 'four' : all} points right` : `${some} of ${all} points right`;
  },
  undecided: (/** @type {string} */ value) => `every answer is exactly ${value}`,
  learning: (/** @type {string} */ rows) => `training, ${rows}`,
  waiting: (/** @type {string} */ rows) => `hardly moving, ${rows}`,
  plateau: (/** @type {string} */ value) => `on a plateau: all points answered about ${value}`,
  stuckZero: (/** @type {string} */ rows) => `stuck: the gradient is exactly 0; ${rows}`,
  stuckConstant: (/** @type {string} */ rows) => `stuck: weights and their gradients are 0; ${rows}`,
  stuckLine: (/** @type {string} */ rows) => `stuck: one line cannot separate these points; ${rows}`,
  stuck: (/** @type {number} */ fit, /** @type {number} */ rest, /** @type {string} */ value) =>
    `stuck: ${fit === 1 ? '1 point fits' : `${fit} points fit`}, the other ${rest} are answered about ${value}`,
  stuckMixed: (/** @type {string} */ rows) => `stuck, ${rows}`,
  diverged: (/** @type {string} */ epoch) => `diverged after epoch ${epoch}: the learning rate is too large`,
  overflows: 'diverged: the start numbers are too large',
  finished: (/** @type {string} */ story) => `${story} · end of the run`,
  computing: (/** @type {string} */ epoch) => `computing up to epoch ${epoch} …`,

  /** Reasons, each a sentence. */
  why: {
    twins: (/** @type {number[]} */ units, /** @type {number} */ layer, /** @type {number} */ layers) =>
      `Hidden units ${joined(units)}${inLayer(layer, layers)} are identical and stay so, for equal units get equal gradients: they are one unit.`,
    saturated: (
      /** @type {number[]} */ units,
      /** @type {number} */ layer,
      /** @type {number} */ layers,
      /** @type {string} */ slope,
    ) =>
      units.length > 1
        ? `Hidden units ${joined(units)}${inLayer(layer, layers)} are saturated: at these points their slopes are at most ${slope}, and so little of the error comes back through them.`
        : `Hidden unit ${units}${inLayer(layer, layers)} is saturated: at these points its slope is at most ${slope}, and so little of the error comes back through it.`,
    dead: (/** @type {number[]} */ units, /** @type {number} */ layer, /** @type {number} */ layers) =>
      units.length > 1
        ? `Hidden units ${joined(units)}${inLayer(layer, layers)} answer 0 to every point, so no error comes back through them.`
        : `Hidden unit ${units}${inLayer(layer, layers)} answers 0 to every point, so no error comes back through it.`,
    noLayer: 'Without a hidden layer the network draws one straight line, and no line separates these points.',
    linear: 'With linear units the network draws one straight line, and no line separates these points.',
    oneLine:
      'With one unit, or units that are one, the network draws one straight line, and no line separates these points.',
    noError: 'The weights into the output are all 0, so no error comes back to the hidden units.',
    cancel: (/** @type {string[]} */ errors) => `The errors at the output, ${joined(errors)}, add up to 0.`,
    zero: 'The gradient is exactly 0: an update changes nothing.',
    flat: (/** @type {string} */ now, /** @type {string} */ start) =>
      `The loss is almost flat here: the steepest slope is ${now}, and it was ${start} at the start.`,
    shared: (/** @type {string[]} */ points, /** @type {string} */ answer, /** @type {string} */ loss) =>
      `The points ${joined(points)} are answered about ${answer}. As long as they share one answer, the loss cannot fall below ${loss}.`,
  },

  settingError: (/** @type {string} */ message) => `Setting not used. ${message}`,
  loadError: (/** @type {string} */ message) => `The live figure could not start (${message}).`,
  missing: (/** @type {string} */ file) => `This needs the file ${file} beside the figure’s script.`,
  noCanvas: 'This browser gave no canvas to draw the regions on.',
};
