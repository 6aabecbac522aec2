// What a reader can do with it, by mouse and by keyboard.
import { expect } from '@playwright/test';
import { button, choose, en, Figure, figureWith, flat, ko, open, tag, test } from './figure.js';

/** Wide enough for both columns. */
test.use({ viewport: { width: 1000, height: 900 } });

/** @param {Figure} figure @param {string} name */
const choice = (figure, name) => figure.locator.getByRole('radio', { name, exact: true });

/** @param {Figure} figure @param {string} name */
const menu = (figure, name) => figure.locator.getByRole('combobox', { name, exact: true });

/** @param {Figure} figure */
async function openMore(figure) {
  await figure.locator.getByText(en.more, { exact: true }).first().click();
}

/** How much of its plot's height the loss curve covers. @param {Figure} figure */
function curveHeight(figure) {
  return figure.locator
    .locator('[part~="curve"]')
    .evaluate((path) => /** @type {SVGGraphicsElement} */ (path).getBBox().height);
}

test('the page is drawn before it trains, and changes as it learns', async ({ page }) => {
  const figure = await figureWith(page, { activation: 'tanh', seed: 42, epochs: 5000 });
  const fresh = await figure.pixels();
  expect(fresh.length).toBeGreaterThan(0);
  await figure.seek(5000);
  const trained = await figure.pixels();
  expect(trained).not.toEqual(fresh);
  expect(await curveHeight(figure)).toBeGreaterThan(100);
  await figure.seek(0);
  expect(await figure.pixels()).toEqual(fresh);
  await expect(figure.locator.locator('[part~="contour"]')).toHaveCount(1);
});

test('the curve of zero initialisation is flat', async ({ page }) => {
  const figure = await figureWith(page, { init: 'zero', activation: 'tanh', seed: 42 });
  await figure.seek(5000);
  await figure.drawn();
  expect(await curveHeight(figure)).toBe(0);
  const text = await figure.text();
  expect(text).toContain('0.6931');
  expect(text).toContain('0.5000');
});

test('sigmoid | tanh and zero | random do what they say', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  await expect(choice(figure, 'sigmoid')).toBeChecked();
  await figure.step(10);
  await choose(figure, 'tanh');
  await expect.poll(() => figure.get('activation')).toBe('tanh');
  await expect(figure.locator).toHaveAttribute('activation', 'tanh');
  await expect(choice(figure, 'tanh')).toBeChecked();
  // A reader who asks for another run wants to see it.
  expect(await figure.get('playing')).toBe(true);
  const random = flat((await figure.seek(0)).parameters);

  await choose(figure, en.choices.zero);
  await expect.poll(() => figure.get('init')).toBe('zero');
  expect(flat((await figure.seek(0)).parameters).every((value) => value === 0)).toBe(true);
  await choose(figure, en.choices.random);
  await expect.poll(() => figure.get('init')).toBe('random');
  expect(flat((await figure.seek(0)).parameters)).toEqual(random);
});

test('play, pause, step and reset are buttons', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1e6 });
  await button(figure, en.play).click();
  await figure.passes(10);
  await button(figure, en.pause).click();
  expect(await figure.get('playing')).toBe(false);
  const epoch = await figure.get('epoch');
  await figure.locator.getByRole('button', { name: en.step, exact: true }).click();
  await figure.reaches(epoch + 1);
  await figure.locator.getByRole('button', { name: /^(Reset|Back to epoch 0)/ }).click();
  await figure.reaches(0);
});

test('a new seed begins another run', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  await figure.step(10);
  await figure.locator.getByRole('button', { name: /^(New|Draw a new seed)/ }).click();
  await expect.poll(() => figure.get('seed')).not.toBe(42);
  // Few enough digits for the field, and to be told to another.
  expect(await figure.get('seed')).toBeLessThan(10_000);
  await expect(figure.locator).toHaveAttribute('seed', String(await figure.get('seed')));
  const { parameters } = await figure.seek(0);
  await figure.attribute('seed', String(await figure.get('seed')));
  expect((await figure.seek(0)).parameters).toEqual(parameters);
});

test('a click on a point flips its label', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  await figure.locator.getByRole('button', { name: en.flip('1', '1', 0), exact: true }).click();
  await figure.drawn();
  // XOR with (1, 1) flipped is OR.
  expect(['or', '0111']).toContain(await figure.get('data'));
  expect((await figure.seek(20_000)).outcome).toBe('solved');
  // ... and the keyboard flips it back
  await figure.locator.getByRole('button', { name: en.flip('1', '1', 1), exact: true }).press('Enter');
  await figure.drawn();
  expect(['xor', '0110']).toContain(await figure.get('data'));
});

