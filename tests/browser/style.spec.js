// What the style holds: a width of its own, nothing inherited but the font, its size and its colour, marks that grow, paper.
import { expect } from '@playwright/test';
import { en, Figure, figureIn, tag, test } from './figure.js';

/** @typedef {import('@playwright/test').Page} Page */

const TAG = tag({ seed: 42, activation: 'tanh', epochs: 5000 });

/** @param {Page} page @param {string} body @param {string} [css] */
const styled = (page, body, css = '') => figureIn(page, body, { head: `<style>${css}</style>` });

/** @param {Figure} figure */
const widthOf = (figure) => figure.evaluate((host) => host.getBoundingClientRect().width);

for (const [what, css] of Object.entries({
  'an inline block': '.box { display: inline-block }',
  'a float': '.box { float: left }',
  'an absolute box': '.column { position: relative } .box { position: absolute }',
  'a table': '.box { display: table }',
  'fit-content': '.box { width: fit-content }',
  'a centred flex item': '.column { display: flex; justify-content: center }',
  'a centred item of a flex column': '.column { display: flex; flex-direction: column; align-items: center }',
  'a centred grid item': '.column { display: grid; justify-items: center }',
  'a track of a grid': '.column { display: grid; grid-template-columns: 1fr }',
})) {
  test(`${what} in a narrow column makes the figure no wider than that`, async ({ page }) => {
    const body = `<div class="column" style="width: 1000px"><div class="box">${TAG}</div></div>`;
    const figure = await styled(page, body, css);
    expect(await widthOf(figure)).toBeGreaterThan(800);
    await page.locator('.column').evaluate((column) => (column.style.width = '300px'));
    expect(await widthOf(figure)).toBeLessThanOrEqual(300);
    expect(await widthOf(figure)).toBeGreaterThan(290);
  });
}

for (const [what, css] of Object.entries({
  absolute: 'position: absolute',
  'beside a margin': 'margin: 0 20px',
  'padded, its box sized by content': 'box-sizing: content-box; padding: 20px',
})) {
  test(`${what}, the figure itself is no wider than its column`, async ({ page }) => {
    const column = '.column { position: relative; width: 400px; overflow: auto }';
    const figure = await styled(page, `<div class="column">${TAG}</div>`, `${column} neural-figure { ${css} }`);
    expect(await page.locator('.column').evaluate((column) => column.scrollWidth)).toBe(400);
    expect(await widthOf(figure)).toBeGreaterThan(350);
  });
}

test('a box that shrinks to its content still shows the figure', async ({ page }) => {
  const figure = await styled(page, `<div style="width: min-content">${TAG}</div>`);
  expect(await widthOf(figure)).toBe(200);
});

test('of what text inherits, a figure takes the font, its size and its colour', async ({ page }) => {
  const figure = await styled(page, `<div class="box">${TAG}</div>`);
  const inherited = `font-variant-caps: small-caps; font-feature-settings: "smcp"; font-stretch: condensed; font-weight: 900;
    text-align-last: justify; text-wrap: balance; word-break: break-all; overflow-wrap: anywhere; line-break: anywhere;
    -webkit-text-fill-color: red; -webkit-text-stroke: 2px red; text-emphasis: dot; text-orientation: upright;
    caption-side: bottom; border-spacing: 9px; list-style: square; stroke-dasharray: 2 4; stroke-opacity: .2;
    image-rendering: pixelated; cursor: wait`;
  const changed = await figure.evaluate((host, css) => {
    const box = /** @type {HTMLElement} */ (host.parentElement);
    const parts = [...(host.shadowRoot?.querySelectorAll('b, text, path, td, button, input, canvas, .story') ?? [])];
    const names = css.split(';').map((declaration) => declaration.split(':')[0].trim());
    const read = () => names.map((name) => parts.map((part) => getComputedStyle(part).getPropertyValue(name)).join());
    const before = read();
    box.style.cssText = css;
    const after = read();
    return names.filter((_, i) => before[i] !== after[i]);
  }, inherited);
  expect(changed).toEqual([]);
  await page.locator('.box').evaluate((box) => (box.style.cssText = 'font: 20px monospace; color: rgb(1, 2, 3)'));
  const taken = () =>
    figure.evaluate((host) => {
      const label = /** @type {Element} */ (host.shadowRoot?.querySelector('.story'));
      const { fontFamily, fontSize, color } = getComputedStyle(label);
      return [fontFamily, fontSize, color];
    });
  // The colour has a transition.
  await expect.poll(taken).toEqual(['monospace', '17.5px', 'rgb(1, 2, 3)']);
});

