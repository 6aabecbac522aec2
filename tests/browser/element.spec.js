// The public contract: attributes, properties, methods, getters, events.
import { expect } from '@playwright/test';
import { allow, en, Figure, figureIn, figureWith, flat, open, tag, test } from './figure.js';

test("the defaults are the post's", async ({ page }) => {
  const figure = await figureWith(page);
  const found = Object.fromEntries(
    await Promise.all(
      ['activation', 'init', 'deviation', 'learningRate', 'gradientScale', 'epochs', 'speed'].map(async (name) => [
        name,
        await figure.get(name),
      ]),
    ),
  );
  expect(found).toEqual({
    activation: 'sigmoid',
    init: 'random',
    deviation: 0.1,
    learningRate: 0.1,
    gradientScale: 'listing',
    epochs: 100_000,
    speed: 600,
  });
  expect(await figure.get('data')).toBe('xor');
  expect(String(await figure.get('layers'))).toBe('2');
  expect(await figure.get('playing')).toBe(false);
  expect(await figure.get('epoch')).toBe(0);
});

test("parameters and gradients have the post's shapes", async ({ page }) => {
  const figure = await figureWith(page, { layers: '4,2' });
  const { parameters, gradients, predictions } = await figure.state();
  for (const layers of [parameters, gradients]) {
    expect(layers.map(({ W, B }) => [W.length, W[0].length, B.length, B[0].length])).toEqual([
      [2, 4, 4, 1],
      [4, 2, 2, 1],
      [2, 1, 1, 1],
    ]);
  }
  expect(predictions).toHaveLength(4);
  expect(await figure.evaluate((/** @type {any} */ figure) => Array.isArray(figure.predictions))).toBe(true);
});

test('without a seed one is drawn, shown, and kept: the attribute stays the author’s', async ({ page }) => {
  await open(page, tag() + tag());
  const [a, b] = [0, 1].map((i) => new Figure(page, page.locator('neural-figure').nth(i)));
  await a.ready();
  await b.ready();
  const seed = await a.get('seed');
  expect(Number.isInteger(seed) && seed >= 0 && seed <= 4294967295).toBe(true);
  expect(await a.evaluate((figure) => figure.hasAttribute('seed'))).toBe(false);
  expect(await b.get('seed')).not.toBe(seed);
  expect(await a.text()).toContain(String(seed));
  // ... and it repeats the run
  await b.set({ seed });
  expect(await b.step(50)).toEqual(await a.step(50));
});

