/**
 * What can be chosen in the diagram, as buttons: the units, the loss and, as long as there is room, the number of every
 * weight and bias. Where there is none, a single button moves to the selection that has the focus.
 *
 * @import { Arrangement } from '../../draw/arrangement.js'
 * @import { Layer, FullLocale, Selection } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { compact } from '../../draw/digits.js';
import { html, setAttr, setText } from '../../draw/dom.js';
import { isSame, nameOf } from '../../draw/neighbour.js';
import { keepDrags, ownKeys } from '../gestures.js';
import { answersView } from './answers.js';
import { placementOf } from './placement.js';
import { numberAt, selectionName } from './selection.js';

/** Columns after the first, beyond which they are close: a bias has so many digits after the point. */
const MAX_WIDE_COLUMNS = 3;
const CLOSE_DIGITS = 3;

/** The loss is written as below the figure, where that has no more characters than this. */
const MAX_LOSS_LENGTH = 8;

/** Characters of a bias that leave room for a whole space before them. */
const MAX_SPACED_LENGTH = 6;

/**
 * @param {Arrangement} plan
 * @param {FullLocale} locale
 * @param {object} acts
 * @param {(selection: Selection) => void} acts.select
 * @param {() => void} acts.type  another number for what is chosen
 * @param {(event: PointerEvent, selection: Selection) => void} acts.drag
 */
