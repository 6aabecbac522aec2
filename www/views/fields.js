/**
 * The few form fields that the figure is operated with, all native. Each takes a value through `show`, which tells
 * nobody, and tells what the reader chose through `choose`.
 *
 * @typedef {(value: string) => void} Choose
 */
import { html, setAttr, setText } from '../draw/dom.js';
import { draw } from '../figure/clock.js';
import { keepDrags, ownKeys } from './gestures.js';

/** Each field has an id and a name of its own, also where another file holds these functions again. */
const PREFIX = Math.random().toString(36).slice(2);
let count = 0;

/**
 * A label and its field, and what the field says, if it does not say so itself.
 * @param {string} label
 * @param {HTMLElement} input
 * @param {HTMLElement} [output]
 */
function field(label, input, output) {
  input.id = `field-${PREFIX}-${count++}`;
  return html('div', { class: 'field' }, html('label', { for: input.id }, label), output ?? '', input);
}

/**
 * A few choices side by side: radio buttons.
 * @param {string} legend
 * @param {[value: string, label: string][]} choices
 * @param {Choose} choose
 * @param {{ legend?: boolean }} [options]  whether the legend is seen, as a label of the others' kind
 */
export function segmented(legend, choices, choose, options = {}) {
  const name = `choice-${PREFIX}-${count++}`;
  const inputs = choices.map(([value]) =>
    html('input', { type: 'radio', name, value, change: () => choose(value), ...ownKeys }),
  );
  const group = html(
    'fieldset',
    { class: 'segmented' },
    html('legend', { class: 'unseen' }, legend),
    ...choices.map(([, label], i) => html('label', {}, inputs[i], html('span', {}, label))),
  );
  return {
    element: options.legend
      ? html('div', { class: 'field' }, html('small', { 'aria-hidden': 'true' }, legend), group)
      : group,
    /** @param {string} value */
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

/**
 * A slider over powers of ten, whose text says the number in full.
 * @param {string} label
 * @param {{ min: number, max: number, say: (value: number) => string }} scale
 * @param {Choose} choose
 * @param {(value?: string) => void} [preview]  while it is held, or of none; without, each value is chosen at once
 */
export function slider(label, { min, max, say }, choose, preview) {
  const value = () => Number((10 ** Number(input.value)).toPrecision(2));
  /** The number that is set. */
  let shown = NaN;
  const write = (/** @type {number} */ number) => {
    const text = say(number);
    setText(output, text);
    setAttr(input, 'aria-valuetext', text);
  };
  const input = html('input', {
    type: 'range',
    min: Math.log10(min),
    max: Math.log10(max),
    // Twenty steps to a decade: each is another number of two digits.
    step: 0.05,
    ...(preview ? {} : { input: () => choose(String(value())) }),
    ...ownKeys,
  });
  const isHeld =
    preview &&
    holding(
      input,
      () => String(value()),
      choose,
      (held) => (write(value()), preview(held)),
      // The finger scrolls the page: what it came down on is as before.
      () => (preview(String(shown)), preview()),
    );
  keepDrags(input);
  const output = html('output');
  return {
    element: field(label, input, output),
    /** Beyond its ends, as at 0, the slider stands at an end and the text is still true. @param {number} current */
    show(current) {
      if (isHeld?.()) return;
      shown = current;
      if (output.textContent === say(current)) return;
      if (value() !== current) input.value = String(Math.log10(Math.max(current, min)));
      write(current);
    },
  };
}

/** Keys that step a value, and go on while they are held down. */
const STEP_KEYS = /^(Arrow|Page|Home|End)/;

/**
 * Tells the values of a field that is held, by the pointer or by a key, through `preview`, and the one at which it is let go
 * through `choose`. Returns whether it is held.
 * @param {HTMLInputElement} input
 * @param {() => string} value
 * @param {Choose} choose
 * @param {Choose} preview
 * @param {() => void} [cancel]  where the browser takes the pointer; without, the value is chosen
 */
function holding(input, value, choose, preview, cancel) {
  let isKeyDown = false;
  let isHeld = false;
  function hold() {
    isHeld = true;
    if (input.validity.valid) preview(value());
  }
  function commit() {
    if (isHeld) choose(value());
    isHeld = false;
  }
  /** Ends a hold where a key that steps is released, not one that types, and where the field loses the focus. */
  function onRelease({ type = '' }) {
    if (isKeyDown || type === 'blur') commit();
    isKeyDown = false;
  }
  /** @type {[string, (event: any) => void][]} */
  const listeners = [
    ['keydown', ({ key }) => (isKeyDown ||= STEP_KEYS.test(key))],
    ['keyup', onRelease],
    ['blur', onRelease],
    [
      'pointercancel',
      () => {
        if (!cancel || !isHeld) return commit();
        isHeld = false;
        cancel();
      },
    ],
    // Browsers fire a change at every step of a key that is held.
    ['change', () => isKeyDown || commit()],
    ['input', hold],
  ];
  for (const [type, listener] of listeners) input.addEventListener(type, listener);
  return () => isHeld;
}

/**
 * @param {string} label
 * @param {[value: string, label: string][]} choices
 * @param {Choose} choose
 */
export function select(label, choices, choose) {
  const input = html(
    'select',
    { change: () => choose(input.value), ...ownKeys },
    ...choices.map(([value, name]) => html('option', { value }, name)),
  );
  /** Stands for a value that is none of the choices. */
  const other = html('option', { hidden: true });
  input.append(other);
  return {
    element: field(label, input),
    /** @param {string} value @param {string} name */
    show(value, name = value) {
      if (!choices.some(([choice]) => choice === value)) {
        other.value = value;
        setText(other, name);
      }
      if (input.value !== value) input.value = value;
    },
  };
}

/**
 * A number, a whole one unless `step` is "any", taken when the reader is done with it.
 * @param {string} label
 * @param {{ min: number, max: number, step?: string }} range
 * @param {Choose} choose
 * @param {Choose} [preview]  of what is not taken yet
 */
export function number(label, { min, max, step = '1' }, choose, preview) {
  const input = html('input', {
    type: 'number',
    min,
    max,
    step,
    inputmode: step === '1' ? 'numeric' : 'decimal',
    ...(preview ? {} : { change: () => choose(input.value) }),
    ...ownKeys,
  });
  if (preview) holding(input, () => input.value, choose, preview);
  return {
    element: field(label, input),
    /** @type {(value: number | '') => void} */
    show: shower(input),
  };
}

/**
 * A text of several lines, taken when the reader is done with it.
 * @param {string} label
 * @param {string} placeholder
 * @param {Choose} choose
 */
export function text(label, placeholder, choose) {
  const input = html('textarea', {
    rows: 3,
    spellcheck: 'false',
    placeholder,
    change: () => choose(input.value),
    ...ownKeys,
  });
  return {
    element: field(label, input),
    /** @type {(value: string) => void} */
    show: shower(input),
  };
}

/**
 * Shows a value in a field that is typed into, once the reader has left it: also in place of what was typed and not taken.
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 */
function shower(input) {
  let shown = '';
  function write() {
    if (!isActive(input) && input.value !== shown) input.value = shown;
  }
  // What was taken is shown by the frame that it has asked for.
  input.addEventListener('blur', () => draw(write));
  return (/** @type {string | number} */ value) => {
    shown = String(value);
    write();
  };
}

/** @param {Element} input */
function isActive(input) {
  return /** @type {ShadowRoot | Document} */ (input.getRootNode()).activeElement === input;
}
