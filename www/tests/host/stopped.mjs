// @ts-check
/** A server of its own, so that it can be stopped, and pages that go on without it. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { expect, open } from '../e2e/support.mjs';

/** A port that nobody serves on: other runs may be on this machine. */
const PORT = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
    probe.close(() => resolve(port));
  });
});

/** Where the site is served until it is stopped. */
export const ORIGIN = `http://127.0.0.1:${PORT}`;

async function serve() {
  const child = spawn(String(process.env.HAMYAR_XTASK), ['serve', '--no-build', '--port', String(PORT)], { stdio: 'pipe' });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => { if (String(text).includes(String(PORT))) resolve(undefined); });
    child.on('exit', () => reject(new Error('the server stopped')));
  });
  return child;
}

/**
 * Opens the overview in each page, waits until the whole set is kept, and stops the server.
 * @param {...import('@playwright/test').Page} pages each of a context that allows service workers
 */
export async function visitOnce(...pages) {
  const server = await serve();
  try {
    for (const page of pages) {
      await open(page, 'index');
      await page.evaluate(async () => { await navigator.serviceWorker.ready; });
      await expect.poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 20_000 }).toBe(1);
    }
  } finally {
    const stopped = new Promise((resolve) => server.on('exit', resolve));
    server.kill();
    await stopped;
  }
  await expect(fetch(ORIGIN), 'nobody serves any more').rejects.toThrow();
}
