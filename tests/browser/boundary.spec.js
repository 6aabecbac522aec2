// What explains the boundary: the line of each unit of the first layer, the legend, the answer that is read off, the ticks.
import { expect } from '@playwright/test';
import { en, Figure, figureIn, figureWith, open, tag, test } from './figure.js';

/** The plane of a gate. */
const LOW = -0.4;
const HIGH = 1.4;

/** A whole number of 4096 in each direction, on a plane 1.8 wide. */
const ROUNDING = (HIGH - LOW) / 4096;

/**
 * The pieces of a path in the boundary, in the coordinates of the plane.
 * @param {Figure} figure @param {string} selector
 */
async function pieces(figure, selector) {
  const d = await figure.evaluate((host, selector) => {
    return host.shadowRoot?.querySelector(`.boundary ${selector}`)?.getAttribute('d') ?? '';
  }, selector);
  return [...d.matchAll(/M(\S+) (\S+)L(\S+) ([^M]+)/g)].map(([, ...ends]) =>
    ends.map((end, i) => {
      const share = Number(end) / 4096;
      return LOW + (HIGH - LOW) * (i % 2 ? 1 - share : share);
    }),
  );
}

/** Whether w1 x1 + w2 x2 + b changes its sign over the plane. @param {number[]} line */
function crosses([w1, w2, b]) {
  const sides = [LOW, HIGH].flatMap((x1) => [LOW, HIGH].map((x2) => w1 * x1 + w2 * x2 + b >= 0));
  return sides.some(Boolean) && !sides.every(Boolean);
}

for (const [activation, units, seed] of /** @type {const} */ ([
  ['sigmoid', 2, 42],
  ['tanh', 3, 7],
  ['relu', 5, 11],
  ['tanh', 8, 3],
  ['relu', 12, 5],
])) {
  test(`${units} units of ${activation}: a line where each of at most eight switches`, async ({ page }) => {
    const figure = await figureWith(page, { activation, layers: units, seed, init: 'uniform', deviation: 1 });
    for (const epoch of [0, 300]) {
      const { parameters } = await figure.seek(epoch);
      await figure.drawn();
      const [{ W, B }] = parameters;
      const lines = B.slice(0, 8).map(([b], unit) => [W[0][unit], W[1][unit], b]);
      for (const [turn, ink] of ['first', 'second'].entries()) {
        const expected = lines.filter((line, unit) => unit % 2 === turn && crosses(line));
        const drawn = await pieces(figure, `.unit.${ink}`);
        expect(drawn.length).toBe(expected.length);
        drawn.forEach(([x1, x2, y1, y2], i) => {
          const [w1, w2, b] = expected[i];
          const size = Math.hypot(w1, w2);
          for (const [u, v] of [
            [x1, x2],
            [y1, y2],
          ])
            expect(Math.abs(w1 * u + w2 * v + b) / size).toBeLessThan(ROUNDING);
          // From one edge of the plane to another.
          for (const [u, v] of [
            [x1, x2],
            [y1, y2],
          ])
            expect(Math.min(...[u, v].flatMap((x) => [x - LOW, HIGH - x]))).toBeLessThan(ROUNDING);
        });
      }
    }
    await expect(figure.locator.getByText(en.switches(units, 8), { exact: true })).toBeVisible();
  });
}

test('units without weights have no line, twins have one in both inks', async ({ page }) => {
  const figure = await figureWith(page, { init: 'zero', data: 'and' });
  for (const ink of ['first', 'second']) expect(await pieces(figure, `.unit.${ink}`)).toEqual([]);
  await figure.seek(500);
  await figure.drawn();
  const [first, second] = [await pieces(figure, '.unit.first'), await pieces(figure, '.unit.second')];
  expect(first.length).toBe(1);
  expect(second).toEqual(first);
  const looks = await figure.evaluate((host) =>
    ['first', 'second'].map((ink) => {
      const { stroke, strokeDasharray, strokeDashoffset } = getComputedStyle(
        /** @type {Element} */ (host.shadowRoot?.querySelector(`.unit.${ink}`)),
      );
      return { stroke, dash: strokeDasharray.split(',').map(parseFloat), offset: parseFloat(strokeDashoffset) };
    }),
  );
  expect(looks[0].stroke).not.toBe(looks[1].stroke);
  const [dash, gap] = looks[0].dash;
  expect(gap).toBeGreaterThan(dash);
  expect(looks[1].offset - looks[0].offset).toBeCloseTo((dash + gap) / 2, 1);
});

