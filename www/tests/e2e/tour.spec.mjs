// @ts-check
// FAULTS E1 and E10: through every page and embed, doing what can be done there. No policy is broken, and nothing is asked of anybody else.
import { expect, test } from '@playwright/test';
import { SOUND, install } from '../host/desk.mjs';
import { outside, remember } from '../host/outside.mjs';
import { publish } from '../host/published.mjs';
import { PAGES, comeNear, open } from './support.mjs';

const { HAMYAR_LONG } = process.env;
const PUBLISHED = ['s4-paid-planned', 's2-deadline-board'];
const LIVING = 'figure[data-view][data-state="ready"]:has(canvas[tabindex])';
/** @type {Awaited<ReturnType<typeof publish>>} */
let published;
/** @type {Awaited<ReturnType<typeof outside>>} */
let beyond;

test.beforeAll(async () => {
  published = await publish(PUBLISHED, { isPlain: true });
  beyond = await outside();
});

test.afterAll(() => {
  published.close();
  beyond.close();
});

/** A browser whose every step is remembered. @param {import('@playwright/test').Browser} browser @param {string | undefined} baseURL */
async function guarded(browser, baseURL) {
  beyond.asked.length = 0;
  const context = await browser.newContext({ baseURL, proxy: { server: beyond.server, bypass: '127.0.0.1' }, serviceWorkers: 'allow', viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  return { context, log: await remember(context) };
}

/** All that one figure offers. @param {import('@playwright/test').Page} page @param {import('@playwright/test').Locator} figure */
async function useFigure(page, figure) {
  await figure.scrollIntoViewIfNeeded();
  const canvas = figure.locator('canvas[tabindex]');
  await canvas.focus();
  await page.keyboard.press('Home');
  await expect(figure.locator('[role="tooltip"]')).toBeVisible();
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog[open]');
  // A mark without a source of its own has no card.
  if (await dialog.waitFor({ timeout: 2_000 }).then(() => true, () => false)) await page.keyboard.press('Escape');
  await figure.locator('button[data-action="table"]').click();
  await expect(figure.locator('[data-part="table"] table')).toBeVisible();
  await figure.locator('.sort').first().click();
  await figure.locator('button[data-action="chart"]').click();
  await figure.locator('[data-part="description"] summary').click();
  if (await figure.locator('[data-action="narrow"]').count() > 0) {
    await figure.locator('[data-action="narrow"]').click();
    await expect(figure.locator('[data-action="narrow"]')).toHaveAttribute('aria-expanded', 'true');
    await figure.locator('[data-action="narrow"]').click();
  }
  const menu = figure.locator('summary[data-action="download"]');
  for (const kind of [/CSV/, /SVG/, '2×', '۲×']) {
    await menu.click();
    const entry = figure.locator('.menu-items button').filter({ hasText: kind }).first();
    if (await entry.count() > 0) {
      const [file] = await Promise.all([page.waitForEvent('download'), entry.click()]);
      expect(await file.failure()).toBe(null);
    }
    await menu.click();
  }
  const source = figure.locator('button[data-action="source"]:visible').first();
  if (await source.count() > 0) {
    await source.click();
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}

/** @param {import('@playwright/test').Page} page */
async function useFigures(page) {
  const figures = page.locator(LIVING);
  const count = await figures.count();
  for (let place = 0; place < (HAMYAR_LONG ? count : Math.min(count, 1)); place += 1) await useFigure(page, figures.nth(place));
}

/** What a page has beside its figures. @type {Record<string, (page: import('@playwright/test').Page) => Promise<void>>} */
const BESIDE = {
  async desk(page) {
    expect(await page.evaluate((entry) => { const { drive } = /** @type {any} */ (window); drive.type(entry); return drive.press('save'); }, { ...SOUND, value: '612' })).toEqual({ saved: true });
    await page.locator('[data-action="try-rule"]').click();
    for (const summary of await page.locator('main summary:visible').all()) await summary.click();
  },
  async explore(page) {
    for (const select of await page.locator('main select:visible').all()) {
      const values = await select.locator('option').evaluateAll((all) => all.map((one) => /** @type {HTMLOptionElement} */ (one).value));
      if (await select.isEnabled()) await select.selectOption(String(values.at(-1)));
    }
  },
  async s3(page) {
    await page.locator('[data-ranking]').scrollIntoViewIfNeeded();
    const first = page.locator('.ranking-weight input').first();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.ranking-name').first().click();
  },
};

/** Everything that a page has. @param {import('@playwright/test').Page} page @param {string} name */
async function usePage(page, name) {
  if (HAMYAR_LONG) await comeNear(page);
  await useFigures(page);
  await BESIDE[name]?.(page);
  const fact = page.locator('.fact:visible').first();
  if (await fact.count() > 0) {
    await fact.click();
    await page.keyboard.press('Escape');
  }
  for (const theme of ['dark', 'auto']) await page.evaluate((one) => /** @type {HTMLElement} */ (document.querySelector(`[data-set-theme="${one}"]`)).click(), theme);
  await page.emulateMedia({ media: 'print' });
  await page.emulateMedia({ media: 'screen' });
}

/** @param {string} url */
const originOf = (url) => new URL(url.replace(/^blob:/, '')).origin;

/** @param {Awaited<ReturnType<typeof remember>>} log @param {string[]} origins */
function expectSilence(log, origins) {
  expect(log.violations, 'violations of a policy').toEqual([]);
  expect(log.faults).toEqual([]);
  expect(log.requests.filter(({ url }) => !url.startsWith('data:') && !origins.includes(originOf(url))), 'requests to others').toEqual([]);
  expect(log.requests.filter(({ url, from }) => from.startsWith('http') && !url.startsWith('data:') && originOf(url) !== originOf(from)), 'of a page to another origin than its own').toEqual([]);
  expect(beyond.asked, 'whatever left this machine').toEqual([]);
  expect(log.requests.length).toBeGreaterThan(50);
}

for (const lang of /** @type {const} */ (['fa', 'en'])) {
  // In the plain run each half in one language.
  for (const half of HAMYAR_LONG ? [0, 1] : [lang === 'fa' ? 0 : 1]) {
    test(`through the pages of the site, ${half ? 'the second half' : 'the first half'}, in ${lang}: no policy is broken, nobody else is asked`, async ({ browser, baseURL }) => {
      test.setTimeout(HAMYAR_LONG ? 600_000 : 120_000);
      const { context, log } = await guarded(browser, baseURL);
      await install(context);
      const page = await context.newPage();
      for (const name of PAGES.filter((_, place) => place % 2 === half)) {
        await open(page, name, { lang });
        await usePage(page, name);
      }
      expectSilence(log, [new URL(String(baseURL)).origin]);
      await context.close();
    });
  }

  test(`through embeds and a published site in ${lang}: no policy is broken, nobody else is asked`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const { context, log } = await guarded(browser, baseURL);
    const page = await context.newPage();
    const ending = lang === 'fa' ? '' : '.en';
    const names = HAMYAR_LONG ? PUBLISHED : [PUBLISHED[lang === 'fa' ? 0 : 1]];
    const addresses = names.flatMap((name) => [`${published.base}${name}${ending}.html`, `${published.base}${name}.frame.html`]);
    for (const address of [`/embed.html?view=s4-paid-planned&lang=${lang}`, '/tests/host/element.html', ...addresses, `${published.base}index${ending}.html`, `${published.base}builder${ending}.html`]) {
      await page.goto(address);
      if (address.includes('index')) continue;
      if (address.includes('builder')) {
        await expect(page.locator('iframe').first().contentFrame().locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
        continue;
      }
      await expect(page.locator(LIVING)).toBeVisible({ timeout: 20_000 });
      await useFigures(page);
    }
    expectSilence(log, [new URL(String(baseURL)).origin, published.origin]);
    await context.close();
  });
}

test('a source that is opened is not told from where', async ({ browser, baseURL }) => {
  const { context } = await guarded(browser, baseURL);
  /** @type {Record<string, string>[]} */
  const told = [];
  await context.route(/^https?:\/\/(?!127\.0\.0\.1|localhost)/, async (route) => {
    told.push(await route.request().allHeaders());
    await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>source</title>' });
  });
  const page = await context.newPage();
  await open(page, 's2');
  await page.locator('figure[data-state="ready"] button[data-action="source"]').first().click();
  const link = page.locator('dialog[open] a[target="_blank"]').first();
  const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await opened.waitForLoadState();
  expect(told.length).toBeGreaterThan(0);
  expect(told.map(({ referer }) => referer ?? '')).toEqual(told.map(() => ''));
  expect(await opened.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
  await context.close();
});

test('the same watch sees what breaks the policy, and what is asked of others', async ({ browser, baseURL }) => {
  const { context, log } = await guarded(browser, baseURL);
  const page = await context.newPage();
  await open(page, 'help');
  expect(log.violations).toEqual([]);
  await page.evaluate(async () => {
    const style = document.createElement('style');
    style.textContent = 'p { color: red; }';
    const picture = document.createElement('img');
    picture.src = 'http://outside.example/picture.png';
    document.head.append(style, picture);
    try { document.body.innerHTML = '<p>x</p>'; } catch { /* It is refused, and told. */ }
    try { document.body.setAttribute('onclick', '0'); } catch { /* So is this. */ }
    await fetch('http://outside.example/data').catch(() => {});
  });
  await expect.poll(() => [...new Set(log.violations.map((one) => one.split(' ')[0]))].sort()).toEqual(['connect-src', 'img-src', 'require-trusted-types-for', 'style-src-elem']);
  // A page without a policy gets as far as the proxy.
  const bare = await context.newPage();
  await bare.goto('/tests/host/frame.html');
  await bare.evaluate(() => fetch('http://outside.example/told').catch(() => {}));
  await expect.poll(() => beyond.asked).toContainEqual(expect.stringContaining('outside.example'));
  expect(log.requests.some(({ url }) => url === 'http://outside.example/told')).toBe(true);
  await context.close();
});
