// @ts-check
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { EMBEDDED, PAGES, expect, open, test } from './support.mjs';

/** A port that nobody serves on: other runs may be on this machine. */
const PORT = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
    probe.close(() => resolve(port));
  });
});

/** A server of its own, so that it can be stopped. */
async function serve() {
  const child = spawn(String(process.env.HAMYAR_XTASK), ['serve', '--no-build', '--port', String(PORT)], { stdio: 'pipe' });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => { if (String(text).includes(String(PORT))) resolve(undefined); });
    child.on('exit', () => reject(new Error('the server stopped')));
  });
  return child;
}

test.use({ baseURL: `http://127.0.0.1:${PORT}`, serviceWorkers: 'allow' });

test('row 20: after the overview alone, every page and the frame work with the server stopped, in both languages', async ({ page }) => {
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
  for (const lang of /** @type {const} */ (['fa', 'en'])) {
    for (const name of PAGES) {
      await open(page, name, { lang });
      await isWhole(page, name);
    }
    for (const view of EMBEDDED) {
      await open(page, 'embed', { lang, query: `&view=${view}` });
      await isWhole(page, view);
      await expect(page.locator(`figure[data-view="${view}"]`)).toBeVisible();
    }
  }
});

/** @param {import('@playwright/test').Page} page @param {string} name */
async function isWhole(page, name) {
  await expect(page.locator('html')).not.toHaveAttribute('data-failed', /.*/);
  await expect(page.locator('[data-missing]'), name).toHaveCount(0);
  const states = await page.locator('figure[data-view]').evaluateAll((all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.state));
  for (const state of states) expect(state, name).toBe('ready');
  // Only the desk build can rank; a reader's page fetches it when the ranking comes near.
  const ranking = page.locator('[data-ranking]');
  if (await ranking.count() === 0) return;
  await ranking.scrollIntoViewIfNeeded();
  await expect(ranking).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
}
