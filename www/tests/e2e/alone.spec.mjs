// @ts-check
// A chart or a story as one file: from a disk, without a network, whole and within its size.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as base } from '@playwright/test';
import { publish } from '../host/published.mjs';
import { checkAccessibility, comeNear, expect } from './support.mjs';

const STORIES = fileURLToPath(new URL('../../../target/site/alone/', import.meta.url));
/** A picture of the reader, one that it lacks, a made-up set, and a map of tiles. */
const NAMES = ['s4-paid-planned', 's2-deadline-board', 'example-monthly-line', 'overview-rural-map'];
/** 0.8 MB. */
const MOST = 800_000;

/** A page of a browser without a network: it tells what it asks for, what its policy forbids, and what fails. */
const test = base.extend({
  page: async ({ browser }, use) => {
    const context = await browser.newContext({ offline: true, serviceWorkers: 'block' });
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) faults.push(message.text()); });
    page.on('pageerror', (error) => faults.push(String(error)));
    const asked = new Set();
    page.on('request', (request) => { if (!/^(data|blob):/.test(request.url())) asked.add(request.url().split(/[?#]/)[0]); });
    await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
    await use(page);
    expect(faults).toEqual([]);
    expect([...asked].filter((url) => !url.startsWith('file:') || !url.endsWith('.html')), 'nothing but the file').toEqual([]);
    await context.close();
  },
});

const files = publish(NAMES, { isPlain: true, more: ['--alone'] });
test.afterAll(async () => (await files).close());

test('each chart and each story is within its size', async () => {
  const { site } = await files;
  const charts = readdirSync(site).filter((name) => /\.alone(\.en)?\.html$/.test(name)).map((name) => path.join(site, name));
  const stories = readdirSync(STORIES).map((name) => path.join(STORIES, name));
  expect([charts.length, stories.length]).toEqual([NAMES.length * 2, 5]);
  for (const file of [...charts, ...stories]) expect(readFileSync(file).length, file).toBeLessThan(MOST);
});

for (const lang of /** @type {const} */ (['fa', 'en'])) {
  test(`charts from a disk come alive, with table, source, narrowing and files (${lang})`, async ({ page }) => {
    test.setTimeout(120_000);
    const { site } = await files;
    for (const name of NAMES) {
      await page.goto(pathToFileURL(path.join(site, `${name}.alone${lang === 'en' ? '.en' : ''}.html`)).href);
      const figure = page.locator('figure.figure:has(canvas)');
      await expect(figure).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
      await expect(figure).toHaveAttribute('lang', lang);
      await expect(figure.locator('.figure-notes')).not.toContainText(/به شکل میله|drawn as bars/);
      expect(await page.evaluate(() => document.fonts.check('16px Vazirmatn', 'آ0'))).toBe(true);
      await figure.locator('[data-action="table"]').click();
      await figure.locator('tbody [data-action="source"]').first().click();
      await expect(page.getByRole('dialog').locator('.source-card-value').first()).not.toBeEmpty();
      await page.keyboard.press('Escape');
      await figure.locator('[data-action="download"]').click();
      const [saved] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: /SVG/ }).click()]);
      expect(readFileSync(await saved.path(), 'utf8'), 'the drawing has its font').toContain('@font-face');
    }
    await checkAccessibility(page);
  });
}

test('stories from a disk are whole: every figure, sentence and source, in both languages', async ({ page }) => {
  test.setTimeout(240_000);
  for (const story of ['s0', 's1', 's2', 's3', 's4']) {
    await page.goto(pathToFileURL(`${STORIES}${story}.html`).href);
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 30_000 });
    for (const lang of ['en', 'fa']) {
      await page.locator(`[data-set-lang="${lang}"]`).click();
      await expect(page.locator('html')).not.toHaveAttribute('data-failed', /.*/);
      await expect(page.locator('[data-missing]'), story).toHaveCount(0);
      await comeNear(page);
      const states = await page.locator('figure[data-view]').evaluateAll((all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.state));
      expect(new Set(states), story).toEqual(new Set(['ready']));
    }
    expect(await page.locator('a[href]:visible').evaluateAll((all) => all.map((one) => one.getAttribute('href')).filter((address) => !/^([#?]|https:)/.test(address ?? ''))), 'no link leads nowhere').toEqual([]);
    const fact = page.locator('.fact:visible').first();
    if (await fact.count() === 0) continue;
    await fact.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.goto(pathToFileURL(`${STORIES}s3.html`).href);
  await page.locator('[data-ranking]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-ranking]')).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
});

test('choices stand in the address of a file too, and back follows them', async ({ page }) => {
  await page.goto(pathToFileURL(`${STORIES}s4.html`).href);
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 30_000 });
  const figure = page.locator('figure[data-view="s4-paid-planned"]');
  await figure.locator('[data-action="table"]').click();
  await expect.poll(() => page.url()).toContain('c.s4-paid-planned=1.t');
  await page.goBack();
  await expect(figure.locator('[data-part="table"]')).toBeHidden();
});

base('a file that was cut says so', async ({ page }) => {
  const whole = readFileSync(`${STORIES}s4.html`, 'utf8');
  // The first letters of the core are others: as where a copy was cut and mended.
  await page.route('**/cut.html', (route) => route.fulfill({ contentType: 'text/html', body: whole.replace(/(data-file="pkg\/hamyar_bg\.wasm">).{40}/, '$1') }));
  await page.goto('/cut.html');
  await expect(page.locator('html')).toHaveAttribute('data-failed', 'true', { timeout: 30_000 });
  await expect(page.locator('#alert')).toContainText('ناقص رونوشت شده');
});
