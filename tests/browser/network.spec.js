// Inside the network: the diagram says the run's numbers, and a reader changes them.
import { expect } from '@playwright/test';
import { ASKED, NOT_ASKED, violations } from './axe.js';
import { en, Figure, figureWith, flat, test } from './figure.js';

test.use({ viewport: { width: 1000, height: 900 } });

const EIGHT_OF_32 = Array(8).fill(32).join();

/** @param {Figure} figure */
const diagram = (figure) => figure.locator.getByRole('group', { name: en.network, exact: true });

/** @param {Figure} figure @param {string | RegExp} name */
const place = (figure, name) => diagram(figure).getByRole('button', { name });

/** What the number of a place is called. @param {string} name @param {number} value */
const said = (name, value) => `${name}: ${value === 0 ? '0' : small(value).replace('-', '−')}`;

/** As the figure writes it: four digits. @param {number} value */
function small(value) {
  if (Math.abs(value) >= 1e-3) return value.toPrecision(4);
  const [lead, power] = value.toExponential(2).split('e');
  return `${lead}\u00a0×\u00a010⁻${[...power.slice(1)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
}

/** Every weight and bias by its name. @param {{ W: number[][], B: number[][] }[]} layers */
function names(layers) {
  const last = layers.length;
  const unit = (/** @type {number} */ column, /** @type {number} */ i) =>
    column === 0 ? `x${i + 1}` : column === last ? en.outputUnit : en.hiddenUnit(i + 1, last > 2 ? column : 0);
  return layers.flatMap(({ W, B }, k) => [
    ...W.flatMap((row, i) => row.map((w, j) => said(en.weightOf(unit(k, i), unit(k + 1, j)), w))),
    ...B.map(([b], j) => said(en.biasOf(unit(k + 1, j)), b)),
  ]);
}

/** Before and after a number in the gap of its edge, in em: fonts differ. */
const MIN_ROOM = -0.15;
const MAX_ROOM = 0.9;

for (const settings of [{ init: 'zero' }, { seed: 42, activation: 'tanh' }]) {
  test(`an edge is interrupted for as much as its number takes: ${JSON.stringify(settings)}`, async ({ page }) => {
    const figure = await figureWith(page, { ...settings, views: 'network' });
    await figure.drawn();
    const rooms = await figure.evaluate((host) => {
      const all = (/** @type {string} */ selector) => [...(host.shadowRoot?.querySelectorAll(selector) ?? [])];
      const gaps = all('.edges .room').map((gap) => {
        const { width, transform } = getComputedStyle(gap);
        return { width: parseFloat(width), left: new DOMMatrix(transform).e };
      });
      return all('.number:not(.bias, .loss-number)').map((button, i) => {
        const range = document.createRange();
        range.selectNodeContents(button);
        const [text, box] = [range, button].map((part) => part.getBoundingClientRect());
        const em = parseFloat(getComputedStyle(button).fontSize);
        const before = text.x - (box.x + box.width / 2) - gaps[i].left;
        return [before, gaps[i].width - before - text.width].map((room) => room / em);
      });
    });
    expect(rooms.length).toBe(6);
    for (const room of rooms.flat()) {
      expect(room).toBeGreaterThan(MIN_ROOM);
      expect(room).toBeLessThan(MAX_ROOM);
    }
  });
}

/** @param {Figure} figure */
const focusedName = (figure) =>
  figure.evaluate((element) => element.shadowRoot?.activeElement?.getAttribute('aria-label'));

for (const settings of [
  { layers: '0', data: 'and' },
  { layers: '2', activation: 'tanh' },
  { layers: '3', activation: 'relu', init: 'he-normal' },
  { layers: '2', init: 'zero' },
]) {
  test(`every number has a place and is said: ${JSON.stringify(settings)}`, async ({ page }) => {
    const figure = await figureWith(page, { ...settings, seed: 3, views: 'network' });
    for (const epoch of [0, 700]) {
      const { parameters } = await figure.seek(epoch);
      await figure.drawn();
      const found = await diagram(figure)
        .getByRole('button')
        .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
      for (const name of names(parameters)) expect(found).toContain(name);
      const loss = await figure.get('loss');
      expect(found).toContain(said(en.loss.toLowerCase(), loss));
    }
  });
}

test('a figure without the view makes nothing of it, and a button adds it', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  const inside = figure.locator.getByRole('button', { name: en.lookInside });
  await expect(figure.locator.locator('.network')).toHaveCount(0);
  await expect(inside).toHaveAttribute('aria-expanded', 'false');
  await inside.click();
  await expect(figure.locator).toHaveAttribute('views', 'boundary loss table network');
  await expect(inside).toHaveAttribute('aria-expanded', 'true');
  await expect(place(figure, en.weightOf('x1', en.hiddenUnit(1, 0)))).toBeVisible();
  await inside.click();
  await expect(figure.locator.locator('.network')).toHaveCount(0);
  expect(await figure.locator.getAttribute('views')).toBe(null);
});

test('one stop of the Tab key, and the arrow keys from number to number', async ({ page }) => {
  const figure = await figureWith(page, { layers: '2', seed: 1, views: 'network' });
  const { parameters, loss } = await figure.state();
  const stops = diagram(figure).locator('button[tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await stops.focus();
  const [w11, w12, w21, w22, b1, b2, v1, v2, c] = names(parameters);
  const [one, two] = [en.hiddenUnit(1, 0), en.hiddenUnit(2, 0)];
  /** @type {[string, string][]} */
  const walk = [
    ['Home', w11],
    ['ArrowDown', w12],
    ['ArrowDown', w21],
    ['ArrowDown', w22],
    ['ArrowDown', w22],
    ['ArrowRight', two],
    ['ArrowUp', b1],
    ['ArrowUp', one],
    ['ArrowRight', v1],
    ['ArrowDown', v2],
    ['ArrowLeft', two],
    ['ArrowDown', b2],
    ['ArrowRight', v2],
    ['ArrowRight', en.outputUnit],
    ['ArrowDown', c],
    ['End', said(en.loss.toLowerCase(), loss)],
  ];
  for (const [key, name] of walk) {
    await page.keyboard.press(key);
    expect(await focusedName(figure), key).toBe(name);
  }
  await expect(stops).toHaveCount(1);
});

test('the arrow keys reach numbers that have no room of their own', async ({ page }) => {
  const figure = await figureWith(page, { layers: EIGHT_OF_32, seed: 1, init: 'he-normal', views: 'network' });
  const { parameters } = await figure.state();
  await diagram(figure).locator('button[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  const name = en.weightOf('x1', en.hiddenUnit(2, 1));
  expect(await focusedName(figure)).toBe(said(name, parameters[0].W[0][1]));
  for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  expect(await focusedName(figure)).toBe(said(en.biasOf(en.hiddenUnit(2, 1)), parameters[0].B[1][0]));
  await page.keyboard.press('+');
  await expect(figure.locator).toHaveAttribute('weights', /^\[/);
  await expect(figure.locator.locator('.readout')).toContainText(en.biasOf(en.hiddenUnit(2, 1)));
});

test('one press of + breaks the symmetry of zero, and the zeros come back', async ({ page }) => {
  const figure = await figureWith(page, { init: 'zero', seed: 42, views: 'network', learningRate: 1 });
  await place(figure, en.weightOf('x1', en.hiddenUnit(2, 0))).click();
  await figure.locator.getByRole('button', { name: en.moreBy(0.1) }).click();
  const given = JSON.parse(String(await figure.get('weights')));
  expect(given).toEqual([
    { W: [[0, 0.1], [0, 0]], B: [[0], [0]] },
    { W: [[0], [0]], B: [[0]] },
  ]); // prettier-ignore
  expect(await figure.get('playing')).toBe(true);
  expect(flat((await figure.seek(0)).parameters)).toEqual(flat(given));
  await figure.locator.getByRole('button', { name: en.zeroStart }).click();
  expect(await figure.locator.getAttribute('weights')).toBe(null);
  expect(flat((await figure.seek(0)).parameters).every((value) => value === 0)).toBe(true);

  // Whoever asks for a random start gets one, whatever numbers were given before.
  await figure.locator.getByRole('button', { name: en.moreBy(0.1) }).click();
  await figure.locator.locator('label').filter({ hasText: en.choices.random }).first().click();
  expect(await figure.locator.getAttribute('weights')).toBe(null);
  expect(flat((await figure.seek(0)).parameters)).not.toContain(0.1);
});

test('from a number that was changed the given start comes back, and from that the drawn one', async ({ page }) => {
  const weights = JSON.stringify([
    { W: [[8, 8], [8, 8]], B: [[-4], [-12]] },
    { W: [[8], [-8]], B: [[-4]] },
  ]); // prettier-ignore
  const figure = await figureWith(page, { weights, init: 'zero', views: 'network' });
  const back = (/** @type {string} */ name) => figure.locator.getByRole('button', { name });
  await place(figure, en.weightOf('x1', en.hiddenUnit(1, 0))).click();
  await back(en.moreBy(0.1)).click();
  expect(JSON.parse(String(await figure.get('weights')))[0].W[0][0]).toBe(8.1);
  await back(en.givenStart).click();
  expect(JSON.stringify(JSON.parse(String(await figure.get('weights'))))).toBe(weights);
  // It says which start that is.
  await expect(back(en.zeroStart)).toBeVisible();
  await figure.attribute('init', null);
  await back(en.drawnStart).click();
  expect(await figure.locator.getAttribute('weights')).toBe(null);
});

test('a number that is typed begins the run from the numbers on screen', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, activation: 'tanh', views: 'network' });
  const { parameters } = await figure.seek(1234);
  await figure.drawn();
  // Chosen by Enter; Enter again is to write.
  await place(figure, en.weightOf(en.hiddenUnit(2, 0), en.outputUnit)).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('-2.5');
  await page.keyboard.press('Enter');
  parameters[1].W[1][0] = -2.5;
  await expect.poll(async () => flat((await figure.seek(0)).parameters)).toEqual(flat(parameters));
  // A bias by its unit.
  await place(figure, new RegExp(`^${en.hiddenUnit(1, 0)}$`)).click();
  await figure.locator.getByLabel(en.newValue).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('0.75');
  await page.keyboard.press('Enter');
  parameters[0].B[0][0] = 0.75;
  await expect.poll(async () => flat((await figure.seek(0)).parameters)).toEqual(flat(parameters));
});

test('a number that is dragged follows, and the run begins from it', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, views: 'network' });
  const { parameters } = await figure.seek(500);
  await figure.drawn();
  const number = place(figure, en.weightOf('x1', en.hiddenUnit(1, 0)));
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await number.boundingBox());
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 20);
  await page.mouse.move(x, y - 50);
  // It rests at its start under the finger.
  expect(await figure.get('epoch')).toBe(0);
  const dragged = (await figure.state()).parameters;
  parameters[0].W[0][0] = Number((parameters[0].W[0][0] + 1).toPrecision(12));
  expect(flat(dragged)).toEqual(flat(parameters));
  await page.mouse.up();
  expect(await figure.get('playing')).toBe(true);
});

test('the address holds the numbers', async ({ page }) => {
  await page.goto('?views=network&activation=tanh&seed=42&epochs=10');
  const figure = new Figure(page);
  await figure.ready();
  await place(figure, en.weightOf('x2', en.hiddenUnit(1, 0))).click();
  await figure.locator
    .getByRole('button', { name: en.lessBy(0.1) })
    .first()
    .click();
  const { parameters } = await figure.seek(0);
  await expect.poll(() => new URL(page.url()).searchParams.has('weights')).toBe(true);
  await page.reload();
  const again = new Figure(page);
  await again.ready();
  expect(flat((await again.seek(0)).parameters)).toEqual(flat(parameters));
});

for (const settings of [
  { layers: '2', activation: 'tanh', deviation: 2 },
  { layers: '8', activation: 'relu', init: 'he-normal' },
  { layers: '0' },
]) {
  test(`a row that is pointed at flows through: ${JSON.stringify(settings)}`, async ({ page }) => {
    const figure = await figureWith(page, { ...settings, seed: 5, views: 'boundary table network' });
    const { parameters, predictions } = await figure.seek(300);
    await figure.locator.locator('tbody tr').nth(1).hover();
    const relu = (/** @type {number} */ z) => Math.max(0, z);
    const bend = 'activation' in settings && settings.activation === 'relu' ? relu : Math.tanh;
    const { W, B } = parameters[0];
    const hidden = parameters.length > 1 ? B.map(([b], j) => bend(W[1][j] + b)) : [];
    for (const [j, a] of hidden.entries()) {
      await expect(place(figure, said(en.hiddenUnit(j + 1, 0), a))).toHaveCount(1);
    }
    await expect(place(figure, said(en.outputUnit, predictions[1]))).toHaveCount(1);
    const shown = await diagram(figure).locator('.unit .answer').allTextContents();
    [...hidden, predictions[1]].forEach((a, i) => {
      expect(Math.abs(Number(shown[i].replace('−', '-')) - a)).toBeLessThanOrEqual(0.06);
    });
    // The other views tell the same point.
    await expect(figure.locator.locator('.point.attended')).toHaveCount(1);
    await expect(figure.locator.locator('tr.attended td').first()).toHaveText('0');
    // The point itself does as the row does, by the keyboard too.
    await figure.locator.locator('.point').nth(3).focus();
    await expect(place(figure, said(en.outputUnit, predictions[3]))).toHaveCount(1);
    await figure.locator.locator('.point').nth(3).blur();
    await figure.locator.locator('.status').hover();
    await expect(figure.locator.locator('.attended')).toHaveCount(0);
  });
}

test('the coordinates of a point begin within the diagram', async ({ page }) => {
  const figure = await figureWith(page, {
    data: '[[-4.123456,-123.45678,1],[1,2,0]]',
    seed: 5,
    views: 'table network',
  });
  await figure.locator.locator('tbody tr').first().hover();
  const inputs = diagram(figure).locator('.input .answer');
  await expect(inputs).toHaveText(['−4.12', '−123']);
  const left = (await diagram(figure).boundingBox())?.x ?? 0;
  for (const input of await inputs.all()) expect((await input.boundingBox())?.x).toBeGreaterThan(left - 1);
});

test('every number has a name from the first on, while the run plays too', async ({ page }) => {
  const figure = await figureWith(page, { seed: 5, epochs: 1e9 });
  await figure.call('play');
  await figure.passes(1);
  await figure.set({ views: 'network table' });
  await figure.complete();
  await expect(diagram(figure)).toBeVisible();
  await figure.drawn();
  expect(await figure.get('playing')).toBe(true);
  const names = await diagram(figure)
    .locator('button:not([hidden])')
    .evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !name)).toEqual([]);
});

test('a row can be focused where there is no boundary to point at', async ({ page }) => {
  const figure = await figureWith(page, { seed: 5, views: 'table network' });
  await figure.locator.locator('tbody tr').nth(2).focus();
  const [, , third] = await figure.get('predictions');
  await expect(place(figure, said(en.outputUnit, third))).toHaveCount(1);
  await figure.attribute('views', 'boundary table network');
  await expect(figure.locator.locator('tr[tabindex]')).toHaveCount(0);
});

test('an edge is chosen by pointing at it, in a network without room for its numbers', async ({ page }) => {
  const figure = await figureWith(page, { layers: EIGHT_OF_32, init: 'he-normal', seed: 1, views: 'network' });
  const { parameters } = await figure.state();
  const [start, end] = await Promise.all(
    ['.input', '.unit'].map((part) => diagram(figure).locator(part).first().boundingBox()),
  );
  if (!start || !end) throw new Error('no edges');
  await page.mouse.click(
    (start.x + start.width + end.x) / 2,
    (start.y + start.height / 2 + end.y + end.height / 2) / 2,
  );
  await expect(figure.locator.locator('.readout')).toContainText(en.weightOf('x1', en.hiddenUnit(1, 1)));
  await expect(figure.locator.getByLabel(en.newValue)).toHaveValue(
    String(Number(parameters[0].W[0][0].toPrecision(6))),
  );
});

for (const width of [1000, 320]) {
  test(`nothing moves while numbers change, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const figure = await figureWith(page, { activation: 'tanh', seed: 42, views: 'network table' });
    /** Where all stands in the figure, the beginnings of numbers included. */
    const places = () =>
      figure.evaluate((element) =>
        [
          ...(element.shadowRoot?.querySelectorAll(
            '.network, .stage, .stage button:not([hidden]), .weight .row, table',
          ) ?? []),
        ].map((part) => {
          const { x, y, width, height } = part.getBoundingClientRect();
          const text = part.matches('.number') ? document.createRange() : null;
          text?.selectNodeContents(part);
          const top = (y - element.getBoundingClientRect().y).toFixed(2);
          return [part.localName, x, top, width, height, text?.getBoundingClientRect().x].join(' ');
        }),
      );
    await figure.drawn();
    const before = await places();
    for (const epoch of [1500, 20000]) {
      await figure.seek(epoch);
      await figure.drawn();
      expect(await places()).toEqual(before);
    }
    await place(figure, en.weightOf('x1', en.hiddenUnit(1, 0))).hover();
    await figure.drawn();
    expect(await places()).toEqual(before);
    await figure.locator.locator('tbody tr').first().hover();
    await figure.drawn();
    expect(await places()).toEqual(before);
  });
}

