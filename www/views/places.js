/**
 * What can be chosen in the diagram, as buttons: the units, the loss and, as long as there is room, the number of every
 * weight and bias. Where there is none, a single button moves to the place that has the focus.
 *
 * @import { Arrangement } from '../draw/arrangement.js'
 * @import { Layer, FullLocale, Selection } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { compact } from '../draw/digits.js';
import { html, setAttr, setText } from '../draw/dom.js';
import { isSame, nameOf } from '../draw/neighbour.js';
import { keepDrags, ownKeys } from './gestures.js';
import { numberAt, placeName } from './place.js';

/** Units of at least so many em have room for the mark of a point, and for a number. */
const MARKED_EM = 1.5;
const NUMBERED_EM = 2.2;

/** Digits after the point of a number in a picture, by its size in em. */
const digitsIn = (/** @type {number} */ unit) => (unit < 3.2 ? 2 : 3);

/** Of an input; what is told below the diagram has them all. */
const INPUT_DIGITS = 3;

/** Columns after the first, beyond which they are close: a bias has so many digits after the point. */
const MAX_WIDE_COLUMNS = 3;
const CLOSE_DIGITS = 3;

/** The loss is written as below the figure, where that has no more characters than this. */
const MAX_LOSS_LENGTH = 8;

/** Characters of a bias that leave room for a whole space before them. */
const SPACED_LENGTH = 6;

/** From a unit to the middle of what stands below it, in em. */
const BIAS_BELOW = 0.95;
const LOSS_BELOW = 2.7;
/** Below the number of the lowest of three edges. */
const LOSS_BELOW_THREE = 3.7;

/** The last column beside which there is room for the loss; else it stands below all. */
const MAX_LOSS_COLUMN = 2;

/**
 * @param {Arrangement} plan
 * @param {FullLocale} locale
 * @param {object} acts
 * @param {(place: Selection) => void} acts.select
 * @param {() => void} acts.type  another number for what is chosen
 * @param {(event: PointerEvent, place: Selection) => void} acts.drag
 */
