// @ts-check
import { test as plain } from '@playwright/test';
import { serveForeign } from '../host/serve.mjs';
import { expect, expectToFit, test, watch } from './support.mjs';

test.use({ serviceWorkers: 'allow' });

test('the element draws on a foreign page with a policy of its own', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  await expect(chart.locator('figure[data-state="ready"]')).toBeVisible({ timeout: 20_000 });
  await expect(chart.locator('[data-part="title"]')).toContainText('برنامه');
  await chart.locator('canvas[tabindex]').focus();
  await expect(chart.locator('[role="tooltip"]')).toContainText('۵۸۰');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectToFit(page);
});

test('the element shows what was known on a day', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  const shown = chart.locator('figure[data-view="custom"]');
  const ask = (/** @type {string} */ asKnown) => chart.evaluate((element, day) => {
    element.setAttribute('view', JSON.stringify({ query: { pairs: ['K06'], asKnown: day }, mark: 'planned_actual' }));
  }, asKnown);
  await ask('1401-02-18');
  await expect(shown).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  await expect(shown.locator('[data-part="description"]')).toContainText('۵۸۰');
  // The day before, the release was not out.
  await ask('1401-02-17');
  await expect(shown).toHaveAttribute('data-state', 'empty', { timeout: 20_000 });
  await expect(shown).not.toContainText('۵۸۰');
});

test('on a site of another origin it is drawn in its own font, under that site’s policy', async ({ context, baseURL }) => {
  const product = new URL(String(baseURL)).origin;
  const host = await serveForeign(product, '<h1>میزبان</h1><hamyar-chart view="s4-paid-planned" lang="fa"></hamyar-chart><hamyar-chart view="s2-rural-share" lang="en"></hamyar-chart>');
  try {
    const page = await context.newPage();
    const faults = await watch(page, [product, host.origin]);
    await page.addInitScript(() => {
      const told = /** @type {any} */ (window).told = /** @type {[string, unknown][]} */ ([]);
      for (const kind of ['hamyar-ready', 'hamyar-select', 'hamyar-error']) {
        document.addEventListener(kind, (event) => told.push([kind, /** @type {CustomEvent} */ (event).detail?.evidence ?? null]));
      }
    });
    await page.goto(host.origin);
    await expect(page.locator('figure[data-state="ready"]')).toHaveCount(2, { timeout: 20_000 });
    // No chart waits for them.
    await page.evaluate(() => document.fonts.ready);
    const fonts = await page.evaluate(() => [...document.fonts].map(({ family, status, unicodeRange }) => ({ family, status, hasPersian: unicodeRange.includes('U+600-6FF') })));
    expect(fonts, 'once in a document, both subsets, loaded').toEqual([
      { family: 'Vazirmatn', status: 'loaded', hasPersian: true }, { family: 'Vazirmatn', status: 'loaded', hasPersian: false }]);
    // The page reads from the right and spaces its letters; an English chart does neither.
    const english = page.locator('hamyar-chart').last().locator('figure');
    await page.evaluate(() => { document.documentElement.style.letterSpacing = '3px'; });
    expect(await english.evaluate((figure) => [getComputedStyle(figure).direction, getComputedStyle(figure).letterSpacing])).toEqual(['ltr', 'normal']);
    // In the fallback font the same words are of another width.
    const widths = await page.locator('hamyar-chart').first().locator('[data-part="title"]').evaluate((title) => {
      const own = getComputedStyle(title);
      const context2d = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
      return [own.fontFamily, 'Tahoma, sans-serif'].map((family) => {
        context2d.font = `700 18px ${family}`;
        return context2d.measureText(title.textContent ?? '').width;
      });
    });
    expect(widths[0]).not.toBe(widths[1]);
    const canvas = page.locator('hamyar-chart').first().locator('canvas[tabindex]');
    await canvas.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('۵۸۰');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => /** @type {any} */ (window).told)).toEqual([['hamyar-ready', null], ['hamyar-ready', null], ['hamyar-select', ['O017']]]);
    expect(faults).toEqual([]);
  } finally {
    host.close();
  }
});