for (const lang of ['en', 'ko']) {
  test(`nothing moves while a plateau comes and goes, ${lang}`, async ({ page }) => {
    const figure = await figureWith(page, { seed: 42, views: 'network table' }, { lang });
    for (const width of [320, 360, 480, 616, 768, 1000]) {
      await page.setViewportSize({ width, height: 900 });
      const found = [];
      for (const epoch of [0, 200, 50_000]) {
        await figure.seek(epoch);
        await figure.drawn();
        found.push((await figure.locator.locator('.network').boundingBox())?.height);
      }
      expect(found, `${width} px`).toEqual(Array(3).fill(found[0]));
    }
  });
}

for (const lang of ['en', 'ko']) {
  test(`nothing moves while sentences come and go, and at rest all are there, ${lang}`, async ({ page }) => {
    // Dead units of two layers, a plateau and points that share an answer.
    const dead = { layers: '4,2', activation: 'relu', init: 'normal', deviation: 3, learningRate: 1, data: 'and' };
    // Several sentences from the start: they are not cut.
    const zeros = { layers: '4,4', init: 'zero' };
    for (const [settings, isCut] of /** @type {const} */ ([
      [dead, true],
      [zeros, false],
    ])) {
      await page.setViewportSize({ width: 360, height: 900 });
      const figure = await figureWith(page, { seed: 0, views: 'network', speed: 600, ...settings }, { lang });
      await figure.drawn();
      const box = () =>
        figure.locator.locator('.why').evaluate((why) => ({
          height: why.clientHeight,
          // By a line: the glyphs of some fonts are higher than that.
          isCut: why.scrollHeight > why.clientHeight + 9,
        }));
      const { height } = await box();
      await figure.call('play');
      await figure.passes(300);
      expect(await box()).toEqual({ height, isCut });
      await figure.call('pause');
      await figure.drawn();
      expect((await box()).isCut).toBe(false);
      if (isCut) expect((await box()).height).toBeGreaterThan(height);
    }
  });
}