export function placesView(plan, locale, { select, type, drag }) {
  const { words } = locale;
  const { sizes, unit, hasNumbers, hasBiases, x, y } = plan;
  const last = sizes.length - 1;
  const isClose = last > MAX_WIDE_COLUMNS;
  /** @type {WeakMap<EventTarget, Selection>} */
  const placeOf = new WeakMap();
  /** By the name of the place. @type {Map<string, HTMLElement>} */
  const buttons = new Map();
  /** @type {Snapshot | undefined} */
  let shown;
  /** @type {number[][] | null} */
  let answers = null;
  let hasSpoken = false;
  /** @type {Selection | null} */
  let chosen = null;
  /** @type {Selection} */
  let focused = { kind: 'weight', layer: 0, from: 0, to: 0 };

  const inputs = [0, 1].map((i) => {
    const value = html('span', { class: 'answer' });
    const name = html('span', { class: 'variable' }, 'x', html('sub', {}, String(i + 1)));
    return { value, element: stand(html('div', { class: 'input', 'aria-hidden': 'true' }, name, value), 0, y(0, i)) };
  });

  const units = sizes.slice(1).flatMap((size, layer) =>
    Array.from({ length: size }, (_, i) => {
      const value = html('span', { class: 'answer' });
      const mark = html('i', { class: 'mark', hidden: true });
      const parts = [...(unit < MARKED_EM ? [] : [mark]), ...(unit < NUMBERED_EM ? [] : [value])];
      const button = buttonOf({ kind: 'unit', layer, unit: i }, 'unit', ...parts);
      return { layer, i, value, mark, element: stand(button, layer + 1, y(layer + 1, i)) };
    }),
  );

  const weights = hasNumbers
    ? sizes.slice(1).flatMap((size, layer) =>
        Array.from({ length: sizes[layer] * size }, (_, k) => {
          /** @type {Selection} */
          const place = { kind: 'weight', layer, from: Math.floor(k / size), to: k % size };
          return { place, number: null, element: onEdge(buttonOf(place, 'number'), place) };
        }),
      )
    : [];
  const biases = hasBiases
    ? units.map(({ layer, i }) => {
        /** @type {Selection} */
        const place = { kind: 'bias', layer, unit: i };
        const number = html('span');
        const button = buttonOf(
          place,
          `number bias${isClose ? ' close' : ''}`,
          html('span', { class: 'variable' }, 'b'),
          ' ',
          number,
        );
        return { place, number, element: belowUnit(button, place) };
      })
    : [];
  const numbers = [...weights, ...biases];

  const loss = html('span');
  const lossButton = buttonOf({ kind: 'loss' }, 'number loss-number', words.loss.toLowerCase(), ' ', loss);
  const lossBelow = hasNumbers && sizes[last - 1] > 2 ? LOSS_BELOW_THREE : LOSS_BELOW;
  const lossAt = hasBiases && last <= MAX_LOSS_COLUMN ? y(last, 0) + unit / 2 + lossBelow : plan.height + 0.9;
  stand(lossButton, last, lossAt);

  const captions = plan.hasCaptions
    ? sizes.map((_, column) => stand(html('small', { class: 'caption' }, words.column(column, last)), column, 0))
    : [];

  const roving = html('button', { type: 'button', class: 'roving', tabindex: -1, hidden: true, ...ownKeys });
  listen(roving);

  /** @param {Selection} place @param {string} name @param {...(Node | string)} children */
  function buttonOf(place, name, ...children) {
    const button = html('button', { type: 'button', class: name, tabindex: -1, ...ownKeys }, ...children);
    placeOf.set(button, place);
    buttons.set(nameOf(place), button);
    listen(button);
    return button;
  }

  /** @param {HTMLElement} button */
  function listen(button) {
    const place = () => /** @type {Selection} */ (placeOf.get(button));
    button.addEventListener('click', ({ detail }) => {
      // Enter, on what was chosen before.
      if (detail === 0 && isSame(place(), chosen)) type();
      else select(place());
    });
    button.addEventListener('dblclick', () => type());
    if (!button.classList.contains('number')) return;
    button.addEventListener('pointerdown', (event) => drag(event, place()));
    keepDrags(button);
  }

  /**
   * @template {HTMLElement} E
   * @param {E} element
   * @param {number} column
   * @param {number} top
   */
  function stand(element, column, top) {
    element.style.left = `${100 * x(column)}%`;
    element.style.top = `${top}em`;
    element.classList.toggle('last', column === last);
    return element;
  }

  /** @template {HTMLElement} E @param {E} element @param {Extract<Selection, { kind: 'weight' }>} place */
  function onEdge(element, place) {
    const at = plan.onEdge(place);
    element.style.left = `calc(${100 * at.share}% + ${at.em}em)`;
    element.style.top = `${at.y}em`;
    return element;
  }

  /** @template {HTMLElement} E @param {E} element @param {Extract<Selection, { kind: 'bias' }>} place */
  function belowUnit(element, place) {
    const top = y(place.layer + 1, place.unit) + unit / 2;
    return stand(element, place.layer + 1, hasBiases ? top + BIAS_BELOW : top);
  }

  /** The button of a place, or the roving one, moved there. @param {Selection} place */
  function buttonAt(place) {
    const own = buttons.get(nameOf(place));
    roving.hidden = own !== undefined;
    if (own) return own;
    placeOf.set(roving, place);
    roving.classList.remove('last');
    if (place.kind === 'weight') onEdge(roving, place);
    if (place.kind === 'bias') belowUnit(roving, place);
    setAttr(roving, 'aria-label', spoken(place));
    return roving;
  }

  /** @param {Selection} place */
  function spoken(place) {
    const name = placeName(words, place, sizes);
    if (!shown) return name;
    const value =
      place.kind === 'loss'
        ? shown.loss
        : place.kind === 'unit'
          ? answers?.[place.layer + 1][place.unit]
          : numberAt(shown.parameters, place);
    return value === undefined ? name : `${name}: ${value === 0 ? '0' : locale.small(value)}`;
  }

  /** The stop of the Tab key. @param {Selection} place */
  function focusable(place) {
    buttonAt(focused).tabIndex = -1;
    focused = place;
    const button = buttonAt(place);
    button.tabIndex = 0;
    return button;
  }
  focusable(focused);

  return {
    elements: [
      ...captions,
      ...inputs.map(({ element }) => element),
      ...units.map(({ element }) => element),
      ...numbers.map(({ element }) => element),
      lossButton,
      roving,
    ],
    /** Of all, in em. */
    height: Math.max(plan.height, lossAt + 0.9),

    get focused() {
      return focused;
    },

    /** @param {EventTarget | null} target */
    of(target) {
      const button = target instanceof Element ? target.closest('button') : null;
      return button ? placeOf.get(button) : undefined;
    },

    focusable,

    /** @param {Selection} place */
    focus(place) {
      focusable(place).focus({ preventScroll: false });
    },

    /** @param {Selection | null} place */
    mark(place) {
      if (isSame(place, chosen)) return;
      if (chosen) setAttr(buttonAt(chosen), 'aria-pressed', 'false');
      chosen = place;
      if (chosen) setAttr(buttonAt(chosen), 'aria-pressed', 'true');
    },

    /**
     * @param {Snapshot} snapshot
     * @param {Layer[]} parameters
     * @param {number[][] | null} given  what each column answers to the point that the reader attends to
     * @param {number | null} example
     */
    render(snapshot, parameters, given, example) {
      const hadAnswers = answers !== null;
      shown = snapshot;
      answers = given;
      const kept = biases.length ? snapshot.weights : [];
      for (const { place, number, element } of numbers) {
        const value = numberAt(parameters, place) ?? 0;
        const text = compact(value, number && isClose ? CLOSE_DIGITS : undefined);
        setText(number ?? element, text);
        element.classList.toggle('long', text.length > SPACED_LENGTH);
        element.classList.toggle('positive', value > 0);
        element.classList.toggle('negative', value < 0);
        if (place.kind === 'bias') element.hidden = !kept[place.layer].B;
      }
      const text = locale.small(snapshot.loss);
      setText(loss, text.length > MAX_LOSS_LENGTH ? compact(snapshot.loss) : text);
      if (given || hadAnswers) flow(snapshot, given, example);
      speak(snapshot);
    },
  };

  /**
   * The numbers of the point that the reader attends to, at each node.
   * @param {Snapshot} snapshot
   * @param {number[][] | null} given
   * @param {number | null} example
   */
  function flow({ domain, points }, given, example) {
    inputs.forEach(({ value }, i) =>
      setText(value, given ? locale.brief(Number(given[0][i].toPrecision(INPUT_DIGITS))) : ''),
    );
    const [left, right, bottom, top] = domain;
    const point = given && example !== null ? points[example] : undefined;
    for (const { layer, i, value, mark } of units) {
      setText(value, given ? compact(given[layer + 1][i], digitsIn(unit)) : '');
      mark.hidden = !point;
      if (!point) continue;
      mark.style.left = `${(100 * (point.x1 - left)) / (right - left)}%`;
      mark.style.top = `${(100 * (top - point.x2)) / (top - bottom)}%`;
    }
  }

  /** What is heard is told at first, and when something has come to rest, not in every frame. @param {Snapshot} snapshot */
  function speak({ playing, goal }) {
    if (hasSpoken && (playing || goal !== null)) return;
    hasSpoken = true;
    for (const button of [...buttons.values(), roving]) {
      const place = placeOf.get(button);
      if (place) setAttr(button, 'aria-label', spoken(place));
    }
  }
}
