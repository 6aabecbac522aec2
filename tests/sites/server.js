/** A server of one folder, with what a test wants to be odd about it. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/**
 * @param {string} folder
 * @param {object} [odd]
 * @param {Record<string, string>} [odd.headers]  of every answer
 * @param {Record<string, string>} [odd.types]  by extension
 * @param {Record<string, string | null>} [odd.files]  what stands at a path instead of the folder's file; null for nothing
 * @param {Record<string, string>} [odd.pages]  what stands at a path for now
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serve(folder, { headers = {}, types = {}, files = {}, pages = {} } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const head = { ...headers, 'Content-Type': { ...TYPES, ...types }[extname(path)] ?? 'application/octet-stream' };
    if (path in pages) {
      // Another may stand there the next time.
      response.writeHead(200, { ...head, 'Cache-Control': 'no-cache' }).end(pages[path]);
      return;
    }
    if (path in files) {
      response.writeHead(files[path] === null ? 404 : 200, head).end(files[path]);
      return;
    }
    const file = join(folder, decodeURIComponent(path));
    const found = file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (found) createReadStream(file).pipe(response.writeHead(200, head));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
