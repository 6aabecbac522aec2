/**
 * Frames and timers that a page asks for and holds.
 *
 * @typedef {import('@playwright/test').Page} Page
 */
import { expect } from '@playwright/test';

/**
 * Counts, before any script of the page runs, who asks for frames and timers and how many are held.
 * @param {Page} page
 */
export async function countFrames(page) {
  await page.addInitScript(() => {
    const held = { frames: new Set(), timers: new Set(), asked: 0 };
    /** @type {any} */ (globalThis).held = held;
    const { requestAnimationFrame, cancelAnimationFrame, setTimeout, setInterval, clearTimeout, clearInterval } =
      globalThis;
    globalThis.requestAnimationFrame = (callback) => {
      held.asked++;
      const id = requestAnimationFrame((now) => {
        held.frames.delete(id);
        callback(now);
      });
      held.frames.add(id);
      return id;
    };
    globalThis.cancelAnimationFrame = (id) => {
      held.frames.delete(id);
      cancelAnimationFrame(id);
    };
    const any = /** @type {any} */ (globalThis);
    any.setTimeout = (/** @type {any} */ callback, /** @type {any[]} */ ...rest) => {
      const id = /** @type {any} */ (setTimeout)(
        (/** @type {any[]} */ ...values) => {
          held.timers.delete(id);
          callback(...values);
        },
        ...rest,
      );
      held.timers.add(id);
      return id;
    };
    any.setInterval = (/** @type {any[]} */ ...rest) => {
      const id = /** @type {any} */ (setInterval)(...rest);
      held.timers.add(id);
      return id;
    };
    any.clearTimeout = any.clearInterval = (/** @type {any} */ id) => {
      held.timers.delete(id);
      clearTimeout(id);
      clearInterval(id);
    };
    any.realTimeout = setTimeout.bind(globalThis);
  });
}

/** Waits until the page neither holds nor asks for a frame or a timer. @param {Page} page */
export async function comesToRest(page) {
  await expect.poll(() => heldDuring(page)).toEqual({ asked: 0, frames: 0, timers: 0 });
}

/**
 * What the page asks for during a while, and holds at its end.
 * @param {Page} page
 * @param {number} [milliseconds]
 * @returns {Promise<{ asked: number, frames: number, timers: number }>}
 */
export async function heldDuring(page, milliseconds = 300) {
  return page.evaluate(async (milliseconds) => {
    const { held, realTimeout } = /** @type {any} */ (globalThis);
    const before = held.asked;
    await new Promise((resolve) => realTimeout(resolve, milliseconds));
    return { asked: held.asked - before, frames: held.frames.size, timers: held.timers.size };
  }, milliseconds);
}
