// The words that the modules of the figure share. For the type checker and the reader alone: no browser loads this.

import type en from './figure/locales/en.js';
import type { load } from './wasm.js';

export type Trainer = InstanceType<Awaited<ReturnType<typeof load>>['Trainer']>;

/** Options by name, as attributes write them; what is absent takes its default. */
export type Settings = Record<string, unknown>;

/** All options, as the trainer gives them: complete and valid, in the form that attributes take. */
export interface Config {
  /** A gate's name, or points. */
  data: string | [x1: number, x2: number, label: number][];
  activation: string;
  init: string;
  deviation: number;
  seed: number;
  layers: number[];
  learningRate: number;
  gradientScale: string;
  epochs: number;
  speed: number;
  regions: string;
  lossScale: string;
  [name: string]: unknown;
}

export interface Point {
  readonly x1: number;
  readonly x2: number;
  readonly label: number;
}

/** All that the views may know, as it is at one epoch. */
export interface Snapshot {
  readonly config: Config;
  readonly epoch: number;
  /** The end of the recorded run: beyond `epoch` after a seek back. */
  readonly furthest: number;
  readonly loss: number;
  /** learning, plateau, solved, stuck or diverged. */
  readonly outcome: string;
  readonly playing: boolean;
  readonly finished: boolean;
  /** The epoch that a long step or seek is on its way to. */
  readonly goal: number | null;
  readonly points: readonly Point[];
  /** One for each point. */
  readonly predictions: Float64Array;
  /** How many points are predicted right. */
  readonly right: number;
  /** The loss at epochs 0, lossStride, 2 lossStride ... furthest. */
  readonly lossTrace: Float64Array;
  readonly lossStride: number;
  /** x1 min, x1 max, x2 min, x2 max of the boundary. */
  readonly domain: Float64Array;
  // These three speak of the trainer's present: call them while rendering.
  /** Paints the field and gives the decision boundary. */
  readonly paint: Trainer['paint'];
  readonly scatter: Trainer['scatter'];
}

/** What a session tells: that something is to be drawn, that epochs went by, that the end was reached, that it broke. */
export type News = 'change' | 'progress' | 'finish' | 'failure';

/** What a reader can want of the figure. */
export interface Intents {
  play(): void;
  pause(): void;
  step(): void;
  reset(): void;
  seek(epoch: number): void;
  /** The label of the point at this index. */
  flip(index: number): void;
  /** An option; null is its default, and for the seed a new one. */
  set(name: string, value: string | null): void;
}

export type Words = typeof en;

type Format = (value: number) => string;

export interface Locale {
  lang: string;
  words: Words;
  /** 12,345 */
  whole: Format;
  /** A tick: 0.5, 20,000, 3M. */
  brief: Format;
  /** 0.0024 */
  probability: Format;
  /** A probability in a sentence: 0.5, 0.67. */
  hundredths: Format;
  /** Four digits of any size: 0.001868, 5.21 × 10⁻⁹. */
  small: Format;
}

/** From numbers to the share 0..1 of an axis, and back. */
export interface Scale {
  at: (value: number) => number;
  back: (share: number) => number;
  ticks: number[];
}

/** The weights of a layer, fan_in x fan_out, and its biases, fan_out x 1. */
export interface Layer {
  W: number[][];
  B: number[][];
}
