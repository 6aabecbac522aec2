// What a page does around a figure: boxes, colours, inherited text, languages, frameworks, visibility.
import { expect } from '@playwright/test';
import { en, Figure, figureWith, ko, open, tag, test } from './figure.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} body @param {object} [options] */
async function figureIn(page, body, options) {
  await open(page, body, options);
  const figure = new Figure(page);
  await figure.ready();
  await figure.drawn();
  return figure;
}

const TAG = tag({ seed: 42, activation: 'tanh', epochs: 5000 });

/** @param {Figure} figure */
const isDark = (figure) => figure.evaluate((host) => Boolean(host.shadowRoot?.querySelector('.figure.dark')));

/** The colour of a pixel of the field, at these shares of its sides. @param {Figure} figure @param {number} x @param {number} y */
const pixel = (figure, x, y) =>
  figure.evaluate(
    (host, [x, y]) => {
      const canvas = /** @type {HTMLCanvasElement} */ (host.shadowRoot?.querySelector('canvas'));
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      return [...context.getImageData(x * canvas.width, y * canvas.height, 1, 1).data.slice(0, 3)];
    },
    [x, y],
  );

for (const [where, box] of Object.entries({
  'an inline block': (/** @type {string} */ figure) => `<div style="display: inline-block">${figure}</div>`,
  'a float': (/** @type {string} */ figure) => `<div style="float: left">${figure}</div>`,
  'an absolute box': (/** @type {string} */ figure) => `<div style="position: absolute">${figure}</div>`,
  'max-content': (/** @type {string} */ figure) => `<div style="width: max-content">${figure}</div>`,
  'a table cell': (/** @type {string} */ figure) => `<table><tr><td>${figure}</td></tr></table>`,
  'a centred flex item': (/** @type {string} */ figure) =>
    `<div style="display: flex; justify-content: center"><div>${figure}</div></div>`,
  'a centred grid item': (/** @type {string} */ figure) =>
    `<div style="display: grid; justify-items: center"><div>${figure}</div></div>`,
  'a dialog': (/** @type {string} */ figure) => `<dialog open>${figure}</dialog>`,
})) {
  test(`in ${where} it has a width of its own, and shrinks where there is less`, async ({ page }) => {
    const figure = await figureIn(page, box(TAG));
    const width = () => figure.evaluate((host) => host.getBoundingClientRect().width);
    expect(await width()).toBeGreaterThan(600);
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await width()).toBeGreaterThan(280);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });
}

test('padding on the host does not make it wider than its box', async ({ page }) => {
  const figure = await figureIn(page, `<div style="width: 500px">${TAG}</div>`, {
    head: '<style>neural-figure { padding: 20px }</style>',
  });
  expect(await figure.evaluate((host) => host.getBoundingClientRect().width)).toBe(500);
});

test('inherited text changes nothing but font, size and colour', async ({ page }) => {
  const figure = await figureIn(page, `<div style="width: 700px">${TAG}</div>`);
  const measure = () =>
    figure.evaluate((host) => {
      const root = /** @type {ShadowRoot} */ (host.shadowRoot);
      const { width, height } = host.getBoundingClientRect();
      const { left, width: field } = /** @type {Element} */ (root.querySelector('canvas')).getBoundingClientRect();
      const plot = /** @type {Element} */ (root.querySelector('.boundary .plot')).getBoundingClientRect();
      return [width, height, field, left - plot.left].map(Math.round);
    });
  const before = await measure();
  await page.addStyleTag({
    content: `div { text-transform: uppercase; text-indent: 2em; white-space: pre; text-shadow: 0 0 2px red; font-style: italic;
      writing-mode: vertical-rl; letter-spacing: .2em; word-spacing: 1em; line-height: 3 } html { writing-mode: horizontal-tb }`,
  });
  await figure.drawn();
  expect(await measure()).toEqual(before);
  const style = await figure.evaluate((host) => {
    const label = /** @type {Element} */ (host.shadowRoot?.querySelector('header b'));
    const { textTransform, letterSpacing, textShadow, fontStyle } = getComputedStyle(label);
    return [textTransform, letterSpacing, textShadow, fontStyle];
  });
  expect(style).toEqual(['none', 'normal', 'none', 'normal']);
});

