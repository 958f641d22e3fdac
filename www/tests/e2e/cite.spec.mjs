// @ts-check
// A link that carries the figures it cites: when they have changed, the page says so and shows them.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as plain } from '@playwright/test';
import { citedOf, compare, fingerprint, read, write } from '../../js/figure/citation.js';
import { publish } from '../host/published.mjs';
import { checkAccessibility, expect, latin, open, test } from './support.mjs';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** The text that the menu of a chart gives for its citable link. @param {import('@playwright/test').Locator} figure */
async function citedLink(figure) {
  await figure.page().evaluate(() => { Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }); });
  await figure.locator('[data-action="link"]').click();
  await figure.locator('[data-action="copyCitation"]').click();
  return figure.locator('.share-link').inputValue();
}

test('a chart on a page is cited; the link shows the same chart, and says that its figures are those', async ({ page, context }) => {
  test.setTimeout(60_000);
  for (const lang of /** @type {const} */ (['fa', 'en'])) {
    await open(page, 's2', { lang, query: '&c.s2-rural-rank=1.t0' });
    const link = await citedLink(page.locator('figure[data-view="s2-rural-rank"]'));
    expect(link).toMatch(/embed\.html\?view=s2-rural-rank&lang=(fa|en)&state=1\.t0&cite=1\.[0-9a-z]{9,13}#cited=[\w-]+$/);
    expect(link.length, 'short enough to be mailed').toBeLessThan(8000);
    const reader = await context.newPage();
    await reader.goto(link);
    const box = reader.locator('[data-part="cited"]');
    await expect(box).toHaveAttribute('data-verdict', 'same', { timeout: 20_000 });
    await expect(box).toContainText(lang === 'fa' ? /همان است که .* [۰-۹]{4} به آن استناد/ : /cited on .* \d{4}/);
    await expect(reader.locator('th[aria-sort="ascending"]')).toHaveCount(1);
    // Another choice is another view.
    await reader.locator('[data-action="chart"]').click();
    await expect(box).toHaveCount(0);
    await expect.poll(() => reader.url()).not.toContain('cite');
    await reader.close();
  }
});

test('what was chosen on explore is cited too, also when it is read in the other language', async ({ page, context }) => {
  await open(page, 'explore', { lang: 'fa', query: '&measure=rural_share_census&level=province&mark=tile_map' });
  const link = await citedLink(page.locator('figure[data-view="explore"]'));
  const reader = await context.newPage();
  await reader.goto(link);
  await expect(reader.locator('[data-part="cited"]')).toHaveAttribute('data-verdict', 'same', { timeout: 20_000 });
  await reader.locator('.site-lang [data-set-lang="en"]').click();
  await expect(reader.locator('[data-part="cited"]')).toContainText('are those that were cited');
});

plain('one cell is changed: the old link shows the old figure and says so', async ({ page }) => {
  plain.setTimeout(90_000);
  const folder = await mkdtemp(join(tmpdir(), 'hamyar-cite-'));
  const before = await publish(['s2-rural-rank'], { isPlain: true });
  try {
    await page.goto(`${before.base}s2-rural-rank.html`);
    const figure = page.locator('figure.figure:has(canvas)');
    await expect(figure).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
    const link = new URL(await citedLink(figure));
    expect(link.pathname).toBe(`${before.folder}s2-rural-rank.html`);
    await figure.locator('[data-action="table"]').click();
    const old = await figure.locator('tbody tr').first().locator('td.number').first().innerText();

    await cp(DATA, folder, { recursive: true });
    const file = join(folder, 'population.csv');
    const name = latin(await figure.locator('tbody tr').first().locator('th').innerText());
    const changed = change(await readFile(file, 'utf8'), await readFile(join(folder, 'areas.csv'), 'utf8'), name);
    await writeFile(file, changed);
    const after = await publish(['s2-rural-rank'], { isPlain: true, data: folder });
    try {
      await page.goto(after.origin + link.pathname + link.search + link.hash);
      const box = page.locator('[data-part="cited"]');
      await expect(box).toHaveAttribute('data-verdict', 'changed', { timeout: 20_000 });
      await expect(box).toContainText('تغییر کرده است');
      const row = box.locator('tr[data-changed]');
      await expect(row).toHaveCount(1);
      expect(await row.innerText()).toContain(old.split(/\s/)[0]);
      await expect(row.locator('td').first()).not.toBeEmpty();
      expect(await row.locator('td').first().innerText()).not.toContain(old.split(/\s/)[0]);
      await checkAccessibility(page);
    } finally {
      after.close();
    }
  } finally {
    before.close();
    await rm(folder, { recursive: true });
  }
});

/** Adds people to the rural population of a province. @param {string} table @param {string} areas @param {string} name */
function change(table, areas, name) {
  const codes = areas.split('\n').filter((line) => line.includes(name)).map((line) => line.split(',')[0]);
  const [head, ...lines] = table.split('\n');
  const column = head.split(',').findIndex((one) => /rural/.test(one));
  expect(column).toBeGreaterThan(0);
  const made = lines.map((line) => {
    const cells = line.split(',');
    if (!codes.includes(cells[0]) && !codes.includes(cells[1])) return line;
    cells[column] = String(Number(cells[column]) + 100_000);
    return cells.join(',');
  });
  expect(made).not.toEqual(lines);
  return [head, ...made].join('\n');
}

test('a link that was altered or cut says so, and shows the figures of now', async ({ page }) => {
  await open(page, 's2', { lang: 'en' });
  const link = await citedLink(page.locator('figure[data-view="s2-rural-rank"]'));
  const [address, held] = link.split('#cited=');
  const letter = held[40] === 'A' ? 'B' : 'A';
  for (const wrong of [address, `${address}#cited=`, `${address}#cited=%3Cscript%3E`, link.slice(0, -9), `${address}#cited=${held.slice(0, 40)}${letter}${held.slice(41)}`, link.replace(/cite=1\.\w+/, 'cite=2.x')]) {
    await page.goto('about:blank');
    await page.goto(wrong);
    await expect(page.locator('[data-part="cited"]'), wrong.slice(0, 120)).toHaveAttribute('data-verdict', 'damaged', { timeout: 20_000 });
    await expect(page.locator('figure[data-view="s2-rural-rank"]')).toHaveAttribute('data-state', 'ready');
  }
});

/** @param {(string | number)[][]} rows */
const table = (rows) => ({
  caption: '', foot: '', places: [], heads: ['name', 'value', 'source'],
  rows: rows.map(([name, value, evidence = name]) => [{ text: String(name), numeric: false, evidence: [], working: '' }, { text: String(value), numeric: true, evidence: [String(evidence)], working: '' }, { text: 'Census', numeric: false, evidence: [], working: '' }]),
});
const ABOUT = /** @type {const} */ ({ lang: 'en', day: '2026-12-01', title: 'T' });
const cited = (/** @type {(string | number)[][]} */ rows) => citedOf(table(rows), ABOUT);

plain('a fingerprint tells every change of a figure and of what it rests on, and no change of order', () => {
  const one = fingerprint(cited([['a', 1], ['b', 2]]));
  expect(fingerprint(cited([['b', 2], ['a', 1]]))).toBe(one);
  for (const other of [[['a', 1], ['b', 3]], [['a', 1]], [['a', 1], ['b', 2, 'other']], [['a', 1], ['b', 'about 2']], [['a', 12], ['b', '']]]) expect(fingerprint(cited(other))).not.toBe(one);
  // Of nothing it is the offset basis of FNV-1a.
  expect(fingerprint(cited([]))).toBe('33niihzj4ux45');
});

plain('rows are held against those that rest on the same figures', () => {
  const { rows, added } = compare(cited([['a', 1], ['b', 2], ['c', 3]]), cited([['d', 4], ['a', 1], ['b', 9, 'x']]));
  expect(rows.map(({ now, isSame }) => [now?.[1] ?? null, isSame])).toEqual([['1', true], ['9', false], [null, false]]);
  expect(added).toBe(1);
});

plain('what a link carries comes back to the letter, and nothing else is read', async () => {
  const made = cited([['آبادان', '۱٬۲۳۴٫۵'], ['<b>', '−2']]);
  expect(await read(await write(made))).toEqual(made);
  const text = await write(made);
  for (let place = 0; place < text.length; place += 1) {
    const other = await read(text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1));
    // The last letter holds bits that belong to no byte.
    if (place < text.length - 1) expect(other).not.toEqual(made);
    expect(await read(text.slice(0, place))).toBeNull();
  }
  const packed = async (/** @type {unknown} */ value) => {
    const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
  };
  const good = ['en', '2026-12-01', 'T', ['a', 'b'], [1], [['x', '1']], ['e']];
  expect(await read(await packed(good))).not.toBeNull();
  for (const [place, wrong] of /** @type {[number, unknown][]} */ ([[0, 'de'], [1, 'today'], [2, 7], [3, ['a']], [4, [2]], [4, [-1]], [5, [['x']]], [5, [['x', 1]]], [6, []], [6, [1]], [5, 'x']])) {
    expect(await read(await packed(good.with(place, wrong))), JSON.stringify(wrong)).toBeNull();
  }
  expect(await read(await packed({ length: 7 }))).toBeNull();
  // Nine megabytes in nine kilobytes.
  expect(await read(await packed(good.with(2, 'x'.repeat(9 << 20))))).toBeNull();
});