/** Of the paths. */
const UNITS = 4096;

/** Of 255: colours nearer than this are one. */
const NEAR = 60;

for (const forcedColors of /** @type {const} */ (['none', 'active'])) {
  for (const [scheme, head] of Object.entries({
    light: '',
    dark: '<style>:root { color-scheme: dark } body { background: #16181d; color: #eee }</style>',
  })) {
    test.describe(() => {
      test.use({ contextOptions: { forcedColors, colorScheme: /** @type {'light' | 'dark'} */ (scheme) } });

      test(`where a unit is the contour both are seen: ${scheme}, forced colours ${forcedColors}`, async ({ page }) => {
        const figure = await figureWith(page, { seed: 42, views: 'boundary' }, { head });
        await figure.seek(100_000);
        await figure.drawn();
        const picture = await figure.locator.locator('.boundary .plot').screenshot();
        const { inks, seen } = await figure.evaluate(
          async (host, { picture, UNITS }) => {
            const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
            const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
              new OffscreenCanvas(image.width, image.height).getContext('2d')
            );
            context.drawImage(image, 0, 0);
            const path = (/** @type {string} */ name) =>
              /** @type {SVGPathElement} */ (host.shadowRoot?.querySelector(`.boundary path.${name}`));
            const colour = (/** @type {string} */ name) =>
              getComputedStyle(path(name)).stroke.match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
            const line = path('unit.first');
            const length = line.getTotalLength();
            const seen = Array.from({ length: 400 }, (_, i) => {
              // Not where the frame is.
              const { x, y } = line.getPointAtLength((0.05 + (0.9 * i) / 400) * length);
              return [...context.getImageData((x / UNITS) * image.width, (y / UNITS) * image.height, 1, 1).data].slice(
                0,
                3,
              );
            });
            return { inks: [colour('unit.first'), colour('contour')], seen };
          },
          { picture: picture.toString('base64'), UNITS },
        );
        for (const ink of inks) {
          const near = seen.filter((pixel) => Math.hypot(...pixel.map((value, i) => value - ink[i])) < NEAR);
          expect(near.length / seen.length).toBeGreaterThan(0.15);
        }
      });
    });
  }
}

test('without a hidden layer there is neither a line nor its legend', async ({ page }) => {
  const figure = await figureWith(page, { layers: 0, seed: 1 });
  expect(await pieces(figure, '.unit.first')).toEqual([]);
  await expect(figure.locator.getByText(en.switches(1, 8), { exact: true })).toBeHidden();
});

test('the legend names what the output answers', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1 });
  const ends = () => figure.evaluate((host) => host.shadowRoot?.querySelector('.answers')?.textContent);
  expect(await ends()).toBe('00.51');
  await figure.set({ output: 'tanh', loss: 'squared-error' });
  await figure.drawn();
  expect(await ends()).toBe('−101');
});

/**
 * What is read off, and what the network that the figure shows answers there, by a trainer of its own.
 * @param {Figure} figure
 */
