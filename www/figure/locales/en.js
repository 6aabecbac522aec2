/** @param {(string | number)[]} items */
const joined = (items) => items.join(', ').replace(/, ([^,(]*|\([^)]*\))$/, ' and $1');

/** @param {number} layer @param {number} layers */
const inLayer = (layer, layers) => (layers > 1 ? ` of layer ${layer}` : '');

/** English. Every language has the same keys; what is a function takes numbers and names that are already written out. */
export default {
  figure: 'Neural network, learning',
  boundary: 'Decision boundary',
  /** Of the dashed lines. */
  switches: (/** @type {number} */ units, /** @type {number} */ shown) =>
    units > shown ? `first ${shown} units switch` : 'unit switches',
  loss: 'Loss',
  lossUnits: { 'cross-entropy': 'mean cross-entropy', 'squared-error': 'mean squared error' },
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
  stepHint: 'Train for so many epochs',
  stepSize: 'Epochs of a step',
  reset: 'Reset',
  resetHint: 'Back to epoch 0, to the same initial weights',
  activation: 'Activation of the hidden units',
  init: 'Initial weights',
  seed: 'seed',
  newSeed: 'New',
  newSeedHint: 'Draw a new seed',
  /** Words that options take, where a reader is told another. */
  choices: {
    zero: 'zero',
    random: 'random',
    listing: 'weights summed, biases averaged (the post’s)',
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
    given: 'as given',
    shuffled: 'shuffled each epoch',
  },
  more: 'More',
  lookInside: 'Look inside',

  network: 'Network',
  raises: 'raises',
  lowers: 'lowers',
  hiddenUnit: (/** @type {number} */ unit, /** @type {number} 0 where there is one layer */ layer) =>
    layer ? `unit ${unit} of layer ${layer}` : `hidden unit ${unit}`,
  outputUnit: 'the output',
  column: (/** @type {number} */ column, /** @type {number} */ last) =>
    column === 0 ? 'inputs' : column === last ? 'output' : last > 2 ? `layer ${column}` : 'hidden units',
  weightOf: (/** @type {string} */ from, /** @type {string} */ to) => `weight from ${from} to ${to}`,
  biasOf: (/** @type {string} */ unit) => `bias of ${unit}`,
  numberAt: (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ gradient) =>
    `${name}: ${value}, gradient ${gradient}`,
  flow: (
    /** @type {string} */ x1,
    /** @type {string} */ x2,
    /** @type {string} */ value,
    /** @type {number} */ label,
  ) => `(${x1}, ${x2}) is answered ${value}; its label is ${label}`,
  diagramHint: 'Choose a number; drag it, or write another: the run begins anew from there.',
  newValue: 'value',
  lessBy: (/** @type {number} */ step) => `Less by ${step}`,
  moreBy: (/** @type {number} */ step) => `More by ${step}`,
  drawnStart: 'To the drawn start',

  embed: 'Embed',
  embedHint: 'Put this figure into a page or a file',
  saveAs: 'Save as',
  notMade: (/** @type {string} */ message) => `This could not be made (${message}).`,
  tag: 'tag',
  frame: 'iframe',
  link: 'link',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',

  /** Of the settings, by the names of the options. */
  groups: { data: 'Data', network: 'Network', start: 'Start', training: 'Training', picture: 'Picture' },
  options: {
    data: 'Gate',
    layers: 'Hidden units',
    activation: 'Activation',
    output: 'Output',
    loss: 'Loss',
    init: 'Initial weights',
    deviation: 'Initial weights up to',
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
    regions: 'Picture',
    starts: 'Starts',
  },
  help: {
    deviation: 'Random: from 0 up to this. Uniform: to either side of 0. Normal: the standard deviation.',
    biases: 'The numbers that a unit adds to its weighted inputs.',
    weightsShape: 'In × out, or the units first, as some programs keep them.',
    weights: 'W1, B1, W2, B2 as NumPy prints them, or JSON.',
    batch: 'How many examples are looked at before the weights change.',
    gradientScale: 'Whether the gradients of the examples are added up or averaged.',
    l2: 'Pulls the weights towards 0. The loss shown is without it.',
    pace: 'Even: as many epochs in every second. Eased: slow where the loss changes, the whole run in about ten seconds.',
  },
  noLayers: 'none',
  thenLayer: ', then ',
  ownData: 'own points',
  fullBatch: 'all',
  untilEpochs: 'at the last epoch',
  untilSolved: 'when solved',
  untilLoss: (/** @type {string} */ loss) => `at a loss below ${loss}`,
  weightsHint: '[[0.1 0.2] [0.3 0.4]] [0 0] [[0.5] [0.6]] [0]',
  perSecond: (/** @type {string} */ epochs) => `${epochs} epochs/s`,

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

  hiddenSpace: 'Hidden space',
  hiddenAxes: ['across', 'up'],
  hiddenMeaning: (/** @type {number} */ units, /** @type {number} */ layers) => {
    if (units === 0) return 'There is no hidden layer: these are the inputs, and the output draws one straight line.';
    if (units === 1) return 'The hidden unit puts the points on one axis, and the output cuts it at one place.';
    const moved = `The hidden ${layers > 1 ? 'layers move' : 'layer moves'} the points until one straight line separates them.`;
    return units === 2
      ? moved
      : `Two of the ${units} units. Where the output separates the points depends on all of them, so no line is drawn.`;
  },
  hiddenPoint: (
    /** @type {string} */ x1,
    /** @type {string} */ x2,
    /** @type {number} */ label,
    /** @type {string} */ place,
  ) => `Point (${x1}, ${x2}), label ${label}: at ${place}.`,

  untrained: 'not trained yet',
  rowsRight: (/** @type {number} */ right, /** @type {number} */ rows) => {
    if (rows === 1) return right ? 'the one point right' : 'the one point wrong';
    return right === rows ? `all ${rows === 4 ? 'four' : rows} points right` : `${right} of ${rows} points right`;
  },
  learning: (/** @type {string} */ rows) => `learning, ${rows}`,
  waiting: (/** @type {string} */ rows) => `standing still for now, ${rows}`,
  plateau: (/** @type {string} */ value) => `on a plateau: every point is answered about ${value}`,
  stuckZero: (/** @type {string} */ rows) => `stuck: the gradient is exactly 0; ${rows}`,
  stuckConstant: (/** @type {string} */ rows) =>
    `stuck: every weight is 0 and gets no gradient, so all points are answered alike; ${rows}`,
  stuckLine: (/** @type {string} */ rows) =>
    `stuck: this network draws one straight line, and no line separates these points; ${rows}`,
  stuck: (/** @type {number} */ fit, /** @type {number} */ rest, /** @type {string} */ value) =>
    `stuck: ${fit === 1 ? '1 point fits' : `${fit} points fit`}, the other ${rest} are all answered about ${value}`,
  stuckMixed: (/** @type {string} */ rows) => `stuck, ${rows}`,
  diverged: (/** @type {string} */ epoch) =>
    `diverged: the learning rate is too large; this is the last finite state, epoch ${epoch}`,
  finished: (/** @type {string} */ story) => `${story} · end of the run`,
  computing: (/** @type {string} */ epoch) => `computing up to epoch ${epoch} …`,

  /** Reasons, each a sentence. */
  why: {
    twins: (/** @type {number[]} */ units, /** @type {number} */ layer, /** @type {number} */ layers) =>
      `Hidden units ${joined(units)}${inLayer(layer, layers)} are identical and stay so, for equal units get equal gradients: they are one unit.`,
    saturated: (
      /** @type {number} */ unit,
      /** @type {number} */ layer,
      /** @type {number} */ layers,
      /** @type {string} */ slope,
    ) =>
      `Hidden unit ${unit}${inLayer(layer, layers)} is saturated: at these points its slope is at most ${slope}, and so little of the error comes back through it.`,
    dead: (/** @type {number} */ unit, /** @type {number} */ layer, /** @type {number} */ layers) =>
      `Hidden unit ${unit}${inLayer(layer, layers)} answers 0 to every point, so no error comes back through it.`,
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
      `The points ${joined(points)} are all answered about ${answer}. As long as they share one answer, the loss cannot fall below ${loss}.`,
  },

  /** Of many starts. */
  seeds: {
    title: (/** @type {string} */ count) => `${count} ${count === '1' ? 'start' : 'starts'}`,
    range: (/** @type {string} */ first, /** @type {string} */ last) =>
      first === last ? `seed ${first}` : `seeds ${first} to ${last}`,
    order: 'Order of the pictures',
    orders: { outcome: 'by outcome', seed: 'by seed' },
    progress: 'Epochs of all starts',
    begin: 'Start',
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Cancel',
    solvedSoFar: (/** @type {string} */ solved, /** @type {string} */ all) => `${solved} of ${all} solved so far`,
    solved: (/** @type {string} */ solved, /** @type {string} */ all, /** @type {string} */ epochs) =>
      `${solved} of ${all} solved within ${epochs} epochs`,
    pictures: 'Boundary of each start: press one to see its run',
    seed: (/** @type {string} */ seed) => `seed ${seed}`,
    start: (/** @type {string} */ seed, /** @type {string} */ what) => `seed ${seed}, ${what}`,
    solvedAt: (/** @type {string} */ epoch) => `solved at epoch ${epoch}`,
    stuckAt: (/** @type {string} */ loss) => `stuck at loss ${loss}`,
    outcomes: /** @type {Record<string, string>} */ ({
      solved: 'solved',
      plateau: 'on the plateau',
      learning: 'still learning',
      diverged: 'diverged',
    }),
    shared: (/** @type {number} */ points) => `${points === 2 ? 'two' : 'three'} answered alike`,
    table: 'What became of the starts',
    columns: ['outcome', 'starts', 'share', '95 % interval'],
    solvedWhen: 'starts solved, by epoch',
  },

  /** Of the inspector. Names as W1 are the post's; what is a function takes texts that are ready. */
  inspect: {
    title: 'Where a number comes from',
    hint: 'Choose a line, a unit or the loss to see where its numbers come from.',
    input: (/** @type {number} */ input) => (input === 1 ? 'x₁' : 'x₂'),
    unit: (/** @type {number} */ unit) => `hidden unit ${unit}`,
    unitOf: (/** @type {number} */ unit, /** @type {number} */ layer) => `unit ${unit} of hidden layer ${layer}`,
    output: 'the output',
    weight: (/** @type {string} */ from, /** @type {string} */ to) => `Weight from ${from} to ${to}`,
    bias: (/** @type {string} */ unit) => `Bias of ${unit}`,
    curve: (/** @type {string} */ activation, /** @type {string} */ unit) =>
      `The curve of ${unit}, ${activation}, and its examples`,
    unitTitle: (/** @type {string} */ unit, /** @type {string} */ activation) =>
      `${unit[0].toUpperCase()}${unit.slice(1)}, ${activation}`,

    example: 'example',
    exampleName: (/** @type {string} */ x1, /** @type {string} */ x2, /** @type {number} */ label) =>
      `Example ${x1} ${x2} ${label}: inputs, label`,
    at: (/** @type {string} */ x1, /** @type {string} */ x2) => `for example ${x1} ${x2}`,
    others: (/** @type {string} */ count) => `${count} others`,
    pulls: 'How each example pulls',
    below: 'below',
    always: 'always',
    error: 'error',
    product: 'product',
    sum: 'sum',
    divided: (/** @type {string} */ count) => `÷ ${count} examples`,
    penalty: '+ penalty',
    now: 'now',
    rate: 'rate',
    next: 'after one more step',
    errorOf: (/** @type {string} */ x1, /** @type {string} */ x2, /** @type {number} */ label) =>
      `Where the error comes from: example ${x1} ${x2}, label ${label}`,
    /** Why a sum is 0. `above` is the name of the weights above. */
    findings: {
      untrained: () => 'This layer has no biases: this number stays 0.',
      silent: () => 'Every product is 0: what stands below answers 0 to every example.',
      cut: (/** @type {string} */ above) =>
        `Every product is 0: the error comes back through ${above}, and ${above} is 0 here, so none arrives.`,
      flat: () => 'Every product is 0: the slope is 0 at every example, so no error gets through.',
      errorless: () => 'Every product is 0: no error comes back.',
      zeros: () => 'Every product is 0: in each line one of the two numbers is 0.',
      cancel: () => 'The pulls cancel: their sum is exactly 0.',
    },
    stays: 'So this number does not change.',
    /** What else enters an update. */
    also: {
      momentum: 'The update is not shown: momentum adds a part of the last one to rate × gradient.',
      adam: 'The update is not shown: Adam makes it of the gradients so far and of their size.',
      random: 'The examples of an update are picked at random; these lines are over all, each once.',
      batch: 'An epoch takes several updates, each over some of the examples; these lines are over all.',
    },

    forward: 'What it answers',
    back: 'The error that it lets through',
    weighted: 'weighted sum',
    answer: 'answer',
    slope: 'slope',
    target: 'label',
    returns: 'comes back',
    through: 'gets through',
    /** Of the activations: the largest slope now, and at how many of all examples it is 1. */
    slopes: {
      sigmoid: (/** @type {string} */ largest, /** @type {string} */ _open, /** @type {string} */ _all) =>
        `The largest slope here is ${largest}. A sigmoid’s is never more than 1/4, so at most a quarter of the error gets through.`,
      tanh: (/** @type {string} */ largest) =>
        `The largest slope here is ${largest}. That of tanh goes up to 1, where Z is 0: there all of the error gets through.`,
      relu: (/** @type {string} */ _, /** @type {string} */ open, /** @type {string} */ all) =>
        `The slope is 1 where Z is above 0, and 0 elsewhere: the error gets through at ${open} of ${all}.`,
      'leaky-relu': (/** @type {string} */ _, /** @type {string} */ open, /** @type {string} */ all) =>
        `The slope is 1 where Z is above 0, and 0.01 elsewhere: all of the error gets through at ${open} of ${all}.`,
      linear: () => 'The slope is 1 everywhere: all of the error gets through.',
      output: 'With this loss the slope of the output drops out: the error is the answer less the label.',
    },

    parts: 'What each example adds',
    loss: 'loss',
    forRight: 'for the label',
    squared: 'squared',
    part: 'part',
    lossMeans: {
      'cross-entropy':
        'P is the probability that the right label is given. Sure and right adds almost 0; even, P = 0.5, adds 0.6931.',
      'squared-error': 'Twice as far off counts four times.',
    },
    unpenalised: 'The penalties are not in it.',
  },

  settingError: (/** @type {string} */ message) => `Setting not used. ${message}`,
  loadError: (/** @type {string} */ message) => `The live figure could not start (${message}).`,
  noCanvas: 'This browser gave no canvas to draw the regions on.',
};
