// @ts-check
// Every visible choice stands in the address; back and forward follow it, and a link that cannot be followed shows the nearest view.
import { test as plain } from '@playwright/test';
import { nearest } from '../../js/nearest.js';
import { expect, latin, open, test } from './support.mjs';

/** @param {import('@playwright/test').Page} page @param {string} view */
const figureOf = (page, view) => page.locator(`figure[data-view="${view}"]`);
/** @param {import('@playwright/test').Page} page */
const notice = (page) => page.locator('[data-notice="link"]');
/** What an address asks of a chart. @param {import('@playwright/test').Page} page @param {string} name */
const asked = (page, name) => new URL(page.url()).searchParams.get(name);

/** What a person sees of a chart. @param {import('@playwright/test').Locator} figure */
const seen = (figure) => figure.evaluate((element) => ({
  mode: element.querySelector('[data-action][aria-pressed="true"]')?.getAttribute('data-action'),
  chips: [...element.querySelectorAll('[data-part="state"] li')].map((one) => one.textContent),
  rows: [...element.querySelectorAll('[data-part="table"]:not([hidden]) tbody tr')].map((row) => row.textContent),
  sort: [...element.querySelectorAll('[data-part="table"]:not([hidden]) th[scope="col"]')].map((head) => head.getAttribute('aria-sort')),
  words: element.querySelector('details[data-part="description"]')?.hasAttribute('open'),
  description: element.querySelector('[data-part="description"] p')?.textContent,
}));

test('table, sorting and words stand in the address, one step each, and back and forward follow them', async ({ page }) => {
  await open(page, 's2', { lang: 'en' });
  const figure = figureOf(page, 's2-rural-rank');
  /** @type {{ address: string, seen: unknown }[]} */
  const steps = [{ address: page.url(), seen: await seen(figure) }];
  for (const [selector, state] of /** @type {const} */ ([
    ['[data-action="table"]', '1.t'], ['th:first-child .sort', '1.t0'], ['th:first-child .sort', '1.t0d'], ['details[data-part="description"] summary', '1.t0d.w'],
  ])) {
    await figure.locator(selector).first().click();
    await expect.poll(() => asked(page, 'c.s2-rural-rank')).toBe(state);
    steps.push({ address: page.url(), seen: await seen(figure) });
  }
  expect(new Set(steps.map((step) => JSON.stringify(step.seen))).size, 'each step shows something else').toBe(steps.length);
  for (const step of steps.slice(0, -1).reverse()) {
    await page.goBack();
    await expect.poll(() => seen(figure)).toEqual(step.seen);
    expect(page.url()).toBe(step.address);
  }
  for (const step of steps.slice(1)) {
    await page.goForward();
    await expect.poll(() => seen(figure)).toEqual(step.seen);
  }
  await page.reload();
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached' });
  await expect.poll(() => seen(figure), 'a link shows the same').toEqual(steps.at(-1)?.seen);
  await expect(notice(page)).toHaveCount(0);
});

test('a stretch of time, lines, areas and a choice for the page come back from a link, in the other language too', async ({ page, context }) => {
  test.setTimeout(90_000);
  await open(page, 'gallery', { lang: 'fa' });
  const months = figureOf(page, 'gallery-line-months');
  await months.locator('[data-action="narrow"]').click();
  await months.locator('[data-steer="from"]').selectOption({ index: 12 });
  await months.locator('[data-steer="to"]').selectOption({ index: 24 });
  await expect.poll(() => latin(asked(page, 'c.gallery-line-months'))).toMatch(/^1\.p1364[^*]*\*1365/);
  const link = page.url();
  const chips = (await seen(months)).chips.map(latin);
  const other = await context.newPage();
  await other.goto(link);
  await expect.poll(async () => (await seen(figureOf(other, 'gallery-line-months'))).chips.map(latin)).toEqual(chips);
  await other.goto(link.replace('lang=fa', 'lang=en'));
  await expect.poll(async () => (await seen(figureOf(other, 'gallery-line-months'))).chips.length).toBe(1);
  await expect(notice(other)).toHaveCount(0);
  await other.close();
});