async function readOff(figure) {
  await figure.drawn();
  return figure.evaluate(async (/** @type {any} */ host) => {
    const label = host.shadowRoot.querySelector('.answer');
    const probe = host.shadowRoot.querySelector('.probe');
    if (label.hidden) return null;
    const [x1, x2, answer] = label.textContent
      .replaceAll('−', '-')
      .match(/-?[\d.]+/g)
      .map(Number);
    const core = '/wasm.js';
    const { Trainer } = await (await import(core)).load();
    const { activation, layers, parameters } = host;
    const trainer = new Trainer({ activation, layers, weights: parameters });
    const expected = trainer.activations(Float64Array.of(x1, x2)).at(-1);
    trainer.free();
    return { x1, x2, answer, expected, spoken: probe.textContent };
  });
}

test('pointing reads off the answer there, and moves nothing', async ({ page }) => {
  const figure = await figureWith(page, { activation: 'tanh', seed: 42 });
  await figure.seek(1200);
  const probe = figure.locator.locator('.probe');
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await probe.boundingBox());
  const size = () => figure.evaluate((host) => host.getBoundingClientRect().height);
  const before = await size();
  expect(await readOff(figure)).toBeNull();
  for (const [right, down] of [
    [0.3, 0.3],
    [0.01, 0.02],
    [0.99, 0.98],
  ]) {
    await page.mouse.move(box.x + right * box.width, box.y + down * box.height);
    const read = await readOff(figure);
    expect(read?.x1).toBeCloseTo(LOW + right * (HIGH - LOW), 1);
    expect(read?.x2).toBeCloseTo(HIGH - down * (HIGH - LOW), 1);
    expect(Math.abs(read?.answer - read?.expected)).toBeLessThanOrEqual(0.5001e-4);
    const label = await figure.locator.locator('.answer').boundingBox();
    expect(label && label.x >= box.x - 1 && label.x + label.width <= box.x + box.width + 1).toBe(true);
  }
  expect(await size()).toBe(before);
  await page.mouse.move(0, 0);
  expect(await readOff(figure)).toBeNull();
});

test('a click keeps the place, and its answer follows the training', async ({ page }) => {
  const figure = await figureWith(page, { activation: 'tanh', seed: 42 });
  const probe = figure.locator.locator('.probe');
  await probe.click({ position: { x: 30, y: 40 } });
  await page.mouse.move(0, 0);
  const first = await readOff(figure);
  expect(first).not.toBeNull();
  await figure.seek(1500);
  const later = await readOff(figure);
  expect([later?.x1, later?.x2]).toEqual([first?.x1, first?.x2]);
  expect(Math.abs(later?.answer - later?.expected)).toBeLessThanOrEqual(0.5001e-4);
  expect(later?.answer).not.toBe(first?.answer);
  await figure.locator.getByRole('button', { name: en.reset }).focus();
  expect(await readOff(figure)).toBeNull();
});

