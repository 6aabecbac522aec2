// The hidden space: the examples as the last hidden layer answers them, and the output's line among them.
import { expect } from '@playwright/test';
import { ASKED, makeWhole, NOT_ASKED, violations } from './axe.js';
import { en, Figure, figureWith, ko, test } from './figure.js';

const UNITS = 4096;

/** Beyond either end of the axes, in parts of their range. */
const MARGIN = 0.09;

/**
 * What is drawn, in the coordinates of the axes.
 * @param {Figure} figure @param {[number, number]} range
 */
async function drawn(figure, [low, high]) {
  await figure.drawn();
  const found = await figure.evaluate((host) => {
    const view = host.shadowRoot?.querySelector('.hidden-space');
    const d = (/** @type {string} */ selector) => view?.querySelector(selector)?.getAttribute('d') ?? '';
    return { line: d('.contour'), grid: d('.bent'), leaders: d('.leader'), zeros: d('path.zero'), ones: d('path.one') };
  });
  const span = (high - low) * (1 + 2 * MARGIN);
  const value = (/** @type {string} */ text) => low - MARGIN * (high - low) + (Number(text) / UNITS) * span;
  const places = (/** @type {string} */ d) =>
    [...d.matchAll(/[ML](-?\d+) (-?\d+)/g)].map(([, x, y]) => [value(x), value(String(UNITS - Number(y)))]);
  return {
    line: places(found.line),
    grid: places(found.grid),
    // From the place of an example to its mark.
    examples: places(found.leaders).filter((_, i) => i % 2 === 0),
    dots: [places(found.zeros).length, places(found.ones).length],
    near: span / UNITS,
  };
}

/**
 * What each unit answers, by a trainer of its own that starts from what the figure has.
 * @param {Figure} figure @param {number[][]} inputs
 */
function answersTo(figure, inputs) {
  return figure.evaluate(async (/** @type {any} */ host, inputs) => {
    const core = '/wasm.js';
    const { Trainer } = await (await import(core)).load();
    const { activation, layers, parameters } = host;
    const trainer = new Trainer({ activation, layers, weights: parameters });
    const flat = [...trainer.activations(Float64Array.from(inputs.flat()))];
    trainer.free();
    const count = flat.length / inputs.length;
    return inputs.map((/** @type {any} */ _, /** @type {number} */ i) => flat.slice(i * count, (i + 1) * count));
  }, inputs);
}

const GATE = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

for (const [activation, layers, range, seed] of /** @type {[string, string, [number, number], number][]} */ ([
  ['sigmoid', '2', [0, 1], 42],
  ['tanh', '2', [-1, 1], 42],
  ['tanh', '3,2', [-1, 1], 9],
])) {
  test(`${activation}, ${layers}: the points are the activations, the line the output's`, async ({ page }) => {
    const figure = await figureWith(page, {
      views: 'hidden-space',
      activation,
      layers,
      seed,
      init: 'uniform',
      deviation: 2,
    });
    for (const epoch of [0, 1500]) {
      const { parameters } = await figure.seek(epoch);
      const { examples, line, grid, dots, near } = await drawn(figure, range);
      const answers = await answersTo(figure, GATE);
      answers.forEach((answer, i) => {
        const [a1, a2] = answer.slice(-3);
        expect(Math.abs(examples[i][0] - a1)).toBeLessThan(near);
        expect(Math.abs(examples[i][1] - a2)).toBeLessThan(near);
      });
      expect(dots).toEqual([2, 2]);
      const { W, B } = /** @type {any} */ (parameters.at(-1));
      const size = Math.hypot(W[0][0], W[1][0]);
      for (const [a1, a2] of line) {
        expect(Math.abs(W[0][0] * a1 + W[1][0] * a2 + B[0][0]) / size).toBeLessThan(2 * near);
      }
      const corners = [range[0] - MARGIN * (range[1] - range[0]), range[1] + MARGIN * (range[1] - range[0])];
      const sides = corners.flatMap((a1) => corners.map((a2) => W[0][0] * a1 + W[1][0] * a2 + B[0][0] >= 0));
      expect(line.length).toBe(sides.every((side) => side === sides[0]) ? 0 : 2);
      // The first point of the grid is the lowest corner of the plane, the last the highest.
      const [[first], [last]] = [await answersTo(figure, [[-0.4, -0.4]]), await answersTo(figure, [[1.4, 1.4]])];
      expect(Math.abs(grid[0][0] - first.slice(-3)[0])).toBeLessThan(near);
      expect(Math.abs(/** @type {number[]} */ (grid.at(-1))[1] - last.slice(-3)[1])).toBeLessThan(near);
    }
  });
}

test('marks stay apart where the points coincide', async ({ page }) => {
  const figure = await figureWith(page, { views: 'hidden-space', init: 'zero' });
  await figure.drawn();
  const boxes = await figure.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll('.hidden-space .point') ?? [])].map((mark) => {
      const { x, y, width } = mark.getBoundingClientRect();
      return { x, y, width };
    }),
  );
  expect(boxes.length).toBe(4);
  boxes.forEach((a, i) =>
    boxes.slice(i + 1).forEach((b) => expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.width)),
  );
});

