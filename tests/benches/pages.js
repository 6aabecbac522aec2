/**
 * Pages for the benchmarks.
 *
 * @import { Browser, Page } from 'playwright-core'
 */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** @type {Promise<string> | undefined} */
let bundle;

/** The two libraries as one script: neither is a module that a browser could load. */
async function peers() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('peers.js', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'peers',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** @param {string} path  from the root of the repository */
export function address(path) {
  return new URL(path, process.env.BASE_URL).href;
}

/** The page of page.js, with the libraries, in a context of its own: so nothing is cached. @param {Browser} browser */
export async function open(browser) {
  const page = await browser.newPage();
  await page.goto(address('tests/benches/'));
  await page.addScriptTag({ content: await (bundle ??= peers()) });
  return page;
}

/** Calls a function of page.js. @param {Page} page @param {string} name @param {unknown[]} values @returns {Promise<any>} */
export function call(page, name, ...values) {
  return page.evaluate(
    ([name, values]) => /** @type {any} */ (globalThis).bench[name](...values),
    /** @type {const} */ ([name, values]),
  );
}
