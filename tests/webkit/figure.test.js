/**
 * WebKit, through its WebDriver: the behaviours that tests/browser holds Chromium and Firefox to, by the public contract.
 *
 * In the environment: BASE_URL serves www, MINIBROWSER is the browser, WEBDRIVER and XVFB_RUN start it.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { Builder, By, Key } from 'selenium-webdriver';

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */

/** @type {WebDriver} */
let driver;
/** @type {import('node:child_process').ChildProcess} */
let program;

const base = process.env.BASE_URL ?? 'http://127.0.0.1:8080/';
const LN2 = 0.6931471805599453;

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

before(
  async () => {
    const port = await freePort();
    const command = [process.env.WEBDRIVER ?? 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'];
    // A process group of its own, so that all of it can be ended.
    program = spawn(process.env.XVFB_RUN ?? 'xvfb-run', ['-a', ...command], { stdio: 'ignore', detached: true });
    const builder = new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: process.env.MINIBROWSER, args: ['--automation'] },
    });
    const late = Date.now() + 30_000;
    for (;;) {
      try {
        driver = await builder.build();
        break;
      } catch (error) {
        if (Date.now() > late) throw error;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
    await driver.manage().setTimeouts({ script: 30_000, pageLoad: 30_000 });
  },
  { timeout: 60_000 },
);

after(async () => {
  await driver?.quit().catch(() => {});
  if (program?.pid) process.kill(-program.pid);
});

/**
 * Calls a function of the page with its figure, and waits for what it promises.
 * @template T
 * @param {(figure: any, ...values: any[]) => T} run
 * @param {unknown[]} values
 * @returns {Promise<Awaited<T>>}
 */
async function withFigure(run, ...values) {
  const { value, error } = await driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
    const figure = document.querySelector('neural-figure');
    Promise.resolve().then(() => (${run})(figure, ...Array.from(arguments).slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
    ...values,
  );
  if (error) throw new Error(error);
  return value;
}

/** The iframe's page with this query, its figure ready and at rest. @param {string} query */
async function open(query) {
  await driver.get(`${base}embed.html?${query}`);
  await withFigure(async (figure) => {
    await customElements.whenDefined('neural-figure');
    await figure.ready;
    figure.pause();
    figure.reset();
  });
}

const state = () =>
  withFigure(({ epoch, loss, predictions, parameters, outcome }) => ({
    epoch,
    loss,
    predictions,
    parameters,
    outcome,
  }));

/** A long seek goes on over the frames. @param {number} epoch */
const seek = (epoch) =>
  withFigure(async (figure, epoch) => {
    figure.seek(epoch);
    while (figure.epoch !== epoch) await new Promise((resolve) => setTimeout(resolve, 10));
  }, epoch);

/** What the reader clicks: the label of a choice, or a button, by its text. @param {string} text */
async function click(text) {
  const found = await withFigure(
    (figure, text) =>
      [...figure.shadowRoot.querySelectorAll('label, button')].find((element) => element.textContent.trim() === text),
    text,
  );
  await driver
    .actions()
    .move({ origin: /** @type {any} */ (found) })
    .click()
    .perform();
}

const pixels = () =>
  withFigure(async (figure) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return figure.shadowRoot.querySelector('canvas').toDataURL();
  });

test('the page trains at once, and the picture changes', async () => {
  await driver.get(base);
  await withFigure(async (figure) => {
    await customElements.whenDefined('neural-figure');
    await figure.ready;
  });
  const first = await pixels();
  const epoch = await withFigure(async (figure, first) => {
    const canvas = figure.shadowRoot.querySelector('canvas');
    while (canvas.toDataURL() === first) await new Promise((resolve) => setTimeout(resolve, 50));
    return figure.epoch;
  }, first);
  assert.ok(epoch > 0);
  const figures = await driver.findElements(By.css('neural-figure'));
  assert.ok(figures.length > 3);
});

test("NumPy's run of tanh, to its end", async () => {
  /** @type {any[]} */
  const runs = JSON.parse(readFileSync(new URL('../golden/full_runs.json', import.meta.url), 'utf8'));
  const {
    config,
    states: [end],
  } = runs.find(({ config, states: [{ right }] }) => config.activation === 'tanh' && right.every(Boolean));
  await open(
    `activation=tanh&seed=${config.seed}&gradient-scale=${config.gradientScale}&deviation=${config.deviation}&epochs=${end.epoch}`,
  );
  await seek(end.epoch);
  const { predictions, loss, outcome } = await state();
  assert.equal(outcome, 'solved');
  assert.ok(Math.abs(loss - end.loss) < 1e-9);
  predictions.forEach((/** @type {number} */ value, /** @type {number} */ i) =>
    assert.ok(Math.abs(value - end.predictions[i]) < 1e-9),
  );
});

