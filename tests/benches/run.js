/**
 * `cargo xtask bench` runs this: it opens Chromium and the other programs, measures, and prints one table.
 *
 * Whatever is compared is timed in the same rounds: each contender once a round, in shuffled order, for the same short
 * time, so that a machine that is busy is busy for all. A ratio is taken within a round, and the table has the median.
 *
 * In the environment: BASE_URL serves the repository, CHROMIUM is the browser, PYTHON a Python with NumPy, BY_HAND the
 * compiled by_hand.c. The arguments name the parts to run; none is all.
 *
 * @import { Browser } from 'playwright-core'
 * @import { Row } from './table.js'
 */
import { chromium } from 'playwright-core';
import { CHROMIUM } from '../browsers.js';
import { accuracy, boundary, cold } from './core.js';
import { first, frames, rest } from './frames.js';
import { epochs, network, programs } from './speed.js';
import { print } from './table.js';

/** @type {Record<string, (browser: Browser) => Promise<Row[]>>} */
const PARTS = { epochs, network, programs, boundary, cold, accuracy, first, frames, rest };

const browser = await chromium.launch(CHROMIUM);
try {
  const chosen = process.argv.slice(2);
  /** @type {Row[]} */
  const rows = [];
  for (const name of chosen.length ? chosen : Object.keys(PARTS)) {
    if (!(name in PARTS)) throw new Error(`expected a part (${Object.keys(PARTS).join(' ')}), got ${name}`);
    console.log(`measuring ${name}`);
    rows.push(...(await PARTS[name](browser)));
  }
  print(rows);
} finally {
  await browser.close();
}
