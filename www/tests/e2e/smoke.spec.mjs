// @ts-check
import { expect, test } from '@playwright/test';
import { checkAccessibility } from './support.mjs';

// The whole page as it is served, its worker with it.
test.use({ serviceWorkers: 'allow' });

/** @typedef {{ directive: string, blocked: string }} Violation */

/**
 * Collects every policy violation of a page from its first script on.
 *
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Violation[]>} a list that grows as they happen
 */
async function collectViolations(page) {
  /** @type {Violation[]} */
  const violations = [];
  await page.exposeFunction('reportViolation', (/** @type {Violation} */ it) => violations.push(it));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = /** @type {any} */ (window).reportViolation;
      report({ directive: event.effectiveDirective, blocked: event.blockedURI });
    });
  });
  return violations;
}

test('the first page carries the policy in header and meta, and keeps it', async ({ page }) => {
  const violations = await collectViolations(page);
  const response = await page.goto('/', { waitUntil: 'networkidle' });
  expect(response?.status()).toBe(200);
  const header = response?.headers()['content-security-policy'];
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(header).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
  expect(header).toContain("require-trusted-types-for 'script'; trusted-types hamyar");
  expect((await meta.getAttribute('content'))?.replace(/\s+/g, ' ').trim()).toBe(header);
  expect(violations).toEqual([]);
});

test('a picture from another server is refused, and the refusal is seen', async ({ page }) => {
  const violations = await collectViolations(page);
  await page.goto('/');
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'http://127.0.0.1:9/outside.png';
    document.body.append(image);
  });
  // Header and meta are two policies, and each reports.
  await expect.poll(() => new Set(violations.map((it) => it.directive))).toEqual(new Set(['img-src']));
});

test('every reply says its type and refuses to be guessed', async ({ request }) => {
  for (const [path, type] of [
    ['pkg/hamyar.js', 'text/javascript'],
    ['pkg/hamyar_bg.wasm', 'application/wasm'],
    ['fonts/vazirmatn-arabic-wght-normal.woff2', 'font/woff2'],
  ]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    expect(response.headers()['content-type'], path).toContain(type);
    expect(response.headers()['x-content-type-options'], path).toBe('nosniff');
  }
  expect((await request.get('no-such-file')).status()).toBe(404);
});

test('axe finds what it should: a button without a name, a text too pale to read', async ({ page }) => {
  await page.goto('/about.html?lang=en');
  await page.evaluate(() => {
    const [button, pale] = [document.createElement('button'), document.createElement('p')];
    pale.textContent = 'pale';
    pale.style.color = '#bbb';
    document.querySelector('main')?.append(button, pale);
  });
  await expect(checkAccessibility(page)).rejects.toThrow(/button-name[\s\S]*color-contrast/);
});