test('own points flip too, and stay where they are', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, data: '[[0.25,0.75,1],[-1.5,0.5,0],[2,2,1]]' });
  await figure.locator.getByRole('button', { name: /^Point \(2, 2\)/ }).click();
  await figure.drawn();
  expect(JSON.parse(await figure.get('data'))).toEqual([
    [0.25, 0.75, 1],
    [-1.5, 0.5, 0],
    [2, 2, 0],
  ]);
});

test('the curve seeks, by keys and by drag', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 10_000 });
  const end = await figure.step(1000);
  const slider = figure.locator.getByRole('slider', { name: en.seekSlider });
  await slider.focus();
  await page.keyboard.press('Home');
  await figure.reaches(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figure.get('epoch')).toBeGreaterThan(0);
  await expect(slider).toHaveAttribute('aria-valuetext', /epoch .*loss/);
  await page.keyboard.press('End');
  await figure.reaches(1000);
  expect(await figure.state()).toEqual(end);

  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await slider.boundingBox());
  await page.mouse.move(box.x + 0.08 * box.width, box.y + box.height / 2);
  await expect(figure.locator.getByText(/epoch [\d,]+ · loss/)).toBeVisible();
  await page.mouse.down();
  await page.mouse.move(box.x + 0.05 * box.width, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  const epoch = await figure.get('epoch');
  expect(epoch).toBeGreaterThan(100);
  expect(epoch).toBeLessThan(900);
  await figure.seek(1000);
  expect(await figure.state()).toEqual(end);
});

test('the button says Pause as soon as the run plays, however slow it is', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, speed: 1 });
  const labels = await figure.evaluate(async (/** @type {any} */ host) => {
    const button = host.shadowRoot.querySelector('[part~=play]');
    const found = [];
    for (const act of ['play', 'pause', 'play', 'pause']) {
      host[act]();
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      found.push(button.textContent);
    }
    return found;
  });
  expect(labels).toEqual([en.pause, en.play, en.pause, en.play]);
});

test('keys on the curve go on from what was asked for since the last frame', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 10_000 });
  const slider = figure.locator.getByRole('slider', { name: en.seekSlider });
  await slider.focus();
  const reached = await figure.evaluate((/** @type {any} */ host) => {
    const curve = host.shadowRoot.activeElement;
    const press = (/** @type {string} */ key) => {
      curve.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return host.epoch;
    };
    host.step(1000);
    const end = press('End');
    const before = press('ArrowLeft');
    return [end, before, press('ArrowRight'), press('Home'), press('End')];
  });
  const [end, before] = reached;
  expect(reached).toEqual([1000, before, 1000, 0, 1000]);
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(end);
});

test('keys that the figure used go no further', async ({ page }) => {
  await open(page, tag({ seed: 42, epochs: 1000 }));
  const figure = new Figure(page);
  await figure.ready();
  await figure.step(100);
  await page.evaluate(() => {
    const any = /** @type {any} */ (globalThis);
    any.leaked = [];
    document.addEventListener('keydown', ({ key }) => any.leaked.push(key));
  });
  await figure.locator.getByRole('slider', { name: en.seekSlider }).focus();
  for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End']) await page.keyboard.press(key);
  await choice(figure, 'sigmoid').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figure.get('activation')).toBe('tanh');
  await page.keyboard.press('q');
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).leaked)).toEqual(['q']);
});

test('everything is reached by Tab, in order, and has a name', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  /** @type {string[]} */
  const names = [];
  await page.locator('body').press('Tab');
  for (let i = 0; i < 30; i++) {
    const name = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (!active || active === document.body) return null;
      const input = /** @type {HTMLInputElement} */ (active);
      return (
        active.getAttribute('aria-label') ?? input.labels?.[0]?.textContent?.trim() ?? active.textContent?.trim() ?? ''
      );
    });
    if (name === null) break;
    names.push(name);
    await page.keyboard.press('Tab');
  }
  expect(names.length).toBeGreaterThan(8);
  expect(names.every(Boolean)).toBe(true);
  expect(names.some((name) => name.includes(en.play))).toBe(true);
  expect(await figure.get('epoch')).toBe(0);
});

