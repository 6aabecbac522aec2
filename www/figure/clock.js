/**
 * One animation frame loop for every figure of the page. It is there only while a session has epochs to train or a
 * figure has something to draw: at rest it holds no frame and no timer. A frame first trains, all figures sharing one
 * budget of time, and then draws, as many figures as there is time for; the others are the first in the next.
 *
 * @import { Runner } from '../types.js'
 */

/** Milliseconds of training in a frame, for all figures together: drawing and the page need the rest. */
const MAX_TRAINING_MS = 6;

/** The same while nothing moves. */
const MAX_QUIET_TRAINING_MS = 10;

/** Milliseconds after which a frame begins to draw no other figure: fifty in view take turns. */
const MAX_DRAWING_MS = 8;

/** The longest time between two frames that is made up for: a tab may have slept for an hour. */
const MAX_FRAME_SECONDS = 0.1;

/** The longest wait for the page to have nothing else to do. */
const MAX_IDLE_WAIT_MS = 50;

/** @type {Set<Runner>} */
const running = new Set();
/** @type {Set<() => void>} */
const drawing = new Set();
let request = 0;
let last = 0;

/** Calls `advance` in every frame until told to rest. @param {Runner} runner */
function run(runner) {
  running.add(runner);
  schedule();
}

/** Calls it no more. @param {Runner} runner */
function rest(runner) {
  running.delete(runner);
  schedule();
}

/** Calls back once, in the next frame that is drawn, however often it is asked. @param {() => void} callback */
export function draw(callback) {
  drawing.add(callback);
  schedule();
}

/** Whatever happens, afterwards a frame is requested if, and only if, there is something to do and someone to see it. */
function schedule() {
  const wanted = running.size + drawing.size > 0 && !document.hidden;
  if (wanted && !request) {
    request = requestAnimationFrame(frame);
  } else if (!wanted && request) {
    cancelAnimationFrame(request);
    request = 0;
  }
  if (running.size === 0 || document.hidden) last = 0;

  // A hidden page, or one kept in the back/forward cache, holds no frame; it goes on when it is seen again. Said each
  // time: document.open() takes all listeners away, and one that is there is not added again.
  document.addEventListener('visibilitychange', schedule);
  addEventListener('pageshow', schedule);
}

/** @param {number} now */
function frame(now) {
  request = 0;
  const seconds = last ? Math.min(MAX_FRAME_SECONDS, Math.max(0, now - last) / 1000) : 0;
  last = now;

  const isQuiet = [...running].every((runner) => runner.isQuiet);
  const end = performance.now() + (isQuiet ? MAX_QUIET_TRAINING_MS : MAX_TRAINING_MS);
  let waiting = running.size;
  for (const runner of [...running]) {
    const start = performance.now();
    try {
      runner.advance(seconds, start + (end - start) / waiting--);
    } catch (error) {
      running.delete(runner);
      runner.fail(error);
    }
  }

  const late = performance.now() + MAX_DRAWING_MS;
  for (const callback of [...drawing]) {
    drawing.delete(callback);
    try {
      callback();
    } catch (error) {
      reportError(error);
    }
    if (performance.now() > late) break;
  }
  schedule();
}

/** Resolves when the page has nothing else to do, or after MAX_IDLE_WAIT_MS. */
export function whenIdle() {
  return new Promise((resolve) => {
    // Safari has none.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: MAX_IDLE_WAIT_MS });
    else setTimeout(resolve);
  });
}

/** The clock of the page's sessions. @type {import('../types.js').Clock} */
export const clock = { run, rest, now: () => performance.now() };
