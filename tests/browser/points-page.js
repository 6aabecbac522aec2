// What the specs of edited points share: the mode, and the plane as a hand sees it.
import { expect } from '@playwright/test';
import { button, en, Figure, figureWith } from './figure.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {[x1: number, x2: number, label: number]} Row */

export const words = en.editor;

export const XOR = /** @type {Row[]} */ ([
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
]);

/** The plane of a gate. */
const LOW = -0.4;
const HIGH = 1.4;

/** @param {Figure} figure */
export const ground = (figure) => figure.locator.getByRole('application', { name: words.plane });

/** The points as buttons. @param {Figure} figure */
export const points = (figure) => figure.locator.locator('.editor button');

/** What was said of the last change. @param {Figure} figure */
export const said = (figure) => figure.locator.locator('.tools output');

/** Opens the panel and presses its button. @param {Figure} figure */
export async function edit(figure) {
  await figure.locator.getByText(en.more, { exact: true }).click();
  await button(figure, en.editPoints).click();
  await expect(ground(figure)).toBeFocused();
}

/** A figure in the mode. @param {Page} page @param {Record<string, unknown>} [settings] */
export async function edited(page, settings = {}) {
  const figure = await figureWith(page, { seed: 42, ...settings });
  await edit(figure);
  return figure;
}

/**
 * Where a place of the plane is on the screen.
 * @param {Figure} figure
 * @param {number} x1
 * @param {number} x2
 * @param {[number, number]} [plane]
 * @returns {Promise<[number, number]>}
 */
export async function at(figure, x1, x2, [low, high] = [LOW, HIGH]) {
  const { x, y, width, height } = /** @type {any} */ (await ground(figure).boundingBox());
  return [x + (width * (x1 - low)) / (high - low), y + (height * (high - x2)) / (high - low)];
}

/** The labels of gates, in the order of XOR's points. @type {Record<string, string>} */
const GATES = { xor: '0110', or: '0111' };

/** The points that the figure learns, a gate's too. @param {Figure} figure @returns {Promise<Row[]>} */
export async function data(figure) {
  await figure.drawn();
  const text = await figure.get('data');
  const bits = GATES[text];
  return bits ? XOR.map(([x1, x2], i) => [x1, x2, Number(bits[i])]) : JSON.parse(text);
}

/** The numbers of points, rounded to what a pointer can aim at. @param {Row[]} rows */
export const aimed = (rows) => rows.map((row) => row.map((x) => Math.round(20 * x) / 20));
