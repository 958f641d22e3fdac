// @ts-check
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';

/** Every page of the product that a person can open. */
export const PAGES = ['index', 's0', 's1', 's2', 's3', 's4', 'explore', 'about', 'help', 'desk'];

/**
 * A page that fails its test when it breaks the policy, throws, or asks another origin.
 */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    /** @type {string[]} */
    const faults = [];
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
      });
    });
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      const address = new URL(request.url());
      if (['http:', 'https:'].includes(address.protocol) && address.origin !== new URL(String(baseURL)).origin) {
        faults.push(`outside request: ${request.url()}`);
      }
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };

/**
 * Opens a page and waits until everything on it is drawn.
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @param {{lang?: 'fa'|'en', theme?: 'light'|'dark', query?: string}} [options]
 */
export async function open(page, name, { lang = 'fa', theme = 'light', query = '' } = {}) {
  await page.goto(`/${name}.html?lang=${lang}&theme=${theme}${query}`);
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
}

/**
 * Fails on any finding of axe at the levels we promise.
 * @param {import('@playwright/test').Page} page
 */
export async function checkAccessibility(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
}
