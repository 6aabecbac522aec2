/**
 * A picture as the text of an SVG that stands alone.
 *
 * @import { Item } from './items.js'
 */
import { HEIGHT, WIDTH } from './picture.js';

/**
 * @param {Item[]} items
 * @param {{ title: string, font: string }} description
 */
export function svgOf(items, { title, font }) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    ...items.map(element),
    '</svg>\n',
  ].join('\n');
}

/** @param {Item} item */
function element(item) {
  if (item.kind === 'image') {
    const { x, y, width, height } = item.box;
    return `<image x="${x}" y="${y}" width="${width}" height="${height}" href="${item.image.toDataURL('image/png')}"/>`;
  }
  if (item.kind === 'text') {
    const { text, x, y, size, fill, anchor, bold, italic } = item;
    const style = `${anchor ? ` text-anchor="${anchor}"` : ''}${bold ? ' font-weight="600"' : ''}${italic ? ' font-style="italic"' : ''}`;
    return `<text x="${x}" y="${y}" font-size="${size}" fill="rgb(${fill})"${style}>${escaped(text)}</text>`;
  }
  const { d, stroke, width, dash, fill, opacity = 1 } = item;
  const line = stroke
    ? ` stroke="rgb(${stroke})" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ''}`
    : '';
  return `<path d="${d}" fill="${fill ? `rgb(${fill})` : 'none'}"${line}${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
