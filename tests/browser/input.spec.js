// What a hand does: fingers, a mouse, keys in a deck of slides, and what a reader's presses mean.
import { expect } from '@playwright/test';
import { allow, en, Figure, figureWith, open, tag, test } from './figure.js';

/** @param {Figure} figure */
const slider = (figure) => figure.locator.getByRole('slider', { name: en.seekSlider });

/** @param {Figure} figure @returns {Promise<{ x: number, y: number, width: number, height: number }>} */
const boxOf = async (figure) => /** @type {any} */ (await slider(figure).boundingBox());

/**
 * A finger on the curve, as a browser tells of it: moves in CSS pixels from where it came down, and then up, or, where the
 * browser took the gesture to scroll the page, cancelled.
 * @param {Figure} figure
 * @param {[number, number][]} moves
 * @param {'pointerup' | 'pointercancel'} end
 * @param {boolean} [isPrimary]  whether it is the first finger
 */
const finger = (figure, moves, end, isPrimary = true) =>
  figure.evaluate(
    (host, { moves, end, isPrimary }) => {
      const plot = /** @type {Element} */ (host.shadowRoot?.querySelector('[role=slider]'));
      const { x, y, width, height } = plot.getBoundingClientRect();
      // No real finger is down to be captured.
      plot.setPointerCapture = () => {};
      const tell = (/** @type {string} */ type, /** @type {[number, number]} */ [dx, dy]) =>
        plot.dispatchEvent(
          new PointerEvent(type, {
            pointerType: 'touch',
            pointerId: 7,
            isPrimary,
            buttons: Number(type === 'pointerdown' || type === 'pointermove'),
            clientX: x + width * 0.1 + dx,
            clientY: y + height / 2 + dy,
            bubbles: true,
            composed: true,
          }),
        );
      tell('pointerdown', [0, 0]);
      for (const move of moves) tell('pointermove', move);
      tell(end, moves.at(-1) ?? [0, 0]);
    },
    { moves, end, isPrimary },
  );

test('a swipe that scrolls the page leaves the run where it is', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 5000 });
  await figure.step(1266);
  await finger(
    figure,
    [
      [0, -4],
      [2, -12],
    ],
    'pointercancel',
  );
  expect(await figure.get('epoch')).toBe(1266);
});

test('a finger that moves up or down, or is the second, is no tap', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 5000 });
  await figure.step(1266);
  // No browser need take it to scroll: the page may have nowhere to go.
  await finger(
    figure,
    [
      [0, -4],
      [2, -40],
    ],
    'pointerup',
  );
  expect(await figure.get('epoch')).toBe(1266);
  await finger(figure, [], 'pointerup', false);
  expect(await figure.get('epoch')).toBe(1266);
});

test('a finger that moves along the curve goes there, and so does a tap', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 5000 });
  await figure.step(1266);
  await finger(
    figure,
    [
      [4, 0],
      [20, 1],
    ],
    'pointercancel',
  );
  const dragged = await figure.get('epoch');
  expect(dragged).toBeGreaterThan(400);
  expect(dragged).toBeLessThan(1000);
  await finger(figure, [], 'pointerup');
  expect(await figure.get('epoch')).toBeLessThan(dragged);
});

test('two fingers enlarge the page on either plot, and one scrolls it', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  const actions = await figure.evaluate((host) =>
    ['.boundary .plot', '.loss .plot'].map((plot) => {
      const element = /** @type {Element} */ (host.shadowRoot?.querySelector(plot));
      return getComputedStyle(element).touchAction;
    }),
  );
  // manipulation is short for panning both ways and pinching.
  expect(actions[0]).toMatch(/^(manipulation|pan-x pan-y pinch-zoom)$/);
  expect(actions[1]).toBe('pan-y pinch-zoom');
});

for (const [how, style, along] of /** @type {[string, string, (share: number, box: any) => [number, number]][]} */ ([
  ['as it is', '', (share, box) => [box.x + share * box.width, box.y + box.height / 2]],
  ['mirrored', 'transform: scaleX(-1)', (share, box) => [box.x + (1 - share) * box.width, box.y + box.height / 2]],
  ['turned', 'transform: rotate(90deg)', (share, box) => [box.x + box.width / 2, box.y + share * box.height]],
  ['enlarged', 'zoom: 1.5', (share, box) => [box.x + share * box.width, box.y + box.height / 2]],
  ['small', 'zoom: 0.5', (share, box) => [box.x + share * box.width, box.y + box.height / 2]],
])) {
  test(`the curve seeks where it is pressed: ${how}`, async ({ page }) => {
    await open(page, `<div style="width: 600px; ${style}">${tag({ seed: 42, epochs: 1000 })}</div>`);
    const figure = new Figure(page);
    await figure.ready();
    await figure.seek(1000);
    await slider(figure).scrollIntoViewIfNeeded();
    const box = await boxOf(figure);
    const found = [];
    for (const share of [0.25, 0.5, 0.75]) {
      await page.mouse.click(...along(share, box));
      found.push(await figure.get('epoch'));
    }
    expect(found.map((epoch, i) => Math.abs(epoch - [250, 500, 750][i]) < 15)).toEqual([true, true, true]);
  });
}

