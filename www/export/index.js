/**
 * What a reader can take along: loaded when it is asked for.
 *
 * @import { Locale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { canvasFor, draw } from './canvas.js';
import { csvOf, fileName, jsonOf } from './data.js';
import { filmOf } from './film.js';
import { lookOf } from './look.js';
import { numpyProgram } from './numpy.js';
import { pictureOf, titleOf } from './picture.js';
import { pytorchProgram } from './pytorch.js';
import { svgOf } from './svg.js';
import { nest } from '../figure/parameters.js';

/** Pixels of a PNG to one of the page. */
const PNG_SCALE = 2;

/** @param {Snapshot} snapshot */
export function programs(snapshot) {
  const trainer = snapshot.restart();
  try {
    const start = nest(trainer.parameters(), snapshot.config.layers);
    return { numpy: numpyProgram(snapshot), pytorch: pytorchProgram(snapshot, start) };
  } finally {
    trainer.free();
  }
}

/**
 * A file of a run.
 * @param {string} form  png, svg, gif, json or csv
 * @param {Snapshot} snapshot
 * @param {Locale} locale
 * @param {Element} element  of the figure, with its colours and a background
 * @param {{ signal: AbortSignal, progress: (share: number) => void }} job  of a GIF: to end it, and how far it is
 * @returns {Promise<{ name: string, content: Blob }>}
 */
export async function fileOf(form, snapshot, locale, element, job) {
  const whole = form === 'gif' || form === 'csv';
  const name = fileName(whole ? { config: snapshot.config } : snapshot, form);
  return { name, content: await contentOf(form, snapshot, locale, element, job) };
}

/** @type {(...given: Parameters<typeof fileOf>) => Promise<Blob>} */
async function contentOf(form, snapshot, locale, element, job) {
  if (form === 'json') return new Blob([jsonOf(snapshot)], { type: 'application/json' });
  if (form === 'csv') return new Blob([csvOf(snapshot)], { type: 'text/csv' });
  const look = lookOf(element);
  if (form === 'gif') return filmOf(snapshot, locale, look, job);
  const items = pictureOf(snapshot, locale, look, document.createElement('canvas'));
  if (form === 'svg') {
    return new Blob([svgOf(items, { title: titleOf(snapshot, locale), font: look.font })], { type: 'image/svg+xml' });
  }
  const { canvas, context } = canvasFor(PNG_SCALE);
  draw(context, items, look.font);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('expected a PNG of the canvas, got none')))),
  );
}
