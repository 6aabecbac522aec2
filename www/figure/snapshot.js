/**
 * A snapshot: all that the views may know, as it is at one epoch.
 *
 * @import { Starts } from './session/starts.js'
 * @import { Config, Ghost, Layer, Metrics, Point, Preview, Rate, Settings, Trace, Trainer } from '../types.js'
 *
 * @typedef {object} Facts  what the session knows beside its trainer
 * @property {Config} config
 * @property {Settings} refused  settings that were not taken, as they were written
 * @property {readonly Point[]} points  that are trained on
 * @property {readonly Point[]} heldOut
 * @property {boolean} playing
 * @property {boolean} finished
 * @property {number | null} goal  the epoch that a long step or seek is on its way to
 * @property {Trace | null} ahead  the losses of the whole run, if they are known
 * @property {Preview | null} preview  another run, that is shown in place of this one
 * @property {readonly Ghost[]} ghosts
 * @property {Starts | undefined} starts
 */
import { isBiased, nest, ratesOf, steepestOf, unitsOf } from './snapshot/parameters.js';

/**
 * A value of one epoch, for as long as anyone holds it. What is read is computed once, when it is read, by the trainer; before
 * that moves on the snapshot is settled, and what is read later is computed by another trainer with the same parameters.
 */
export class Snapshot {
  /** @type {new (config: Settings) => Trainer} */ #Trainer;
  /** The trainer, as long as it is at this epoch. @type {Trainer | null} */ #trainer;
  /** Those of a settled snapshot. @type {Float64Array | null} */ #parameters = null;
  /** What was asked before. @type {Map<string, unknown>} */ #known = new Map();

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Trainer} trainer
   * @param {Facts} facts
   * @param {readonly Snapshot[]} [variants]
   */
  constructor(Trainer, trainer, facts, variants = []) {
    this.#Trainer = Trainer;
    this.#trainer = trainer;
    this.config = facts.config;
    this.refused = facts.refused;
    this.points = facts.points;
    this.heldOut = facts.heldOut;
    this.playing = facts.playing;
    this.finished = facts.finished;
    this.goal = facts.goal;
    this.ahead = facts.ahead;
    this.preview = facts.preview;
    this.ghosts = facts.ghosts;
    /** Many starts of the same settings, once they are loaded: not of this epoch, but as far as they are. */
    this.starts = facts.starts;
    /** Of the runs that this one is compared with, at the same epoch unless their `goal` is that. */
    this.variants = variants;
    this.epoch = trainer.epoch;
    /** The end of the recorded run: beyond `epoch` after a seek back. */
    this.furthest = trainer.furthest;
    /** The learning rate of the next update: of the recorded run, if that goes on from here. */
    this.rate = trainer.rate;
    this.diverged = trainer.diverged;
    Object.freeze(this);
  }

  /** The value of `at` that opens at this epoch: where the run rests, or will; 0 while it plays and at its end. */
  get moment() {
    const { playing, finished, goal, epoch, config } = this;
    return playing || finished || goal === config.epochs ? 0 : (goal ?? epoch);
  }

  /** Of the points. */
  get loss() {
    return this.#ask('loss', (trainer) => trainer.loss);
  }

  /** Of what is held out; NaN where nothing is. @returns {number} */
  get testLoss() {
    return this.#ask('testLoss', (trainer) => trainer.testLoss);
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

  /** One for each point that is held out. @returns {Float64Array} */
  get testPredictions() {
    return this.#ask('testPredictions', (trainer) => trainer.testPredictions());
  }

  /** Of the points. @returns {Metrics} */
  get metrics() {
    return this.#ask('metrics', (trainer) => trainer.metrics());
  }

  /** How many points are predicted right. */
  get right() {
    return Math.round(this.metrics.accuracy * this.points.length);
  }

  /** `{ W, B }` of each layer. @returns {Layer[]} */
  get parameters() {
    return this.#once('parameters', () =>
      nest(this.#parameters ?? this.#with((trainer) => trainer.parameters()), this.config.layers),
    );
  }

  /** What the next update follows, in the form of the parameters. @returns {Layer[]} */
  get gradients() {
    return this.#ask('gradients', (trainer) => nest(trainer.gradients(), this.config.layers));
  }

  /** What each unit answers to each point, and the error that comes back to it. @returns {import('../types.js').Units} */
  get units() {
    return this.#ask('units', (trainer) => unitsOf(trainer.units(), this.config.layers, this.points));
  }

  /** For each hidden unit the place in its layer of the first that it is a copy of, and stays one of. @returns {Uint32Array} */
  get twins() {
    return this.#ask('twins', (trainer) => trainer.twins());
  }

  /** Whether a straight line separates the points. @returns {boolean} */
  get separable() {
    return this.#ask('separable', (trainer) => trainer.separable);
  }

  /** The steepest slope of the loss, without penalties. @returns {number} */
  get steepest() {
    return steepestOf(this.gradients, this.parameters, this.config);
  }

  /** The same at epoch 0. @returns {number} */
  get steepestAtStart() {
    return this.#once('steepestAtStart', () => {
      const trainer = this.restart();
      try {
        const { layers } = this.config;
        return steepestOf(nest(trainer.gradients(), layers), nest(trainer.parameters(), layers), this.config);
      } finally {
        trainer.free();
      }
    });
  }

  /** The loss at epochs 0, lossStride, 2 lossStride ... furthest. @returns {Float64Array} */
  get lossTrace() {
    return this.#ask('lossTrace', (trainer) => trainer.lossTrace());
  }

  /** The same of what is held out; empty where nothing is. @returns {Float64Array} */
  get testLossTrace() {
    return this.#ask('testLossTrace', (trainer) => trainer.testLossTrace());
  }

  /** @returns {number} */
  get lossStride() {
    return this.#ask('lossStride', (trainer) => trainer.lossStride);
  }

  /** The learning rates of the recorded run, from that of epoch 0 on. @returns {Rate[]} */
  get rates() {
    return this.#ask('rates', (trainer) => ratesOf(trainer.rates()));
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
    return new this.#Trainer({ ...this.config, learningRate: this.rates[0].rate });
  }

  /**
   * The answer of each unit, layer by layer and the output's last, for each of these inputs in turn.
   * @param {Float64Array} inputs  x1, x2 of each
   * @returns {Float64Array}
   */
  activations(inputs) {
    return this.#with((trainer) => trainer.activations(inputs));
  }

  /**
   * Paints what each hidden unit answers over the domain, one picture below the other.
   * @param {CanvasRenderingContext2D} context
   * @param {number} size  pixels a side
   * @param {Uint32Array} palette
   */
  paintUnits(context, size, palette) {
    this.#with((trainer) => trainer.paintUnits(context, size, palette));
  }

  /** The trainer is about to move on: reads what one that starts from these parameters could not tell. */
  settle() {
    if (!this.#trainer) return;
    for (const variant of this.variants) variant.settle();
    this.lossTrace;
    this.testLossTrace;
    this.lossStride;
    this.rates;
    if (this.config.optimizer !== 'gd') {
      // What an optimizer remembers moves a run on where the gradient is 0.
      this.outcome;
      this.reason;
    }
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
    return this.#once(name, () => this.#with(read));
  }

  /**
   * @template T
   * @param {string} name
   * @param {() => T} make
   * @returns {T}
   */
  #once(name, make) {
    if (!this.#known.has(name)) this.#known.set(name, make());
    return /** @type {T} */ (this.#known.get(name));
  }

  /**
   * @template T
   * @param {(trainer: Trainer) => T} act
   * @returns {T}
   */
  #with(act) {
    if (this.#trainer) return act(this.#trainer);
    const trainer = new this.#Trainer({ ...this.config, compare: '', weights: this.weights });
    try {
      return act(trainer);
    } finally {
      trainer.free();
    }
  }

  /** The parameters as a run may start from them: a layer without biases has none. @returns {{ W: number[][], B?: number[][] }[]} */
  get weights() {
    return this.parameters.map(({ W, B }, layer) => (isBiased(this.config, layer) ? { W, B } : { W }));
  }
}
