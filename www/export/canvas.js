/**
 * A picture on a canvas.
 *
 * @import { Item } from './items.js'
 */
import { HEIGHT, WIDTH } from './picture.js';

/**
 * A canvas of the picture's size, and its context.
 * @param {number} scale  pixels of the canvas to one of the page
 */
export function canvasFor(scale) {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH * scale, height: HEIGHT * scale });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('expected a canvas to draw on, got none');
  context.scale(scale, scale);
  context.lineCap = context.lineJoin = 'round';
  return { canvas, context };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Item[]} items
 * @param {string} font
 */
export function draw(context, items, font) {
  for (const item of items) {
    if (item.kind === 'image') {
      const { x, y, width, height } = item.box;
      context.drawImage(item.image, x, y, width, height);
    } else if (item.kind === 'text') {
      const { text, x, y, size, fill, anchor = 'start', bold, italic } = item;
      context.font = `${italic ? 'italic ' : ''}${bold ? '600 ' : ''}${size}px ${font}`;
      context.textAlign = anchor === 'middle' ? 'center' : anchor;
      context.fillStyle = `rgb(${fill})`;
      context.fillText(text, x, y);
    } else {
      const path = new Path2D(item.d);
      context.globalAlpha = item.opacity ?? 1;
      if (item.fill) {
        context.fillStyle = `rgb(${item.fill})`;
        context.fill(path);
      }
      if (item.stroke) {
        context.strokeStyle = `rgb(${item.stroke})`;
        context.lineWidth = item.width ?? 1;
        context.setLineDash(item.dash ?? []);
        context.stroke(path);
      }
      context.globalAlpha = 1;
    }
  }
}