for (const colour of ['oklch(.95 0 0)', 'lab(95 0 0)', 'color-mix(in oklab, white 90%, black)', 'hwb(0 95% 0%)']) {
  test(`a page whose text is ${colour} is dark`, async ({ page }) => {
    const figure = await figureIn(page, TAG, { head: `<style>body { background: #111; color: ${colour} }</style>` });
    expect(await isDark(figure)).toBe(true);
  });
}

test('the tints take any colour, and follow when it changes alone', async ({ page }) => {
  const figure = await figureIn(page, TAG, {
    head: '<style>neural-figure { --nf-zero-fill: oklch(0.7 0.2 145); --nf-one-fill: lab(50 -60 45) }</style>',
  });
  await figure.seek(4999);
  await figure.drawn();
  // (0, 0) is a 0, and green.
  const [red, green, blue] = await pixel(figure, 0.1, 0.9);
  expect(green).toBeGreaterThan(Math.max(red, blue) + 40);
  await page.addStyleTag({ content: 'neural-figure { --nf-zero-fill: oklch(0.6 0.25 30) !important }' });
  await figure.step(1);
  await figure.drawn();
  const [red2, green2] = await pixel(figure, 0.1, 0.9);
  expect(red2).toBeGreaterThan(green2 + 40);
});

const THEMES = '<style>body { color: #111 } body.dark { background: #111; color: #eee }</style>';

test('a theme that changes with a fade is kept up with', async ({ page }) => {
  const figure = await figureIn(page, TAG, { head: `${THEMES}<style>body { transition: color .3s }</style>` });
  for (const dark of [true, false, true]) {
    await page.evaluate((dark) => document.body.classList.toggle('dark', dark), dark);
    await expect.poll(() => isDark(figure)).toBe(dark);
  }
});

for (const [fade, css] of Object.entries({
  'with a delay': 'body, main { color: inherit; transition: color .3s .5s }',
  'in one step': 'body, main { color: inherit; transition: all 1s steps(1) }',
  'that starts slowly': 'body, main { color: inherit; transition: color 2s cubic-bezier(1, 0, 1, 0) }',
  'by an animation': '@keyframes fade { from { color: #111 } } body.dark { animation: fade 1s steps(1) }',
})) {
  test(`a theme that changes late in a fade ${fade} is kept up with`, async ({ page }) => {
    const figure = await figureIn(page, `<main>${TAG}</main>`, { head: `${THEMES}<style>${css}</style>` });
    for (const dark of [true, false]) {
      await page.evaluate((dark) => document.body.classList.toggle('dark', dark), dark);
      await expect.poll(() => isDark(figure), { intervals: [100] }).toBe(dark);
    }
  });
}

test('a theme that changes while the figure is not displayed, or by moving it, is seen when it is', async ({
  page,
}) => {
  const figure = await figureIn(page, `${TAG}<aside style="background: #111; color: #eee"></aside>`, { head: THEMES });
  await figure.evaluate((/** @type {any} */ host) => host.style.setProperty('display', 'none'));
  await figure.drawn();
  await page.evaluate(() => document.body.classList.add('dark'));
  await figure.evaluate((/** @type {any} */ host) => host.style.removeProperty('display'));
  await expect.poll(() => isDark(figure)).toBe(true);
  await page.evaluate(() => document.body.classList.remove('dark'));
  await expect.poll(() => isDark(figure)).toBe(false);
  await page.evaluate(() => {
    const figure = /** @type {Element} */ (document.querySelector('neural-figure'));
    document.querySelector('aside')?.append(figure);
  });
  await expect.poll(() => isDark(new Figure(page))).toBe(true);
});

test('a theme that changes after the figure was moved out of view asks no freed trainer', async ({ page }) => {
  const figure = await figureIn(page, `${TAG}<div style="height: 300vh"></div><aside></aside>`, { head: THEMES });
  await figure.step(10);
  await page.evaluate(async () => {
    const figure = /** @type {Element} */ (document.querySelector('neural-figure'));
    figure.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.querySelector('aside')?.append(figure);
    document.body.classList.add('dark');
  });
  await new Figure(page).drawn();
  await new Figure(page).locator.scrollIntoViewIfNeeded();
  await expect.poll(() => isDark(new Figure(page))).toBe(true);
});

