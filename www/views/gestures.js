/**
 * What the controls of a figure listen to, and keep from the page around it: keys, drags, and pointing at a point of the data.
 */

/** The keys that a control uses, by what it is; all others are the page's. */
const USED_KEYS = {
  button: /^( |Enter)$/,
  radio: /^(Arrow.*| )$/,
  range: /^(Arrow.*|Home|End|Page.*)$/,
  // What is typed into a field, or looked up in a list by its letters.
  other: /^(?!Tab$|F\d+$)/,
};

/** Whether a key is pressed with another, which makes it the browser's. @param {KeyboardEvent} event */
export function hasModifier({ ctrlKey, metaKey, altKey }) {
  return ctrlKey || metaKey || altKey;
}

/** Keeps the page from scrolling, and a slide show from turning, by a key that was used. @param {KeyboardEvent} event */
export function consume(event) {
  event.preventDefault();
  event.stopPropagation();
}

/** A key that the focused control uses goes no further: it neither turns a slide nor scrolls. @param {KeyboardEvent} event */
function keepKeys(event) {
  const { currentTarget, key } = event;
  if (hasModifier(event)) return;
  // The curve is a slider without a type.
  const { type = 'range' } = /** @type {HTMLInputElement} */ (currentTarget);
  const used = /** @type {Record<string, RegExp>} */ (USED_KEYS)[type] ?? USED_KEYS.other;
  if (used.test(key)) event.stopPropagation();
}

/** Listeners for a control: pages listen to the release of a key too. */
export const ownKeys = { keydown: keepKeys, keypress: keepKeys, keyup: keepKeys };

/**
 * Listeners for what stands for a point of the data: the reader attends to it.
 * @param {number} example
 * @param {(example: number | null) => void} point
 */
export function pointing(example, point) {
  const [on, off] = [() => point(example), () => point(null)];
  const isTouch = (/** @type {PointerEvent} */ event) => event.pointerType === 'touch';
  return {
    pointerenter: (/** @type {PointerEvent} */ event) => isTouch(event) || on(),
    pointerleave: (/** @type {PointerEvent} */ event) => isTouch(event) || off(),
    // A tap lasts until the next one.
    pointerup: (/** @type {PointerEvent} */ event) => {
      if (!isTouch(event)) return;
      if (/** @type {Element} */ (event.currentTarget).classList.contains('attended')) off();
      else on();
    },
    focus: on,
    blur: off,
  };
}

/**
 * Where in an element an event of it was, in shares of its width and height: by its own coordinates, as the figure may be
 * turned, mirrored or enlarged.
 * @param {Element} element
 * @param {MouseEvent} event
 * @returns {[across: number, down: number]}
 */
export function shareAt(element, { offsetX, offsetY }) {
  // CSS zoom enlarges offsets, not sizes. WebKit does not tell by how much.
  const zoom = element.currentCSSZoom ?? 1;
  return [offsetX / (zoom * element.clientWidth), offsetY / (zoom * element.clientHeight)];
}

/** A drag of this element goes no further: it turns no slide. Pointing without a button pressed is told. @param {Element} element */
export function keepDrags(element) {
  for (const type of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'touchmove']) {
    element.addEventListener(
      type,
      (event) => {
        if (/** @type {MouseEvent} */ (event).buttons !== 0) event.stopPropagation();
      },
      { passive: true },
    );
  }
}
