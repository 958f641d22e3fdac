import { test as base } from '@playwright/test';
import { serve } from './serve.mjs';

export { expect } from '@playwright/test';

/**
 * `open(page, query)` shows the bare page and gives how opening the store went; every page error
 * and unhandled rejection fails the test.
 */
export const test = base.extend({
  site: [
    async ({}, use) => {
      const site = await serve();
      await use(site.origin);
      site.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ site }, use) => {
    /** @type {string[]} */
    const errors = [];
    /** @param {import('@playwright/test').Page} page @param {string} [query] */
    const open = async (page, query = '') => {
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(`${site}/tests/store/index.html${query}`);
      await page.locator('html[data-ready]').waitFor();
      return page.evaluate(() => harness.start());
    };
    await use(open);
    base.expect(errors, 'page errors').toEqual([]);
  },
});

/**
 * Numbers from a seed (mulberry32).
 *
 * @param {number} seed
 * @returns {(end: number) => number} a whole number below `end`
 */
export function random(seed) {
  let state = seed * 0x9e37 + 1;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} key
 * @param {string} value
 */
export const submit = (page, key, value) =>
  page.evaluate(([key, value]) => harness.submit(key, value), [key, value]);

/** @param {import('@playwright/test').Page} page */
export const rows = (page) => page.evaluate(() => harness.rows());
