// Where an element may go: other documents, other trees, and away.
import { expect } from '@playwright/test';
import { Figure, figureWith, open, tag, test } from './figure.js';
import { comesToRest, countFrames } from './frames.js';

/** @param {Figure} figure */
const look = (figure) =>
  figure.evaluate((host) => {
    const part = /** @type {Element} */ (host.shadowRoot?.querySelector('[part~="figure"]'));
    const { color, fontVariantNumeric } = getComputedStyle(part);
    return {
      color,
      fontVariantNumeric,
      display: getComputedStyle(host).display,
      sheets: host.shadowRoot?.adoptedStyleSheets.length,
    };
  });

test('a playing figure goes into the document of a frame and back: its look, its run and its clock go with it', async ({
  page,
}) => {
  await open(
    page,
    `${tag({ seed: 42, epochs: 1e9, autoplay: '' })}<iframe srcdoc="<!doctype html><body>" width="700" height="900"></iframe>`,
  );
  const figure = new Figure(page);
  await figure.ready();
  await figure.passes(5);
  const before = await look(figure);
  // All in the page: a driver may not follow an element from one document to another.
  const epochs = await page.evaluate(async () => {
    const figure = /** @type {any} */ (document.querySelector('neural-figure'));
    const inner = /** @type {Document} */ (document.querySelector('iframe')?.contentDocument);
    const part = figure.shadowRoot.querySelector('[part~="figure"]');
    const epochs = [figure.epoch];
    inner.body.append(figure);
    epochs.push(figure.epoch);
    /** @type {any} */ (globalThis).inside = {
      color: inner.defaultView?.getComputedStyle(part).color,
      fontVariantNumeric: inner.defaultView?.getComputedStyle(part).fontVariantNumeric,
      display: inner.defaultView?.getComputedStyle(figure).display,
      sheets: figure.shadowRoot.adoptedStyleSheets.length,
    };
    const late = performance.now() + 5000;
    while (figure.epoch <= epochs[1] && performance.now() < late)
      await new Promise((resolve) => setTimeout(resolve, 20));
    epochs.push(figure.epoch);
    document.body.prepend(figure);
    return epochs;
  });
  expect(epochs[1]).toBe(epochs[0]);
  expect(epochs[2]).toBeGreaterThan(epochs[1]);
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).inside)).toEqual(before);
  expect(await look(figure)).toEqual(before);
  await figure.passes(await figure.get('epoch'));
  await figure.call('pause');
  await figure.step(3);
});

test('a figure in a document that no window shows rests, and comes back as it was', async ({ page }) => {
  await countFrames(page);
  const figure = await figureWith(page, { seed: 42, activation: 'tanh' });
  const before = await figure.step(100);
  const looks = await look(figure);
  await page.evaluate(() => {
    const figure = /** @type {any} */ (document.querySelector('neural-figure'));
    const other = document.implementation.createHTMLDocument();
    other.body.append(figure);
    /** @type {any} */ (globalThis).kept = figure;
    figure.play();
  });
  await comesToRest(page);
  await page.evaluate(() => {
    const { kept } = /** @type {any} */ (globalThis);
    kept.pause();
    document.body.append(kept);
  });
  await figure.drawn();
  expect(await figure.state()).toEqual(before);
  expect(await look(figure)).toEqual(looks);
});

test('a figure goes into the shadow of another element', async ({ page }) => {
  await open(page, `<div id="host" lang="ko"></div>${tag({ seed: 42, epochs: 1e9, autoplay: '' })}`);
  const figure = new Figure(page);
  await figure.ready();
  await figure.passes(5);
  await page.evaluate(() => {
    const root = /** @type {Element} */ (document.querySelector('#host')).attachShadow({ mode: 'open' });
    root.append(/** @type {Element} */ (document.querySelector('neural-figure')));
  });
  const epoch = await figure.get('epoch');
  expect(epoch).toBeGreaterThan(5);
  await figure.passes(epoch);
  // It speaks the language that is spoken there.
  expect(await figure.evaluate((host) => /** @type {HTMLElement} */ (host.shadowRoot?.firstElementChild).lang)).toBe(
    'ko',
  );
});

test('a clone has the settings and a run of its own', async ({ page }) => {
  const figure = await figureWith(page, { activation: 'tanh', seed: 7 });
  const start = await figure.state();
  await figure.step(50);
  await page.evaluate(() =>
    document.body.append(/** @type {Element} */ (document.querySelector('neural-figure')).cloneNode(true)),
  );
  const clone = new Figure(page, page.locator('neural-figure').nth(1));
  await clone.ready();
  expect(await clone.state()).toEqual(start);
  expect(await clone.step(50)).toEqual(await figure.state());
});

test('a figure that is removed while it plays plays on when it is back', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1e9, autoplay: '' });
  await figure.passes(5);
  const [left, away, back] = await page.evaluate(async () => {
    const figure = /** @type {any} */ (document.querySelector('neural-figure'));
    const left = figure.epoch;
    figure.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const away = figure.epoch;
    document.body.append(figure);
    return [left, away, figure.epoch];
  });
  expect([away, back]).toEqual([left, left]);
  await figure.passes(left);
  expect(await figure.get('playing')).toBe(true);
});

test('a long run is kept while its figure is away, to the last bit, and not trained again', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42, activation: 'tanh', epochs: 1e9 });
  await figure.seek(3_000_000);
  const before = await figure.seek(1_234_567);
  const after = await page.evaluate(async () => {
    const { load } = await import(String('/wasm.js'));
    const { prototype } = (await load()).Trainer;
    const { step, seek } = prototype;
    let steps = 0;
    for (const [name, method] of Object.entries({ step, seek })) {
      prototype[name] = function (/** @type {number} */ epochs) {
        steps++;
        return method.call(this, epochs);
      };
    }
    const figure = /** @type {any} */ (document.querySelector('neural-figure'));
    figure.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(figure);
    const { epoch, loss, parameters } = figure;
    return { steps, epoch, loss, parameters };
  });
  expect(after).toEqual({ steps: 0, epoch: before.epoch, loss: before.loss, parameters: before.parameters });
});

test('document.open() ends one page and begins another, in the same window', async ({ page }) => {
  await countFrames(page);
  await figureWith(page, { seed: 1, epochs: 1e9, autoplay: '' });
  await new Figure(page).passes(0);
  await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><title>Anew</title><p>Nothing here.');
    document.close();
  });
  await comesToRest(page);

  await page.evaluate((html) => void (document.body.innerHTML = html), tag({ seed: 1, epochs: 1e9, autoplay: '' }));
  const figure = new Figure(page);
  await figure.passes(5);
  // The clock still hears that the page is hidden, and seen again.
  const hide = (/** @type {boolean} */ hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await comesToRest(page);
  await hide(false);
  await figure.passes(await figure.get('epoch'));
});

test('what is asked of a figure that is nowhere waits until it is somewhere', async ({ page }) => {
  await open(page, '<main></main>');
  const found = await page.evaluate(async () => {
    await customElements.whenDefined('neural-figure');
    const figure = /** @type {any} */ (document.createElement('neural-figure'));
    figure.seed = 42;
    figure.step(5);
    figure.seek(9);
    const before = [figure.epoch, figure.playing, figure.predictions.length];
    document.querySelector('main')?.append(figure);
    await figure.ready;
    return [...before, figure.epoch];
  });
  expect(found).toEqual([0, false, 0, 9]);
});
