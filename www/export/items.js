/**
 * What a picture is made of, in pixels of a page: a canvas and an SVG can draw it.
 *
 * @import { Colour } from '../draw/palette.js'
 * @import { Look } from './look.js'
 */

/**
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 * @typedef {{ kind: 'path', d: string, stroke?: Colour, width?: number, fill?: Colour, opacity?: number, dash?: [number, number] }} Path
 * @typedef {{ kind: 'text', text: string, x: number, y: number, size: number, fill: Colour, anchor?: 'middle' | 'end', bold?: boolean, italic?: boolean }} Text
 * @typedef {{ kind: 'image', image: HTMLCanvasElement, box: Box }} Picture  of pixels
 * @typedef {Path | Text | Picture} Item
 */

/**
 * @param {number} x
 * @param {number} y  of the base line
 * @param {string} text
 * @param {Colour} fill
 * @param {Partial<Text>} [style]
 * @returns {Text}
 */
export function textAt(x, y, text, fill, style = {}) {
  return { kind: 'text', text, x: round(x), y: round(y), size: 13, fill, ...style };
}

/** A rectangle. @param {Box} box @param {Colour} fill @returns {Path} */
export function box({ x, y, width, height }, fill) {
  return { kind: 'path', d: `M${x} ${y}h${width}v${height}h${-width}z`, fill };
}

/** A disc for 0, a square for 1. @param {number} x @param {number} y @param {number} r @param {number} label @param {Colour} fill @returns {Path} */
export function mark(x, y, r, label, fill) {
  const [left, top] = [round(x - r), round(y - r)];
  const corner = round(r * 0.36);
  const side = round(2 * r - 2 * corner);
  const arc = (/** @type {number} */ dx, /** @type {number} */ dy) => `a${corner} ${corner} 0 0 1 ${dx} ${dy}`;
  const d = label
    ? `M${round(left + corner)} ${top}h${side}${arc(corner, corner)}v${side}${arc(-corner, corner)}h${-side}${arc(-corner, -corner)}v${-side}${arc(corner, -corner)}z`
    : `M${left} ${round(y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
  return { kind: 'path', d, fill };
}

/** The mark of a point that is held out. @param {number} x @param {number} y @param {number} r @param {number} label @param {Look} look @returns {Path} */
export function ring(x, y, r, label, look) {
  const stroke = label ? look.oneFill : look.zeroFill;
  return { ...mark(x, y, r - 0.75, label, look.ground), stroke, width: 1.5 };
}

/** A point with its label in it. @param {{ x: number, y: number }} at @param {number} label @param {Look} look @returns {Item[]} */
export function badge({ x, y }, label, look) {
  // Ink on a dark page is light, and its text dark.
  const dark = look.ground[0] + look.ground[1] + look.ground[2] < 384;
  const edge = /** @type {Colour} */ (dark ? [17, 17, 17] : [255, 255, 255]);
  return [
    mark(x, y, 14, label, edge),
    mark(x, y, 12, label, label ? look.one : look.zero),
    textAt(x, y + 4.8, String(label), edge, { anchor: 'middle', bold: true }),
  ];
}

/** To a hundredth of a pixel. @param {number} value */
export function round(value) {
  return Math.round(100 * value) / 100;
}