test('a drag of the curve selects no text', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1000 });
  await figure.seek(1000);
  const { x, y, width, height } = await boxOf(figure);
  await page.mouse.move(x + width * 0.9, y + height * 0.9);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.1, y + height * 0.1, { steps: 8 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
});

test('a drag of the curve ends where the figure is taken away within it', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 5000 });
  await figure.step(5000);
  const { x, y, width, height } = await boxOf(figure);
  await page.mouse.move(x + width / 5, y + height / 2);
  await page.mouse.down();
  await figure.evaluate((element) => {
    const { parentNode } = element;
    element.remove();
    parentNode?.append(element);
  });
  await page.mouse.move(1, 1);
  await page.mouse.up();
  const epoch = await figure.get('epoch');
  await page.mouse.move(x + (4 * width) / 5, y + height / 2);
  await expect(figure.locator.locator('.loss .reading')).not.toBeEmpty();
  expect(await figure.get('epoch')).toBe(epoch);
});

test('a deck of slides hears of no mouse that drags the curve', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1000 });
  const { x, y, width, height } = await boxOf(figure);
  await page.mouse.move(x + width * 0.9, y + height / 2);
  await page.evaluate(() => {
    /** @type {string[]} */
    const deck = [];
    Object.assign(globalThis, { deck });
    for (const type of ['pointerdown', 'pointermove', 'mousedown', 'mousemove']) {
      document.addEventListener(type, () => void deck.push(type));
    }
  });
  await page.mouse.down();
  await page.mouse.move(x + width * 0.1, y + height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).deck)).toEqual([]);
});

test('a deck of slides hears no key that a control of the figure uses', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1000 });
  await figure.locator.getByText(en.more, { exact: true }).click();
  await page.evaluate(() => {
    /** @type {string[]} */
    const deck = [];
    Object.assign(globalThis, { deck });
    for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) {
      document.addEventListener(type, ({ key }) => void deck.push(key));
    }
  });
  /** @type {[import('@playwright/test').Locator, string[]][]} */
  const uses = [
    [figure.locator.getByRole('button', { name: /^Point/ }).first(), [' ', 'Enter']],
    [figure.locator.getByRole('radio', { name: 'tanh' }), [' ', 'ArrowRight']],
    [figure.locator.getByRole('spinbutton', { name: en.seed }), ['Home', 'End', 'Escape', '7', ' ']],
    [
      figure.locator.getByRole('combobox', { name: en.options.data, exact: true }),
      ['a', 'Home', 'End', 'PageDown', ' '],
    ],
    [figure.locator.getByRole('slider', { name: en.options.learningRate }), ['PageUp', 'PageDown', 'Home', 'End']],
    [slider(figure), ['ArrowLeft', 'Home', 'End', 'PageUp']],
    [figure.locator.locator('[part=play]'), [' ']],
  ];
  for (const [control, keys] of uses) {
    await control.focus();
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
  }
  const heard = await page.evaluate(() => /** @type {any} */ (globalThis).deck);
  // What no control uses is the deck's.
  expect([...new Set(heard)]).toEqual(['Escape']);
  await page.keyboard.press('F8');
});

test('a press on Play by the space bar plays', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1e9 });
  await figure.locator.locator('[part=play]').focus();
  await page.keyboard.press(' ');
  await figure.passes(5);
});

test('what was paused goes on from where a reader asks for another run', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 1e9 });
  await figure.step(100);
  await figure.locator.getByRole('button', { name: en.flip('1', '1', 0), exact: true }).click();
  await figure.passes(5);
  expect(await figure.get('playing')).toBe(true);
});

test('a learning rate chosen at the end begins the run again', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, epochs: 2000, speed: 1e6 });
  await figure.seek(2000);
  await figure.locator.getByText(en.more, { exact: true }).click();
  await figure.locator.getByRole('slider', { name: en.options.learningRate }).press('ArrowRight');
  await expect.poll(() => figure.get('learningRate')).toBeGreaterThan(0.1);
  await figure.reaches(2000);
  await figure.seek(0);
  const rate = await figure.get('learningRate');
  const before = await figure.state();
  const after = await figure.step(1);
  const change = before.parameters[1].B[0][0] - after.parameters[1].B[0][0];
  expect(change).toBeCloseTo(rate * before.gradients[1].B[0][0], 12);
});

