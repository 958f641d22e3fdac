// @ts-check
import { spawn } from 'node:child_process';
import { PAGES, expect, open, test } from './support.mjs';

const PORT = 4391;

/** A server of its own, so that it can be stopped. */
async function serve() {
  const child = spawn(String(process.env.HAMYAR_XTASK), ['serve', '--no-build', '--port', String(PORT)], { stdio: 'pipe' });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => { if (String(text).includes(String(PORT))) resolve(undefined); });
    child.on('exit', () => reject(new Error('the server stopped')));
  });
  return child;
}

test.use({ baseURL: `http://127.0.0.1:${PORT}` });

test('after the overview alone, every page works with the server stopped', async ({ page }) => {
  test.setTimeout(120_000);
  const server = await serve();
  try {
    await open(page, 'index');
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 20_000 }).toBe(1);
  } finally {
    const stopped = new Promise((resolve) => server.on('exit', resolve));
    server.kill();
    await stopped;
  }
  for (const name of PAGES) {
    await open(page, name);
    await expect(page.locator('html')).not.toHaveAttribute('data-failed', 'true');
    for (const state of await page.locator('figure[data-view]').evaluateAll((all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.state))) {
      expect(state, name).toBe('ready');
    }
  }
});
