/**
 * What the specs share: a page that holds the tags a spec asks for, and a figure spoken to through its public
 * contract only.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Locator} Locator
 * @typedef {{ W: number[][], B: number[][] }[]} Layers
 *
 * @typedef {object} State
 * @property {number} epoch
 * @property {number} loss
 * @property {string} outcome
 * @property {boolean} playing
 * @property {number[]} predictions
 * @property {Layers} parameters
 * @property {Layers} gradients
 */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { allow, holdBack, serve, test } from './page.js';

export { allow, holdBack, serve, test };
export { en, ko, onDemand } from './words.js';

const ELEMENT = '<script type="module" src="/neural-figure.js"></script>';

/**
 * Opens a page on the served origin that holds `body`.
 *
 * @param {Page} page
 * @param {string} body
 * @param {{ head?: string, lang?: string, element?: string }} [options]
 */
export async function open(page, body, { head = '', lang = 'en', element = ELEMENT } = {}) {
  await serve(
    page,
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A figure</title>` +
      `<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}${element}</head><body>${body}</body></html>`,
  );
}

/**
 * One figure with these attributes, ready, and not playing unless it says `autoplay`.
 *
 * @param {Page} page
 * @param {Record<string, unknown>} [settings]  camelCase or attribute names
 * @param {{ head?: string, lang?: string, element?: string, within?: string }} [options]  `within`: a tag around it
 */
export async function figureWith(page, settings = {}, { within = 'div', ...options } = {}) {
  await open(page, `<${within}>${tag(settings)}</${within}>`, options);
  const figure = new Figure(page);
  await figure.ready();
  return figure;
}

/**
 * The first figure of a page with this body, ready and drawn.
 *
 * @param {Page} page
 * @param {string} body
 * @param {Parameters<typeof open>[2]} [options]
 */
export async function figureIn(page, body, options) {
  await open(page, body, options);
  const figure = new Figure(page);
  await figure.ready();
  await figure.drawn();
  return figure;
}

/** @param {Record<string, unknown>} settings */
export function tag(settings = {}) {
  const attributes = Object.entries(settings).map(
    ([name, value]) => `${kebab(name)}="${String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
  return `<neural-figure ${attributes.join(' ')}></neural-figure>`;
}