test('reset and seek are exact', async () => {
  await open('activation=tanh&seed=42');
  await seek(1234);
  const there = await state();
  await seek(3000);
  await seek(7);
  await seek(1234);
  assert.deepEqual(await state(), there);
  await withFigure((figure) => figure.reset());
  await seek(1234);
  assert.deepEqual(await state(), there);
});

test('zero initialisation stays at ln 2', async () => {
  await open('init=zero&seed=1');
  await seek(20_000);
  const { loss, predictions, outcome } = await state();
  assert.deepEqual([loss, predictions, outcome], [LN2, [0.5, 0.5, 0.5, 0.5], 'plateau']);
});

test('sigmoid | tanh, zero | random, a point and a setting, by the pointer', async () => {
  await open('seed=42');
  await click('tanh');
  assert.equal(await withFigure((figure) => figure.activation), 'tanh');
  await click('zero');
  assert.equal(await withFigure((figure) => figure.init), 'zero');
  const point = await withFigure((figure) => figure.shadowRoot.querySelectorAll('.point')[3]);
  await driver
    .actions()
    .move({ origin: /** @type {any} */ (point) })
    .click()
    .perform();
  assert.equal(await withFigure((figure) => figure.data), '0111');
});

test('the curve seeks by keys', async () => {
  await open('seed=42&epochs=10000');
  await withFigure((figure) => figure.step(1000));
  await pixels();
  await withFigure((figure) => figure.shadowRoot.querySelector('[role=slider]').focus());
  // A reader's keys come slower than frames: each is drawn before the next.
  const press = async (/** @type {string} */ key) => {
    await driver.actions().sendKeys(key).perform();
    await pixels();
    return (await state()).epoch;
  };
  assert.equal(await press(Key.HOME), 0);
  assert.ok((await press(Key.ARROW_RIGHT)) > 0);
  assert.equal(await press(Key.END), 1000);
});

test('a bad attribute says what was expected and what it got, and changes nothing', async () => {
  await open('seed=42');
  await withFigure((figure) => figure.step(5));
  const before = await state();
  const said = await withFigure(async (figure) => {
    let message = '';
    figure.addEventListener('figure-error', (/** @type {CustomEvent} */ { detail }) => (message = detail.message));
    figure.setAttribute('activation', 'wobbly');
    await new Promise((resolve) => setTimeout(resolve));
    return [message, figure.shadowRoot.querySelector('[part~=error]').textContent];
  });
  for (const text of said) assert.match(text, /expected sigmoid, tanh, .* or \w+, got "wobbly"/);
  assert.deepEqual(await state(), before);
});

test('Korean', async () => {
  await open('seed=42&lang=ko');
  const text = await withFigure((figure) => figure.shadowRoot.textContent);
  for (const word of ['결정 경계', '손실', '처음으로']) assert.ok(text.includes(word), word);
});

test('at rest it asks for no frame', async () => {
  await open('seed=42');
  const asked = await withFigure(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    let asked = 0;
    const { requestAnimationFrame } = window;
    window.requestAnimationFrame = (callback) => {
      asked++;
      return requestAnimationFrame(callback);
    };
    await new Promise((resolve) => setTimeout(resolve, 400));
    window.requestAnimationFrame = requestAnimationFrame;
    return asked;
  });
  assert.equal(asked, 0);
});

// The browser's own window does not become narrower than 447 px: a frame does.
test('nothing sticks out, wide or narrow', async () => {
  await open('seed=42');
  for (const width of [320, 360, 640, 1000]) {
    for (const page of ['', 'ko/', 'embed.html']) {
      const over = await withFigure(
        async (_, source, width) => {
          const frame = Object.assign(document.createElement('iframe'), { src: source, width, height: 700 });
          document.body.append(frame);
          await new Promise((resolve) => (frame.onload = resolve));
          const { customElements, document: inner } = /** @type {any} */ (frame.contentWindow);
          await customElements.whenDefined('neural-figure');
          await inner.querySelector('neural-figure').ready;
          const over = inner.documentElement.scrollWidth - inner.documentElement.clientWidth;
          frame.remove();
          return over;
        },
        base + page,
        width,
      );
      assert.equal(over, 0, `/${page} at ${width} px`);
    }
  }
});