test('an element that cannot be drawn says why in its language, and tells its page', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  await expect(chart.locator('figure[data-state="ready"]')).toBeVisible({ timeout: 20_000 });
  for (const [lang, words] of /** @type {const} */ ([['fa', /[آ-ی]/], ['en', /[a-z]/i]])) {
    const told = await chart.evaluate((element, language) => new Promise((resolve) => {
      element.addEventListener('hamyar-error', (event) => {
        const { code, column, hints } = /** @type {CustomEvent} */ (event).detail;
        resolve({ code, column, hint: Boolean(hints.fa && hints.en) });
      }, { once: true });
      element.setAttribute('lang', language);
      element.setAttribute('view', JSON.stringify({ query: { measure: 'population', areas: { level: 'galaxy' } }, mark: 'bar' }));
    }), lang);
    expect(told).toMatchObject({ column: 'query.areas.level' });
    await expect(chart.getByRole('alert')).toContainText(words);
    await expect(chart.getByRole('alert')).toContainText('level');
    await chart.evaluate((element) => element.setAttribute('view', 's4-paid-planned'));
    await expect(chart.locator('figure[data-state="ready"]')).toBeVisible();
  }
});

plain('a page whose policy forbids WebAssembly says what its keeper must add', async ({ page }) => {
  await page.route('**/tests/host/element.html', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain(" 'wasm-unsafe-eval'");
    await route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy.replace(" 'wasm-unsafe-eval'", '') } });
  });
  await page.goto('/tests/host/element.html');
  await expect(page.getByRole('alert')).toContainText('wasm-unsafe-eval', { timeout: 20_000 });
  await expect(page.getByRole('alert')).toContainText('صاحب صفحه');
});

plain('a module that came damaged is not blamed on the policy of the page', async ({ page }) => {
  await page.route('**/pkg/hamyar_bg.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'no module' }));
  await page.goto('/tests/host/element.html');
  await expect(page.getByRole('alert')).toContainText('این نمودار آماده نشد', { timeout: 20_000 });
  await expect(page.getByRole('alert')).not.toContainText('wasm-unsafe-eval');
});

test('a link to a name that no chart has shows the nearest one, and says so', async ({ page }) => {
  for (const [lang, words] of /** @type {const} */ ([['fa', /نموداری به نام «\u2068s2-rural-rnk\u2069» نیست.*s2-rural-rank/], ['en', /no chart named “s2-rural-rnk”.*s2-rural-rank/]])) {
    await page.goto(`/embed.html?view=s2-rural-rnk&lang=${lang}`);
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
    await expect(page.locator('html')).not.toHaveAttribute('data-failed', /.*/);
    await expect(page.getByRole('note')).toHaveText(words);
    await expect(page.locator('figure[data-view="s2-rural-rank"]')).toHaveAttribute('data-state', 'ready');
  }
});

test('an element with a name that no chart has says so', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  await chart.evaluate((element) => element.setAttribute('view', 'no-such-view'));
  await expect(chart.getByRole('alert')).toContainText('no-such-view', { timeout: 20_000 });
  await expect(chart.getByRole('alert')).toContainText('پیوند');
});

test('a sandboxed frame without storage shows the same chart', async ({ page }) => {
  await page.goto('/tests/host/frame.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
  await expect(frame.locator('html')).not.toHaveAttribute('data-failed', 'true');
  await expect(frame.locator('hamyar-chart [data-part="title"]')).not.toBeEmpty();
});

test('a foreign page gets our font, for the chart is measured in it', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  await expect(page.locator('hamyar-chart figure')).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  await expect.poll(() => page.evaluate(() => [...document.fonts].filter(({ family, status }) => family === 'Vazirmatn' && status === 'loaded').length)).toBe(2);
});

test('a frame of 300 px cuts nothing off', async ({ page }) => {
  await page.setViewportSize({ width: 300, height: 700 });
  await page.goto('/embed.html?view=s2-map-status&lang=fa');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
  const box = await page.locator('figure').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(300);
});

// Not the page of the other tests: a missing file is an error that the browser itself reports.
plain('a package that nobody packed is read from its tables, by a core of its own', async ({ page }) => {
  const cores = new Set();
  page.on('request', (request) => { if (request.url().endsWith('_bg.wasm')) cores.add(request.url().split('/').pop()); });
  await page.route('**/package.bin', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/embed.html?view=s4-paid-planned&lang=en&theme=light');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
  await expect(page.locator('figure[data-state="ready"] [data-part="title"]')).toContainText('1401');
  expect([...cores].sort()).toEqual(['hamyar_bg.wasm', 'hamyar_import_bg.wasm']);
});
