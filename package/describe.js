/**
 * The element in the forms that editors read: its attributes and properties from the core's table of options, all else from
 * the lists here, which a test holds to the element.
 */
import { OPTIONS } from '../www/pkg/options.js';

/** @typedef {{ name: string, attribute: string, type: string, default?: string | number, choices?: string[], min?: number, max?: number, expected: string }} Option */

const options = /** @type {Option[]} */ (/** @type {unknown} */ (OPTIONS));

const EVENTS = [
  ['figure-ready', 'It can be asked. `detail`: epoch, loss, outcome.'],
  ['figure-progress', 'Epochs went by; at most once a frame. `detail`: epoch, loss, outcome.'],
  ['figure-finish', 'The end of the run was reached. `detail`: epoch, loss, outcome.'],
  ['figure-error', 'A setting was refused, or the figure cannot run here. `detail`: message.'],
];
const PARTS = [
  'figure',
  'boundary',
  'contour',
  'unit',
  'loss',
  'curve',
  'table',
  'compare',
  'hidden-space',
  'grid',
  'network',
  'diagram',
  'inspector',
  'diagnosis',
  'seeds',
  'controls',
  'play',
  'settings',
  'embed',
  'status',
  'error',
];
const PROPERTIES = [
  ['--nf-zero', 'Ink of class 0.'],
  ['--nf-one', 'Ink of class 1.'],
  ['--nf-zero-fill', 'Tint of class 0.'],
  ['--nf-one-fill', 'Tint of class 1.'],
  ['--nf-gap', 'Space between the two columns.'],
  ['--nf-max-width', 'The widest that it becomes.'],
];
const METHODS = [
  ['play', [], 'Trains at `speed` until `epochs`; at the end it begins again.'],
  ['pause', [], 'Rests.'],
  ['step', [['epochs', 'number', true]], 'Trains for so many epochs, 1 unless told, and rests.'],
  ['reset', [], 'Back to epoch 0 of the same run, and rests.'],
  ['seek', [['epoch', 'number', false]], 'To an epoch, earlier or later, of the same run, and rests.'],
];
const GETTERS = [
  ['epoch', 'number', 'Epochs taken so far.'],
  ['testLoss', 'number', 'Of what is held out; NaN where nothing is.'],
  ['predictions', 'number[]', 'One for each example that is trained on.'],
  ['metrics', 'Metrics', 'Measures of the predictions.'],
  ['parameters', 'Layer[]', 'Of each layer.'],
  ['gradients', 'Layer[]', 'What the next update follows.'],
  ['outcome', "'learning' | 'plateau' | 'solved' | 'stuck' | 'diverged'", 'What has become of the run so far.'],
  ['playing', 'boolean', 'Whether it trains by the clock.'],
  ['moment', 'number', 'The `at` of what is on screen: where it rests, or will; 0 while it plays and at its end.'],
  ['ready', 'Promise<NeuralFigure>', 'Settles when it can be asked; rejects if it cannot run here.'],
];

/** @param {Option} option */
function typeOf({ type, choices, name }) {
  if (type === 'choice') return (choices ?? []).map((choice) => `'${choice}'`).join(' | ');
  if (name === 'data') return 'string | [x1: number, x2: number, label: number][]';
  if (name === 'layers') return 'string | number | number[]';
  if (name === 'weights') return 'string | { W: number[][]; B?: number[][] }[]';
  if (name === 'views' || name === 'compare') return 'string';
  if (choices) return [...choices.map((choice) => `'${choice}'`), 'number'].join(' | ');
  return 'number';
}

/** What a property gives back is narrower than what it takes. @param {Option} option */
function readOf(option) {
  return option.type === 'text' ? 'string' : typeOf(option);
}

/** What holds for an option without a default. @type {Record<string, string>} */
const ABSENT = {
  seed: 'drawn when absent',
  biases: 'drawn when absent, zero beside Glorot and He',
  weights: 'none when absent',
  gradientScale: 'listing when absent, mean beside a cloud',
};

