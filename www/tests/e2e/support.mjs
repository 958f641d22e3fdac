// @ts-check
import { readFileSync } from 'node:fs';
import { expect, test as base } from '@playwright/test';
import axe from 'axe-core';

/** Every page of the product that a person can open. */
export const PAGES = ['index', 's0', 's1', 's2', 's3', 's4', 'explore', 'about', 'help', 'desk', 'gallery', 'builder', 'security'];

/** Views that the frame is tested with: each mark once, and the example set. */
export const EMBEDDED = ['s2-rural-rank', 's4-paid-planned', 'overview-rural-map', 's2-unemployment-dots', 'example-monthly-line', 's2-deadline-board'];

/**
 * Collects what no page may do: break the policy, throw, or ask an origin it should not know.
 * @param {import('@playwright/test').Page} page
 * @param {string[]} origins those it may ask
 * @returns {Promise<string[]>} a list that grows as it happens
 */
export async function watch(page, origins) {
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
    if (['http:', 'https:'].includes(address.protocol) && !origins.includes(address.origin)) faults.push(`outside request: ${request.url()}`);
  });
  return faults;
}

/** A page that fails its test when it does any of that. */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const faults = await watch(page, [new URL(String(baseURL)).origin]);
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
  // The page is asked at every frame; `expect` would sleep between its questions.
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 20_000 });
}

/**
 * Goes to each figure that waits for the core of pictures until somebody comes near, and back to the top.
 * @param {import('@playwright/test').Page} page
 */
export async function comeNear(page) {
  const waiting = await page.locator('figure[data-view][data-state="loading"]').evaluateAll((all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.view));
  for (const view of waiting) {
    const figure = page.locator(`figure[data-view="${view}"]`);
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  }
  if (waiting.length > 0) await page.evaluate(() => scrollTo(0, 0));
}

/** The levels we promise, and what axe calls good practice. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails on any finding of axe.
 * @param {import('@playwright/test').Page} page one without frames: axe is put into the page alone
 * @param {string} [part] only this part of it, where the rest was looked at before
 */
export async function checkAccessibility(page, part) {
  // Its half megabyte goes into each page once, not before each look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async ([selector, tags]) => {
    // Finding a selector for each element of a page is a fifth of the work; what is found is named by its markup.
    const { violations } = await /** @type {any} */ (window).axe.run(selector ?? document, { runOnly: tags, resultTypes: ['violations'], selectors: false });
    return violations.map((/** @type {import('axe-core').Result} */ { id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
  }, /** @type {const} */ ([part, AXE_TAGS]));
  expect(found).toEqual([]);
}

/**
 * How much wider than the window a page is.
 * @param {import('@playwright/test').Page} page
 */
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Waits until a page needs no scrolling sideways: charts are laid out anew a moment after the window changes.
 * @param {import('@playwright/test').Page} page
 * @param {string} [where]
 */
export const expectToFit = (page, where) => expect.poll(() => sideways(page), `sideways scroll ${where ?? ''}`).toBeLessThanOrEqual(0);

/** Text with digits of one set and without marks of direction. @param {string | null} text */
export const latin = (text) => (text ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '')
  .replace(/[۰-۹٠-٩]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩'.indexOf(digit) % 10));

/**
 * Presses what may lie behind a dialog: the page's own switches.
 * @param {import('@playwright/test').Page} page
 * @param {string} selector
 */
export const press = (page, selector) => page.evaluate((found) => /** @type {HTMLElement} */ (document.querySelector(found)).click(), selector);

/**
 * What an entry of the download menu of a figure gives.
 * @param {import('@playwright/test').Page} page @param {import('@playwright/test').Locator} figure @param {string} label
 */
export async function fileOf(page, figure, label) {
  const menu = figure.locator('summary[data-action="download"]');
  await menu.click();
  const [download] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: label }).click()]);
  await menu.click();
  return { name: download.suggestedFilename(), bytes: readFileSync(String(await download.path())) };
}
