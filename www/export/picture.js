/**
 * The figure as a picture: a list of items that a canvas and an SVG can draw, in pixels of a page.
 *
 *     title
 *     what has become of the run
 *     boundary    |  loss
 *
 * @import { FullLocale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 * @import { Colour } from '../draw/palette.js'
 * @import { Box, Item, Path } from './items.js'
 * @import { Look } from './look.js'
 */
import { extent, lossScale } from '../draw/losses.js';
import { palette } from '../draw/palette.js';
import { line, segments, UNITS } from '../draw/path.js';
import { linear, tellingApart } from '../draw/scale.js';
import { SCATTER } from '../draw/scatter.js';
import { MAX_LISTED_POINTS } from '../figure/snapshot/examples.js';
import { dataName } from '../views/data-name.js';
import { story } from '../views/story.js';
import { badge, box, mark, ring, round, textAt } from './items.js';

export const WIDTH = 840;
export const HEIGHT = 456;

/** @type {Box} */
const BOUNDARY = { x: 56, y: 100, width: 300, height: 300 };
/** @type {Box} */
const LOSS = { x: 452, y: 100, width: 364, height: 300 };

/** Pixels a side of the field: it is stretched. */
const FIELD_PIXELS = 512;

/** The curve of what is trained on, and of what is held out. @type {Pick<Path, 'width' | 'dash'>} */
const TRAINING = { width: 2 };
/** @type {Pick<Path, 'width' | 'dash'>} */
const TEST = { width: 1.6, dash: [5, 4] };

/**
 * @param {Snapshot} snapshot
 * @param {FullLocale} locale
 * @param {Look} look
 * @param {HTMLCanvasElement} field  a canvas to paint the regions into
 * @returns {Item[]}
 */
export function pictureOf(snapshot, locale, look, field) {
  const { words, whole, small } = locale;
  const { config, epoch, loss } = snapshot;
  const heading = (/** @type {Box} */ { x, y }, /** @type {string} */ text) =>
    textAt(x, y - 14, text, look.ink, { bold: true });
  const unit = /** @type {Record<string, string>} */ (words.lossUnits)[config.loss];
  return [
    box({ x: 0, y: 0, width: WIDTH, height: HEIGHT }, look.ground),
    { ...textAt(24, 36, titleOf(snapshot, locale), look.ink, { bold: true }), size: 17 },
    textAt(24, 58, story(snapshot, locale), look.muted),
    heading(BOUNDARY, words.boundary),
    ...boundary(snapshot, locale, look, field),
    heading(LOSS, `${words.loss}, ${unit}`),
    ...curve(snapshot, locale, look),
    textAt(LOSS.x, LOSS.y + LOSS.height + 36, words.reading(whole(epoch), small(loss)), look.muted),
  ];
}

/** XOR · Hidden units 2 · sigmoid · seed 42. @param {Snapshot} snapshot @param {FullLocale} locale */
export function titleOf({ config }, { words }) {
  const { layers, activation, seed, weights } = config;
  const labels = /** @type {Record<string, string>} */ (words.choices);
  return [
    dataName(config, { words }),
    `${words.options.layers} ${layers.join(', ') || words.noLayers}`,
    ...(layers.length > 0 ? [labels[activation] ?? activation] : []),
    weights ? words.options.weights : `${words.seed} ${seed}`,
  ].join(' · ');
}

/** @param {Snapshot} snapshot @param {FullLocale} locale @param {Look} look @param {HTMLCanvasElement} field @returns {Item[]} */
function boundary(snapshot, locale, look, field) {
  const [left, right, low, high] = snapshot.domain;
  const [x, y] = [linear(left, right, 6), linear(low, high, 6)];
  const scattered = snapshot.config.regions === 'scatter';
  field.width = field.height = FIELD_PIXELS;
  const context = scattered ? null : field.getContext('2d');
  const pieces = context
    ? snapshot.paint(context, FIELD_PIXELS, palette(look.zeroFill, look.oneFill))
    : snapshot.contour;
  const at = (/** @type {{ x1: number, x2: number }} */ point) => ({
    x: BOUNDARY.x + x.at(point.x1) * BOUNDARY.width,
    y: BOUNDARY.y + (1 - y.at(point.x2)) * BOUNDARY.height,
  });
  const { points, heldOut, scatter } = snapshot;
  const labelled = points.length + heldOut.length <= MAX_LISTED_POINTS;
  const dots = [
    ...(scattered ? SCATTER.map((place, i) => ({ ...at(place), label: scatter[i] })) : []),
    ...(labelled ? [] : points.map((point) => ({ ...at(point), label: point.label }))),
  ];
  const hollow = heldOut.map((point) => ({ ...at(point), label: point.label }));
  return [
    ...(context ? [/** @type {Item} */ ({ kind: 'image', image: field, box: BOUNDARY })] : []),
    ...dots.map(({ x, y, label }) => mark(x, y, label ? 3 : 3.4, label, label ? look.oneFill : look.zeroFill)),
    ...(labelled ? [] : hollow.map(({ x, y, label }) => ring(x, y, label ? 3 : 3.4, label, look))),
    { kind: 'path', d: placed(segments(pieces, x.at, y.at), BOUNDARY), stroke: look.ink, width: 1.75 },
    ...axes(BOUNDARY, x, y, locale, look),
    ...name('1', BOUNDARY.x + BOUNDARY.width, BOUNDARY.y + BOUNDARY.height + 36, look),
    ...name('2', BOUNDARY.x - 12, BOUNDARY.y + 4, look),
    ...(labelled ? points.flatMap((point) => badge(at(point), point.label, look)) : []),
    ...(labelled ? hollow.map(({ x, y, label }) => ring(x, y, 12, label, look)) : []),
  ];
}