test('a figure that only shows keeps no room for a sentence that is not there', async ({ page }) => {
  const chosen = '[{"W":[[8,8],[8,8]],"B":[[-4],[-12]]},{"W":[[8],[-8]],"B":[[-4]]}]';
  const figure = await figureWith(page, { weights: chosen, views: 'network table', controls: 'none' });
  await figure.drawn();
  const why = figure.locator.locator('.why');
  await expect(why).toBeHidden();
  // Numbers that a plateau follows, then; and a page that sets it going, where nothing is to move.
  await figure.set({ weights: null, init: 'zero' });
  await expect(why).toContainText(en.why.zero);
  await figure.set({ init: 'random', seed: 42 });
  await expect(why).toBeHidden();
  await figure.call('play');
  await expect(why).not.toBeHidden();
  const height = (await figure.locator.locator('.network').boundingBox())?.height;
  await expect(why).not.toBeEmpty();
  expect((await figure.locator.locator('.network').boundingBox())?.height).toBe(height);
});

for (const layers of ['2', '4,2', EIGHT_OF_32]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`axe minds nothing: ${layers}, ${colorScheme}`, async ({ page, browserName }) => {
      test.skip(browserName !== ASKED, NOT_ASKED);
      test.slow();
      await page.emulateMedia({ colorScheme });
      const figure = await figureWith(
        page,
        { layers, seed: 1, deviation: 2, activation: 'tanh', views: 'network table' },
        { head: colorScheme === 'dark' ? '<style>body { background: #111; color: #eee }</style>' : '' },
      );
      await figure.seek(50);
      await figure.locator.locator('tbody tr').first().hover();
      await figure.drawn();
      expect(await violations(page, { part: 'neural-figure', colours: colorScheme === 'dark' })).toEqual([]);
    });
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 900 } });

  test('a number that is chosen stays within its outline', async ({ page }) => {
    const figure = await figureWith(page, { seed: 42, activation: 'tanh', at: 1300, views: 'network' });
    await figure.reaches(1300);
    for (const name of [/^loss/, /^bias of the output/, /^weight from x1 to hidden unit 1/]) {
      const button = place(figure, name);
      await button.click();
      const [text, box] = await button.evaluate((button) => {
        const range = document.createRange();
        range.selectNodeContents(button);
        return [range, button].map((part) => part.getBoundingClientRect()).map(({ left, right }) => ({ left, right }));
      });
      expect(text.left).toBeGreaterThanOrEqual(box.left);
      expect(text.right).toBeLessThanOrEqual(box.right);
    }
  });
});

