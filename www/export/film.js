/**
 * The training of a run, from epoch 0 to its end, as an animated GIF.
 *
 * @import { FullLocale, Trainer } from '../types.js'
 * @import { Colour } from '../draw/palette.js'
 * @import { Look } from './look.js'
 */
import { palette } from '../draw/palette.js';
import { Snapshot } from '../figure/snapshot.js';
import { canvasFor, draw } from './canvas.js';
import { gifWriter, MAX_COLOURS, UNCHANGED } from './gif.js';
import { mix } from './look.js';
import { HEIGHT, pictureOf, WIDTH } from './picture.js';

/** Frames of a film, the start and the end among them. */
const FRAMES = 80;

/** How long a frame is shown, and the last. */
const FRAME_MS = 100;
const LAST_FRAME_MS = 3000;

/** Epochs of one call of the trainer, and milliseconds of work after which the page has its turn. */
const CALL_EPOCHS = 1000;
const SLICE_MS = 20;

/** The part of the work that is training, as far as progress tells. */
const TRAINING_SHARE = 0.3;

/**
 * @param {Snapshot} snapshot  of the run
 * @param {FullLocale} locale
 * @param {Look} look
 * @param {{ signal: AbortSignal, progress: (share: number) => void }} job  `signal` makes it throw; `share` is 0 to 1
 * @returns {Promise<Blob>}
 */
export async function filmOf(snapshot, locale, look, { signal, progress }) {
  const trainer = snapshot.restart();
  try {
    const rest = pauses(signal);
    await train(trainer, snapshot, rest, (share) => progress(TRAINING_SHARE * share));
    const end = trainer.epoch;
    const epochs = [...new Set(Array.from({ length: FRAMES }, (_, i) => Math.round((end * i) / (FRAMES - 1))))];
    const { context } = canvasFor(1);
    const field = document.createElement('canvas');
    const colours = coloursOf(look);
    const gif = gifWriter(WIDTH, HEIGHT, colours);
    const reduce = reducer(colours);
    for (const [i, epoch] of epochs.entries()) {
      while (trainer.epoch !== epoch) {
        trainer.seek(epoch);
        await rest();
      }
      const shown = new Snapshot(/** @type {any} */ (trainer.constructor), trainer, {
        config: snapshot.config,
        refused: snapshot.refused,
        points: snapshot.points,
        heldOut: snapshot.heldOut,
        playing: false,
        finished: epoch === end,
        goal: null,
        ahead: null,
        preview: null,
        ghosts: [],
        starts: snapshot.starts,
      });
      draw(context, pictureOf(shown, locale, look, field), look.font);
      const pixels = reduce(context.getImageData(0, 0, WIDTH, HEIGHT));
      gif.frame(pixels, i < epochs.length - 1 ? FRAME_MS : LAST_FRAME_MS);
      progress(TRAINING_SHARE + ((1 - TRAINING_SHARE) * (i + 1)) / epochs.length);
      await rest();
    }
    return gif.finish();
  } finally {
    trainer.free();
  }
}

/**
 * Takes a trainer to the end of the run, by the learning rates of the record.
 * @param {Trainer} trainer
 * @param {Snapshot} snapshot
 * @param {() => Promise<void>} rest
 * @param {(share: number) => void} progress
 */
async function train(trainer, { config, rates }, rest, progress) {
  let next = 1;
  while (trainer.epoch < config.epochs && !trainer.ended) {
    if (rates[next]?.epoch === trainer.epoch) {
      trainer.configure({ ...config, learningRate: rates[next].rate });
      next++;
    }
    const stop = Math.min(config.epochs, rates[next]?.epoch ?? Infinity);
    trainer.step(Math.min(CALL_EPOCHS, stop - trainer.epoch));
    progress(trainer.epoch / config.epochs);
    await rest();
  }
}

/**
 * Lets the page have its turn, where there was work for a while.
 * @param {AbortSignal} signal
 * @returns {() => Promise<void>} throws when the signal says so
 */
function pauses(signal) {
  let start = performance.now();
  return async () => {
    if (performance.now() - start > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      start = performance.now();
    }
    signal.throwIfAborted();
  };
}

/** Every how many of the 256 tints one is kept: equal neighbours are what GIF compresses. */
const TINT_STEP = 4;

/**
 * The colours that a picture is made of: the tints of the field on the ground, ink on both, and the points.
 * @param {Look} look
 * @returns {Colour[]}
 */
function coloursOf({ ink, ground, zero, one, zeroFill, oneFill }) {
  const ramp = (/** @type {Colour} */ from, /** @type {Colour} */ to, /** @type {number} */ steps) =>
    Array.from({ length: steps + 1 }, (_, i) => mix(from, to, i / steps));
  const tints = [...palette(zeroFill, oneFill)]
    .filter((_, level) => level % TINT_STEP === 0)
    .map((tint) => mix(ground, [tint & 255, (tint >> 8) & 255, (tint >> 16) & 255], (tint >>> 24) / 255));
  const lined = tints.filter((_, i) => i % 8 === 4).flatMap((tint) => ramp(tint, ink, 4).slice(1, -1));
  /** @type {Colour} */
  const white = [255, 255, 255];
  const points = [zero, one].flatMap((fill) => ramp(fill, white, 6));
  const dots = [zeroFill, oneFill].flatMap((fill) => ramp(ground, fill, 6).slice(1));
  return [...ramp(ground, ink, 32), ...tints, ...lined, ...points, ...dots].slice(0, MAX_COLOURS);
}

/**
 * Turns a picture into indices of colours: the nearest, or UNCHANGED where the picture before had the same.
 * @param {Colour[]} colours
 */
function reducer(colours) {
  /** @type {Map<number, number>} */
  const nearest = new Map();
  /** @type {Uint8Array | undefined} */
  let before;

  /** @param {number} pixel  blue, green and red from the high byte down */
  function find(pixel) {
    const rgb = [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
    let best = 0;
    let least = Infinity;
    colours.forEach((colour, i) => {
      const off = colour.reduce((sum, part, k) => sum + (part - rgb[k]) ** 2, 0);
      if (off < least) [best, least] = [i, off];
    });
    return best;
  }

  /** @param {ImageData} image */
  return ({ data }) => {
    const pixels = new Uint32Array(data.buffer);
    const indices = new Uint8Array(pixels.length);
    for (let i = 0; i < pixels.length; i++) {
      const pixel = pixels[i] & 0xffffff;
      let index = nearest.get(pixel);
      if (index === undefined) nearest.set(pixel, (index = find(pixel)));
      indices[i] = index;
    }
    const last = before;
    before = indices;
    return last ? indices.map((index, i) => (index === last[i] ? UNCHANGED : index)) : indices;
  };
}
