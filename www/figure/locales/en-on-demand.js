/** English, of what is loaded on demand: beside the words of en.js. */
/** @typedef {import('../../views/points/reader.js').Skipped & { labels: string[] }} Reason  with what stands for 0 and for 1 */

export default {
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
  zeroStart: 'To zeros',
  givenStart: 'To the given start',
  saveAs: 'Save as',
  notMade: (/** @type {string} */ message) => `This could not be made (${message}).`,
  tag: 'tag',
  frame: 'iframe',
  link: 'link',
  tooLong: 'The data or weights are too long for a link or an iframe; the tag holds all of them.',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',

  /** Of the settings, by the names of the options. */
  groups: {
    data: 'Data',
    network: 'Network',
    start: 'Start',
    training: 'Training',
    picture: 'Picture',
    compare: 'Compare with …',
  },
  help: {
    testShare: 'This part of the points is held out: nothing is learned from them, and they are drawn hollow.',
    deviation: 'Random: from 0 up to this. Uniform: to either side of 0. Normal: the standard deviation.',
    biases: 'The numbers that a unit adds to its weighted inputs.',
    weightsShape: 'In × out, or the units first, as some programs keep them.',
    weights: 'W1, B1, W2, B2 as NumPy prints them, or JSON.',
    batch: 'How many examples are looked at before the weights change.',
    gradientScale: 'Whether the gradients of the examples are added up or averaged.',
    l2: 'Pulls the weights towards 0. The loss shown is without it.',
    pace: 'Even: as many epochs in every second. Eased: slow where the loss changes, the whole run in about ten seconds.',
  },
  editPoints: 'Edit points',
  noLayers: 'none',
  thenLayer: ', then ',
  fullBatch: 'full batch',
  untilEpochs: 'at the last epoch',
  untilSolved: 'when solved',
  untilLoss: (/** @type {string} */ loss) => `at a loss below ${loss}`,
  weightsHint: '[[0.1 0.2] [0.3 0.4]] [0 0] [[0.5] [0.6]] [0]',
  perSecond: (/** @type {string} */ epochs) => `${epochs} epochs/s`,

  hiddenSpace: 'Hidden space',
  hiddenAxes: ['across', 'up'],
  hiddenMeaning: (/** @type {number} */ units, /** @type {number} */ layers) => {
    if (units === 0) return 'There is no hidden layer: these are the inputs, and the output draws one straight line.';
    if (units === 1) return 'The hidden unit puts the points on one axis, and the output cuts it at one place.';
    const moved = `The hidden ${layers > 1 ? 'layers move' : 'layer moves'} the points until one straight line separates them.`;
    return units === 2 ? moved : `Two of the ${units} units. The output depends on all of them, so no line is drawn.`;
  },
  hiddenPoint: (
    /** @type {string} */ x1,
    /** @type {string} */ x2,
    /** @type {number} */ label,
    /** @type {string} */ place,
  ) => `Point (${x1}, ${x2}), label ${label}: at ${place}.`,

  /** Of the runs beside the figure's own. */
  compare: {
    title: 'Side by side',
    curves: (/** @type {string[]} */ names) => `Compared: ${names.join('; ')}.`,
    picture: (/** @type {string} */ name, /** @type {string} */ outcome) => `Boundary of ${name}: ${outcome}`,
    rightOf: (/** @type {string} */ name) => `right: ${name}`,
    remove: (/** @type {string} */ name) => `Compare no more with ${name}`,
    option: 'Setting',
    add: 'Compare',
    same: 'The figure’s own run has this value.',
    there: 'This run is compared already.',
    full: (/** @type {number} */ most) => `No more than ${most} runs beside the figure’s own.`,
  },

  /** Of many starts. */
  seeds: {
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
      learning: 'still training',
      diverged: 'diverged',
    }),
    shared: (/** @type {number} */ points) => `${points === 2 ? 'two' : 'three'} points alike`,
    same: 'every start is the same',
    table: 'What became of the starts',
    columns: ['outcome', 'starts', 'share', '95 % interval'],
    solvedWhen: 'Starts solved, by epoch',
    /** Of the same seeds with two settings. */
    pairs: (/** @type {string} */ own, /** @type {string} */ other) => `The same seeds with ${own} and with ${other}`,
    solvedBy: 'solved by',
    both: 'both',
    only: (/** @type {string} */ name) => `${name} alone`,
    neither: 'neither',
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
    below: 'input',
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
      silent: () => 'Every product is 0: the input is 0 at every example.',
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
    slopes: /** @satisfies {Record<import('../snapshot/activations.js').Name | 'output', unknown>} */ ({
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
    }),

    parts: 'What each example adds',
    loss: 'loss',
    forRight: 'for the label',
    squared: 'squared',
    part: 'part',
    lossMeans: {
      'cross-entropy':
        'P is the probability that the right label is given. Sure and right adds almost 0; even, P = 0.5, adds 0.6931.',
      'squared-error': 'Twice as far off counts four times.',
    },
    unpenalised: 'The penalties are not in it.',
  },

  /** Of what edits the points. Numbers come written out. */
  editor: {
    editing: 'Edit points',
    plane: 'Plane of the points, with a cross',
    label: 'Label of new points',
    adds: 'new point',
    undo: 'Undo',
    clear: 'Clear',
    file: 'Open a file',
    done: 'Done',
    hint: 'Click for a new point. Drag a point, click it to flip its label, double-click or hold it to delete it. Paste rows or drop a file to replace them all.',
    keys: 'Keys',
    keyHint:
      'On the plane: the arrows move a cross, with Shift further; Enter or + adds a point there, Shift and Enter one of the other label. Page Up and Page Down go from point to point; there the arrows move it, Enter flips its label, Delete deletes it. Ctrl and Z take a change back, Escape ends.',
    asText: 'Points as text',
    rows: 'A row each: x1, x2, label. Rows of a spreadsheet, of a CSV file or of JSON can be pasted here.',
    point: (
      /** @type {string} */ x1,
      /** @type {string} */ x2,
      /** @type {number} */ label,
      /** @type {string} */ place,
      /** @type {string} */ count,
    ) => `Point ${place} of ${count}, (${x1}, ${x2}), label ${label}`,
    count: (/** @type {string} */ count) => (count === '1' ? '1 point' : `${count} points`),
    at: (/** @type {string} */ x1, /** @type {string} */ x2) => `(${x1}, ${x2})`,
    added: (/** @type {string} */ at, /** @type {number} */ label) => `${at} added with label ${label}`,
    moved: (/** @type {string} */ at) => `moved to ${at}`,
    flipped: (/** @type {string} */ at, /** @type {number} */ label) => `${at} has label ${label} now`,
    deleted: (/** @type {string} */ at) => `${at} deleted`,
    undone: 'undone',
    empty: 'no points: the figure keeps the last ones until there is a new one',
    full: (/** @type {string} */ limit) => `${limit} points are the most there can be`,
    read: (/** @type {string} */ points) => `${points} read`,
    unread: 'nothing was read',
    named: (/** @type {string} */ zero, /** @type {string} */ one) =>
      one === '' ? `“${zero}” is 0` : `“${zero}” is 0 and “${one}” is 1`,
    skipped: (/** @type {string} */ rows) => (rows === '1' ? '1 row skipped' : `${rows} rows skipped`),
    reason: (/** @type {Reason} */ { row, expected, got, labels }) => {
      const wanted = {
        columns: 'x1, x2, label',
        coordinates: 'two numbers from -1000 to 1000',
        label: `the label ${labels.join(' or ')}`,
      };
      return `row ${row}: expected ${wanted[expected]}, got ${got || 'nothing'}`;
    },
    manyLabels: (/** @type {string} */ count, /** @type {string[]} */ some) =>
      `expected two labels, got ${count}: ${some.join(', ')} …`,
    tooMany: (/** @type {string} */ count, /** @type {string} */ limit) =>
      `expected at most ${limit} points, got ${count}`,
    tooLarge: (/** @type {string} */ limit) => `expected a file of at most ${limit} kB`,
  },
};
