// @ts-check
/** A server of the bench's own: the product's has a policy that the peer was not written for. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * Serves folders on a free port of this machine, for this machine.
 * @param {[prefix: string, folder: string][]} folders the first whose prefix fits is taken
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(folders) {
  const server = createServer(async (request, response) => {
    // `URL` takes `..` out of a path, so that no request leaves its folder.
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const [prefix, folder] = folders.find(([start]) => asked.startsWith(start)) ?? ['/', ''];
    const file = path.join(folder, asked.slice(prefix.length));
    if (!folder || !file.startsWith(folder + path.sep)) {
      response.writeHead(404).end();
      return;
    }
    try {
      const body = await readFile(file);
      response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
