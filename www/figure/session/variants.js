/**
 * Runs beside a figure's own, which share all its settings but what is compared: each in a trainer of its own, at the epoch
 * of the figure's whenever there was time to get there.
 *
 * @import { Clock, Config, Rate, Settings, Trainer } from '../../types.js'
 * @import { Facts } from '../snapshot.js'
 *
 * @typedef {object} Variant
 * @property {Config} config
 * @property {Trainer} trainer
 * @property {ReturnType<typeof examplesOf>} examples
 * @property {readonly Rate[]} rates  the learning rates of the run, in the order of their epochs
 * @property {number} applied  how many of them the trainer has
 * @property {Stepper} stepper
 */
import { hasOwnRate, runsOf } from '../attributes/comparison.js';
import { Snapshot } from '../snapshot.js';
import { examplesOf } from '../snapshot/examples.js';
import { Stepper, toKeyframe } from './stepper.js';

export class Variants {
  /** @type {new (config: Settings) => Trainer} */ #Trainer;
  /** @type {Clock} */ #clock;
  /** @type {Variant[]} */ #runs = [];

  /**
   * @param {new (config: Settings) => Trainer} Trainer
   * @param {Clock} clock
   */
  constructor(Trainer, clock) {
    this.#Trainer = Trainer;
    this.#clock = clock;
  }

  /** The settings of each. */
  get configs() {
    return this.#runs.map(({ config }) => config);
  }

  /** Parameters times examples of all of them: the work of an epoch. */
  get size() {
    return this.#runs.reduce(
      (sum, { trainer, examples }) => sum + trainer.parameters().length * examples.points.length,
      0,
    );
  }

  /**
   * Takes the settings that are compared. A run that can go on does.
   * @param {Config[]} configs
   * @param {string} text  of the option `compare`
   * @param {readonly Rate[]} rates  of the figure's run, if they changed on the way
   * @param {boolean} anew  begins all runs anew
   */
  follow(configs, text, rates, anew) {
    const texts = runsOf(text);
    const runs = configs.map((config, i) => {
      const wanted = hasOwnRate(texts[i]) || !rates.length ? [{ epoch: 0, rate: config.learningRate }] : rates;
      const run = this.#runs[i];
      return !anew && run && goesOn(run, config, wanted)
        ? { ...run, config, rates: wanted }
        : this.#make(config, wanted);
    });
    this.#runs.filter(({ trainer }) => runs.every((run) => run.trainer !== trainer)).forEach(free);
    this.#runs = runs;
  }

  /** All of them from epoch 0, with one learning rate. */
  restart() {
    this.#runs.forEach(free);
    this.revive(0, 0);
  }

  /** Frees the memory. */
  release() {
    this.#runs.forEach(free);
  }

  /**
   * Makes them again, with one learning rate.
   * @param {number} furthest  the end of their record
   * @param {number} epoch
   */
  revive(furthest, epoch) {
    this.#runs = this.#runs.map(({ config }) => this.#make(config, [{ epoch: 0, rate: config.learningRate }]));
    for (const { trainer } of this.#runs) {
      trainer.seek(furthest);
      trainer.seek(epoch);
    }
  }

  /** Whether all are at this epoch, or ended before. @param {number} epoch */
  areAt(epoch) {
    return this.#runs.every((run) => isAt(run, epoch));
  }

  /**
   * Takes all of them towards an epoch. Says whether they are there.
   * @param {number} epoch
   * @param {number} deadline
   */
  reach(epoch, deadline) {
    for (const run of this.#runs) approach(run, epoch, deadline);
    return this.areAt(epoch);
  }

  /**
   * The figure's trainer with all of these, which are at its epoch: a step of it is one of all.
   * @param {Trainer} trainer
   */
  beside(trainer) {
    return {
      step: (/** @type {number} */ epochs) => {
        const taken = trainer.step(epochs);
        this.reach(trainer.epoch, Infinity);
        return taken;
      },
    };
  }

  /**
   * What there is to see of each.
   * @param {number} epoch  of the figure's run
   * @param {Facts} facts  of it
   */
  snapshots(epoch, facts) {
    return this.#runs.map(
      (run) =>
        new Snapshot(this.#Trainer, run.trainer, {
          ...facts,
          config: run.config,
          ...run.examples,
          goal: isAt(run, epoch) ? facts.goal : epoch,
          ahead: null,
          preview: null,
          ghosts: [],
        }),
    );
  }

  /**
   * @param {Config} config
   * @param {readonly Rate[]} rates
   * @returns {Variant}
   */
  #make(config, rates) {
    const trainer = new this.#Trainer({ ...config, learningRate: rates[0].rate });
    return {
      config,
      trainer,
      examples: examplesOf(trainer),
      rates,
      applied: 1,
      stepper: new Stepper(this.#clock),
    };
  }
}

/**
 * Whether a run stays the same with other settings and learning rates; its trainer takes them.
 * @param {Variant} run
 * @param {Config} config
 * @param {readonly Rate[]} wanted
 */
function goesOn({ trainer, rates, applied }, config, wanted) {
  const isSame = (/** @type {Rate} */ { epoch, rate }, /** @type {number} */ i) =>
    wanted[i]?.epoch === epoch && wanted[i].rate === rate;
  const past = rates.slice(0, applied);
  return past.every(isSame) && !trainer.configure({ ...config, learningRate: past[applied - 1].rate });
}

/**
 * Towards an epoch, taking on the way each learning rate at its epoch.
 * @param {Variant} run
 * @param {number} epoch
 * @param {number} deadline
 */
function approach(run, epoch, deadline) {
  const { trainer, stepper, config, rates } = run;
  for (;;) {
    const next = rates[run.applied];
    const goal = Math.min(next?.epoch ?? Infinity, epoch);
    toKeyframe(trainer, goal);
    stepper.train(trainer, goal - trainer.epoch, deadline);
    if (!next || trainer.epoch !== next.epoch) return;
    trainer.configure({ ...config, learningRate: next.rate });
    run.applied++;
  }
}

/** @param {Variant} run @param {number} epoch */
function isAt({ trainer }, epoch) {
  return trainer.epoch === epoch || (trainer.epoch < epoch && trainer.ended);
}

/** @param {Variant} run */
function free({ trainer }) {
  trainer.free();
}
