// The language of a figure is that around it.
import { expect } from '@playwright/test';
import { en, figureIn, ko, tag, test } from './figure.js';

const TAG = tag({ seed: 42, activation: 'tanh', epochs: 5000 });

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
