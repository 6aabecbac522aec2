// What the lesson's page adds to its figures: the line to drag, and the questions before a run.
import { expect } from '@playwright/test';
import { en, Figure, test } from './figure.js';

test('printed, the runs that wait for an answer are drawn at their ends', async ({ page }) => {
  await page.goto('');
  const waiting = page.locator('.guess ~ neural-figure:not([views])');
  await expect(waiting.first().locator('.status')).toContainText(en.untrained);
  const states = await waiting.evaluateAll((figures) => {
    dispatchEvent(new Event('beforeprint'));
    // Before there is a frame.
    return figures.map((figure) => {
      const status = /** @type {HTMLElement} */ (figure.shadowRoot?.querySelector('.status'));
      return [getComputedStyle(status).visibility, status.textContent];
    });
  });
  expect(states.length).toBeGreaterThan(1);
  for (const [visibility, text] of states) {
    expect(visibility).toBe('visible');
    expect(text).not.toContain(en.untrained);
  }
});

test('one line puts three of four on their side, and never all', async ({ page }) => {
  await page.goto('');
  const line = page.locator('.line');
  const status = line.getByRole('status');
  await expect(status).toContainText('2 of 4');
  const [end, other] = await line.getByRole('button').all();
  const plane = await line.locator('.plane').boundingBox();
  if (!plane) throw new Error('expected the plane in view');
  const { x, y, width, height } = plane;
  const from = await end.boundingBox();
  if (!from) throw new Error('expected the end of the line in view');
  // Around (0, 0): from the left edge to the bottom.
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.6, y + height - 2, { steps: 5 });
  await page.mouse.up();
  const far = await other.boundingBox();
  if (!far) throw new Error('expected the other end in view');
  await page.mouse.move(far.x + far.width / 2, far.y + far.height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 2, y + height * 0.4, { steps: 5 });
  await page.mouse.up();
  await expect(status).toContainText('3 of 4');
  // By keys: a sweep of one end along the whole edge never gets all four.
  await end.focus();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('ArrowUp');
    await expect(status).not.toContainText('4 of 4 right');
  }
  await expect(status).toContainText('most so far 3');
  await expect(end).toHaveAccessibleName(/^End of the line, at -?\d\.\d\d, 1\.30/);
});

for (const path of ['', 'ko/']) {
  test(`an answer plays the figure after the question: /${path}`, async ({ page }) => {
    await page.goto(path);
    const questions = await page.locator('.guess').all();
    expect(questions.length).toBe(3);
    for (const question of questions) {
      const figure = new Figure(page, question.locator('xpath=following::neural-figure[1]'));
      await figure.ready();
      expect(await figure.get('epoch')).toBe(0);
      const status = figure.locator.locator('[part=status]');
      await expect(status).toBeHidden();
      await question.getByRole('radio').first().check();
      await expect(question.getByRole('status')).not.toBeEmpty();
      expect(await figure.get('playing')).toBe(true);
      await figure.locator.scrollIntoViewIfNeeded();
      await expect.poll(() => figure.get('epoch')).toBeGreaterThan(0);
      await expect(status).toBeVisible();
      await figure.evaluate((host) => /** @type {any} */ (host).pause());
    }
  });
}

test('a figure that tells nothing yet says what becomes of it once it runs', async ({ page }) => {
  await page.goto('');
  const figure = new Figure(page, page.locator('neural-figure[views="network"]'));
  await figure.ready();
  const status = figure.locator.locator('[part=status]');
  await expect(status).toBeHidden();
  await figure.locator.getByRole('button', { name: /^weight from x1 to hidden unit 1/ }).click();
  await expect(status).toBeHidden();
  await figure.locator.getByRole('button', { name: en.moreBy(0.1) }).click();
  await expect(status).toBeVisible();
});