test('arrow keys move it, speak it, and scroll nothing', async ({ page }) => {
  await open(page, `${tag({ activation: 'tanh', seed: 42 })}<p style="height: 300vh">`);
  const figure = new Figure(page);
  await figure.ready();
  await figure.seek(1200);
  const probe = figure.locator.getByRole('application', { name: en.probe });
  await probe.focus();
  const middle = await readOff(figure);
  expect([middle?.x1, middle?.x2]).toEqual([0.5, 0.5]);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowUp']) await page.keyboard.press(key);
  const moved = await readOff(figure);
  expect([moved?.x1, moved?.x2]).toEqual([0.55, 0.41]);
  expect(moved?.spoken).toBe(en.answerSpoken('0.55', '0.41', moved?.expected.toFixed(4)));
  for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowLeft');
  expect((await readOff(figure))?.x1).toBe(LOW);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('what is told of a place waits for the end of a long step', async ({ page }) => {
  const figure = await figureWith(page, { activation: 'tanh', seed: 42, epochs: 1e9 });
  await figure.locator.getByRole('application', { name: en.probe }).focus();
  await figure.evaluate((host) => {
    const spoken = /** @type {Element} */ (host.shadowRoot?.querySelector('.probe .unseen'));
    const log = /** @type {string[]} */ ([]);
    Object.assign(globalThis, { spoken: log });
    new MutationObserver(() => log.push(String(spoken.textContent))).observe(spoken, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  const told = () => page.evaluate(() => /** @type {any} */ (globalThis).spoken.length);
  await figure.call('step', 1e9);
  const from = await figure.get('epoch');
  for (let frame = 0; frame < 5; frame++) await figure.drawn();
  await figure.passes(from);
  expect(await told()).toBe(0);
  await figure.call('pause');
  await expect.poll(told).toBe(1);
});

test('a tap reads off the answer there', async ({ browser, browserName, baseURL }) => {
  test.skip(browserName === 'firefox', 'its driver emulates no touch');
  const context = await browser.newContext({ baseURL, hasTouch: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const figure = await figureWith(page, { activation: 'tanh', seed: 42 });
  const box = /** @type {{ x: number, y: number, width: number }} */ (
    await figure.locator.locator('.probe').boundingBox()
  );
  await page.touchscreen.tap(box.x + 40, box.y + 60);
  const read = await readOff(figure);
  expect(read?.x1).toBeCloseTo(LOW + (40 / box.width) * (HIGH - LOW), 1);
  expect(read?.answer).toBeCloseTo(read?.expected, 3);
  await context.close();
});

test('numbers below 0 have a minus sign, no hyphen', async ({ page }) => {
  const figure = await figureWith(page, {
    data: '[[-1.5,-2,1],[1.5,2,0],[-0.5,0.25,1]]',
    seed: 42,
    activation: 'tanh',
    output: 'tanh',
    loss: 'squared-error',
    views: 'boundary loss table network hidden-space',
  });
  await figure.seek(1000);
  await figure.drawn();
  const numbers = await figure.evaluate((host) => {
    const parts = [...(host.shadowRoot?.querySelectorAll('text, td, th, button, header span, .readout') ?? [])];
    return parts.flatMap((part) => [part.textContent ?? '', part.getAttribute('aria-label') ?? '']);
  });
  expect(numbers.filter((text) => /−\d/.test(text)).length).toBeGreaterThan(10);
  expect(numbers.filter((text) => /(^|[^\w])-\d/.test(text))).toEqual([]);
});

test('beside the loss in 736 px both plots begin at one height', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 800 });
  const figure = await figureWith(page, { seed: 42 }, { head: '<style>body { margin: 16px }</style>' });
  const heights = await figure.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll('.view > header') ?? [])].map((part) => part.getBoundingClientRect().height),
  );
  expect(heights.length).toBe(2);
  expect(heights[0]).toBe(heights[1]);
});

for (const [what, data] of [
  ['one double apart', '[[0.3,0,0],[0.30000000000000004,1,1]]'],
  ['all in one place', '[[0.3,0.3,0],[0.3,0.3,1]]'],
  ['far out and close together', '[[1000,999.9999999999999,0],[999.9999999999999,1000,1]]'],
  ['subnormal', '[[5e-324,0,0],[0,5e-324,1]]'],
]) {
  test(`points ${what} give a figure at once, with a dozen ticks at most`, async ({ page }) => {
    const figure = await figureIn(page, tag({ seed: 1, data }));
    expect(
      await figure.evaluate((host) => host.shadowRoot?.querySelectorAll('.boundary .axis text').length),
    ).toBeLessThanOrEqual(24);
    expect((await figure.step(1)).epoch).toBe(1);
  });
}

test('numbers that are shown together are told apart', async ({ page }) => {
  const figure = await figureIn(
    page,
    tag({ seed: 1, data: '[[126.978,37.5665,1],[126.9785,37.567,0],[126.979,37.5675,1]]' }),
  );
  const cells = await figure.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => row.children[0].textContent),
  );
  expect(new Set(cells).size).toBe(3);
  const ticks = await figure.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll('.boundary .bottom text') ?? [])].map((text) => text.textContent),
  );
  expect(new Set(ticks).size).toBe(ticks.length);
});
