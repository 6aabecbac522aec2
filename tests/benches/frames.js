/**
 * What a reader feels of the figure: how soon it is there, how long a frame keeps the page busy, and that a figure at
 * rest costs nothing.
 *
 * @import { Browser, Page } from 'playwright-core'
 * @import { Row } from './table.js'
 */
import { comesToRest, countFrames, heldDuring } from '../browser/frames.js';
import { address } from './pages.js';
import { digits, median, quantile, time } from './table.js';

const LOADS = 15;
const PAUSE = 300;
const SECONDS = 6;

/** The page that holds one figure and starts it. @param {Record<string, string | number>} settings */
const figure = (settings, folder = 'www') =>
  address(`${folder}/embed.html?${new URLSearchParams({ seed: '42', ...settings })}`);

/**
 * Milliseconds from the start of a navigation, nothing cached, until the first pixels of a boundary are drawn: of the
 * page with one figure, and of the lesson, as they are published and, module by module, as they are developed. What
 * a bare canvas takes is the browser's.
 *
 * @param {Browser} browser
 * @returns {Promise<Row[]>}
 */
export async function first(browser) {
  const pages = [
    { name: 'a bare canvas', url: address('tests/benches/canvas.html'), times: /** @type {number[]} */ ([]) },
    { name: 'embed.html', url: figure({}, 'dist/site'), target: 100, times: /** @type {number[]} */ ([]) },
    { name: 'the lesson', url: address('dist/site/'), target: 100, times: /** @type {number[]} */ ([]) },
    { name: 'embed.html as served', url: figure({}), times: /** @type {number[]} */ ([]) },
    { name: 'the lesson as served', url: address('www/'), times: /** @type {number[]} */ ([]) },
  ];
  for (let load = 0; load <= LOADS; load++) {
    for (const { url, times } of pages) {
      const context = await browser.newContext();
      await context.addInitScript(watchFirst);
      const page = await context.newPage();
      await page.goto(url);
      const found = await page.waitForFunction(() => /** @type {any} */ (globalThis).firstPixels, undefined, {
        polling: 50,
      });
      // The first load of all warms the browser.
      if (load > 0) times.push(/** @type {number} */ (await found.jsonValue()));
      await context.close();
      // The browser puts the page away; the next is not to wait for it.
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return pages.map(({ name, target, times }) => time(`first frame after navigation, ${name}`, median(times), target));
}

/** In the page, before its scripts: the time at which the frame with the first pixels has been rendered. */
function watchFirst() {
  const page = /** @type {any} */ (globalThis);
  const { putImageData } = CanvasRenderingContext2D.prototype;
  const { requestAnimationFrame } = page;
  let inFrame = false;
  page.requestAnimationFrame = (/** @type {FrameRequestCallback} */ callback) =>
    requestAnimationFrame((/** @type {number} */ now) => {
      inFrame = true;
      callback(now);
      inFrame = false;
    });
  // A message that is sent in a frame comes after the rest of it: style, layout and paint. Its channel is the page's,
  // because one that only waits for its message may be collected.
  page.channel = new MessageChannel();
  page.channel.port1.onmessage = () => (page.firstPixels = performance.now());
  const send = () => page.channel.port2.postMessage(null);
  CanvasRenderingContext2D.prototype.putImageData = function (/** @type {any[]} */ ...values) {
    CanvasRenderingContext2D.prototype.putImageData = putImageData;
    /** @type {any} */ (putImageData).apply(this, values);
    if (inFrame) send();
    else requestAnimationFrame(send);
  };
}

/** The main thread's time from one animation frame to the next. @param {Browser} browser @returns {Promise<Row[]>} */
export async function frames(browser) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(figure({ speed: 100_000, epochs: 1e9 }));
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('neural-figure')).epoch >= 100_000);
  const before = await state(page);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  // Timed by the page itself: to ask it would take its time.
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), 1000 * SECONDS);
  const trace = await browser.stopTracing();
  const after = await state(page);
  await page.close();

  const speed = (1000 * (after.epoch - before.epoch)) / (after.now - before.now);
  const { wall, processor } = busy(JSON.parse(trace.toString()).traceEvents);
  return [
    {
      what: `training at ${Math.round(speed).toLocaleString('en')} epochs/s, all default views`,
      measured: `${digits(wall.length / SECONDS)} frames/s`,
    },
    time('main thread a frame: median', median(wall), 4),
    time('main thread a frame: 99 of 100', quantile(wall, 0.99)),
    time('main thread a frame: worst', Math.max(...wall), 12),
    time('of the processor alone: median', median(processor)),
    time('of the processor alone: worst', Math.max(...processor)),
  ];
}

/** @param {Page} page */
async function state(page) {
  return page.evaluate(() => ({
    epoch: /** @type {any} */ (document.querySelector('neural-figure')).epoch,
    now: performance.now(),
  }));
}

/** @typedef {{ name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number }} Event  microseconds */

/**
 * Milliseconds that the tasks of the main thread took, frame by frame: everything, from the script and the layout to the
 * collector of garbage. `wall` counts the time in which another program had the processor, `processor` does not.
 *
 * @param {Event[]} events
 */
function busy(events) {
  const first = events.find(({ name }) => name === 'FireAnimationFrame');
  if (!first) throw new Error('expected frames in the trace, got none');
  const main = events.filter(({ pid, tid, dur }) => pid === first.pid && tid === first.tid && dur !== undefined);
  const starts = main.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts);
  const tasks = main.filter(({ name }) => name === 'ThreadControllerImpl::RunTask').toSorted((a, b) => a.ts - b.ts);
  const frames = starts.map(() => ({ wall: 0, processor: 0 }));
  let frame = -1;
  let end = -Infinity;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    // One within the task before is counted with it.
    if (ts < end) continue;
    end = ts + dur;
    // A frame begins with the task that fires it.
    while (starts[frame + 1] < end) frame++;
    if (frame < 0) continue;
    frames[frame].wall += dur / 1000;
    frames[frame].processor += tdur / 1000;
  }
  // The end of the trace cuts the last frame off.
  frames.pop();
  return { wall: frames.map(({ wall }) => wall), processor: frames.map(({ processor }) => processor) };
}

/**
 * How a figure comes to rest; one that plays shows that frames are counted at all.
 * @type {Record<string, { settings?: Record<string, number>, rest?: () => void, target?: number }>}
 */
const STATES = {
  playing: {},
  paused: { rest: () => /** @type {any} */ (document.querySelector('neural-figure')).pause(), target: 0 },
  finished: { settings: { epochs: 10 }, target: 0 },
  'off-screen': {
    rest: () => {
      const figure = /** @type {any} */ (document.querySelector('neural-figure'));
      figure.style.marginTop = '400vh';
    },
    target: 0,
  },
};

/** Frames asked for, and frames and timers held, by a figure at rest. @param {Browser} browser @returns {Promise<Row[]>} */
export async function rest(browser) {
  /** @type {Row[]} */
  const rows = [];
  for (const [name, { settings, rest, target }] of Object.entries(STATES)) {
    const page = await browser.newPage();
    await countFrames(page);
    await page.goto(figure(settings ?? {}));
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('neural-figure')).epoch >= 10);
    if (rest) await page.evaluate(rest);
    if (target === 0) await comesToRest(page);
    const { asked, frames, timers } = await heldDuring(page, 1000);
    await page.close();
    rows.push({
      what: `${name}: frames in a second; frames and timers held`,
      measured: `${asked}; ${frames}, ${timers}`,
      value: asked + frames + timers,
      target,
      bound: 'most',
    });
  }
  return rows;
}
