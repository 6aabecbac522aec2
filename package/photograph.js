/** What poster.js and card.js take their pictures with. */
import { chromium } from 'playwright-core';

/** Of the figure in the pictures, as a query: a run that learns XOR. */
export const SETTINGS = 'activation=tanh&seed=42&epochs=5000';

/** Chromium, as `cargo xtask dist` names it. */
export function launch() {
  // Chromium's sandbox does not start as root.
  return chromium.launch({ executablePath: process.env.CHROMIUM, chromiumSandbox: process.getuid?.() !== 0 });
}

/** Takes a figure to the end of its run, and waits until that is drawn. @param {import('playwright-core').Locator} figure */
export async function finish(figure) {
  await figure.evaluate(async (/** @type {any} */ figure) => {
    await figure.ready;
    figure.seek(figure.epochs);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
