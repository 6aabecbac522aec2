// The words that the modules of the figure share. For the type checker and the reader alone: no browser loads this.

import type { Snapshot } from './figure/snapshot.js';
import type en from './figure/locales/en.js';
import type { load } from './wasm.js';

export type { Config } from './pkg/config.js';

export type Trainer = InstanceType<Awaited<ReturnType<typeof load>>['Trainer']>;

export type Sweep = InstanceType<Awaited<ReturnType<typeof load>>['Sweep']>;

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
  /** An option, in the form that its attribute takes; null is its default. */
  set(name: string, value: string | null): void;
}

/** A part of a figure: an element, and what to show in it. */
export interface View {
  element: HTMLElement;
  render(snapshot: Snapshot): void;
  /** Before there is a run: as high as it will be. `rows` are those of the data, if they can be told. */
  prepare?(rows: number): void;
  /** Asks the style for the colours again. Says whether they have changed. */
  recolour?(): boolean;
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
