// The plain snippet as published, in a post of Markdown: through the converters that blogs use. It closes where it should,
// the rest of the post is there, and the figure trains by itself.
import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { dist, document, read, test, trains } from './dist.js';

/** @param {string} command @param {string[]} args @param {string} input */
const run = (command, args, input) =>
  execFileSync(command, args, { input, encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } });

const KRAMDOWN = 'puts Kramdown::Document.new(STDIN.read).to_html';

/** @type {Record<string, (markdown: string) => string | Promise<string>>} */
const CONVERTERS = {
  pandoc: (markdown) => run(process.env.PANDOC ?? 'pandoc', ['--from', 'markdown', '--to', 'html'], markdown),
  // What MkDocs runs.
  'Python-Markdown': (markdown) => run(process.env.MARKDOWN_PY ?? 'markdown_py', [], markdown),
  // What Jekyll runs.
  kramdown: (markdown) => run('ruby', ['-E', 'UTF-8', '-r', 'kramdown', '-e', KRAMDOWN], markdown),
  marked: (markdown) => marked.parse(markdown),
  'markdown-it': (markdown) => new MarkdownIt({ html: true }).render(markdown),
  // WordPress' wpautop, as its documentation has it: what stands between blank lines is a paragraph, a line's end in it a
  // break. The element is none of the blocks that it knows.
  wpautop: (text) =>
    text
      .trim()
      .split(/\n\s*\n/)
      .map((part) => `<p>${part.trim().replaceAll(/\s*\n/g, '<br />\n')}</p>`)
      .join('\n'),
};

for (const [name, convert] of Object.entries(CONVERTERS)) {
  test(`${name}: the snippet closes, and the post goes on`, async ({ page, host }) => {
    const html = await convert(
      `The paragraph before.\n\n${read('snippets/html.html').trim()}\n\nThe paragraph after.\n`,
    );
    const { url } = await host(dist, { pages: { '/post.html': document(html) } });
    await page.goto(`${url}post.html`);
    await trains(page.locator('neural-figure'));
    expect(await page.locator('neural-figure').evaluate((figure) => figure.textContent?.trim())).toBe(
      'A neural network that learns the XOR gate.',
    );
    for (const words of ['The paragraph before.', 'The paragraph after.']) {
      await expect(page.locator('body p', { hasText: words })).toBeVisible();
    }
    await expect(page.locator('neural-figure', { hasText: 'after' })).toHaveCount(0);
    // Nothing of the fallback stands below the running figure.
    expect(
      await page.locator('neural-figure').evaluate((figure) => figure.shadowRoot?.querySelector('slot')?.hidden),
    ).toBe(true);
  });
}
