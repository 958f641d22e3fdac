// @ts-check
/** Small servers of the tests: a site whose folder can be exchanged, and a page of somebody else. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

/** @type {Record<string, string>} */
export const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/**
 * Listens on a free port until it is closed; what the answer throws is a 404.
 * @param {(path: string) => Promise<{body: Buffer | string, headers?: Record<string, string>}>} answer
 */
export async function listen(answer) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    try {
      const { body, headers } = await answer(path.endsWith('/') ? `${path}index.html` : path);
      response.writeHead(200, { 'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream', 'cache-control': 'no-cache', ...headers });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Serves whatever folder `root` names at the moment. @param {() => string} root @param {Record<string, string>} [headers] */
export const serveSite = (root, headers) => listen(async (path) => ({ body: await readFile(join(root(), path)), headers }));

/**
 * Serves one page of a foreign site under the strict policy of FAULTS E1, which lets the product's
 * origin in where an element from there needs it: its scripts, its font, its data.
 *
 * @param {string} product origin of the product
 * @param {string} body markup of the page
 */
export const serveForeign = (product, body) => listen(async (path) => {
  if (path !== '/index.html') throw new Error('not served');
  const policy = `default-src 'none'; script-src 'self' ${product} 'wasm-unsafe-eval'; style-src 'self'; font-src 'self' ${product}; img-src 'self' data:; `
    + `connect-src 'self' ${product}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return {
    body: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`
      + `<link rel="icon" href="data:,"><title>میزبان</title><script type="module" src="${product}/js/element.js"></script></head><body>${body}</body></html>`,
    headers: { 'content-security-policy': policy },
  };
});