/** A generator with a seed, so that a failure can be seen again. @param {number} seed */
function randomly(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('states at random, made by hand, are the same from their links', async ({ page, context }) => {
  const rounds = process.env.HAMYAR_LONG ? 60 : 6;
  test.setTimeout(60_000 + rounds * 20_000);
  const pick = randomly(1405);
  await open(page, 'explore', { lang: 'en', query: '&measure=rural_share_census&level=province' });
  const figure = figureOf(page, 'explore');
  const reader = await context.newPage();
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 0; step < 3; step += 1) await act(page, figure, pick);
    // A choice is written a moment after it is seen.
    await expect.poll(async () => { await reader.goto(page.url()); await reader.waitForSelector('html[data-ready="true"]', { state: 'attached' }); return seen(figureOf(reader, 'explore')); }, page.url()).toEqual(await seen(figure));
    // What was chosen for the page holds at the others too.
    await expect.poll(() => seen(figureOf(reader, 'population'))).toEqual(await seen(figureOf(page, 'population')));
    expect(await fields(reader), page.url()).toEqual(await fields(page));
    await expect(notice(reader)).toHaveCount(0);
  }
});

/** The choices of explore. @param {import('@playwright/test').Page} page */
const fields = (page) => page.locator('#explore-filters select').evaluateAll((all) => all.map((one) => /** @type {HTMLSelectElement} */ (one).value));

/** Does one of what a person can do on explore. @param {import('@playwright/test').Page} page @param {import('@playwright/test').Locator} figure @param {(below: number) => number} pick */
async function act(page, figure, pick) {
  const selects = page.locator('#explore-filters select:not(:disabled)');
  const controls = figure.locator('[data-part="narrow"] :is(select, input):not(:disabled)');
  switch (pick(5)) {
    case 0: return choose(selects.nth(pick(await selects.count())), pick);
    case 1: return figure.locator(`[data-action="${pick(2) ? 'table' : 'chart'}"]`).click();
    case 2: return figure.locator('details[data-part="description"] summary').click();
    case 3: {
      const sorts = figure.locator('.sort:visible');
      const count = await sorts.count();
      return count > 0 ? sorts.nth(pick(count)).click() : undefined;
    }
    default: {
      const narrow = figure.locator('[data-action="narrow"]');
      if (await narrow.count() === 0) return undefined;
      if (await narrow.getAttribute('aria-expanded') === 'false') await narrow.click();
      const buttons = figure.locator('[data-part="narrow"] :is([data-steer="compare"], [data-steer="inside"], [data-steer="area-page"]):not(:disabled)');
      const [fieldCount, buttonCount] = [await controls.count(), await buttons.count()];
      if (fieldCount > 0) {
        const one = controls.nth(pick(fieldCount));
        await (await one.evaluate((element) => element.tagName) === 'SELECT' ? choose(one, pick) : one.click());
      }
      return buttonCount > 0 ? buttons.nth(pick(buttonCount)).click() : undefined;
    }
  }
}

/** @param {import('@playwright/test').Locator} select @param {(below: number) => number} pick */
async function choose(select, pick) {
  const values = await select.locator('option').evaluateAll((all) => all.map((one) => /** @type {HTMLOptionElement} */ (one).value));
  await select.selectOption(values[pick(values.length)]);
}

