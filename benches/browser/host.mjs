// @ts-check
/** A server as a good host has it: compressed by brotli or gzip, as it was asked, by type, and what is named by its bytes kept for a year. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm', '.woff2': 'font/woff2',
};
/** Compressed already. */
const PACKED = ['.woff2'];

/** The headers that the settings of a published site add to every answer, as nginx reads them. @param {string} site @returns {Promise<Record<string, string>>} */
export async function shippedHeaders(site) {
  const settings = await readFile(path.join(site, 'nginx.conf'), 'utf8');
  const found = [...settings.matchAll(/^add_header (\S+) (?:"([^"]*)"|(\S+))(?: always)?;$/gm)].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']);
  if (!found.some(([name]) => name === 'Content-Security-Policy')) throw new Error(`no policy in ${site}/nginx.conf`);
  // A value that nginx works out for each file is worked out by this host too.
  return Object.fromEntries(found.filter(([, value = '']) => !value.startsWith('$')));
}

/** @typedef {{ body: Buffer, coding?: string, type: string }} Answer */

/** @param {string} file @param {string} accepted @returns {Promise<Answer>} */
async function read(file, accepted) {
  const [body, ending] = [await readFile(file), path.extname(file)];
  const type = TYPES[ending] ?? 'application/octet-stream';
  if (PACKED.includes(ending)) return { body, type };
  if (/\bbr\b/.test(accepted)) return { body: brotliCompressSync(body), coding: 'br', type };
  if (/\bgzip\b/.test(accepted)) return { body: gzipSync(body, { level: 9 }), coding: 'gzip', type };
  return { body, type };
}

/**
 * Serves folders on a free port of this machine, for this machine. Each file is compressed once.
 * @param {{ prefix: string, folder: string, headers?: Record<string, string> }[]} folders the first whose prefix fits is taken
 * @returns {Promise<{ address: string, asked: string[], close: () => void }>} `asked` grows by the path of each request
 */
export async function host(folders) {
  /** @type {Map<string, Promise<Answer>>} */
  const known = new Map();
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    // `URL` takes `..` out of a path, so that no request leaves its folder.
    const at = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    asked.push(at);
    const place = folders.find(({ prefix }) => at.startsWith(prefix));
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const key = `${accepted} ${at}`;
    try {
      if (!place) throw new Error('not served');
      const file = path.join(place.folder, at.slice(place.prefix.length) || 'index.html');
      const reading = known.get(key) ?? read(file, accepted);
      known.set(key, reading);
      const { body, coding, type } = await reading;
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Length': body.length,
        'Cache-Control': /\.[0-9a-f]{12}[./]/.test(at) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(coding ? { 'Content-Encoding': coding } : {}),
        ...place.headers,
      }).end(body);
    } catch {
      known.delete(key);
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}`, asked, close: () => { server.closeAllConnections(); server.close(); } };
}