test('More holds the other settings', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, autoplay: '' });
  const gate = menu(figure, en.options.data);
  await expect(gate).toBeHidden();
  await openMore(figure);
  await expect(gate).toBeVisible();
  await gate.selectOption('and');
  await expect.poll(() => figure.get('data')).toBe('and');
  await menu(figure, en.options.gradientScale).selectOption('mean');
  await expect.poll(() => figure.get('gradientScale')).toBe('mean');
  await menu(figure, en.options.layers).selectOption('4');
  await expect.poll(async () => String(await figure.get('layers'))).toBe('4');
  const rate = figure.locator.getByRole('slider', { name: en.options.learningRate });
  const epoch = await figure.get('epoch');
  await rate.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figure.get('learningRate')).toBeGreaterThan(0.1);
  // The rate may change while it runs: the run goes on.
  expect(await figure.get('epoch')).toBeGreaterThanOrEqual(epoch);
});

test('a field that is left shows what the figure has', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  await openMore(figure);
  const seed = figure.locator.getByRole('spinbutton', { name: en.seed });
  const epochs = figure.locator.getByRole('spinbutton', { name: en.options.epochs });
  for (const [field, text, value] of /** @type {const} */ ([
    [seed, '99999999999', '42'],
    [seed, '1e', '42'],
    [seed, '', '42'],
    [epochs, '-1', '100000'],
    [epochs, '500', '500'],
  ])) {
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await figure.drawn();
    await field.blur();
    await expect(field, text).toHaveValue(value);
    await figure.call('pause');
  }
});

test('start numbers that are refused stand there with their error', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  await openMore(figure);
  const weights = figure.locator.getByRole('textbox', { name: en.options.weights });
  const error = figure.locator.getByRole('alert');
  await weights.fill('W1 = [[1 2]]');
  await weights.dispatchEvent('change');
  await weights.blur();
  await expect(error).toContainText('weights: expected');
  await figure.drawn();
  await expect(weights).toHaveValue('W1 = [[1 2]]');
  // As long as it stands: also after another setting.
  await figure.locator.getByRole('spinbutton', { name: en.options.epochs }).fill('500');
  await figure.locator.getByRole('spinbutton', { name: en.options.epochs }).blur();
  await figure.drawn();
  await expect(weights).toHaveValue('W1 = [[1 2]]');
  await weights.fill('');
  await weights.dispatchEvent('change');
  await weights.blur();
  await expect(error).toBeHidden();
  await expect(weights).toHaveValue('');
});

test('the curve is a slider whose value is within its range, beyond the last epoch too', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1000 });
  await figure.seek(1000);
  await figure.set({ epochs: 10 });
  await figure.drawn();
  const slider = figure.locator.getByRole('slider', { name: en.seekSlider });
  await expect(slider).toHaveAttribute('aria-valuenow', '1000');
  await expect(slider).toHaveAttribute('aria-valuemax', '1000');
});

test('a field that a choice in it makes idle keeps the focus', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, order: 'random' });
  await openMore(figure);
  const order = figure.locator.getByLabel(en.options.order, { exact: true }).first();
  await order.focus();
  await order.selectOption('given');
  await figure.drawn();
  expect(await figure.get('order')).toBe('given');
  await expect(order).toBeFocused();
  await order.selectOption('random');
  await expect.poll(() => figure.get('order')).toBe('random');
});

test('what does not go with a choice changes with it', async ({ page }) => {
  const weights = '[{"W":[[1,2],[3,4]],"B":[[5],[6]]},{"W":[[7],[8]],"B":[[9]]}]';
  const figure = await figureWith(page, { seed: 42, weights });
  const attributes = () =>
    figure.evaluate((figure) => ['output', 'loss', 'layers', 'weights'].map((name) => figure.getAttribute(name)));
  await openMore(figure);
  await menu(figure, en.options.output).selectOption('tanh');
  expect(await attributes()).toEqual(['tanh', 'squared-error', null, weights]);
  await menu(figure, en.options.loss).selectOption('cross-entropy');
  expect(await attributes()).toEqual([null, 'cross-entropy', null, weights]);
  await menu(figure, en.options.layers).selectOption('3');
  expect(await attributes()).toEqual([null, 'cross-entropy', '3', null]);
  await figure.set({ layers: null, weights });
  await choose(figure, en.zeroInit);
  expect(await figure.evaluate((figure) => [figure.getAttribute('init'), figure.getAttribute('weights')])).toEqual(['zero', null]); // prettier-ignore
});