/** @param {Snapshot} snapshot @param {FullLocale} locale @param {Look} look @returns {Item[]} */
function curve({ config, epoch, loss, furthest, lossTrace, testLossTrace, lossStride }, locale, look) {
  const [low, high] = extent([lossTrace, testLossTrace, [loss]]);
  const x = linear(0, Math.max(1, furthest), 4);
  const y = lossScale(config.lossScale, Math.min(low, high / 10), high);
  const along = (/** @type {number} */ index) => x.at(index * lossStride);
  const here = Math.floor(epoch / lossStride) + 1;
  const part = (
    /** @type {Float64Array} */ trace,
    /** @type {number} */ from,
    /** @type {number} */ to,
    /** @type {number} */ opacity,
  ) =>
    /** @type {Item} */ ({
      kind: 'path',
      d: placed(line(trace, from, Math.min(to, trace.length), along, y.at), LOSS),
      stroke: look.ink,
      opacity,
      ...(trace === lossTrace ? TRAINING : TEST),
    });
  const names = testLossTrace.length ? locale.words.curves : [];
  const now = { x: LOSS.x + x.at(epoch) * LOSS.width, y: LOSS.y + (1 - y.at(loss)) * LOSS.height };
  return [
    ...axes(LOSS, x, y, locale, look, true),
    textAt(LOSS.x + LOSS.width, LOSS.y + LOSS.height + 36, locale.words.epoch, look.muted, { anchor: 'end' }),
    ...names.flatMap((name, i) => curveName(name, i, look)),
    ...[testLossTrace, lossTrace].flatMap((trace) => [
      part(trace, here - 1, trace.length, 0.28),
      part(trace, 0, here, 1),
    ]),
    // A start that is too large has an infinite loss.
    ...(loss < Infinity ? [mark(now.x, now.y, 4, 0, look.ink)] : []),
  ];
}

/** A name at the right of the loss, with a piece of its curve. @param {string} name @param {number} i  0 or 1 @param {Look} look @returns {Item[]} */
function curveName(name, i, look) {
  const [right, y] = [LOSS.x + LOSS.width, LOSS.y + 14 + 18 * i];
  return [
    textAt(right - 34, y, name, look.muted, { anchor: 'end' }),
    { kind: 'path', d: `M${right - 28} ${y - 4.5}h28`, stroke: look.ink, ...(i === 0 ? TRAINING : TEST) },
  ];
}

/**
 * Two axes with their ticks, and hairlines across.
 * @param {Box} plot
 * @param {import('../types.js').Scale} x
 * @param {import('../types.js').Scale} y
 * @param {FullLocale} locale
 * @param {Look} look
 * @param {boolean} [grid]
 * @returns {Item[]}
 */
function axes({ x: left, y: top, width, height }, x, y, locale, look, grid = false) {
  const bottom = top + height;
  const [writeX, writeY] = [x, y].map(({ ticks }) => tellingApart(ticks, locale.brief));
  const xs = x.ticks.map((value) => ({ at: left + x.at(value) * width, label: writeX(value) }));
  const ys = y.ticks.map((value) => ({ at: bottom - y.at(value) * height, label: writeY(value) }));
  const stroke = (/** @type {string} */ d, /** @type {Colour} */ colour) =>
    /** @type {Item} */ ({ kind: 'path', d, stroke: colour, width: 1 });
  const ticks = [...xs.map(({ at }) => `M${round(at)} ${bottom}v4`), ...ys.map(({ at }) => `M${left} ${round(at)}h-4`)];
  return [
    ...(grid ? [stroke(ys.map(({ at }) => `M${left} ${round(at)}h${width}`).join(''), look.hair)] : []),
    stroke(`M${left} ${top}V${bottom}H${left + width}${ticks.join('')}`, look.line),
    // The label of the very end does not stick out.
    ...xs.map(({ at, label }) =>
      textAt(at, bottom + 19, label, look.muted, { anchor: at > left + 0.97 * width ? 'end' : 'middle' }),
    ),
    ...ys.map(({ at, label }) => textAt(left - 8, at + 4.5, label, look.muted, { anchor: 'end' })),
  ];
}

/** x with a small digit, which ends here. @param {string} digit @param {number} x @param {number} y @param {Look} look @returns {Item[]} */
function name(digit, x, y, look) {
  return [
    textAt(x - 6, y, 'x', look.muted, { anchor: 'end', italic: true }),
    { ...textAt(x, y + 3, digit, look.muted, { anchor: 'end', italic: true }), size: 9.5 },
  ];
}

/** Path data of the square of UNITS, in a box. @param {string} d @param {Box} box */
function placed(d, { x, y, width, height }) {
  const scaled = (/** @type {string} */ units, /** @type {number} */ from, /** @type {number} */ size) =>
    round(from + (Number(units) / UNITS) * size);
  return d.replace(/(-?\d+) (-?\d+)/g, (_, a, b) => `${scaled(a, x, width)} ${scaled(b, y, height)}`);
}
