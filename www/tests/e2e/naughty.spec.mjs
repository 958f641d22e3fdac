// @ts-check
// FAULTS E3, E4, E12: 515 texts that break programs, in every field of a package, read at once and shown, printed, saved and published.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { BAD_LINKS, COUNTIES, NAUGHTY, PROVINCES, naughtyPackage, viewOf } from '../host/naughty.mjs';
import { serveSite } from '../host/serve.mjs';
import { fileOf } from './support.mjs';

const SOME = process.env.HAMYAR_LONG ? PROVINCES : [PROVINCES[0], PROVINCES[5]];
const binary = process.env.HAMYAR_BIN ?? '../target/debug/hamyar';
/** What is not seen does not count, nor do the isolates that are set around a name; presentation forms are read as letters. @param {string} text */
const seen = (text) => text.normalize('NFKC').replace(/[\u2066-\u2069\u200e\u200f\u202a-\u202e\ufeff]/g, '').replace(/\s+/g, ' ').trim();

/**
 * Counts what a text could bring about.
 * @param {import('@playwright/test').Page} page @param {string} origin
 */
async function alert(page, origin) {
  /** @type {string[]} */
  const done = [];
  page.on('dialog', (dialog) => { done.push(`ran: ${dialog.message()}`); void dialog.dismiss(); });
  page.on('request', (request) => { if (/^(?:https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== origin) done.push(`asked: ${request.url()}`); });
  page.on('pageerror', (error) => done.push(String(error)));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => console.error('policy', event.effectiveDirective)));
  page.on('console', (message) => { if (message.text().startsWith('policy')) done.push(message.text()); });
  return done;
}

/** Elements and attributes that only markup of a text could have made. @param {import('@playwright/test').Page} page */
const strange = (page) => page.evaluate(() => [document, ...[...document.querySelectorAll('*')].flatMap((one) => one.shadowRoot ?? [])].flatMap((root) => [...root.querySelectorAll('*')]
  .filter((one) => ['iframe', 'foreignObject', 'object', 'embed', 'base', 'image', 'use'].includes(one.localName) || [...one.attributes].some(({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data):/i.test(value) && one.localName === 'a'))
  .map((one) => one.outerHTML)));

test('515 texts read at once are text in list, table, tooltip, card, print and files', async ({ page, baseURL }) => {
  test.setTimeout(process.env.HAMYAR_LONG ? 240_000 : 90_000);
  expect(NAUGHTY).toHaveLength(515);
  const done = await alert(page, new URL(String(baseURL)).origin);
  const files = naughtyPackage();
  await page.route('**/naughty/**', (route) => {
    const body = files.get(route.request().url().split('/').at(-1) ?? '');
    return body === undefined ? route.fulfill({ status: 404, body: '' }) : route.fulfill({ body });
  });
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  await expect(chart.locator('figure[data-state="ready"]')).toBeVisible({ timeout: 20_000 });
  await chart.evaluate((element) => element.setAttribute('src', '/naughty/'));
  for (const province of SOME) {
    await chart.evaluate((element, view) => element.setAttribute('view', view), JSON.stringify(viewOf(province)));
    const figure = chart.locator('figure[data-view="custom"][data-state="ready"]');
    await expect(figure).toBeVisible({ timeout: 40_000 });
    const wanted = COUNTIES.filter((one) => `${one.province}@1395` === province).map(({ text }) => seen(text));
    await figure.locator('canvas[tabindex]').focus();
    for (let times = 0; times < wanted.length; times += 1) await page.keyboard.press('ArrowDown');
    await expect(figure.locator('[role="tooltip"]')).toBeVisible();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expect(dialog.locator('a[href]')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await figure.locator('button[data-action="table"]').click();
    const shown = (await figure.locator('tbody th').allTextContents()).map(seen);
    expect(wanted.filter((text) => !shown.includes(text)), 'names that the table does not tell as they were').toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await strange(page)).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await figure.locator('button[data-action="chart"]').click();
    const csv = (await fileOf(page, figure, 'CSV')).bytes.toString();
    const cells = csv.split(/\r\n|,/).map((one) => one.replace(/^"/, ''));
    expect(cells.filter((one) => /^[\s\u200b-\u200d\u2060\ufeff\u2066-\u2069]*[=+@＝＋＠\t\r]/.test(one) && !/^[+]?[\d.]+"?$/.test(one)), 'cells that a spreadsheet runs').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'nothing is pushed aside').toBeLessThanOrEqual(0);
  }
  const urls = await chart.evaluate((element, count) => Array.from({ length: count }, (_, place) => /** @type {any} */ (element).figure.context.workspace.card(`O${place}`, 'fa').url), BAD_LINKS.length);
  expect(urls.map((url, place) => url && BAD_LINKS[place]).filter(Boolean), 'links that may be followed').toEqual([]);
  expect(done).toEqual([]);
});

test('515 texts are inert in published pages, drawings and figures, opened by themselves', async ({ browser }, testInfo) => {
  test.setTimeout(process.env.HAMYAR_LONG ? 240_000 : 120_000);
  const folder = testInfo.outputPath('naughty');
  const site = testInfo.outputPath('site');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of naughtyPackage()) writeFileSync(path.join(folder, name), text);
  const views = testInfo.outputPath('views.json');
  writeFileSync(views, JSON.stringify(Object.fromEntries(SOME.map((province, place) => [`p${place}`, viewOf(province)]))));
  execFileSync(binary, ['publish', folder, '--views', views, '--assets', '../target/site', '--out', site, '--plain']);
  for (const name of SOME.keys()) {
    const figure = execFileSync(binary, ['render', folder, views, '--name', `p${name}`, '--format', 'html', '--lang', 'fa'], { maxBuffer: 2 ** 26 }).toString();
    // On a page that forbids nothing.
    writeFileSync(path.join(site, `figure${name}.html`), `<!doctype html><html lang="fa"><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title><body>${figure}</body></html>`);
    const drawing = readFileSync(path.join(site, `p${name}.fa.svg`), 'utf8');
    expect(drawing.match(/<script|<foreignObject|<image|<use|<[a-z][^<>]*\s(?:on\w+|(?:xlink:)?href)=/gi) ?? []).toEqual([]);
  }
  const server = await serveSite(() => site);
  const context = await browser.newContext();
  try {
    for (const name of SOME.keys()) {
      for (const file of [`p${name}.html`, `p${name}.en.html`, `p${name}.frame.html`, `p${name}.fa.svg`, `figure${name}.html`]) {
        const page = await context.newPage();
        const done = await alert(page, server.origin);
        await page.goto(`${server.origin}/${file}`, { waitUntil: 'networkidle' });
        expect(await strange(page), file).toEqual([]);
        expect(done, file).toEqual([]);
        expect(await page.locator('script:not([type="module"][integrity])').count(), file).toBe(0);
        await page.close();
      }
    }
  } finally {
    await context.close();
    server.close();
  }
});