test('what hides a figure, or keeps the pointer from it, does so within', async ({ page }) => {
  const figure = await styled(page, TAG, 'neural-figure { visibility: hidden; pointer-events: none }');
  const inside = await figure.evaluate((host) => {
    const button = /** @type {Element} */ (host.shadowRoot?.querySelector('button'));
    const { visibility, pointerEvents } = getComputedStyle(button);
    return [visibility, pointerEvents];
  });
  expect(inside).toEqual(['hidden', 'none']);
});

test('a tint that is transparent paints nothing', async ({ page }) => {
  const figure = await styled(page, TAG, 'body { --nf-zero-fill: transparent }');
  await figure.seek(4999);
  await figure.drawn();
  const [zero, one] = await figure.evaluate((host) => {
    const canvas = /** @type {HTMLCanvasElement} */ (host.shadowRoot?.querySelector('canvas'));
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    return [0.1, 0.9].map((x) => context.getImageData(x * canvas.width, 0.9 * canvas.height, 1, 1).data[3]);
  });
  expect(zero).toBe(0);
  expect(one).toBeGreaterThan(0);
});

test('a tint that changes alone is painted at once, at rest too', async ({ page }) => {
  const figure = await styled(page, TAG);
  await figure.seek(4999);
  await figure.drawn();
  /** (0, 0) is a 0: the channel that is the strongest in its tint. */
  const tint = () =>
    figure.evaluate((host) => {
      const canvas = /** @type {HTMLCanvasElement} */ (host.shadowRoot?.querySelector('canvas'));
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      const { data } = context.getImageData(0.1 * canvas.width, 0.9 * canvas.height, 1, 1);
      const channels = [...data.slice(0, 3)];
      return channels.indexOf(Math.max(...channels));
    });
  for (const [colour, channel] of /** @type {const} */ ([
    ['oklch(0.6 0.25 30)', 0],
    ['lab(60 -60 45)', 1],
    ['color(display-p3 0 0 1)', 2],
    ['light-dark(red, lime)', 0],
    ['color-mix(in srgb, lime, green)', 1],
    ['hwb(240 0% 0%)', 2],
    ['rgb(from blue b g r)', 0],
  ])) {
    await figure.evaluate((host, colour) => host.style.setProperty('--nf-zero-fill', colour), colour);
    await expect.poll(tint, colour).toBe(channel);
  }
});

test('Embed and More have no line of their own where a row breaks', async ({ page }) => {
  const figure = await styled(page, `<div class="column">${TAG}</div>`);
  const buttons = [en.newSeedHint, en.embed, en.more].map((name) =>
    figure.locator.getByRole('button', { name, exact: true }).elementHandle(),
  );
  const found = await page.evaluate(
    async (buttons) => {
      const column = /** @type {HTMLElement} */ (document.querySelector('.column'));
      const rows = [];
      for (let width = 840; width >= 360; width -= 40) {
        column.style.width = `${width}px`;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const middles = buttons.map((button) => {
          const { y, height } = /** @type {Element} */ (button).getBoundingClientRect();
          return Math.round(y + height / 2);
        });
        rows.push({ width, middles });
      }
      return rows;
    },
    await Promise.all(buttons),
  );
  for (const { width, middles } of found) {
    const [seed, embed, more] = middles;
    expect(Math.abs(seed - embed), `${width} px`).toBeLessThanOrEqual(1);
    expect(more, `${width} px`).toBe(embed);
  }
});

test('marks grow with the text around them', async ({ page }) => {
  const marks = async (/** @type {string} */ size) => {
    const figure = await styled(page, TAG, `body { font-size: ${size} }`);
    return figure.evaluate((host) => {
      const style = (/** @type {string} */ selector) =>
        getComputedStyle(/** @type {Element} */ (host.shadowRoot?.querySelector(selector)));
      return [style('.point').width, style('.contour').strokeWidth, style('.behind').strokeWidth].map(parseFloat);
    });
  };
  const small = await marks('16px');
  const large = await marks('48px');
  large.forEach((mark, i) => expect(mark / small[i]).toBeCloseTo(3, 1));
});

