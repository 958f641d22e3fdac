// @ts-check
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test as plain } from '@playwright/test';
import { publish } from '../host/published.mjs';
import { checkAccessibility, expectToFit, watch } from './support.mjs';

/** One of each kind of drawing, two of them made up, one that only the core of pictures draws. */
const NAMES = ['s4-paid-planned', 's2-rural-rank', 'overview-rural-map', 'example-monthly-line', 's2-deadline-board'];
const pages = ['index', ...NAMES].flatMap((name) => [`${name}.html`, `${name}.en.html`]);
/** @type {Awaited<ReturnType<typeof publish>>} */
let published;
let base = '';

const test = plain.extend({
  page: async ({ page }, use) => {
    const faults = await watch(page, [published.origin]);
    page.on('console', (message) => { if (message.type() === 'warning') faults.push(message.text()); });
    page.on('response', (response) => { if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`); });
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** Shows pages as they are written, before a script comes. @param {import('@playwright/test').Page} page */
const withoutScript = (page) => page.route('**/*.html', async (route) => {
  const response = await route.fetch();
  const text = await response.text();
  await route.fulfill({ response, body: text.replace(/<script[^>]*><\/script>/, '').replace(/<link rel="preload"[^>]*>/g, '') });
});

test.beforeAll(async () => {
  published = await publish(NAMES, { isPlain: !process.env.HAMYAR_LONG });
  base = published.base;
});

test.afterAll(() => published.close());

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`every page of a published site is accessible and fits as it is written, from 320 px (${colorScheme})`, async ({ page }) => {
    test.setTimeout(60_000);
    await withoutScript(page);
    await page.emulateMedia({ colorScheme });
    for (const name of pages) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(base + name);
      await checkAccessibility(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectToFit(page, name);
      for (const summary of await page.locator('figure summary').all()) await summary.click();
      await expectToFit(page, `${name}, all of it unfolded`);
      await checkAccessibility(page);
    }
  });
}

plain('without scripts every figure, its table and its files are there, in both languages', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${base}index.html`);
  await page.getByRole('link', { name: /برنامهٔ ۱۴۰۱/ }).click();
  const figure = page.locator('figure[data-view="s4-paid-planned"]');
  await expect(figure.locator('.drawing-wide svg[role="img"]')).toBeVisible();
  await expect(figure.locator('.drawing-narrow')).toBeHidden();
  await expect(figure.locator('[data-part="source"]')).toContainText('سبلان ما');
  await expect(figure.locator('table')).toBeHidden();
  await figure.locator('[data-part="table"] summary').click();
  await expect(figure.locator('tbody tr')).toHaveCount(2);
  await expect(figure.locator('tbody')).toContainText('۵۸۰');
  for (const [ending, start] of [['csv', '\uFEFF'], ['svg', '<svg '], ['json', '{']]) {
    const link = page.locator(`a[href$=".fa.${ending}"]`);
    const file = await page.request.get(new URL(String(await link.getAttribute('href')), page.url()).href);
    expect((await file.text()).startsWith(start), ending).toBe(true);
  }
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/s4-paid-planned\.en\.html$/);
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(figure.locator('figcaption')).toContainText('580 billion rial');
  await page.getByRole('link', { name: 'All charts' }).click();
  await expect(page.locator('.chart-list > li')).toHaveCount(NAMES.length);
  await context.close();
});

test('a phone is shown the drawing for phones, and each letter of it is at least 12 px high', async ({ page }) => {
  await withoutScript(page);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const name of NAMES) {
    await page.goto(`${base}${name}.html`);
    await expect(page.locator('.drawing-narrow svg[role="img"]')).toBeVisible();
    await expect(page.locator('.drawing-wide')).toBeHidden();
    const small = () => page.locator('svg[role="img"]:visible').evaluate((svg) => {
      const scale = svg.getBoundingClientRect().width / Number(svg.getAttribute('width'));
      return [...svg.querySelectorAll('text')].map((text) => Number(text.getAttribute('font-size')) * scale).filter((size) => size < 12);
    });
    expect(await small(), `${name} on a phone`).toEqual([]);
    for (const width of [760, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.locator('.drawing-wide svg[role="img"]')).toBeVisible();
      expect(await small(), `${name} at ${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
  }
});

test('drawings follow the theme, also where colours are forced', async ({ page }) => {
  await withoutScript(page);
  await page.goto(`${base}s4-paid-planned.html`);
  const fill = () => page.locator('.drawing-wide rect.f-cat-1').first().evaluate((bar) => getComputedStyle(bar).fill);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await fill()).toBe('rgb(18, 69, 166)');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await fill()).toBe('rgb(76, 125, 224)');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  expect(await fill()).toBe('rgb(0, 0, 0)');
});

test('a drawing opened alone keeps to the policy that servers send with it', async ({ page }) => {
  const settings = readFileSync(`${published.site}/nginx.conf`, 'utf8');
  const policy = /Content-Security-Policy "([^"]+)"/.exec(settings)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  await page.route('**/*.svg', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${base}s4-paid-planned.fa.svg`);
  expect(await page.locator('rect.f-cat-1').first().evaluate((bar) => getComputedStyle(bar).fill), 'its own style sheet is let in').toBe('rgb(76, 125, 224)');
});

// In the long run alone: it needs Debian's nginx, and compressed files, which take half a minute to make.
if (process.env.HAMYAR_LONG) plain('nginx serves the site with its own settings, from a folder, compressed and by type', async ({ page }, testInfo) => {
  const settings = testInfo.outputPath('nginx.conf');
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  writeFileSync(settings, `daemon off; worker_processes 1; pid ${testInfo.outputPath('pid')}; error_log stderr warn; user root;
    events {} http { access_log off; include /etc/nginx/mime.types; server { listen 127.0.0.1:${port};
    location ${published.folder} { alias ${published.site}; include ${published.site}nginx.conf; } } }`);
  const nginx = spawn('nginx', ['-c', settings], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  nginx.stderr.on('data', (part) => { told += part; });
  const origin = `http://127.0.0.1:${port}`;
  try {
    const faults = await watch(page, [origin]);
    await expect.poll(() => page.request.get(origin + published.folder).then((answer) => answer.status(), () => 0)).toBe(200);
    for (const name of pages) await page.goto(origin + published.folder + name);
    expect(faults).toEqual([]);
    for (const [name, type] of /** @type {const} */ ([['index.html', 'text/html'], ['s2-rural-rank.fa.svg', 'image/svg+xml'], ['s2-rural-rank.fa.csv', 'text/csv'], ['s2-rural-rank.fa.json', 'application/json']])) {
      const answer = await page.request.get(origin + published.folder + name, { headers: { 'accept-encoding': 'gzip' } });
      expect(answer.headers(), name).toMatchObject({ 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip', 'x-content-type-options': 'nosniff' });
    }
    // What has its bytes in its name is kept for a year, and a page is not.
    const kept = async (/** @type {string} */ name) => (await page.request.get(origin + published.folder + name)).headers()['cache-control'];
    for (const name of readdirSync(`${published.site}/assets`)) {
      const file = name.startsWith('data.') ? `${name}/package.bin` : name;
      if (!/\.(?:br|gz)$/.test(file)) expect(await kept(`assets/${file}`), file).toBe('public, max-age=31536000, immutable');
    }
    expect([await kept('index.html'), await kept('s2-rural-rank.fa.csv')]).toEqual([undefined, undefined]);
    expect(told).toBe('');
  } finally {
    nginx.kill();
  }
});

test('a figure is small, its drawings and its table included', () => {
  for (const name of pages) {
    const small = gzipSync(readFileSync(`${published.site}/${name}`)).length;
    expect(small, name).toBeLessThan(30 * 1024);
  }
});

/** The chart once it lives. @param {import('@playwright/test').Page} page */
const living = (page) => page.locator('hamyar-chart figure[data-state="ready"] canvas[tabindex]');

/** What was written, and still stands there. @param {import('@playwright/test').Page} page @param {string} name */
async function expectAsWritten(page, name) {
  const note = page.locator('hamyar-chart [role="note"]');
  await expect(note).toContainText(/تعاملی نمی‌شود/, { timeout: 20_000 });
  await expect(page.locator(`figure[data-view="${name}"] svg[role="img"]:visible`)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
}

test('every chart comes alive by the core that draws it, in both languages, without a fault', async ({ page }) => {
  test.setTimeout(90_000);
  for (const name of NAMES) {
    for (const ending of ['html', 'en.html']) {
      await page.goto(`${base}${name}.${ending}`);
      await expect(living(page), `${name}.${ending}`).toBeVisible({ timeout: 20_000 });
      await expect(page.locator(`hamyar-chart > figure`), 'what was written gives way').toBeHidden();
      await living(page).focus();
      await expect(page.locator('hamyar-chart [role="tooltip"]')).toBeVisible();
      await checkAccessibility(page);
    }
  }
});

for (const width of [1280, 360]) {
  test(`at ${width} px a chart comes alive where it was written, drawn from the same scene`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const name of NAMES) {
      await withoutScript(page);
      await page.goto(`${base}${name}.html`);
      const drawing = page.locator('.drawing svg[role="img"]:visible');
      const [before, inside] = [await drawing.boundingBox(), await drawing.evaluate((svg) => [...svg.querySelectorAll(':scope > :not(title, desc)')].map((one) => one.outerHTML).join('\n'))];
      await page.unroute('**/*.html');
      await page.goto(`${base}${name}.html`);
      await expect(living(page)).toBeVisible({ timeout: 20_000 });
      const after = await living(page).boundingBox();
      for (const side of /** @type {const} */ (['x', 'y', 'width', 'height'])) {
        expect(Math.abs((after?.[side] ?? NaN) - (before?.[side] ?? NaN)), `${name}: ${side} ${before?.[side]} → ${after?.[side]}`).toBeLessThanOrEqual(1);
      }
      const drawn = await page.locator('hamyar-chart').evaluate((chart) => /** @type {any} */ (chart).figure.chart.toSvg('light'));
      const marks = (/** @type {string} */ svg) => svg.replace(/\s*\n\s*/g, '').replace(/><\/(rect|path|polyline|polygon|circle)>/g, '/>').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&nbsp;', '\u00a0');
      expect(marks(drawn).includes(marks(inside)), `${name}: the same shapes and letters`).toBe(true);
    }
  });
}

test('a reader who has begun to read what was written goes on in the living chart', async ({ page }) => {
  let release = () => {};
  const held = new Promise((resolve) => { release = () => resolve(undefined); });
  await page.route('**/package.bin', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${base}s2-rural-rank.html`);
  await page.locator('hamyar-chart > figure [data-part="table"] summary').click();
  await expect(page.locator('hamyar-chart > figure tbody')).toBeVisible();
  release();
  const live = page.locator('hamyar-chart figure[data-state="ready"]:not(hamyar-chart > figure)');
  await expect(live.locator('[data-part="table"] tbody')).toBeVisible({ timeout: 20_000 });
  await expect(live.locator('button[data-action="table"]')).toBeFocused();
});

for (const [what, view, pattern, type] of /** @type {const} */ ([['script', 's4-paid-planned', /hamyar-chart\.\w+\.js$/, 'text/javascript'], ['core', 's4-paid-planned', /hamyar_bg\.\w+\.wasm$/, 'application/wasm'],
  ['style', 's4-paid-planned', /hamyar\.\w+\.css$/, 'text/css'], ['core of pictures', 's2-deadline-board', /hamyar_pictures_bg\.\w+\.wasm$/, 'application/wasm'],
  ['data', 's4-paid-planned', /package\.bin$/, 'application/octet-stream']])) {
  plain(`one changed byte of the ${what} is refused, and what was written stays`, async ({ page }) => {
    await page.route(pattern, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length - 9] ^= 1;
      await route.fulfill({ body, contentType: type });
    });
    const refused = page.waitForEvent('console', (message) => /integrity/.test(message.text()));
    await page.goto(`${base}${view}.html`);
    await refused;
    if (what === 'script') await expect(page.locator('figure svg[role="img"]:visible')).toBeVisible();
    else await expectAsWritten(page, view);
    await expect(living(page)).toHaveCount(0);
  });
}

plain('where the policy of a page lets no WebAssembly run, what was written stays, with a quiet word', async ({ page }) => {
  await page.route(/s4-paid-planned\.html$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'self'" } });
  });
  await page.goto(`${base}s4-paid-planned.html`);
  await expectAsWritten(page, 's4-paid-planned');
});

plain('a server that knows no type for WebAssembly serves a living chart', async ({ page }) => {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await page.goto(`${base}s4-paid-planned.html`);
  await expect(living(page)).toBeVisible({ timeout: 20_000 });
});