test('the truth table speaks of what is shown', async ({ page }) => {
  const figure = await figureWith(page, { activation: 'tanh', seed: 42, epochs: 5000 });
  const { predictions } = await figure.seek(5000);
  await figure.drawn();
  const rows = figure.locator.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(5);
  for (let i = 0; i < 4; i++) await expect(rows.nth(i + 1)).toContainText(predictions[i].toFixed(4));
  expect(await figure.text()).toContain(en.rowsRight(4, 4));
});

test('it speaks when paused or stepped, not in every frame', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1e6 });
  const status = figure.locator.getByRole('status');
  await button(figure, en.play).click();
  await figure.passes(5);
  const said = await status.allTextContents();
  await figure.passes((await figure.get('epoch')) + 50);
  expect(await status.allTextContents()).toEqual(said);
  await button(figure, en.pause).click();
  await figure.drawn();
  expect((await status.allTextContents()).join()).toContain('Epoch');
});

for (const [lang, words] of /** @type {const} */ ([
  ['en', en],
  ['ko', ko],
])) {
  test(`it speaks ${lang}`, async ({ page }) => {
    const inherited = await figureWith(page, { seed: 42 }, { lang });
    await expect(button(inherited, words.play)).toBeVisible();
    expect(await inherited.text()).toContain(words.more);
    const own = await figureWith(page, { seed: 42, lang }, { lang: lang === 'en' ? 'ko' : 'en' });
    await expect(button(own, words.play)).toBeVisible();
    await expect(own.locator.getByRole('slider', { name: words.seekSlider })).toBeVisible();
  });
}

test('nothing sticks out, and nothing is too small to hit, at any width', async ({ page }) => {
  const figure = await figureWith(page, { seed: 4294967295, epochs: 1e9 });
  await figure.step(12_345);
  await openMore(figure);
  for (const width of [320, 360, 500, 640, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    await figure.drawn();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `${width} px`,
    ).toBeLessThanOrEqual(0);
    const small = await figure.evaluate((host) =>
      [
        .../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll(
          'button, summary, select, input:not([type=radio]), .segmented label',
        ),
      ]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`),
    );
    expect(small, `${width} px`).toEqual([]);
  }
});

test('keys that come faster than frames go on from where the last one went', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 10_000 });
  await figure.step(1000);
  const epoch = await figure.locator.evaluate((/** @type {any} */ figure) => {
    const slider = figure.shadowRoot.querySelector('.loss [role=slider]');
    for (const key of ['Home', 'ArrowRight', 'ArrowRight'])
      slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    return figure.epoch;
  });
  expect(epoch).toBe(200);
});

test('a step is as long as the reader says, by keyboard too', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  const size = menu(figure, en.stepSize);
  await expect(size).toHaveValue('1');
  const step = button(figure, en.step);
  const press = async (/** @type {string} */ key) => {
    await step.focus();
    await expect(step).toBeFocused();
    await page.keyboard.press(key);
  };
  let epoch = 0;
  for (const epochs of [10, 100, 1000]) {
    await size.selectOption(String(epochs));
    await press('Enter');
    await figure.reaches((epoch += epochs));
  }
  await size.focus();
  await page.keyboard.press('Home');
  await expect(size).toHaveValue('1');
  await press('Space');
  await figure.reaches(epoch + 1);
});

for (const [lang, words] of /** @type {const} */ ([
  ['en', en],
  ['ko', ko],
])) {
  test(`the row of controls stays uncramped on a phone, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    const figure = await figureWith(page, { seed: 42 }, { lang });
    const boxes = await Promise.all(
      [
        button(figure, words.play),
        button(figure, words.step),
        menu(figure, words.stepSize),
        button(figure, words.reset),
      ].map((control) => control.boundingBox()),
    );
    const lines = new Set(boxes.map((box) => Math.round(box?.y ?? NaN)));
    expect(lines.size, 'one line').toBe(1);
    for (let i = 1; i < boxes.length; i++) {
      const [left, right] = [boxes[i - 1], boxes[i]].map((box) => box ?? { x: NaN, width: NaN });
      // Step and its size touch.
      expect(right.x - left.x - left.width).toBeGreaterThanOrEqual(i === 2 ? -1 : 3);
    }
  });
}

test('of a single point the sentence speaks as of one', async ({ page }) => {
  const figure = await figureWith(page, { data: '[[0.5,0.5,1]]', seed: 1 });
  expect((await figure.seek(100)).outcome).toBe('solved');
  await figure.drawn();
  expect(await figure.text()).toContain(en.rowsRight(1, 1));
  expect(en.rowsRight(1, 1)).not.toContain('all 1');
});