test('the box of a number grows with its digits', async ({ page }) => {
  const figure = await styled(page, tag({ seed: 42, epochs: 1e6 }), 'body { font-family: monospace }');
  for (const epoch of [3, 100_000, 12]) {
    await figure.evaluate((host, epoch) => /** @type {any} */ (host).seek(epoch), epoch);
    const number = figure.locator.locator('.status .digits').first();
    await expect(number).toHaveText(epoch.toLocaleString('en'));
    const room = await number.evaluate((element) => {
      const text = document.createRange();
      text.selectNodeContents(element);
      return element.getBoundingClientRect().width - text.getBoundingClientRect().width;
    });
    expect(room).toBeGreaterThanOrEqual(-0.5);
  }
});

for (const [width, size] of [
  [320, 16],
  [320, 22],
  [360, 22],
  [768, 22],
]) {
  test(`answers of four runs stay in their columns, ${width} px wide, text of ${size} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const compare = 'activation=sigmoid|init=zero|learning-rate=1';
    const settings = { seed: 42, activation: 'tanh', compare };
    const figure = await styled(page, tag(settings), `body { font-size: ${size}px }`);
    await figure.complete();
    await figure.seek(3000);
    await figure.drawn();
    const outside = await figure.evaluate((host) =>
      [...(host.shadowRoot?.querySelectorAll('.table td') ?? [])].flatMap((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        const [box, room] = [text, cell].map((part) => part.getBoundingClientRect());
        return box.left < room.left - 0.5 || box.right > room.right + 0.5 ? [cell.textContent] : [];
      }),
    );
    expect(outside).toEqual([]);
    const cut = await figure.evaluate((host) =>
      [...(host.shadowRoot?.querySelectorAll('.runs p:has(.digits)') ?? [])]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
  });
}

test('on paper there are colours and no controls', async ({ page, browserName }) => {
  const figure = await styled(page, TAG);
  const style = await figure.evaluate((host) => {
    const point = /** @type {Element} */ (host.shadowRoot?.querySelector('.point'));
    return [getComputedStyle(host).breakInside, getComputedStyle(point).getPropertyValue('print-color-adjust')];
  });
  expect(style).toEqual(['avoid', 'exact']);
  test.skip(browserName === 'firefox', 'its driver emulates no paper');
  await page.emulateMedia({ media: 'print' });
  await expect(figure.locator.getByRole('button', { name: en.play })).toBeHidden();
  await expect(figure.locator.getByRole('radio')).toHaveCount(0);
});

test('on paper, which is white, a figure of a dark page has the inks of a light one', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', 'its driver emulates no paper');
  const inks = (/** @type {Figure} */ figure) =>
    figure.evaluate((host) => {
      const part = (/** @type {string} */ name) => /** @type {Element} */ (host.shadowRoot?.querySelector(name));
      const style = getComputedStyle(part('.figure'));
      const names = ['--zero', '--one', '--zero-fill', '--one-fill', '--ink-1', '--ink-2', 'color-scheme'];
      return [...names.map((name) => style.getPropertyValue(name)), getComputedStyle(part('.point')).color];
    });
  const light = await inks(await styled(page, TAG));
  const dark = await styled(page, TAG, 'body { background: #111; color: #eee }');
  expect(await inks(dark)).not.toEqual(light);
  await page.emulateMedia({ media: 'print' });
  expect(await inks(dark)).toEqual(light);
});

test('the ring of a point that has the focus stands out of a field that is not yet coloured', async ({ page }) => {
  for (const [background, ink] of [
    ['#fff', '#111'],
    ['#111', '#eee'],
  ]) {
    const figure = await styled(page, TAG, `body { background: ${background}; color: ${ink} }`);
    const point = figure.locator.locator('.point').first();
    await point.focus();
    const ring = await point.evaluate((point) => Number(getComputedStyle(point).outlineColor.match(/\d+/)?.[0]));
    if (ink === '#111') expect(ring).toBeLessThan(60);
    else expect(ring).toBeGreaterThan(200);
  }
});
