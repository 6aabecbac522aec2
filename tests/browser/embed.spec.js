// The dialog that hands out what is on screen.
import { expect } from '@playwright/test';
import { en, Figure, figureWith, holdBack, open, test } from './figure.js';

/** @param {Figure} figure */
const dialog = (figure) => figure.locator.getByRole('dialog', { name: en.embedHint });

/** @param {Figure} figure @param {string} form */
async function handedOut(figure, form) {
  await dialog(figure).locator('label').filter({ hasText: form }).click();
  return dialog(figure).getByRole('textbox').inputValue();
}

test('it hands out the tag, the iframe and a link for these settings', async ({ page }) => {
  const figure = await figureWith(page, { seed: 7, data: '[[0,0,1],[1,0.5,0]]', learningRate: 0.25, layers: '4,2' });
  await figure.locator.getByRole('button', { name: en.embed, exact: true }).click();
  await expect(dialog(figure)).toBeVisible();
  const before = await figure.state();
  const [tag, frame, link] = [
    await handedOut(figure, en.tag),
    await handedOut(figure, en.frame),
    await handedOut(figure, en.link),
  ];
  expect(frame).toContain(`<iframe src="${link.replaceAll('&', '&amp;')}"`);
  await page.keyboard.press('Escape');
  await expect(dialog(figure)).toBeHidden();

  await page.goto(link);
  const linked = new Figure(page);
  await linked.ready();
  await linked.call('pause');
  await linked.call('reset');
  expect(await linked.state()).toEqual(before);

  await open(page, tag, { element: '' });
  const pasted = new Figure(page);
  await pasted.ready();
  await pasted.call('reset');
  expect(await pasted.state()).toEqual(before);
  await expect(pasted.locator.locator('a')).toHaveAttribute('href', link);
});

test('it copies, says so, and gives the focus back', async ({ page }) => {
  const figure = await figureWith(page, { seed: 7 });
  const button = figure.locator.getByRole('button', { name: en.embed, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await dialog(figure).getByRole('button', { name: en.copy }).click();
  await expect(dialog(figure).getByText(en.copied)).toBeVisible();
  await dialog(figure).getByRole('button', { name: en.close }).click();
  await expect(dialog(figure)).toBeHidden();
  await expect(button).toBeFocused();
  expect(await figure.get('epoch')).toBe(0);
});

test('a figure that is moved closes it, and opens it again', async ({ page }) => {
  const figure = await figureWith(page, { seed: 7 });
  const button = figure.locator.getByRole('button', { name: en.embed, exact: true });
  await button.click();
  await expect(dialog(figure)).toBeVisible();
  await figure.evaluate((host) => document.body.append(host));
  await expect(dialog(figure)).toBeHidden();
  await button.click();
  await expect(dialog(figure)).toBeVisible();
  expect(await dialog(figure).evaluate((element) => element.matches(':modal'))).toBe(true);
});

test('opened again, it hands out what is on the screen now, whatever answers late', async ({ page }) => {
  const figure = await figureWith(page, { seed: 42 });
  const button = figure.locator.getByRole('button', { name: en.embed, exact: true });
  const release = await holdBack(page, '**/embed.html');
  const asked = page.waitForRequest('**/embed.html');
  await button.click();
  const first = await asked;
  await dialog(figure).getByRole('button', { name: en.close }).click();
  await figure.set({ activation: 'tanh' });
  await figure.drawn();
  await page.route('**/embed.html', (route) => route.continue());
  await button.click();
  await expect(dialog(figure).locator('label').filter({ hasText: en.frame })).toBeVisible();
  release();
  await (await first.response())?.finished();
  await figure.drawn();
  await expect(dialog(figure).getByRole('textbox')).toHaveValue(/activation="tanh"/);
});

test('in a frame it has a ground of its own, whatever colour the page has', async ({ page }) => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme });
    await open(page, '<iframe src="/embed.html?controls=none"></iframe>', {
      head: '<style>body { background: #1e1f22 }</style>',
    });
    const [ground, ink] = await page
      .frameLocator('iframe')
      .locator('html')
      .evaluate((html) => {
        const { backgroundColor, color } = getComputedStyle(html);
        return [backgroundColor, color].map((colour) => (colour.match(/[\d.]+/g) ?? []).map(Number));
      });
    // Opaque, and light where the text is dark.
    expect(ground.length, String(ground)).toBe(3);
    expect(Math.abs(ground[0] - ink[0])).toBeGreaterThan(200);
  }
});
