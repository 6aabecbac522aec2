/** Every program prints its digits through the tag. */
import { PROGRAMS, printed } from '../programs/programs.js';
import { expect } from '@playwright/test';
import { figureWith, test } from './figure.js';

test.skip(
  ({ browserName }) => browserName === 'firefox',
  'determinism.spec.js holds that both compute the same, bit for bit',
);

for (const { id, from, attributes, checks } of PROGRAMS) {
  test(`${id}, ${from}`, async ({ page }) => {
    const figure = await figureWith(page, { ...attributes, epochs: 1e6 });
    for (const check of checks) {
      const { predictions, parameters } = await figure.seek(check.epoch);
      const metrics = await figure.get('metrics');
      const [found, expected] = printed(id, check, { predictions, parameters, metrics });
      expect(found, `at epoch ${check.epoch}`).toEqual(expected);
    }
  });
}