test('properties reflect to attributes, attributes to properties', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1 });
  const settings = {
    data: 'and',
    activation: 'tanh',
    init: 'zero',
    deviation: 0.5,
    seed: 7,
    learningRate: 0.25,
    gradientScale: 'sum',
    epochs: 1000,
    speed: 50,
    label: 'A gate',
  };
  await figure.set(settings);
  for (const [name, value] of Object.entries(settings)) {
    expect(await figure.get(name)).toBe(value);
    await expect(figure.locator).toHaveAttribute(
      name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`),
      String(value),
    );
  }
  await figure.attribute('learning-rate', '2');
  expect(await figure.get('learningRate')).toBe(2);
  await figure.attribute('activation', null);
  expect(await figure.get('activation')).toBe('sigmoid');
  await figure.attribute('layers', '3,3');
  expect((await figure.state()).parameters).toHaveLength(3);
  await figure.set({ layers: [], weights: [] });
  expect((await figure.state()).parameters).toHaveLength(1);
  await expect(figure.locator.locator('[part=error]')).toBeHidden();
});

test('properties set before the upgrade survive it', async ({ page }) => {
  await open(page, '<neural-figure seed="1"></neural-figure>', { element: '' });
  await page.evaluate(() => {
    Object.assign(/** @type {any} */ (document.querySelector('neural-figure')), {
      activation: 'tanh',
      seed: 42,
      learningRate: 0.5,
      label: 'A gate',
    });
  });
  await page.addScriptTag({ type: 'module', url: '/neural-figure.js' });
  const figure = new Figure(page);
  await figure.ready();
  await figure.drawn();
  expect(await figure.get('activation')).toBe('tanh');
  expect(await figure.get('seed')).toBe(42);
  expect(await figure.get('learningRate')).toBe(0.5);
  await expect(figure.locator).toHaveAttribute('label', 'A gate');
  expect(flat((await figure.state()).parameters)[0]).toBeCloseTo(0.03745401188473625, 16);
});

test('a figure made by script is as good', async ({ page }) => {
  await open(page, '<main></main>');
  const same = await page.evaluate(async () => {
    await customElements.whenDefined('neural-figure');
    const figure = /** @type {any} */ (document.createElement('neural-figure'));
    figure.seed = 42;
    figure.activation = 'tanh';
    document.querySelector('main')?.append(figure);
    await figure.ready;
    figure.step(10);
    return [figure.epoch, figure.activation, figure.seed, figure.getAttribute('seed')];
  });
  expect(same).toEqual([10, 'tanh', 42, '42']);
});

test('events bubble and leave the shadow; setters fire none', async ({ page }) => {
  await open(page, '<main></main>');
  const figure = new Figure(page);
  await figure.listen('figure-ready', 'figure-progress', 'figure-finish', 'figure-error');
  await page.evaluate(
    (html) => {
      const main = /** @type {Element} */ (document.querySelector('main'));
      main.innerHTML = html;
    },
    tag({ seed: 1, epochs: 30 }),
  );
  await figure.ready();
  await figure.drawn();
  expect(await figure.heard()).toEqual([
    { type: 'figure-ready', bubbles: true, composed: true, target: 'neural-figure' },
  ]);

  await figure.set({ activation: 'tanh' });
  await figure.set({ learningRate: 0.2, speed: 1000 });
  await figure.set({ data: 'or', epochs: 40 });
  await figure.drawn();
  expect(await figure.heard()).toHaveLength(1);

  await figure.call('play');
  await figure.reaches(40);
  await figure.drawn();
  const heard = await figure.heard();
  expect(heard.filter(({ type }) => type === 'figure-progress').length).toBeGreaterThan(0);
  expect(heard.filter(({ type }) => type === 'figure-finish')).toEqual([
    { type: 'figure-finish', bubbles: true, composed: true, target: 'neural-figure' },
  ]);
  expect(heard.every(({ bubbles, composed }) => bubbles && composed)).toBe(true);
  expect(heard.some(({ type }) => type === 'figure-error')).toBe(false);
});

test('the outcome in an event is of its epoch, whenever it is read', async ({ page }) => {
  await open(page, '<main></main>');
  const found = await page.evaluate(
    async (html) => {
      const main = /** @type {Element} */ (document.querySelector('main'));
      main.innerHTML = html;
      const figure = /** @type {any} */ (main.firstElementChild);
      await figure.ready;
      const progress = () =>
        new Promise((resolve) => figure.addEventListener('figure-progress', resolve, { once: true }));
      const wanted = [];
      const details = [];
      for (const epoch of [0, 500, 3000]) {
        const coming = progress();
        figure.seek(epoch);
        const { detail } = await coming;
        wanted.push({ epoch, loss: figure.loss, outcome: figure.outcome });
        details.push(detail);
      }
      figure.remove();
      await Promise.resolve();
      const [first, second, third] = details;
      return { wanted, read: [structuredClone(first), { ...second }, JSON.parse(JSON.stringify(third))] };
    },
    tag({ seed: 42, activation: 'tanh', epochs: 5000 }),
  );
  expect(found.read).toEqual(found.wanted);
  expect(found.wanted.map(({ outcome }) => outcome)).toEqual(['learning', 'plateau', 'solved']);
});

test('figure-ready is the first event, whatever was asked for before', async ({ page }) => {
  await open(page, '<main></main>');
  const figure = new Figure(page);
  await figure.listen('figure-ready', 'figure-progress', 'figure-finish');
  // The first figure of a page is drawn at once.
  await page.evaluate(
    (html) => {
      /** @type {Element} */ (document.querySelector('main')).innerHTML = html;
      /** @type {any} */ (document.querySelector('neural-figure')).seek(30);
    },
    tag({ seed: 1, epochs: 30 }),
  );
  await figure.ready();
  await figure.drawn();
  const types = (await figure.heard()).map(({ type }) => type);
  expect(types).toEqual(['figure-ready', 'figure-progress', 'figure-finish']);
});

test('a run that is taken on from its end within the frame has not finished', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 30 });
  await figure.listen('figure-progress', 'figure-finish');
  await figure.evaluate((/** @type {any} */ host) => {
    host.seek(30);
    host.reset();
  });
  await figure.drawn();
  expect((await figure.heard()).map(({ type }) => type)).toEqual(['figure-progress']);
});

test('figure-progress comes at most once a frame', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, speed: 100_000, epochs: 1e9 });
  const most = await page.evaluate(async () => {
    const figure = /** @type {any} */ (document.querySelector('neural-figure'));
    let inFrame = 0;
    let most = 0;
    figure.addEventListener('figure-progress', () => (most = Math.max(most, ++inFrame)));
    figure.play();
    for (let frame = 0; frame < 20; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      inFrame = 0;
    }
    for (let i = 0; i < 10; i++) figure.step(1);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    figure.pause();
    return most;
  });
  expect(most).toBe(1);
  expect(await figure.get('epoch')).toBeGreaterThan(10);
});

test('play, pause, step, reset and seek', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 500 });
  await figure.call('step');
  await figure.reaches(1);
  await figure.step(9);
  expect(await figure.get('epoch')).toBe(10);
  await figure.call('play');
  expect(await figure.get('playing')).toBe(true);
  await figure.passes(20);
  await figure.call('pause');
  expect(await figure.get('playing')).toBe(false);
  const epoch = await figure.get('epoch');
  await figure.drawn();
  expect(await figure.get('epoch')).toBe(epoch);
  await figure.call('seek', 1e6);
  await figure.reaches(500);
  await figure.call('step', 10);
  await figure.drawn();
  expect(await figure.get('epoch')).toBe(500);
  await figure.call('reset');
  expect(await figure.get('epoch')).toBe(0);
});

test('a huge step neither blocks nor breaks', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1e9 });
  const took = await figure.evaluate((/** @type {any} */ figure) => {
    const start = performance.now();
    figure.step(1e9);
    return performance.now() - start;
  });
  expect(took).toBeLessThan(1500);
  await figure.call('pause');
  expect(await figure.get('epoch')).toBeGreaterThan(0);
  await figure.call('reset');
  expect(await figure.get('epoch')).toBe(0);
});

const BAD = {
  data: ['xnand', '01102', '[[0,0,0]', '[[0,0,2]]', '[[1e9,0,1]]', '[]', '<img src=x onerror=alert(1)>'],
  activation: ['wobbly', ''],
  init: ['ones'],
  deviation: ['-1', 'NaN', 'wide'],
  seed: ['-1', '4294967296', '1.5', 'forty-two'],
  layers: ['33', '2,0', '1,1,1,1,1,1,1,1,1', 'deep', '-2'],
  'learning-rate': ['0', '-0.1', 'Infinity', 'fast'],
  'gradient-scale': ['median'],
  epochs: ['-1', '2e9', '1.5', 'many'],
  speed: ['0', '1e7', 'slow'],
};

test('a bad attribute shows its error, fires figure-error and keeps the last good state', async ({ page }) => {
  const good = {
    data: 'xor',
    activation: 'tanh',
    init: 'random',
    deviation: 0.1,
    seed: 42,
    layers: '2',
    learningRate: 0.1,
    gradientScale: 'listing',
    epochs: 1000,
    speed: 600,
  };
  const figure = await figureWith(page, good);
  await figure.listen('figure-error');
  const before = await figure.step(5);
  for (const [name, values] of Object.entries(BAD)) {
    const property = name.replace(/-(\w)/, (_, letter) => letter.toUpperCase());
    for (const value of values) {
      const heard = (await figure.heard()).length;
      await figure.attribute(name, value);
      const what = `${name}="${value}"`;
      expect(await figure.state(), what).toEqual(before);
      expect((await figure.heard()).length, what).toBe(heard + 1);
      expect(await figure.text(), what).toContain(`${property}: expected`);
    }
    await figure.attribute(name, String(/** @type {Record<string, unknown>} */ (good)[property]));
    expect(await figure.text(), `${name} good again`).not.toMatch(/expected .*got/);
    expect(await figure.state()).toEqual(before);
  }
  expect(await page.evaluate(() => document.querySelector('neural-figure')?.shadowRoot?.querySelector('img'))).toBe(
    null,
  );
});

test('a figure that begins with a bad attribute still begins', async ({ page }) => {
  await open(page, '<main></main>');
  const figure = new Figure(page);
  await figure.listen('figure-error', 'figure-ready');
  await page.locator('main').evaluate(
    (main, html) => {
      main.innerHTML = html;
    },
    tag({ activation: 'wobbly', layers: '99', seed: 5 }),
  );
  await figure.ready();
  await figure.drawn();
  const heard = (await figure.heard()).map(({ type }) => type);
  expect(heard).toContain('figure-error');
  expect(heard).toContain('figure-ready');
  expect(await figure.text()).toMatch(/activation: expected .*got.*wobbly/);
  await figure.step(10);
  expect((await figure.state()).predictions).toHaveLength(4);
});

test('a bad property does not throw at the page', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1 });
  await figure.listen('figure-error');
  const before = await figure.state();
  for (const value of [null, undefined, NaN, Infinity, -1, 'x', {}, [], Symbol.iterator.toString(), true]) {
    await figure.evaluate(async (/** @type {any} */ figure, value) => {
      figure.learningRate = value;
      await new Promise((resolve) => setTimeout(resolve));
      figure.learningRate = 0.1;
      await new Promise((resolve) => setTimeout(resolve));
    }, value);
  }
  await figure.drawn();
  expect(await figure.state()).toEqual(before);
  expect((await figure.heard()).length).toBeGreaterThan(0);
});

test('methods called with nonsense leave the figure as it is', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 100 });
  await figure.step(10);
  for (const value of [NaN, -5, 'x', null, {}, 0.5, -0]) {
    await figure.evaluate((/** @type {any} */ figure, value) => {
      for (const method of ['step', 'seek']) {
        try {
          figure[method](value);
        } catch (error) {
          // An Error that says what was expected is an answer too.
          if (!/expected/.test(String(error))) throw error;
        }
      }
    }, value);
    const { epoch, loss } = await figure.state();
    expect(Number.isInteger(epoch) && epoch >= 0 && epoch <= 100, String(value)).toBe(true);
    expect(Number.isFinite(loss)).toBe(true);
  }
});

/** Waits until the figure has found that it cannot run. @param {import('@playwright/test').Page} page */
async function fails(page) {
  const figure = new Figure(page);
  await expect(figure.ready()).rejects.toThrow();
  await figure.drawn();
}

test('children are the fallback when WebAssembly is missing or its file is', async ({ page }) => {
  allow('');
  await page.route('**/*.wasm', (route) => route.abort());
  await open(page, '<neural-figure seed="1"><p>A network learns XOR.</p></neural-figure>');
  await fails(page);
  await expect(page.getByText('A network learns XOR.')).toBeVisible();

  await page.unroute('**/*.wasm');
  await page.addInitScript(() => void delete (/** @type {any} */ (globalThis).WebAssembly));
  await page.reload();
  await fails(page);
  await expect(page.getByText('A network learns XOR.')).toBeVisible();
});

test('wasm under the wrong MIME type still loads', async ({ page }) => {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  const figure = await figureWith(page, { seed: 1 });
  expect((await figure.step(10)).epoch).toBe(10);
});

test('importing twice is harmless', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1 });
  await page.evaluate(async () => {
    await import(String('/neural-figure.js?again'));
    await import(String('/neural-figure.js?and-again'));
  });
  expect((await figure.step(3)).epoch).toBe(3);
});

test('a refresh that takes away what the author did not write changes nothing', async ({ page }) => {
  const figure = await figureIn(page, tag({ activation: 'tanh', epochs: 5000 }));
  const before = await figure.step(100);
  const names = await figure.evaluate((host) => host.getAttributeNames().sort());
  expect(names).toEqual(['activation', 'epochs']);
  // A morph to what the server sent: every attribute that it does not know goes.
  await figure.evaluate((host) => {
    for (const name of host.getAttributeNames())
      if (!['activation', 'epochs'].includes(name)) host.removeAttribute(name);
    host.setAttribute('activation', 'tanh');
  });
  expect(await figure.state()).toEqual(before);
  // The drawn seed stays when one that was set is taken away again.
  const seed = await figure.get('seed');
  await figure.attribute('seed', '5');
  await figure.attribute('seed', null);
  expect(await figure.get('seed')).toBe(seed);
});

test('an attribute that is nearly one is named on the console', async ({ page }) => {
  /** @type {string[]} */
  const warnings = [];
  page.on('console', (message) => void (message.type() === 'warning' && warnings.push(message.text())));
  await figureIn(
    page,
    '<neural-figure activaton="tanh" learningRate="1" data-x="1" class="a" seed="1"></neural-figure>',
  );
  expect(warnings.filter((text) => text.startsWith('neural-figure'))).toHaveLength(2);
  expect(warnings.join()).toContain('"activation"');
  expect(warnings.join()).toContain('"learning-rate"');
});

test('words and names are taken in any case', async ({ page }) => {
  const figure = await figureWith(page, { data: 'AND', activation: 'TANH', seed: 1 });
  expect((await figure.seek(3000)).outcome).toBe('solved');
  expect(await figure.text()).not.toContain(en.settingError(''));
});
