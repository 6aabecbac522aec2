/**
 * The network as a diagram: inputs, units and output in columns, and the weights as edges between them. Every number is a
 * place that can be pointed at and chosen; the whole is one stop of the Tab key, and the arrow keys move within.
 *
 * @import { Intents, FullLocale, Selection, View } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { arrangement } from '../../draw/arrangement.js';
import { html } from '../../draw/dom.js';
import { isSame, neighbour } from '../../draw/neighbour.js';
import { consume, hasModifier } from '../gestures.js';
import { buttonsView } from './buttons.js';
import { edgesView } from './edges.js';
import { picturesView } from './pictures.js';
import { weightView } from './weight.js';

/** How far from an edge it is still meant, in pixels. */
const REACH_PX = 14;

/**
 * @param {FullLocale} locale
 * @param {Intents} intents
 * @param {(selection: Selection) => void} choose  told what the reader chose
 * @returns {View}
 */
export function diagramView(locale, intents, choose) {
  const { words } = locale;
  const stage = html('div', { class: 'stage' });
  const weight = weightView(locale, intents);
  const element = html(
    'div',
    { class: 'diagram', part: 'diagram' },
    html('div', { class: 'places', role: 'group', 'aria-label': words.network, keydown: walk }, stage),
    weight.element,
  );

  /** @type {Snapshot | undefined} */
  let shown;
  let layers = '';
  /** @type {ReturnType<typeof build> | undefined} */
  let parts;
  /** @type {Selection | null} */
  let chosen = null;
  /** @type {Selection | null} */
  let hovered = null;
  /** The point of the data that the reader attends to. @type {number | null} */
  let example = null;
  /** What each column answers to it. @type {number[][] | null} */
  let answers = null;
  /** @type {import('../../types.js').Layer[]} */
  let parameters = [];
  let turns = 0;
  let colours = new Uint32Array(256);

  /** @param {number[]} sizes  of the hidden layers */
  function build(sizes) {
    const plan = arrangement(sizes);
    const edges = plan.sizes.slice(1).map((_, layer) => edgesView(plan, layer));
    const pictures = picturesView(plan);
    const buttons = buttonsView(plan, locale, { select, type: weight.type, drag: weight.drag });
    element.style.setProperty('--unit', `${plan.unit}em`);
    element.style.setProperty('--input', `${plan.input}em`);
    element.style.setProperty('--columns', String(plan.sizes.length));
    stage.style.height = `${buttons.height}em`;
    stage.replaceChildren(...edges.map(({ element }) => element), ...pictures.elements, ...buttons.elements);
    return { plan, edges, pictures, buttons };
  }

  /** @param {Snapshot} snapshot */
  function render(snapshot) {
    shown = snapshot;
    if (!parts || layers !== snapshot.config.layers.join()) {
      layers = snapshot.config.layers.join();
      parts = build(snapshot.config.layers);
      chosen = hovered = null;
    }
    const { plan, edges, pictures, buttons } = parts;
    parameters = snapshot.parameters;
    answers = answersTo(snapshot);
    // Very many edges take turns while it trains, and so do the pictures.
    const takesTurns = plan.isCrowded && snapshot.playing;
    const turn = takesTurns ? turns++ % (edges.length + 1) : undefined;
    if (turn === undefined || turn === edges.length) pictures.render(snapshot, colours);
    buttons.render(snapshot, parameters, answers, example);
    mark(turn);
  }

  /** What each column answers to the point that the reader attends to. @param {Snapshot} snapshot */
  function answersTo(snapshot) {
    if (example === null || !snapshot.points[example]) return null;
    const { x1, x2 } = snapshot.points[example];
    const flat = snapshot.activations(Float64Array.of(x1, x2));
    let at = 0;
    const above = [...snapshot.config.layers, 1].map((size) => Array.from(flat.subarray(at, (at += size))));
    return [[x1, x2], ...above];
  }

  /**
   * Draws the edges, and shows what is chosen and what is pointed at, in the diagram and in words.
   * @param {number} [turn]  the only layer whose edges are drawn
   */
  function mark(turn) {
    if (!shown || !parts) return;
    const { edges, buttons, plan } = parts;
    const unit = [hovered, chosen].find((selection) => selection?.kind === 'unit');
    // Of very many edges, only those of the unit that the reader looks at.
    const isDrawn = (/** @type {number} */ layer, /** @type {number} */ from, /** @type {number} */ to) =>
      !plan.isCrowded ||
      !unit ||
      (unit.layer === layer && unit.unit === to) ||
      (unit.layer === layer - 1 && unit.unit === from);
    edges.forEach(({ render, single, mark, interrupt }, layer) => {
      if (turn !== undefined && turn !== layer) return;
      const { W } = parameters[layer];
      interrupt(W);
      render((from, to) => (isDrawn(layer, from, to) ? (answers ? answers[layer][from] : 1) * W[from][to] : null));
      single(plan.isCrowded && unit !== undefined);
      mark([chosen, hovered].filter((one) => one?.kind === 'weight').filter((one) => one.layer === layer));
    });
    buttons.mark(chosen);
    weight.show(shown, parameters, chosen, hovered, example);
  }

  /** @param {Selection} selection */
  function select(selection) {
    chosen = selection;
    hovered = null;
    mark();
    parts?.buttons.focusable(selection);
    choose(selection);
  }

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const { key } = event;
    if (!shown || !parts || hasModifier(event)) return;
    const selection = parts.buttons.focused;
    const { weights } = shown;
    if (key === '+' || key === '-') {
      select(selection);
      weight.push(key === '+' ? 1 : -1);
    } else if (/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(key)) {
      const next = neighbour(selection, key, parts.plan.sizes, (layer) => Boolean(weights[layer].B));
      parts.buttons.focus(next);
      hover(next);
    } else {
      return;
    }
    consume(event);
  }

  /** @param {Selection | null} selection */
  function hover(selection) {
    if (isSame(selection, hovered)) return;
    hovered = selection;
    mark();
  }

  /** What a pointer is at. @param {MouseEvent} event @returns {Selection | null} */
  function under(event) {
    const selection = parts?.buttons.of(event.target);
    if (selection || !parts) return selection ?? null;
    for (const [layer, { nearest }] of parts.edges.entries()) {
      const found = nearest(event.clientX, event.clientY);
      if (found && found.distance < REACH_PX) return { kind: 'weight', layer, from: found.from, to: found.to };
    }
    return null;
  }

  stage.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'touch' && event.buttons === 0) hover(under(event));
  });
  stage.addEventListener('pointerleave', () => hover(null));
  stage.addEventListener('focusout', () => hover(null));
  stage.addEventListener('focusin', ({ target }) => hover(parts?.buttons.of(target) ?? null));
  stage.addEventListener('click', (event) => {
    // Buttons have listeners of their own.
    const selection = parts?.buttons.of(event.target) ? null : under(event);
    if (selection) select(selection);
  });

  return {
    element,
    render,
    recolour(now) {
      colours = now;
    },
    point(next) {
      if (next === example) return;
      example = next;
      if (shown) render(shown);
    },
  };
}
