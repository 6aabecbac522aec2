/**
 * Where the parts of the diagram stand on its stage, as styles: in a column, on an edge, below a unit.
 *
 * @import { Arrangement } from '../../draw/arrangement.js'
 * @import { Selection } from '../../types.js'
 */

/** From the edge of a unit to the middle of what stands below it, in em. */
const BIAS_BELOW_EM = 0.95;
const LOSS_BELOW_EM = 2.7;
/** Below the number of the lowest of three edges. */
const LOSS_BELOW_THREE_EM = 3.7;

/** From the middle of the loss to what is above or below it, in em. */
const LOSS_ROOM_EM = 0.9;

/** The last column beside which there is room for the loss; else it stands below all. */
const MAX_LOSS_COLUMN = 2;

/** @param {Arrangement} plan */
export function placementOf(plan) {
  const { sizes, unit, height, hasNumbers, hasBiases, x, y } = plan;
  const last = sizes.length - 1;
  const below = hasNumbers && sizes[last - 1] > 2 ? LOSS_BELOW_THREE_EM : LOSS_BELOW_EM;
  const lossTop = hasBiases && last <= MAX_LOSS_COLUMN ? y(last, 0) + unit / 2 + below : height + LOSS_ROOM_EM;

  /** @template {HTMLElement} E @param {E} element @param {number} column @param {number} top  in em */
  function inColumn(element, column, top) {
    element.style.left = `${100 * x(column)}%`;
    element.style.top = `${top}em`;
    element.classList.toggle('last', column === last);
    return element;
  }

  /** @template {HTMLElement} E @param {E} element @param {Extract<Selection, { kind: 'weight' }>} weight */
  function onEdge(element, weight) {
    const at = plan.onEdge(weight);
    element.style.left = `calc(${100 * at.share}% + ${at.em}em)`;
    element.style.top = `${at.y}em`;
    return element;
  }

  /** @template {HTMLElement} E @param {E} element @param {Extract<Selection, { kind: 'bias' }>} bias */
  function belowUnit(element, bias) {
    const foot = y(bias.layer + 1, bias.unit) + unit / 2;
    return inColumn(element, bias.layer + 1, hasBiases ? foot + BIAS_BELOW_EM : foot);
  }

  return {
    inColumn,
    onEdge,
    belowUnit,
    /** @template {HTMLElement} E @param {E} element */
    besideOutput: (element) => inColumn(element, last, lossTop),
    /** Of all, in em. */
    height: Math.max(height, lossTop + LOSS_ROOM_EM),
  };
}
