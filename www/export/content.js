/**
 * The content of a file of a run.
 *
 * @import { FullLocale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { canvasFor, draw } from './canvas.js';
import { csvOf, jsonOf } from './data.js';
import { filmOf } from './film.js';
import { lookOf } from './look.js';
import { pictureOf, titleOf } from './picture.js';
import { svgOf } from './svg.js';

/** Pixels of a PNG to one of the page. */
const PNG_SCALE = 2;

/**
 * @param {string} form  png, svg, gif, json or csv
 * @param {Snapshot} snapshot
 * @param {FullLocale} locale
 * @param {Element} element  of the figure, with its colours and a background
 * @param {{ signal: AbortSignal, progress: (share: number) => void }} job  of a GIF: what ends it, and how far it is
 * @returns {Promise<Blob>}
 */
export async function contentOf(form, snapshot, locale, element, job) {
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