export function buttonsView(plan, locale, { select, type, drag }) {
  const { words } = locale;
  const { sizes, hasNumbers, hasBiases, y } = plan;
  const last = sizes.length - 1;
  const isClose = last > MAX_WIDE_COLUMNS;
  const { inColumn, onEdge, belowUnit, besideOutput, height } = placementOf(plan);
  const answers = answersView(plan, locale);
  /** @type {WeakMap<EventTarget, Selection>} */
  const selectionOf = new WeakMap();
  /** By the name of the selection. @type {Map<string, HTMLElement>} */
  const buttons = new Map();
  /** @type {Snapshot | undefined} */
  let shown;
  /** What each column answers. @type {number[][] | null} */
  let answered = null;
  let hasSpoken = false;
  /** @type {Selection | null} */
  let chosen = null;
  /** @type {Selection} */
  let focused = { kind: 'weight', layer: 0, from: 0, to: 0 };

  const inputs = answers.inputs.map((element, i) => inColumn(element, 0, y(0, i)));
  const allUnits = sizes
    .slice(1)
    .flatMap((size, layer) => Array.from({ length: size }, (_, unit) => ({ layer, unit })));
  const units = allUnits.map(({ layer, unit }) =>
    inColumn(
      buttonOf({ kind: 'unit', layer, unit }, 'unit', ...answers.inUnit(layer, unit)),
      layer + 1,
      y(layer + 1, unit),
    ),
  );
  const weights = hasNumbers
    ? sizes.slice(1).flatMap((size, layer) =>
        Array.from({ length: sizes[layer] * size }, (_, k) => {
          /** @type {Selection} */
          const selection = { kind: 'weight', layer, from: Math.floor(k / size), to: k % size };
          return { selection, number: null, element: onEdge(buttonOf(selection, 'number'), selection) };
        }),
      )
    : [];
  const biases = hasBiases
    ? allUnits.map((of) => {
        /** @type {Selection} */
        const selection = { kind: 'bias', ...of };
        const number = html('span');
        const button = buttonOf(
          selection,
          `number bias${isClose ? ' close' : ''}`,
          html('span', { class: 'variable' }, 'b'),
          ' ',
          number,
        );
        return { selection, number, element: belowUnit(button, selection) };
      })
    : [];
  const numbers = [...weights, ...biases];

  const loss = html('span');
  const lossButton = besideOutput(
    buttonOf({ kind: 'loss' }, 'number loss-number', words.loss.toLowerCase(), ' ', loss),
  );

  const captions = plan.hasCaptions
    ? sizes.map((_, column) => inColumn(html('small', { class: 'caption' }, words.column(column, last)), column, 0))
    : [];

  const roving = html('button', { type: 'button', class: 'roving', tabindex: -1, hidden: true, ...ownKeys });
  listen(roving);

  /** @param {Selection} selection @param {string} name @param {...(Node | string)} children */
  function buttonOf(selection, name, ...children) {
    const button = html('button', { type: 'button', class: name, tabindex: -1, ...ownKeys }, ...children);
    selectionOf.set(button, selection);
    buttons.set(nameOf(selection), button);
    listen(button);
    return button;
  }

  /** @param {HTMLElement} button */
  function listen(button) {
    const selection = () => /** @type {Selection} */ (selectionOf.get(button));
    button.addEventListener('click', ({ detail }) => {
      // Enter, on what was chosen before.
      if (detail === 0 && isSame(selection(), chosen)) type();
      else select(selection());
    });
    button.addEventListener('dblclick', () => type());
    if (!button.classList.contains('number')) return;
    button.addEventListener('pointerdown', (event) => drag(event, selection()));
    keepDrags(button);
  }

  /** The button of a selection, or the roving one, moved there. @param {Selection} selection */
  function buttonAt(selection) {
    const own = buttons.get(nameOf(selection));
    roving.hidden = own !== undefined;
    if (own) return own;
    selectionOf.set(roving, selection);
    roving.classList.remove('last');
    if (selection.kind === 'weight') onEdge(roving, selection);
    if (selection.kind === 'bias') belowUnit(roving, selection);
    setAttr(roving, 'aria-label', spoken(selection));
    return roving;
  }

  /** @param {Selection} selection */
  function spoken(selection) {
    const name = selectionName(words, selection, sizes);
    if (!shown) return name;
    const value =
      selection.kind === 'loss'
        ? shown.loss
        : selection.kind === 'unit'
          ? answered?.[selection.layer + 1][selection.unit]
          : numberAt(shown.parameters, selection);
    return value === undefined ? name : `${name}: ${value === 0 ? '0' : locale.small(value)}`;
  }

  /** The stop of the Tab key. @param {Selection} selection */
  function focusable(selection) {
    buttonAt(focused).tabIndex = -1;
    focused = selection;
    const button = buttonAt(selection);
    button.tabIndex = 0;
    return button;
  }
  focusable(focused);

  return {
    elements: [...captions, ...inputs, ...units, ...numbers.map(({ element }) => element), lossButton, roving],
    /** Of all, in em. */
    height,

    get focused() {
      return focused;
    },

    /** @param {EventTarget | null} target */
    of(target) {
      const button = target instanceof Element ? target.closest('button') : null;
      return button ? selectionOf.get(button) : undefined;
    },

    focusable,

    /** @param {Selection} selection */
    focus(selection) {
      focusable(selection).focus({ preventScroll: false });
    },

    /** @param {Selection | null} selection */
    mark(selection) {
      if (isSame(selection, chosen)) return;
      if (chosen) setAttr(buttonAt(chosen), 'aria-pressed', 'false');
      chosen = selection;
      if (chosen) setAttr(buttonAt(chosen), 'aria-pressed', 'true');
    },

    /**
     * @param {Snapshot} snapshot
     * @param {Layer[]} parameters
     * @param {number[][] | null} given  what each column answers to the point that the reader attends to
     * @param {number | null} example
     */
    render(snapshot, parameters, given, example) {
      shown = snapshot;
      answered = given;
      const kept = biases.length ? snapshot.weights : [];
      for (const { selection, number, element } of numbers) {
        const value = numberAt(parameters, selection) ?? 0;
        const text = compact(value, number && isClose ? CLOSE_DIGITS : undefined);
        setText(number ?? element, text);
        element.classList.toggle('long', text.length > MAX_SPACED_LENGTH);
        element.classList.toggle('positive', value > 0);
        element.classList.toggle('negative', value < 0);
        if (selection.kind === 'bias') element.hidden = !kept[selection.layer].B;
      }
      const text = locale.small(snapshot.loss);
      setText(loss, text.length > MAX_LOSS_LENGTH ? compact(snapshot.loss) : text);
      answers.render(snapshot, given, example);
      speak(snapshot);
    },
  };

  /** What is heard is told at first, and when something has come to rest, not in every frame. @param {Snapshot} snapshot */
  function speak({ playing, goal }) {
    if (hasSpoken && (playing || goal !== null)) return;
    hasSpoken = true;
    for (const button of [...buttons.values(), roving]) {
      const selection = selectionOf.get(button);
      if (selection) setAttr(button, 'aria-label', spoken(selection));
    }
  }
}
