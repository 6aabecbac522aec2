/**
 * A snapshot: all that the views may know, as it is at one epoch.
 *
 * @import { Config, Layer, Point, Settings, Trainer } from '../types.js'
 *
 * @typedef {object} Facts  what the session knows beside its trainer
 * @property {Config} config
 * @property {readonly Point[]} points
 * @property {boolean} playing
 * @property {boolean} finished
 * @property {number | null} goal  the epoch that a long step or seek is on its way to
 */
import { nest } from './parameters.js';

/**
 * A value of one epoch, for as long as anyone holds it. What is read is asked of the trainer once, when it is read; before
 * the trainer moves on the snapshot is settled, and from then on a trainer of its own, made for the occasion, answers.
 */
export class Snapshot {
  /** @type {new (config: Settings) => Trainer} */ #Trainer;
  /** The trainer, as long as it is at this epoch. @type {Trainer | null} */ #trainer;
  /** Those of a settled snapshot. @type {Float64Array | null} */ #parameters = null;
  /** What was asked before. @type {Map<string, any>} */ #known = new Map();

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Trainer} trainer
   * @param {Facts} facts
   */
  constructor(Trainer, trainer, facts) {
    this.#Trainer = Trainer;
    this.#trainer = trainer;
    this.config = facts.config;
    this.points = facts.points;
    this.playing = facts.playing;
    this.finished = facts.finished;
    this.goal = facts.goal;
    this.epoch = trainer.epoch;
    /** The end of the recorded run: beyond `epoch` after a seek back. */
    this.furthest = trainer.furthest;
    this.diverged = trainer.diverged;
    Object.freeze(this);
  }

  get loss() {
    return this.#ask('loss', (trainer) => trainer.loss);
  }

  /** learning, plateau, solved, stuck or diverged. @returns {string} */
  get outcome() {
    return this.diverged ? 'diverged' : this.#ask('outcome', (trainer) => trainer.outcome);
  }

  /** Why what is wrong stays so: zero-gradient, constant, one-line, dead-end; empty where that is not known. @returns {string} */
  get reason() {
    return this.#ask('reason', (trainer) => trainer.reason);
  }

  /** One for each point. @returns {Float64Array} */
  get predictions() {
    return this.#ask('predictions', (trainer) => trainer.predictions());
  }

  /** @returns {{ crossEntropy: number, meanSquaredError: number, meanAbsoluteError: number, accuracy: number }} */
  get metrics() {
    return this.#ask('metrics', (trainer) => trainer.metrics());
  }

  /** How many points are predicted right. */
  get right() {
    return Math.round(this.metrics.accuracy * this.points.length);
  }

  /** `{ W, B }` of each layer. @returns {Layer[]} */
  get parameters() {
    return nest(this.#parameters ?? this.#ask('parameters', (trainer) => trainer.parameters()), this.config.layers);
  }

  /** What the next update follows, in the form of the parameters. @returns {Layer[]} */
  get gradients() {
    return nest(
      this.#ask('gradients', (trainer) => trainer.gradients()),
      this.config.layers,
    );
  }

  /** The loss at epochs 0, lossStride, 2 lossStride ... furthest. @returns {Float64Array} */
  get lossTrace() {
    return this.#ask('lossTrace', (trainer) => trainer.lossTrace());
  }

  /** @returns {number} */
  get lossStride() {
    return this.#ask('lossStride', (trainer) => trainer.lossStride);
  }

  /** An epoch and the learning rate that holds from it, of each in turn. @returns {Float64Array} */
  get rates() {
    return this.#ask('rates', (trainer) => trainer.rates());
  }

  /** x1 min, x1 max, x2 min, x2 max of the boundary. @returns {Float64Array} */
  get domain() {
    return this.#ask('domain', (trainer) => trainer.domain());
  }

  /** Of the post's 169 points, 1 for those that are predicted 1. @returns {Float64Array} */
  get scatter() {
    return this.#ask('scatter', (trainer) => trainer.scatter());
  }

  /** The decision boundary: x1, x2, x1, x2 of each piece of it. @returns {Float64Array} */
  get contour() {
    return this.#ask('contour', (trainer) => trainer.contour());
  }

  /**
   * Paints the predictions over the domain, and gives the decision boundary.
   * @param {CanvasRenderingContext2D} context
   * @param {number} size  pixels a side
   * @param {Uint32Array} palette
   * @returns {Float64Array}
   */
  paint(context, size, palette) {
    return this.#with((trainer) => trainer.paint(context, size, palette));
  }

  /** A trainer of the same run at epoch 0, with the learning rate that held there. Whoever asks for it frees it. */
  restart() {
    return new this.#Trainer({ ...this.config, learningRate: this.rates[1] });
  }

  /** The trainer is about to move on: what no other could answer is asked now. */
  settle() {
    if (!this.#trainer) return;
    this.lossTrace;
    this.lossStride;
    this.rates;
    this.#parameters = this.#trainer.parameters();
    this.#trainer = null;
  }

  /**
   * @template T
   * @param {string} name
   * @param {(trainer: Trainer) => T} read
   * @returns {T}
   */
  #ask(name, read) {
    if (!this.#known.has(name)) this.#known.set(name, this.#with(read));
    return this.#known.get(name);
  }

  /**
   * @template T
   * @param {(trainer: Trainer) => T} act
   * @returns {T}
   */
  #with(act) {
    if (this.#trainer) return act(this.#trainer);
    const trainer = new this.#Trainer({ ...this.config, weights: this.#weights });
    try {
      return act(trainer);
    } finally {
      trainer.free();
    }
  }

  /** The parameters as a run may start from them: a layer without biases has none. */
  get #weights() {
    const { biases, weights } = this.config;
    return this.parameters.map(({ W, B }, k, { length }) => {
      const has = Array.isArray(weights)
        ? 'B' in weights[k]
        : biases !== 'none' && !(biases === 'hidden' && k === length - 1);
      return has ? { W, B } : { W };
    });
  }
}

/**
 * The examples, taken out of the trainer's flat x1, x2, label.
 * @param {Trainer} trainer
 * @returns {readonly Point[]}
 */
export function pointsOf(trainer) {
  const flat = trainer.points();
  return Object.freeze(
    Array.from({ length: flat.length / 3 }, (_, i) =>
      Object.freeze({ x1: flat[3 * i], x2: flat[3 * i + 1], label: flat[3 * i + 2] }),
    ),
  );
}
