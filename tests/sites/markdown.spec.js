// The plain snippet as published, in a post: through the converters that blogs use.
import { execFileSync } from 'node:child_process';
import { autop } from '@wordpress/autop';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { dist, document, intact, playsByItself, post, read, test } from './dist.js';

/** From input to output. @param {string} program @param {...string} args */
const through =
  (program, ...args) =>
  (/** @type {string} */ input) =>
    execFileSync(program, args, { input, encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } });

const pandoc = process.env.PANDOC ?? 'pandoc';
const kramdown = ['-E', 'UTF-8', '-r', 'kramdown', '-e', 'puts Kramdown::Document.new(STDIN.read).to_html'];
// MkDocs' own three extensions.
const extensions = ['toc', 'tables', 'fenced_code'].flatMap((extension) => ['-x', extension]);

/** @type {Record<string, (markdown: string) => string | Promise<string>>} */
const CONVERTERS = {
  pandoc: through(pandoc, '--from=markdown'),
  'pandoc, of CommonMark': through(pandoc, '--from=commonmark'),
  'Python-Markdown, as MkDocs runs it': through(process.env.MARKDOWN_PY ?? 'markdown_py', ...extensions),
  'kramdown, as Jekyll runs it': through('ruby', ...kramdown),
  marked: (markdown) => marked.parse(markdown),
  'markdown-it': (markdown) => new MarkdownIt({ html: true }).render(markdown),
};

/** A WordPress post: HTML whose paragraphs are told by blank lines. @param {string} figure */
const wordpress = (figure) => `A paragraph <em>before</em>.

<ul><li>a list</li><li>of two</li></ul>

${figure}

A paragraph <em>after</em>.

<pre>params = init_random_parameters(2, 0.1)</pre>

<ol><li>one</li><li>two</li></ol>
`;

/**
 * The figure plays in a page with this body, and nothing else is changed.
 * @param {string} body
 * @param {import('@playwright/test').Page} page
 * @param {typeof import('./server.js').serve} host
 */
async function stands(body, page, host) {
  const { url } = await host(dist, { pages: { '/post.html': document(body) } });
  await page.goto(`${url}post.html`);
  await playsByItself(page.locator('neural-figure'));
  await intact(page);
}

for (const [name, convert] of Object.entries(CONVERTERS))
  test(name, async ({ page, host }) => stands(await convert(post(read('snippets/html.html').trim())), page, host));

test("WordPress' paragraphs", async ({ page, host }) =>
  stands(autop(wordpress(read('snippets/html.html').trim())), page, host));
