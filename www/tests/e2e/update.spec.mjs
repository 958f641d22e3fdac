// @ts-check
// A new version is announced and waits for the person.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSite } from '../host/serve.mjs';
import { SITE, rebuilt } from '../host/unruly.mjs';
import { expect, open, test } from './support.mjs';

test.use({ serviceWorkers: 'allow' });

test('an update waits for the person, and the text that was typed outlives it', async ({ browser }) => {
  test.setTimeout(90_000);
  const folder = await mkdtemp(join(tmpdir(), 'hamyar-site-'));
  let root = SITE;
  const site = await serveSite(() => root);
  try {
    const { old, next } = await rebuilt(folder);
    const context = await browser.newContext({ baseURL: site.origin });
    const page = await context.newPage();
    const build = () => page.locator('html').getAttribute('data-build');
    await open(page, 'desk', { lang: 'en' });
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    await expect(page.locator('[data-notice="update"]'), 'the first version is no update').toHaveCount(0);

    root = folder;
    await page.fill('#field-value', '612');
    await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update(); });
    const bar = page.locator('[data-notice="update"]');
    await expect(bar).toBeVisible({ timeout: 20_000 });
    await expect(bar).toHaveAttribute('role', 'status');
    expect(await page.inputValue('#field-value')).toBe('612');
    for (const name of ['index', 'desk']) {
      await open(page, name, { lang: 'en' });
      expect(await build(), 'the old version stays, whole').toBe(old);
      expect(await page.evaluate(async () => (await (await fetch('sw.js')).text()).includes('hamyar-${BUILD}'))).toBe(true);
      await expect(bar).toBeVisible();
    }
    await expect.poll(() => page.inputValue('#field-value')).toMatch(/612|۶۱۲/);

    await page.fill('#field-value', '613');
    await bar.locator('button').click();
    await expect(page.locator('html')).toHaveAttribute('data-build', next, { timeout: 20_000 });
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
    await expect.poll(() => page.inputValue('#field-value')).toMatch(/613|۶۱۳/);
    await expect(bar).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([`hamyar-${next}/`]);
    await context.close();
  } finally {
    site.close();
    await rm(folder, { recursive: true, force: true });
  }
});