export function types() {
  const accessors = options.map((option) => {
    const absent = ABSENT[option.name] ?? `${option.default} when absent`;
    // What is read of `loss` is its value now.
    const get = option.name === 'loss' ? 'number' : readOf(option);
    const set = option.name === 'loss' ? 'any' : `${typeOf(option)} | null`;
    return `  /** ${option.expected}; ${absent} */\n  get ${option.name}(): ${option.default === undefined ? `${get} | undefined` : get};\n  set ${option.name}(value: ${set});`;
  });
  const methods = METHODS.map(([name, parameters, text]) => {
    const list = /** @type {[string, string, boolean][]} */ (parameters).map(
      ([name, type, optional]) => `${name}${optional ? '?' : ''}: ${type}`,
    );
    return `  /** ${text} */\n  ${name}(${list.join(', ')}): void;`;
  });
  const getters = GETTERS.map(([name, type, text]) => `  /** ${text} */\n  readonly ${name}: ${type};`);
  const events = EVENTS.map(
    ([name]) => `  '${name}': CustomEvent<${name === 'figure-error' ? '{ message: string }' : 'Progress'}>;`,
  );
  return `/** W is fan in x fan out, B is fan out x 1. */
export interface Layer {
  W: number[][];
  B: number[][];
}

/** Of the predictions of all examples. */
export interface Metrics {
  /** In nats; NaN where the output is no probability. */
  crossEntropy: number;
  meanSquaredError: number;
  meanAbsoluteError: number;
  /** The share that is right. */
  accuracy: number;
}

export interface Progress {
  epoch: number;
  loss: number;
  outcome: NeuralFigure['outcome'];
}

/** \`<neural-figure>\`: a neural network that trains, live. */
export class NeuralFigure extends HTMLElement {
${[...accessors, ...methods, ...getters].join('\n')}
  /** Whether it begins to train by itself; a reader who wants less motion gets its end instead. */
  autoplay: boolean;
  /** Names the figure to those who hear the page; the heading above when empty. */
  get label(): string;
  set label(value: string | null);
}

declare global {
  interface HTMLElementTagNameMap {
    'neural-figure': NeuralFigure;
  }
  namespace JSX {
    interface IntrinsicElements {
      'neural-figure': Record<string, unknown>;
    }
  }
  interface GlobalEventHandlersEventMap {
  ${events.join('\n  ')}
  }
}
`;
}

/** custom-elements.json, schema 1. */
export function manifest() {
  const attributes = [
    ...options.map(({ name, attribute, expected, default: initial, ...option }) => ({
      name: attribute,
      fieldName: name,
      description: expected,
      type: { text: typeOf({ name, attribute, expected, ...option }) },
      ...(initial === undefined ? {} : { default: String(initial) }),
    })),
    {
      name: 'autoplay',
      fieldName: 'autoplay',
      description: 'Begins to train by itself.',
      type: { text: 'boolean' },
    },
    {
      name: 'label',
      fieldName: 'label',
      description: 'Names the figure to those who hear the page.',
      type: { text: 'string' },
    },
  ];
  return {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: 'neural-figure.js',
        declarations: [
          {
            kind: 'class',
            customElement: true,
            name: 'NeuralFigure',
            tagName: 'neural-figure',
            description: 'A neural network that trains, live.',
            superclass: { name: 'HTMLElement' },
            attributes,
            members: [
              ...attributes.map(({ name, fieldName, ...field }) => ({
                kind: 'field',
                name: fieldName,
                attribute: name,
                reflects: true,
                ...field,
              })),
              ...METHODS.map(([name, , description]) => ({ kind: 'method', name, description })),
              ...GETTERS.map(([name, text, description]) => ({
                kind: 'field',
                name,
                type: { text },
                readonly: true,
                description,
              })),
            ],
            events: EVENTS.map(([name, description]) => ({ name, description, type: { text: 'CustomEvent' } })),
            cssParts: PARTS.map((name) => ({ name })),
            cssProperties: PROPERTIES.map(([name, description]) => ({ name, description })),
            slots: [{ name: '', description: 'Shown where the figure cannot run.' }],
          },
        ],
        exports: [
          { kind: 'js', name: 'NeuralFigure', declaration: { name: 'NeuralFigure', module: 'neural-figure.js' } },
          {
            kind: 'custom-element-definition',
            name: 'neural-figure',
            declaration: { name: 'NeuralFigure', module: 'neural-figure.js' },
          },
        ],
      },
    ],
  };
}
