// Runs without end, sleeping pages, and numbers that burst.
import { expect } from '@playwright/test';
import { figureWith, flat, test } from './figure.js';

for (const [method, settings] of /** @type {[string, Record<string, unknown>][]} */ ([
  ['step', {}],
  ['seek', {}],
  [
    'seek',
    { layers: '8,8,8,8,8,8', data: JSON.stringify(Array.from({ length: 500 }, (_, i) => [i % 23, i % 29, i % 2])) },
  ],
])) {
  test(`${method}(1e9) leaves the page its turns, and can be paused${settings.layers ? ', in the largest network too' : ''}`, async ({
    page,
  }) => {
    const figure = await figureWith(page, { seed: 1, epochs: 1e9, ...settings });
    const turns = await figure.evaluate(async (/** @type {any} */ figure, method) => {
      figure[method](1e9);
      const turns = [figure.epoch];
      for (let turn = 0; turn < 5; turn++) {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        turns.push(figure.epoch);
      }
      figure.pause();
      turns.push(figure.epoch);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      turns.push(figure.epoch);
      return turns;
    }, method);
    const paused = turns.splice(-2);
    expect(paused).toEqual([turns[turns.length - 1], turns[turns.length - 1]]);
    // On its way, in every turn.
    turns.forEach((epoch, i) => expect(epoch).toBeGreaterThan(i === 0 ? 0 : turns[i - 1]));
    expect(turns[turns.length - 1]).toBeLessThan(1e9);
    // Honest where it stopped: the same state as by another way.
    const state = await figure.state();
    await figure.call('reset');
    expect(await figure.seek(state.epoch)).toEqual(state);
  });
}

test('a seek back into a long run trains in small calls too', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, activation: 'tanh', epochs: 1e9 });
  await figure.seek(5_000_000);
  const most = await figure.evaluate(async (/** @type {any} */ figure) => {
    const { load } = await import(String('/wasm.js'));
    const { prototype } = (await load()).Trainer;
    let most = 0;
    for (const [name, method] of Object.entries({ step: prototype.step, seek: prototype.seek })) {
      prototype[name] = function (/** @type {number} */ epochs) {
        const before = this.epoch;
        const answer = method.call(this, epochs);
        // A call that goes to a keyframe, and trains on from it, is not told from outside: its work shows in the others.
        if (name === 'step') most = Math.max(most, this.epoch - before);
        else most = Math.max(most, this.epoch % this.keyframeStride);
        return answer;
      };
    }
    for (const goal of [4_999_999, 1, 3_456_789, 3, 4_999_998]) {
      figure.seek(goal);
      while (figure.epoch !== goal) await new Promise((resolve) => setTimeout(resolve));
    }
    return most;
  });
  expect(most).toBeLessThanOrEqual(2000);
});

test('a seek through absurd numbers stays honest: finite, and the same by every way', async ({ page }) => {
  const figure = await figureWith(page, {
    data: '[[1000,1000,0],[-1000,1000,1],[1000,-1000,1]]',
    deviation: 1e300,
    learningRate: 1e6,
    seed: 1,
    epochs: 1e9,
  });
  await figure.call('seek', 1e9);
  await figure.passes(10_000);
  await figure.call('pause');
  await figure.drawn();
  const far = await figure.state();
  expect([far.loss, ...far.predictions, ...flat(far.parameters), ...flat(far.gradients)].every(Number.isFinite)).toBe(
    true,
  );
  expect((await figure.seek(5)).epoch).toBe(5);
  expect(await figure.seek(far.epoch)).toEqual(far);
  expect(await figure.text()).not.toMatch(/NaN|undefined/);
});

test('saturated units are shown as they are', async ({ page }) => {
  for (const activation of ['sigmoid', 'tanh']) {
    const figure = await figureWith(page, { activation, deviation: 1e300, seed: 3, learningRate: 1e-9 });
    await figure.step(100);
    await figure.drawn();
    const { loss, predictions } = await figure.state();
    expect(Number.isFinite(loss)).toBe(true);
    expect(predictions.every((prediction) => prediction >= 0 && prediction <= 1)).toBe(true);
    expect(await figure.text()).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test('a tab that slept for an hour owes a tenth of a second', async ({ page }) => {
  await page.addInitScript(() => {
    const { requestAnimationFrame } = globalThis;
    let slept = 0;
    /** @type {any} */ (globalThis).sleep = (/** @type {number} */ hours) => (slept += hours * 3.6e6);
    globalThis.requestAnimationFrame = (callback) => requestAnimationFrame((now) => callback(now + slept));
  });
  const figure = await figureWith(page, { seed: 1, epochs: 1e9, speed: 1000, autoplay: '' });
  await figure.passes(0);
  for (const hours of [1, -1]) {
    const most = await figure.evaluate(async (/** @type {any} */ figure, hours) => {
      /** @type {any} */ (globalThis).sleep(hours);
      let most = 0;
      for (let frame = 0, epoch = figure.epoch; frame < 5; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        most = Math.max(most, figure.epoch - epoch);
        epoch = figure.epoch;
      }
      return most;
    }, hours);
    // The frame after the sleep, and at the most another one before the page was asked.
    expect(most).toBeLessThanOrEqual(200);
    await figure.passes(await figure.get('epoch'));
  }
});

test('nothing of an attribute becomes markup, whatever it holds', async ({ page }) => {
  const evil = [
    '<img src=//x.invalid onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '</style><b>',
    "javascript:alert('1')",
    '&lt;b&gt;',
    '\u202egnp',
    '[["<b>",0,1]]',
    '9'.repeat(1e5),
  ];
  const names = [
    'data',
    'activation',
    'init',
    'deviation',
    'seed',
    'layers',
    'learning-rate',
    'gradient-scale',
    'epochs',
    'speed',
    'regions',
    'loss-scale',
    'lang',
  ];
  const figure = await figureWith(page, { seed: 1 });
  await figure.drawn();
  const tags = () =>
    figure.evaluate((host) => {
      const all = [...(host.shadowRoot?.querySelectorAll('*') ?? [])];
      return {
        names: [...new Set(all.map(({ localName }) => localName))].sort(),
        handlers: all.filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on'))).length,
        outside: document.querySelectorAll('body *').length,
      };
    });
  const good = await tags();
  for (const value of evil) {
    for (const name of names) await figure.attribute(name, value);
    await figure.drawn();
    const { names: found, ...rest } = await tags();
    expect(found.filter((name) => !good.names.includes(name) && name !== 'li')).toEqual([]);
    expect(rest).toEqual({ handlers: 0, outside: good.outside });
    expect((await figure.text()).length).toBeLessThan(6000);
  }
});