test('a drag of one slider is one step back, and Back goes to the settings before', async ({ page }) => {
  await page.goto('embed.html?seed=42');
  const figure = new Figure(page);
  await figure.ready();
  await figure.locator.getByText(en.more, { exact: true }).click();
  const entries = await page.evaluate(() => history.length);
  const speed = figure.locator.getByRole('slider', { name: en.options.speed });
  await speed.scrollIntoViewIfNeeded();
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await speed.boundingBox());
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 0; i < 6; i++) {
    await page.mouse.move(box.x + box.width * (0.3 + 0.08 * i), box.y + box.height / 2);
    // The address follows while the slider is held.
    const speed = String(await figure.get('speed'));
    await expect.poll(() => new URL(page.url()).searchParams.get('speed')).toBe(speed);
  }
  // The reader looks at what it did for longer than two steps need to be apart, goes on, and lets go at once.
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 60_000;
  });
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await page.mouse.up();
  const last = String(await figure.get('speed'));
  await expect.poll(() => new URL(page.url()).searchParams.get('speed')).toBe(last);
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  await page.goBack();
  await expect.poll(() => figure.get('speed')).toBe(600);
});

test('an address holds the seed that was drawn, and autoplay=false is off', async ({ page }) => {
  await page.goto('embed.html?autoplay=false&epochs=100');
  const figure = new Figure(page);
  await figure.ready();
  expect(await figure.get('playing')).toBe(false);
  await expect.poll(() => new URL(page.url()).searchParams.get('seed')).toBe(String(await figure.get('seed')));
  expect(await figure.evaluate((host) => host.hasAttribute('seed'))).toBe(false);
});

test('what is handed out leads somewhere', async ({ page }) => {
  const handOut = async () => {
    await figure.locator.getByRole('button', { name: en.embed }).click();
    return figure.locator.locator('dialog');
  };
  const figure = await figureWith(page, { seed: 42, activation: 'tanh' });
  const dialog = await handOut();
  await expect(dialog.getByRole('radio', { name: en.frame })).toBeVisible();
  await dialog.getByRole('button', { name: en.close }).click();
  // Only the script was copied beside the post.
  await page.route('**/embed.html', (route) => route.fulfill({ status: 404, body: 'not found' }));
  test.info().annotations.push({ type: 'complaint', description: '404' });
  await handOut();
  await expect(dialog.getByRole('radio', { name: en.frame })).toBeHidden();
  const text = await dialog.getByRole('textbox').inputValue();
  expect(text).toContain('neural-figure.js');
  expect(text).not.toContain('embed.html');
  expect(text).toContain('seed="42"');
});

for (const [
  what,
  files,
  tagHas,
  frameHas,
] of /** @type {[string, Record<string, any>, string[], string[] | null][]} */ ([
  [
    'the page for iframes is another',
    { 'embed.html': { contentType: 'text/html', body: '<h1>Home</h1>' } },
    ['neural-figure.js'],
    null,
  ],
  [
    'the page for iframes is served as text',
    { 'embed.html': { contentType: 'text/plain', body: '<neural-figure>' } },
    ['neural-figure.js'],
    null,
  ],
  [
    'the script around an iframe is missing',
    { 'embed-host.js': { status: 404 } },
    ['neural-figure.js'],
    ['embed.html'],
  ],
  ['the script is missing', { 'neural-figure.js': { status: 404 } }, [], ['embed.html', 'embed-host.js']],
])) {
  test(`what is handed out leads somewhere: ${what}`, async ({ page }) => {
    const figure = await figureWith(page, { seed: 42 });
    allow('404');
    for (const [file, answer] of Object.entries(files))
      await page.route(`**/${file}`, (route) => route.fulfill(answer));
    const asked = page.waitForResponse('**/embed.html');
    await figure.locator.getByRole('button', { name: en.embed }).click();
    await asked;
    const dialog = figure.locator.locator('dialog');
    const text = dialog.getByRole('textbox');
    const named = async () => [...new Set((await text.inputValue()).match(/[\w-]+\.(js|html)(?=["?])/g))];
    const frame = dialog.getByRole('radio', { name: en.frame });
    await expect(frame).toBeVisible({ visible: frameHas !== null });
    await expect.poll(named).toEqual([...tagHas, frameHas ? 'embed.html' : 'spec.html']);
    if (!frameHas) return;
    await dialog.getByText(en.frame, { exact: true }).click();
    expect(await named()).toEqual(frameHas);
  });
}
