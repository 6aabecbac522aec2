/** Every program prints its digits through the Trainer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../www/wasm.js';
import { nest } from '../../www/figure/snapshot/parameters.js';
import { PROGRAMS, printed } from './programs.js';

assert.equal(PROGRAMS.length, 10);

for (const { id, from, attributes, checks } of PROGRAMS) {
  test(`${id}, ${from}`, async () => {
    const { Trainer } = await load();
    const options = Object.entries(attributes).map(([name, value]) => [
      name.replace(/-./g, (part) => part[1].toUpperCase()),
      value,
    ]);
    const trainer = new Trainer(Object.fromEntries(options));
    assert.ok(checks.length > 0);
    for (const check of checks) {
      while (trainer.epoch !== check.epoch) trainer.seek(check.epoch);
      const state = {
        predictions: Array.from(trainer.predictions()),
        metrics: trainer.metrics(),
        parameters: nest(trainer.parameters(), /** @type {any} */ (trainer.config).layers),
      };
      const [found, expected] = printed(id, check, state);
      assert.deepEqual(found, expected, `at epoch ${check.epoch}`);
    }
    trainer.free();
  });
}
