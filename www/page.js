/**
 * The lesson: figures, and an address that holds the first of them, so that a link leads to what was on screen.
 */
import { keepInAddress } from './figure/address.js';

const first = /** @type {HTMLElement | null} */ (document.querySelector('neural-figure'));
if (first) keepInAddress(first);

// Only now: the figure starts with the settings of the address, not first with its own.
import('./neural-figure.js');
