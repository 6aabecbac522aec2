/** The words of both languages, as a reader sees them. */
import { readFileSync } from 'node:fs';

/**
 * The words that a reader sees. The test runner takes a file outside its folder for CommonJS: hence the detour.
 * @param {string} file  of www/
 */
function wordsOf(file) {
  const source = readFileSync(new URL(`../../www/${file}`, import.meta.url), 'utf8');
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}

/** @typedef {import('../../www/types.js').FullWords} Words */

/** All words of a language. @param {string} lang @returns {Promise<Words>} */
async function language(lang) {
  const parts = await Promise.all(
    [`${lang}.js`, `${lang}-on-demand.js`].map((file) => wordsOf(`figure/locales/${file}`)),
  );
  return Object.assign({}, ...parts.map((part) => part.default));
}

export const en = await language('en');
export const ko = await language('ko');
/** Of what makes programs, pictures and files. */
export const onDemand = /** @type {typeof import('../../www/export/words.js')} */ (await wordsOf('export/words.js'));