test('the language is that around it, changed in place too', async ({ page }) => {
  const figure = await figureIn(page, `<main>${TAG}</main>`);
  const speaks = async (/** @type {string} */ word) => expect.poll(() => figure.text()).toContain(word);
  await page.evaluate(() => (document.documentElement.lang = 'ko'));
  await speaks(ko.loss);
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await speaks(en.loss);
  await page.evaluate(() => document.querySelector('main')?.setAttribute('lang', 'ko_KR'));
  await speaks(ko.loss);
  await figure.attribute('lang', 'en');
  await speaks(en.loss);
  await figure.attribute('lang', null);
  await speaks(ko.loss);
});

test('the language is that around it within a shadow tree and in another document', async ({ page }) => {
  const figure = await figureIn(page, `<main>${TAG}</main>`);
  const speaks = (/** @type {string} */ lang) =>
    expect
      .poll(() => figure.evaluate((host) => host.shadowRoot?.querySelector('[part=figure]')?.getAttribute('lang')))
      .toBe(lang);
  await figure.evaluate((host) => {
    const section = document.createElement('section');
    document.querySelector('main')?.attachShadow({ mode: 'open' }).append(section);
    section.append(host);
  });
  await figure.evaluate((host) => host.parentElement?.setAttribute('lang', 'ko'));
  await speaks('ko');
  await figure.evaluate((host) => host.parentElement?.removeAttribute('lang'));
  await speaks('en');
  await page.evaluate(() => document.querySelector('main')?.setAttribute('lang', 'ko'));
  await speaks('ko');
  await figure.evaluate(async (host) => {
    const frame = Object.assign(document.createElement('iframe'), { srcdoc: '<p>' });
    await new Promise((resolve) => {
      frame.onload = resolve;
      document.body.append(frame);
    });
    frame.contentDocument?.body.append(host);
  });
  await speaks('en');
  await figure.evaluate((host) => (host.ownerDocument.documentElement.lang = 'ko'));
  await speaks('ko');
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

test('a boolean attribute’s empty string is on, as a property too', async ({ page }) => {
  await open(page, '<main></main>');
  await page.evaluate(() => {
    const figure = Object.assign(document.createElement('neural-figure'), { autoplay: '', seed: 1, epochs: 1e9 });
    document.querySelector('main')?.append(figure);
  });
  const figure = new Figure(page);
  await figure.ready();
  await figure.passes(5);
});

test('autoplay that is set later begins then', async ({ page }) => {
  const figure = await figureWith(page, { seed: 1, epochs: 1e9 });
  expect(await figure.get('playing')).toBe(false);
  await figure.set({ autoplay: true });
  await figure.passes(5);
});

for (const [how, style] of [
  ['invisible', 'visibility: hidden'],
  ['transparent', 'opacity: 0'],
  ['in a box without height', 'height: 0; overflow: hidden'],
  ['in a box without width', 'width: 0; overflow: hidden'],
  ['scaled to nothing', 'transform: scale(0)'],
]) {
  test(`${how}, it waits until it can be seen, and when that is over`, async ({ page }) => {
    const figure = await figureIn(page, `<div style="${style}">${tag({ seed: 1, epochs: 1e9, autoplay: '' })}</div>`);
    const { length } = await page.evaluate(async () => {
      const frames = [];
      while (frames.length < 20) frames.push(await new Promise((resolve) => requestAnimationFrame(resolve)));
      return frames;
    });
    expect(length).toBe(20);
    expect(await figure.get('epoch')).toBe(0);
    await page.evaluate(() => document.querySelector('div')?.removeAttribute('style'));
    await figure.passes(5);
    await page.evaluate((style) => document.querySelector('div')?.setAttribute('style', style), style);
    const resting = async () => {
      const epoch = await figure.get('epoch');
      await figure.drawn();
      return (await figure.get('epoch')) === epoch;
    };
    await expect.poll(resting).toBe(true);
  });
}

test('it begins when half of its boundary is in view, and waits when that is not so', async ({ page }) => {
  const figure = await figureIn(
    page,
    `<div style="height: 100vh"></div>${tag({ seed: 1, epochs: 1e9, autoplay: '' })}<div style="height: 300vh"></div>`,
  );
  const boundary = () =>
    figure.evaluate((host) => {
      const part = /** @type {Element} */ (host.shadowRoot?.querySelector('[part~=boundary]'));
      const { top, height } = part.getBoundingClientRect();
      return { top: top + scrollY, height };
    });
  const { top, height } = await boundary();
  const show = (/** @type {number} */ share) =>
    page.evaluate(([top, height, share]) => scrollTo(0, top + height * share - innerHeight), [top, height, share]);
  await show(0.4);
  await figure.drawn();
  await figure.drawn();
  expect(await figure.get('epoch')).toBe(0);
  await show(0.6);
  await figure.passes(5);
  await show(0.3);
  await expect
    .poll(async () => {
      const epoch = await figure.get('epoch');
      await figure.drawn();
      return (await figure.get('epoch')) - epoch;
    })
    .toBe(0);
});

test('a run that a reader asked for waits while its box is closed', async ({ page }) => {
  const figure = await figureIn(page, `<div>${tag({ seed: 1, epochs: 1e9 })}</div>`);
  await figure.locator.getByRole('button', { name: en.play, exact: true }).click();
  await figure.passes(5);
  const close = (/** @type {string} */ style) =>
    page.evaluate((style) => document.querySelector('div')?.setAttribute('style', style), style);
  await close('height: 0; overflow: hidden');
  await expect
    .poll(async () => {
      const epoch = await figure.get('epoch');
      await figure.drawn();
      return (await figure.get('epoch')) - epoch;
    })
    .toBe(0);
  await close('');
  const epoch = await figure.get('epoch');
  await figure.passes(epoch + 5);
});

test('less motion, asked for in the middle of a run, pauses it; one that waits is at its end', async ({ page }) => {
  // Playwright cannot change it in Firefox.
  const head = `<script>
    const query = Object.assign(new EventTarget(), { matches: false });
    const { matchMedia } = window;
    window.matchMedia = (text) => text.includes('reduced-motion') ? query : matchMedia(text);
    window.lessMotion = () => { query.matches = true; query.dispatchEvent(new Event('change')); };
  </script>`;
  const waiting = tag({ seed: 42, activation: 'tanh', epochs: 5000, autoplay: '', id: 'below' });
  const figure = await figureIn(
    page,
    `${tag({ seed: 1, epochs: 1e9, autoplay: '' })}<div style="height: 300vh"></div>${waiting}`,
    { head },
  );
  await figure.passes(5);
  await page.evaluate(() => /** @type {any} */ (window).lessMotion());
  const { epoch, playing } = await figure.state();
  expect(playing).toBe(false);
  await figure.drawn();
  expect(await figure.get('epoch')).toBe(epoch);
  await new Figure(page, page.locator('#below')).reaches(5000);
});

test('on paper it is at the end of its run', async ({ page }) => {
  const figure = await figureIn(
    page,
    `<div style="height: 300vh"></div>${tag({ seed: 42, activation: 'tanh', epochs: 5000, speed: 50_000, autoplay: '' })}`,
  );
  expect(await figure.get('epoch')).toBe(0);
  await figure.listen('figure-progress', 'figure-finish');
  for (let i = 0; i < 2; i++) await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await figure.reaches(5000);
  expect(await figure.text()).toContain(en.rowsRight(4, 4));
  await figure.drawn();
  // After it the figure waits again, and nobody was told.
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await figure.drawn();
  expect([await figure.get('epoch'), await figure.get('playing')]).toEqual([0, true]);
  expect(await figure.heard()).toEqual([]);
  await figure.locator.scrollIntoViewIfNeeded();
  await figure.reaches(5000);
  await expect.poll(async () => (await figure.heard()).filter(({ type }) => type === 'figure-finish').length).toBe(1);
});

test('a figure that was never in view is complete for those who hear the page, and has a name', async ({ page }) => {
  await open(
    page,
    `<h2>All zeros</h2><div style="height: 300vh"></div>${TAG}<h2>After</h2>${tag({ seed: 1, label: 'Mine' })}`,
  );
  const figure = new Figure(page);
  await figure.ready();
  await expect(figure.locator.getByRole('group', { name: `${en.figure}: All zeros`, exact: true })).toHaveCount(1);
  await expect(page.getByRole('group', { name: `${en.figure}: Mine`, exact: true })).toHaveCount(1);
  await expect(figure.locator.getByRole('row')).toHaveCount(5);
  await expect(figure.locator.getByRole('button', { name: /^Point/ })).toHaveCount(4);
});

test('in a shadow tree its name is the heading before it there', async ({ page }) => {
  await open(page, '<main></main><h2>After</h2>');
  await page.evaluate(() => {
    const root = document.querySelector('main')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<h3>Inside</h3><neural-figure seed="1"></neural-figure>';
  });
  await expect(page.getByRole('group', { name: `${en.figure}: Inside`, exact: true })).toHaveCount(1);
});

test('where a document does without observers, media queries and style sheets, as jsdom, it still runs', async ({
  page,
}) => {
  const head = `<script>
    delete window.IntersectionObserver;
    delete window.ResizeObserver;
    delete window.matchMedia;
    delete CSSStyleSheet.prototype.replaceSync;
    delete Element.prototype.checkVisibility;
    HTMLCanvasElement.prototype.getContext = () => null;
  </script>`;
  const figure = await figureIn(page, tag({ seed: 1, epochs: 1e9, autoplay: '' }), { head });
  await figure.passes(5);
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

test('words and names are taken in any case', async ({ page }) => {
  const figure = await figureWith(page, { data: 'AND', activation: 'TANH', seed: 1 });
  expect((await figure.seek(3000)).outcome).toBe('solved');
  expect(await figure.text()).not.toContain(en.settingError(''));
});

test('with forced colours an error stands on the ground of the page', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', 'its driver emulates no forced colours');
  const figure = await figureIn(page, '<neural-figure seed="x"></neural-figure>');
  await page.emulateMedia({ forcedColors: 'active' });
  const error = figure.locator.getByRole('alert');
  await expect(error).toBeVisible();
  const [ground, canvas] = await error.evaluate((element) => {
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.backgroundColor = 'Canvas';
    const ground = getComputedStyle(element).backgroundColor;
    return [ground, getComputedStyle(probe).backgroundColor];
  });
  expect([canvas, 'rgba(0, 0, 0, 0)']).toContain(ground.replace(/rgba\(.*, 0\)/, 'rgba(0, 0, 0, 0)'));
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

test('an option whose run is of several points says points, and of one the one', async ({ page }) => {
  const figure = await figureWith(page, { data: '[[0.5,0.5,1]]', seed: 1 });
  expect((await figure.seek(100)).outcome).toBe('solved');
  await figure.drawn();
  expect(await figure.text()).toContain(en.rowsRight(1, 1));
  expect(en.rowsRight(1, 1)).not.toContain('all 1');
});

test('where text runs from right to left, the labels are beside the plots', async ({ page }) => {
  const figure = await figureIn(page, `<div dir="rtl">${TAG}</div>`);
  const labels = await figure.evaluate((host) =>
    [.../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll('.plot')].flatMap((plot) =>
      [...plot.querySelectorAll('.axis.left text')].map(
        (label) => plot.getBoundingClientRect().left - label.getBoundingClientRect().right,
      ),
    ),
  );
  expect(labels.length).toBeGreaterThan(3);
  for (const gap of labels) expect(gap).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

for (const [theme, color] of /** @type {const} */ ([
  ['light', '#222'],
  ['dark', '#eee'],
])) {
  test(`on a full screen a ${theme} figure has a ground that its text is read on`, async ({ page }) => {
    const figure = await figureIn(page, TAG, { head: `<style>:root { color: ${color} }</style>` });
    // A full screen is given to who asks for it by a press.
    await figure.evaluate((host) => host.addEventListener('pointerup', () => host.requestFullscreen(), { once: true }));
    await figure.locator.click({ position: { x: 5, y: 5 } });
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('neural-figure');
    const colours = await figure.evaluate((host) => {
      const { color, backgroundColor } = getComputedStyle(
        /** @type {Element} */ (host.shadowRoot?.querySelector('.figure')),
      );
      return [color, backgroundColor];
    });
    for (const colour of colours) expect(colour).not.toContain('rgba');
    const [ink, ground] = colours.map((colour) => Number(colour.match(/\d+/)?.[0]));
    expect(Math.abs(ink - ground)).toBeGreaterThan(150);
    await page.evaluate(() => document.exitFullscreen());
  });
}