test('of more than two units two are chosen, and no line is drawn', async ({ page }) => {
  const figure = await figureWith(page, {
    views: 'hidden-space',
    layers: 4,
    activation: 'tanh',
    seed: 5,
    init: 'uniform',
    deviation: 2,
  });
  const [across, up] = en.hiddenAxes.map((name) => figure.locator.getByRole('combobox', { name, exact: true }));
  const answers = await answersTo(figure, GATE);
  for (const [i, j] of [
    [0, 1],
    [3, 1],
    [3, 2],
  ]) {
    await across.selectOption({ value: String(i) });
    await up.selectOption({ value: String(j) });
    const { examples, line, near } = await drawn(figure, [-1, 1]);
    expect(line).toEqual([]);
    answers.forEach((answer, k) => {
      expect(Math.abs(examples[k][0] - answer[i])).toBeLessThan(near);
      expect(Math.abs(examples[k][1] - answer[j])).toBeLessThan(near);
    });
  }
  await expect(figure.locator.getByText(en.hiddenMeaning(4, 1))).toBeVisible();
  await figure.set({ layers: '2' });
  await figure.drawn();
  await expect(across).toHaveCount(0);
  await expect(figure.locator.getByText(en.hiddenMeaning(2, 1))).toBeVisible();
});

test('axes of a rectifier hold every point, and shrink only with another run', async ({ page }) => {
  const figure = await figureWith(page, {
    views: 'hidden-space',
    activation: 'relu',
    seed: 3,
    init: 'he-normal',
    learningRate: 0.3,
    gradientScale: 'mean',
  });
  const greatest = () =>
    figure.evaluate((host) => {
      const labels = [...(host.shadowRoot?.querySelectorAll('.hidden-space .bottom text') ?? [])];
      return Math.max(...labels.map(({ textContent }) => Number(textContent)));
    });
  let before = 0;
  for (const epoch of [0, 5, 50, 500, 5000]) {
    await figure.seek(epoch);
    await figure.drawn();
    const answers = (await answersTo(figure, GATE)).flatMap((answer) => answer.slice(0, 2));
    const end = await greatest();
    expect(end).toBeGreaterThanOrEqual(before);
    expect(end * 1.5).toBeGreaterThan(Math.max(...answers));
    before = end;
  }
  const all = await figure.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll('.hidden-space .point') ?? [])].map((mark) =>
      ['left', 'top'].map((side) => parseFloat(/** @type {any} */ (mark).style[side])),
    ),
  );
  for (const share of all.flat()) expect(share > 0 && share < 100).toBe(true);
});

test('one unit has one axis; without a hidden layer the inputs are shown', async ({ page }) => {
  const figure = await figureWith(page, { views: 'hidden-space', layers: 1, activation: 'tanh', seed: 42 });
  await figure.seek(1000);
  const { examples, near } = await drawn(figure, [-1, 1]);
  const answers = await answersTo(figure, GATE);
  answers.forEach(([a], i) => expect(Math.abs(examples[i][0] - a)).toBeLessThan(near));
  expect(new Set(examples.map(([, up]) => up)).size).toBe(1);
  await expect(figure.locator.getByText(en.hiddenMeaning(1, 1))).toBeVisible();
  await figure.set({ layers: '0' });
  await figure.drawn();
  await expect(figure.locator.getByText(en.hiddenMeaning(0, 0))).toBeVisible();
  const inputs = await drawn(figure, [
    -0.4 + (1.8 * MARGIN) / (1 + 2 * MARGIN),
    1.4 - (1.8 * MARGIN) / (1 + 2 * MARGIN),
  ]);
  inputs.examples.forEach((place, i) =>
    place.forEach((value, axis) => expect(Math.abs(value - GATE[i][axis])).toBeLessThan(inputs.near)),
  );
});

test('where it is not shown it is not made, and asks nothing of the core', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 100 });
  await page.evaluate(async () => {
    const { load } = await import(String('/wasm.js'));
    const { prototype } = (await load()).Trainer;
    const { activations } = prototype;
    Object.assign(globalThis, { asked: 0 });
    prototype.activations = function (/** @type {any[]} */ ...inputs) {
      /** @type {any} */ (globalThis).asked++;
      return activations.apply(this, inputs);
    };
  });
  const made = () => figure.evaluate((host) => host.shadowRoot?.querySelectorAll('.hidden-space').length);
  const asked = () => page.evaluate(() => /** @type {any} */ (globalThis).asked);
  await figure.seek(100);
  await figure.drawn();
  expect([await made(), await asked()]).toEqual([0, 0]);
  await figure.attribute('views', 'boundary hidden-space');
  await figure.complete();
  await figure.drawn();
  await expect.poll(asked).toBeGreaterThan(0);
  expect(await made()).toBe(1);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`nothing that axe minds, ${colorScheme}`, async ({ page, browserName }) => {
    test.skip(browserName !== ASKED, NOT_ASKED);
    await page.emulateMedia({ colorScheme });
    const style = '<style>:root { color-scheme: light dark }</style>';
    const figure = await figureWith(page, { views: 'boundary hidden-space', layers: 3, seed: 1 }, { head: style });
    await makeWhole(page);
    await figure.ready();
    await figure.locator.locator('.probe').focus();
    await figure.drawn();
    expect(await violations(page, { colours: colorScheme === 'dark' })).toEqual([]);
  });
}

test('it says in words what it shows, in both languages', async ({ page }) => {
  for (const [lang, words] of /** @type {const} */ ([
    ['en', en],
    ['ko', ko],
  ])) {
    const figure = await figureWith(page, { views: 'hidden-space', init: 'zero' }, { lang });
    const picture = figure.locator.getByRole('img', { name: words.hiddenSpace });
    await expect(picture).toHaveAttribute('aria-label', new RegExp(words.hiddenMeaning(2, 1).slice(0, -1)));
    expect(await picture.getAttribute('aria-label')).toContain(words.hiddenPoint('1', '0', 1, '0.5, 0.5'));
  }
});