/** @param {string} name */
function kebab(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export class Figure {
  /** @param {Page} page @param {Locator} [locator] */
  constructor(page, locator = page.locator('neural-figure').first()) {
    this.page = page;
    this.locator = locator;
    /** @type {import('@playwright/test').ElementHandle | null} */
    this.handle = null;
  }

  /**
   * As the locator's, with the element held on to: to find it anew takes a tenth of a second in Firefox.
   * @type {Locator['evaluate']}
   */
  async evaluate(read, argument) {
    const same = await this.handle?.evaluate((element) => element.isConnected).catch(() => false);
    if (!same) this.handle = await this.locator.elementHandle();
    return /** @type {any} */ (this.handle).evaluate(read, argument);
  }

  async ready() {
    await this.evaluate(async (/** @type {any} */ figure) => {
      let timer;
      const late = new Promise((_, reject) => {
        timer = setTimeout(reject, 10_000, new Error('the figure did not become ready'));
      });
      await Promise.race([customElements.whenDefined('neural-figure').then(() => figure.ready), late]);
      // Specs count the timers that are held.
      clearTimeout(timer);
    });
    await this.complete();
  }

  /** Waits for the views that are loaded on demand. */
  complete() {
    return expect(this.locator.locator('[aria-busy="true"]')).toHaveCount(0);
  }

  /** @returns {Promise<State>} */
  state() {
    return this.evaluate((/** @type {any} */ figure) => ({
      epoch: figure.epoch,
      loss: figure.loss,
      outcome: figure.outcome,
      playing: figure.playing,
      predictions: [...figure.predictions],
      parameters: figure.parameters,
      gradients: figure.gradients,
    }));
  }

  /** @param {string} name @returns {Promise<any>} */
  get(name) {
    return this.evaluate((/** @type {any} */ figure, name) => figure[name], name);
  }

  /** Sets properties, all at once, and waits for the figure to have taken them. @param {Record<string, unknown>} values */
  async set(values) {
    await this.evaluate(async (/** @type {any} */ figure, values) => {
      Object.assign(figure, values);
      await new Promise((resolve) => setTimeout(resolve));
    }, values);
  }

  /** @param {string} name @param {string | null} value */
  async attribute(name, value) {
    await this.evaluate(
      async (figure, [name, value]) => {
        if (value === null) figure.removeAttribute(String(name));
        else figure.setAttribute(String(name), value);
        await new Promise((resolve) => setTimeout(resolve));
      },
      [name, value],
    );
  }

  /** @param {string} method @param {unknown[]} values */
  async call(method, ...values) {
    await this.evaluate(
      (/** @type {any} */ figure, [method, values]) => void figure[method](...values),
      /** @type {const} */ ([method, values]),
    );
  }

  /** A long seek goes on over the frames: this waits until it is there. @param {number} epoch */
  async seek(epoch) {
    return (await this.visit({}, [epoch]))[0];
  }

  /**
   * Sets properties and seeks one epoch after the other, in one call: the states found there.
   * @param {Record<string, unknown>} settings
   * @param {number[]} epochs
   */
  async visit(settings, epochs) {
    return (await this.visitAll([[settings, epochs]]))[0];
  }

  /**
   * Many visits, in one call: to ask the browser takes longer than to train.
   * @param {[settings: Record<string, unknown>, epochs: number[]][]} visits
   * @returns {Promise<State[][]>}
   */
  visitAll(visits) {
    return this.evaluate(async (/** @type {any} */ figure, visits) => {
      const found = [];
      for (const [settings, epochs] of visits) {
        Object.assign(figure, settings);
        const states = [];
        for (const goal of epochs) {
          figure.seek(goal);
          const late = performance.now() + 20_000;
          while (figure.epoch !== goal && performance.now() < late)
            await new Promise((resolve) => setTimeout(resolve, 5));
          const { epoch, loss, outcome, playing, predictions, parameters, gradients } = figure;
          states.push({ epoch, loss, outcome, playing, predictions, parameters, gradients });
          if (epoch !== goal) throw new Error(`expected epoch ${goal}, got ${epoch}`);
        }
        found.push(states);
      }
      return found;
    }, visits);
  }

  /** @param {number} epochs */
  async step(epochs) {
    const from = await this.get('epoch');
    await this.call('step', epochs);
    await this.reaches(from + epochs);
    return this.state();
  }

  /** @param {number} epoch */
  async reaches(epoch) {
    await expect.poll(() => this.get('epoch'), { intervals: [0, 20, 50, 100], timeout: 20_000 }).toBe(epoch);
  }

  /** Waits until it has trained beyond an epoch. @param {number} epoch */
  async passes(epoch) {
    await expect.poll(() => this.get('epoch'), { intervals: [20, 50] }).toBeGreaterThan(epoch);
  }

  /** Waits until it takes no epoch in two frames. */
  async waits() {
    await expect
      .poll(async () => {
        const epoch = await this.get('epoch');
        await this.drawn();
        return (await this.get('epoch')) - epoch;
      })
      .toBe(0);
  }

  /** Two frames: whatever was to be drawn is drawn. */
  async drawn() {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** Everything that its canvases show, one text for each. */
  async pixels() {
    await this.drawn();
    return this.evaluate((figure) => {
      /** @type {string[]} */
      const found = [];
      const visit = (/** @type {ParentNode} */ root) => {
        for (const element of root.querySelectorAll('*')) {
          if (element instanceof HTMLCanvasElement && element.width > 0 && element.height > 0)
            found.push(element.toDataURL());
          if (element.shadowRoot) visit(element.shadowRoot);
        }
      };
      if (figure.shadowRoot) visit(figure.shadowRoot);
      return found;
    });
  }

  /** The text that a reader sees: tables, messages and what stands in fields. */
  text() {
    return this.evaluate((figure) => {
      let text = '';
      const visit = (/** @type {Element} */ element) => {
        if (!element.checkVisibility() || element.localName === 'style') return;
        for (const child of element.childNodes) {
          if (child instanceof Text) text += ` ${child.data}`;
          else if (child instanceof HTMLInputElement && /number|text/.test(child.type)) text += ` ${child.value}`;
          else if (child instanceof Element) visit(child);
        }
      };
      for (const child of figure.shadowRoot?.children ?? []) visit(child);
      return text.replace(/\s+/g, ' ');
    });
  }

  /**
   * Begins to write down these events, as they arrive at the document.
   * @param {string[]} types
   */
  async listen(...types) {
    await this.page.evaluate((types) => {
      const log = /** @type {unknown[]} */ ([]);
      Object.assign(globalThis, { heard: log });
      for (const type of types) {
        document.addEventListener(type, (event) =>
          log.push({
            type,
            bubbles: event.bubbles,
            composed: event.composed,
            target: /** @type {Element} */ (event.target).localName,
          }),
        );
      }
    }, types);
  }

  /** @returns {Promise<{ type: string, bubbles: boolean, composed: boolean, target: string }[]>} */
  heard() {
    return this.page.evaluate(() => /** @type {any} */ (globalThis).heard);
  }
}

/** @param {Figure} figure @param {string} name */
export const button = (figure, name) => figure.locator.getByRole('button', { name, exact: true });

/** Presses a choice by its label, as a reader does: the radio itself may be out of sight. @param {Figure} figure @param {string} name */
export function choose(figure, name) {
  const radio = figure.page.getByRole('radio', { name, exact: true });
  return figure.locator.locator('label').filter({ has: radio }).click();
}

/** Parameters or gradients as the goldens have them. @param {Layers} layers */
export function flat(layers) {
  return layers.flatMap(({ W, B }) => [...W.flat(), ...B.flat()]);
}

/** The largest difference of two lists of the same length. @param {number[]} a @param {number[]} b */
export function distance(a, b) {
  expect(a.length).toBe(b.length);
  return Math.max(0, ...a.map((value, i) => Math.abs(value - b[i])));
}

/**
 * @param {'trajectories' | 'full_runs' | 'boundaries' | 'draws'} name
 * @returns {any[]}
 */
export function golden(name) {
  const cases = JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8'));
  expect(cases.length, `${name}.json`).toBeGreaterThan(0);
  return cases;
}
