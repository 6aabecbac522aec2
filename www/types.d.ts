// The words that the modules of the figure share. For the type checker and the reader alone: no browser loads this.

import type { Snapshot } from './figure/snapshot.js';
import type { compareView } from './views/compare.js';
import type en from './figure/locales/en.js';
import type enOnDemand from './figure/locales/en-on-demand.js';
import type { load } from './wasm.js';

export type { Config } from './pkg/config.js';

type Core = Awaited<ReturnType<typeof load>>;

export type Trainer = Omit<InstanceType<Core['Trainer']>, 'metrics'> & { metrics(): Metrics };

/** How far the predictions are from the labels. */
export interface Metrics {
  /** In nats; NaN where the output is no probability. */
  crossEntropy: number;
  meanSquaredError: number;
  meanAbsoluteError: number;
  /** The share that is right. */
  accuracy: number;
}

export type Sweep = Omit<InstanceType<Core['Sweep']>, 'runs'> & { runs(): SweptRun[] };

export interface SweepClass {
  new (config: unknown, starts: unknown): Sweep;
  /** The 95 % interval of a share. */
  interval(count: number, of: number): Float64Array;
}

/** What has become of one start of a sweep. */
export interface SweptRun {
  seed: number;
  /** Epochs taken so far. */
  epoch: number;
  loss: number;
  /** The epoch from which on it was solved up to this one; NaN where it is not. */
  solvedAt: number;
  outcome: string;
  /** As a Trainer says it. */
  reason: string;
  /** If it is stuck, the least loss of those in the same minimum; NaN where it is not. */
  minimum: number;
}

/** Options by name, as attributes write them; what is absent takes its default. */
export type Settings = Record<string, unknown>;

export interface Point {
  readonly x1: number;
  readonly x2: number;
  readonly label: number;
  /** Its place in the data. */
  readonly row: number;
}

/** What makes a session go on in every frame: told to run, it calls `advance`, or `fail` with what that threw. */
export interface Clock {
  run(runner: Runner): void;
  rest(runner: Runner): void;
  /** Milliseconds. */
  now(): number;
}

export interface Runner {
  /** `seconds` since the last call; it is to return by `deadline`, in the clock's milliseconds. */
  advance(seconds: number, deadline: number): void;
  fail(error: unknown): void;
  /** Nothing on the screen moves by what it does: while all are so, a frame trains for longer. */
  isQuiet?: boolean;
}

/** Losses of a run at some of its epochs, from 0 up. */
export interface Trace {
  readonly epochs: readonly number[];
  readonly losses: readonly number[];
}

/** A learning rate, and the epoch from which it holds. */
export interface Rate {
  readonly epoch: number;
  readonly rate: number;
}

/** What an earlier run has left behind. */
export interface Ghost {
  readonly config: Config;
  readonly trace: Trace;
  /** Its place among those that are kept, from 0; the others give way to the next. */
  readonly pin: number | null;
}

/** A run that is only shown: its loss as far as it is known. */
export interface Preview {
  readonly config: Config;
  readonly trace: Trace;
}

/** What a session tells: that something is to be drawn, that epochs went by, that the end was reached, that it broke, that many starts are further on. */
export type News = 'change' | 'progress' | 'finish' | 'failure' | 'starts';

/** What a reader can want of the figure. */
export interface Intents {
  play(): void;
  pause(): void;
  step(epochs?: number): void;
  reset(): void;
  /** To an epoch, or to that which this says of the run as it is now, drawn or not. */
  seek(to: number | ((now: Snapshot) => number)): void;
  /** An option, in the form that its attribute takes, and others that go with it; null is a default. */
  set(name: string, value: string | null, others?: Record<string, string | null>): void;
  /** While a control is held: shows the whole run with this value; without one, no longer. */
  preview(name: string, value?: string | null): void;
  /** Keeps the curve of the last run, beside those that come. */
  pin(): void;
  /** Lets go what is kept at that place. */
  unpin(pin: number): void;
  /** Of the many starts. To cancel them frees their memory; to play begins them, or goes on. */
  sweep(wish: 'play' | 'pause' | 'cancel'): void;
  /** Attends to a point of the data, by its place, or to none: all views are told. */
  point(example: number | null): void;
  /** Edits the data, in the view that can. */
  edit(): void;
}

/** What the inspector explains. `layer` is that of the parameters, 0 for W1 and B1; the output is the one unit of the last. */
export type Selection =
  | { kind: 'weight'; layer: number; from: number; to: number }
  | { kind: 'bias'; layer: number; unit: number }
  | { kind: 'unit'; layer: number; unit: number }
  | { kind: 'loss' };

/** What the size of a figure follows from, as far as its attributes tell before there is a run. */
export interface Layout {
  views: string;
  controls: string;
  activation: string;
  init: string;
  /** Whether all numbers of the start are 0. */
  fromZeros: boolean;
  output: string;
  compare: string;
  /** Sizes of the hidden layers. */
  layers: number[];
  /** Rows of the data that are trained on, and those that are held out. */
  rows: [training: number, heldOut: number];
  /** Of a sweep. */
  starts: number;
}

/** A part of a figure: an element, and what to show in it. */
export interface View {
  element: HTMLElement;
  /** A cell of its own in the layout, or a row of its own; the others share one, one below the other. */
  shape?: 'square' | 'wide';
  /** `isRead`: whether texts are written anew too, which nobody reads in every frame. */
  render(snapshot: Snapshot, isRead: boolean): void;
  /** Before there is a run: as high as it will be. `compared` is the number of runs beside the figure's own. */
  prepare?(layout: Layout, compared: number): void;
  /** Shows the runs that the figure's own is compared with too, or no longer. */
  beside?(compared: Beside | null): void;
  /** The reader attends to this point of the data, or to none. */
  point?(example: number | null): void;
  /** The data are to be edited here. */
  edit?(): void;
  /** The colours of the classes have changed: 256 of them, from surely 0 to surely 1, as a canvas stores them. */
  recolour?(colours: Uint32Array<ArrayBuffer>): void;
}

/** What a view can show of the compared runs. */
export type Beside = Pick<ReturnType<typeof compareView>, 'curves' | 'legend' | 'renderCurves' | 'renderColumns'>;

export type Words = typeof en;

/** With those of what is loaded on demand. */
export type FullWords = Words & typeof enOnDemand;

type Format = (value: number) => string;

export interface Locale {
  lang: string;
  words: Words;
  /** 12,345 */
  whole: Format;
  /** A tick: 0.5, 20,000, 3M. */
  brief: Format;
  /** The same in six characters at most: 100K. */
  briefest: Format;
  /** 0.0024 */
  probability: Format;
  /** A probability in a sentence: 0.5, 0.67. */
  hundredths: Format;
  /** Four digits of any size: 0.001868, 5.21 × 10⁻⁹. */
  small: Format;
  /** Four digits, or so many, of any size and sign, with a true minus and as short as can be: −0.03750, 5.210×10⁻⁹; 1 is just 1. */
  digits: (value: number, count?: number) => string;
}

/** With the words of what is loaded on demand. */
export interface FullLocale extends Locale {
  words: FullWords;
}

/** What each unit answers to each example, and the error that comes back to it. Layer 0 is the inputs, whose error none knows. */
export interface Units {
  a(example: number, layer: number, unit: number): number;
  dz(example: number, layer: number, unit: number): number;
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
