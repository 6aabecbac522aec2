/**
 * The inspector: where one number of the network comes from, and what the next update does to it. It is told what to explain;
 * a panel for each kind is in inspector/.
 *
 * @import { Config, Intents, FullLocale, Point, Selection } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setText } from '../draw/dom.js';
import { math } from '../draw/math.js';
import { MAX_LISTED_POINTS } from '../figure/snapshot/examples.js';
import { changePanel } from './inspector/change.js';
import { apart, nameOf } from './inspector/ledger.js';
import { lossPanel } from './inspector/loss.js';
import { notationOf } from './inspector/notation.js';
import { unitPanel } from './inspector/unit.js';

/**
 * @param {FullLocale} locale
 * @param {Pick<Intents, 'point'>} intents
 */
export function inspectorView(locale, intents) {
  const words = locale.words.inspect;
  const element = html('div', { class: 'view inspector', part: 'inspector', role: 'group', 'aria-label': words.title });

  /** @type {Selection | null} */
  let chosen = null;
  /** @type {Snapshot | undefined} */
  let shown;
  /** What the panel was made for. @type {{ config: Config, points: readonly Point[] } | undefined} */
  let made;
  /** @type {ReturnType<typeof panelOf> | null} */
  let panel = null;
  /** @type {number | null} */
  let pointed = null;
  /** The example of the formulas while none is pointed at or held. */
  let first = 0;
  const held = { example: /** @type {number | null} */ (null) };

  /** The last snapshot at rest: what a step began from. @type {Snapshot | null} */
  let rested = null;
  /** The step that led to what is shown. @type {{ from: Snapshot, to: Snapshot } | null} */
  let step = null;

  /** @param {Snapshot} snapshot @param {Selection} selection */
  function panelOf(snapshot, selection) {
    const { config, points } = snapshot;
    const notation = notationOf(config, words);
    const name = nameOf(points, locale);
    const context = { locale, intents, config, points, name, notation, held };
    const panel =
      selection.kind === 'loss'
        ? lossPanel(context)
        : selection.kind === 'unit'
          ? unitPanel(context, selection)
          : changePanel(context, selection, snapshot);
    const [old, now, example] = [html('span'), html('b'), html('small')];
    const symbol = panel.name;
    element.replaceChildren(
      html('header', {}, html('b', {}, panel.title)),
      html('p', { class: 'value' }, typeof symbol === 'string' ? symbol : math(symbol), ' = ', old, now, example),
      panel.element,
    );
    const called = (/** @type {number} */ i) => words.at(name(points[i].x1), name(points[i].x2));
    return { ...panel, old, now, example, called };
  }

  /** Which step is shown, if any. @param {Snapshot} snapshot */
  function follow(snapshot) {
    const isSame = rested?.config === snapshot.config && rested.points === snapshot.points;
    if (snapshot.playing || !isSame) rested = null;
    if (snapshot.playing || snapshot.goal !== null) return;
    if (rested && rested.epoch === snapshot.epoch) return;
    step = rested && rested.epoch < snapshot.epoch ? { from: rested, to: snapshot } : null;
    rested = snapshot;
  }

  /** @param {Snapshot} snapshot */
  function render(snapshot) {
    const isAnother = snapshot !== shown;
    shown = snapshot;
    if (isAnother) {
      follow(snapshot);
      if (step && step.to.epoch !== snapshot.epoch) step = null;
    }
    if (made?.config !== snapshot.config || made.points !== snapshot.points) {
      if (made?.points !== snapshot.points) held.example = pointed = null;
      made = snapshot;
      panel = null;
    }
    if (!chosen || !exists(chosen, snapshot.config.layers)) {
      panel = null;
      element.replaceChildren(html('p', { class: 'hint' }, words.hint));
      return;
    }
    const isNew = !panel;
    panel ??= panelOf(snapshot, chosen);
    // Among a few it stays; of many it is the strongest, which is listed.
    if (isNew || snapshot.points.length > MAX_LISTED_POINTS) first = panel.strongest(snapshot);
    const attended = pointed ?? held.example ?? first;
    panel.fill(snapshot, attended);
    const { value, old, now, example, called } = panel;
    const after = value(snapshot, attended);
    const before = step ? value(step.from, attended) : after;
    const texts = apart(locale, before, after);
    setText(old, texts[0] === texts[1] ? '' : `${texts[0]} → `);
    setText(now, texts[1]);
    now.classList.toggle('changed', texts[0] !== texts[1]);
    setText(example, chosen.kind === 'unit' ? ` ${called(attended)}` : '');
  }

  return {
    element,
    render,

    /** @param {Selection} selection */
    choose(selection) {
      chosen = selection;
      panel = null;
      if (shown) render(shown);
    },

    /** @param {number | null} example */
    point(example) {
      pointed = example;
      if (shown) render(shown);
    },
  };
}

/** Whether a network of this shape has it. @param {Selection} selection @param {number[]} layers */
function exists(selection, layers) {
  const sizes = [2, ...layers, 1];
  switch (selection.kind) {
    case 'weight':
      return selection.from < sizes[selection.layer] && selection.to < sizes[selection.layer + 1];
    case 'loss':
      return true;
    default:
      return selection.unit < sizes[selection.layer + 1];
  }
}