test('each choice on explore is a step, and language is one too', async ({ page }) => {
  await open(page, 'explore', { lang: 'fa', query: '&measure=rural_share_census' });
  await page.selectOption('#explore-mark', 'tile_map');
  await page.selectOption('#explore-measure', 'population_total');
  expect(asked(page, 'v')).toBe('1');
  await page.locator('.site-lang [data-set-lang="en"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  await page.goBack();
  await expect(page.locator('#explore-measure')).toHaveValue('rural_share_census');
  await expect(page.locator('#explore-mark')).toHaveValue('tile_map');
  await page.goBack();
  await expect(page.locator('#explore-mark')).toHaveValue('bar');
  await page.goForward();
  await expect(page.locator('#explore-mark')).toHaveValue('tile_map');
  await expect(notice(page)).toHaveCount(0);
});

test('addresses of the time before versions open as they did', async ({ page }) => {
  await open(page, 'explore', { lang: 'en', query: '&measure=population_total&level=province&period=1395&mark=tile_map' });
  expect(await fields(page)).toEqual(expect.arrayContaining(['population_total', 'province', '1395', 'tile_map']));
  await expect(notice(page)).toHaveCount(0);
});

test('a link that cannot be followed shows the nearest view, and says so until somebody chooses', async ({ page }) => {
  // Fourteen pages are opened.
  test.setTimeout(180_000);
  for (const query of [
    '&c.s2-rural-rank=1.t9', '&c.s2-rural-rank=1.a999', '&c.s2-rural-rank=1.p1395*1300', '&c.s2-rural-rank=7.t', '&c.s2-rural-rank=1.x', '&c.s2-rural-rank=%00%3Cb%3E',
    '&c.s2-rural-rank=1.h99', '&c.s2-rural-rank=1._E0.t', '&c.no-such-chart=1.t', '&c.s2-rural-rank=1.c11*11',
  ]) {
    await open(page, 's2', { lang: 'fa', query });
    await expect(notice(page), query).toContainText('نزدیک‌ترین نما');
    await expect(figureOf(page, 's2-rural-rank'), query).toHaveAttribute('data-state', 'ready');
  }
  await figureOf(page, 's2-rural-rank').locator('[data-action="table"]').click();
  await expect(notice(page)).toHaveCount(0);
  for (const query of ['&measure=no-such-measure', '&measure=population_total&period=1300', '&v=2&measure=population_total', '&measure=population_total&mark=pie']) {
    await open(page, 'explore', { lang: 'en', query });
    await expect(notice(page), query).toContainText('nearest view');
    await expect(figureOf(page, 'explore'), query).toHaveAttribute('data-state', 'ready');
  }
});

test('a picture that waits for its core is shown as its link says once it is there', async ({ page }) => {
  await open(page, 's2', { lang: 'fa', query: '&c.s2-deadline-board=1.t.w' });
  const board = figureOf(page, 's2-deadline-board');
  await board.scrollIntoViewIfNeeded();
  await expect(board).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  await expect.poll(async () => { const { mode, words } = await seen(board); return [mode, words]; }).toEqual(['table', true]);
});

test('the page of one chart has its choices in its own address', async ({ page }) => {
  await page.goto('/embed.html?view=s2-rural-rank&lang=en&state=1.t0d');
  await expect.poll(async () => { const { mode, sort } = await seen(figureOf(page, 's2-rural-rank')); return [mode, sort[0]]; }, { timeout: 20_000 }).toEqual(['table', 'descending']);
  await page.locator('[data-action="chart"]').click();
  await expect.poll(() => asked(page, 'state')).toBe(null);
  await page.goBack();
  await expect.poll(async () => (await seen(figureOf(page, 's2-rural-rank'))).mode).toBe('table');
  await page.goto('/embed.html?view=s2-rural-rank&lang=en&state=1.zzz');
  await expect(page.getByRole('note')).toContainText('nearest view', { timeout: 20_000 });
});

test('an element tells each choice once, and takes a state from its page', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  await expect(chart.locator('figure[data-state="ready"]')).toBeVisible({ timeout: 20_000 });
  const before = page.url();
  await page.evaluate(() => {
    const told = /** @type {any} */ (window).told = /** @type {unknown[]} */ ([]);
    document.addEventListener('hamyar-change', (event) => told.push(/** @type {CustomEvent} */ (event).detail));
  });
  const told = () => page.evaluate(() => /** @type {any} */ (window).told);
  await chart.locator('[data-action="table"]').click();
  await expect.poll(told).toEqual([{ state: '1.t', isWhole: true }]);
  await chart.evaluate((element) => element.setAttribute('state', '1.w'));
  await expect.poll(told).toEqual([{ state: '1.t', isWhole: true }, { state: '1.w', isWhole: true }]);
  await expect(chart.locator('details[data-part="description"]')).toHaveAttribute('open', '');
  expect(page.url(), 'an element leaves the address of its page alone').toBe(before);
});

plain('the nearest name is that with the fewest letters changed', () => {
  expect(nearest('s2-rural-rnk', ['s4-paid', 's2-rural-rank', 's2-rural-share'])).toBe('s2-rural-rank');
  expect(nearest('', ['b', 'aa'])).toBe('b');
  expect(nearest('x'.repeat(1e6), ['one', 'two'])).toBe('one');
  expect(nearest('one', [])).toBeUndefined();
});
