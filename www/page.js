/**
 * The lesson: figures, and an address that holds the first of them, so that a link leads to what was on screen; the line to
 * drag and the questions before some runs.
 *
 * @import { NeuralFigure } from './figure/element.js'
 */
import { keepInAddress } from './figure/address.js';
import { define } from './figure/define.js';
import { askBefore } from './guess.js';
import { showLine } from './line.js';

const first = /** @type {HTMLElement | null} */ (document.querySelector('neural-figure#first'));
if (first) keepInAddress(first);

for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.line'))) showLine(line);
for (const question of /** @type {NodeListOf<HTMLFieldSetElement>} */ (document.querySelectorAll('.guess'))) {
  askBefore(question);
}
for (const figure of document.querySelectorAll('.untold')) {
  figure.addEventListener('figure-progress', () => figure.classList.remove('untold'), { once: true });
}

// On paper every run is at its end, those too that wait for an answer. It is asked before the figures draw themselves for it.
addEventListener('beforeprint', () => {
  for (const figure of /** @type {NodeListOf<NeuralFigure & { epochs: number }>} */ (
    document.querySelectorAll('.guess ~ neural-figure')
  )) {
    if (figure.epoch > 0 || figure.playing) continue;
    figure.classList.remove('untold');
    figure.seek(figure.epochs);
  }
});

// Only now: the figure starts with the settings of the address, not first with its own.
define();