/** Boxes of texts and units that lie on one another, and those that stick out of the diagram. @param {import('./figure.js').Figure} figure */
const misplaced = (figure) =>
  figure.evaluate((host) => {
    const within = host.shadowRoot?.querySelector('.diagram')?.getBoundingClientRect() ?? new DOMRect();
    const parts = [...(host.shadowRoot?.querySelectorAll('.stage > :is(.number, .unit, .input)') ?? [])];
    const boxes = parts
      .filter((part) => part.checkVisibility())
      .map((part) => {
        const text = document.createRange();
        text.selectNodeContents(part);
        return { said: part.textContent, box: (part.matches('.number') ? text : part).getBoundingClientRect() };
      });
    const out = boxes.filter(({ box }) => Math.max(box.right - within.right, within.left - box.left) > 0.5);
    const overlaps = boxes.flatMap((one, i) =>
      boxes.slice(i + 1).flatMap((other) => {
        const [a, b] = [one.box, other.box];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // The box of a line is higher than its digits.
        return across > 0.5 && down > 2 ? [`${one.said} | ${other.said}`] : [];
      }),
    );
    return [...out.map(({ said }) => said), ...overlaps];
  });

for (const [width, size] of [
  [312, 16],
  [628, 16],
  [768, 16],
  [320, 22],
  [360, 22],
  [768, 22],
]) {
  test(`no number lies on another, or on a unit, ${width} px wide, text of ${size} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const figure = await figureWith(
      page,
      { views: 'network' },
      { head: `<style>body { font-size: ${size}px }</style>` },
    );
    for (const layers of [[], [1], [2], [3], [4], [3, 3], [4, 4], [4, 4, 4]]) {
      const sizes = [2, ...layers, 1];
      for (const number of [-8.888, 8.888, -0.0001]) {
        const weights = sizes.slice(1).map((units, layer) => ({
          W: Array.from({ length: sizes[layer] }, () => Array(units).fill(number)),
          B: Array.from({ length: units }, () => [number]),
        }));
        await figure.set({ layers: layers.join() || '0', weights: JSON.stringify(weights) });
        await figure.drawn();
        expect(await misplaced(figure), `layers ${layers}, ${number}`).toEqual([]);
      }
    }
  });
}

test('the loss in the diagram is the text below the figure', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const figure = await figureWith(page, { activation: 'tanh', seed: 42, views: 'network' });
  for (const epoch of [0, 1500, 3000]) {
    await figure.seek(epoch);
    await figure.drawn();
    const below = (await figure.locator.locator('.status .digits').nth(1).textContent()) ?? '';
    await expect(figure.locator.locator('.loss-number')).toHaveText(`${en.loss.toLowerCase()} ${below}`);
    expect(await misplaced(figure), below).toEqual([]);
  }
});

test('below the diagram a table alone in its row begins and ends with it', async ({ page }) => {
  for (const views of ['network table', 'table network']) {
    const figure = await figureWith(page, { views, init: 'zero', seed: 1 });
    for (const width of [360, 576, 640, 700, 1000]) {
      await page.setViewportSize({ width, height: 900 });
      const [column, table] = await figure.evaluate((host) =>
        ['.network-parts > :first-child', 'table'].map((part) => {
          const { left, right } = /** @type {Element} */ (host.shadowRoot?.querySelector(part)).getBoundingClientRect();
          return [Math.round(left), Math.round(right)];
        }),
      );
      expect(table, `${views} at ${width} px`).toEqual(column);
    }
  }
});
