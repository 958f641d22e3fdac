// @ts-check
// FAULTS O9 to O11: the clock, time zone and language of a device change no figure, no date and no file.
import { readFileSync } from 'node:fs';
import { unzipped } from '../host/archive.mjs';
import { expect, fileOf, open, test } from './support.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** Ends of years, leap days and days around Nowruz: some in the plain run, all in the long one. */
const DAYS = [
  '1403-12-30', '1404-01-01', '1399-12-30', '1400-01-01', '1402-12-29', '1403-01-01', '1401-01-02', '1395-12-30', '1396-01-01', '1403-06-31',
  '1403-07-01', '1401-06-31', '1401-07-01', '1400-12-29', '1403-01-31', '1403-02-01', '1398-12-29', '1399-01-01', '1402-10-11', '1403-11-30',
].slice(0, process.env.HAMYAR_LONG ? 20 : 2);
/** Four minutes before midnight of Nowruz 1404 in Tehran, for all devices. */
const NOW = '2025-03-20T20:26:00Z';
const PLACES = [
  ['Asia/Tehran', 'fa-IR'], ['Etc/GMT+12', 'en-US'], ['Pacific/Kiritimati', 'ar-EG'], ['Europe/Istanbul', 'tr-TR'], ['America/New_York', 'de-DE'], ['Asia/Kathmandu', 'fa-IR-u-nu-latn'],
];

/** A figure with a document of a day. @param {Page} page @param {string} day @param {string} value */
async function enter(page, day, value) {
  const choices = { measure: 'facility_amount', area: '24@1402', unit: 'billion_rial', scenario: 'actual', stage: 'disbursed', programme: 'resistance_economy' };
  for (const [field, choice] of Object.entries(choices)) await page.selectOption(`#field-${field}`, choice);
  const texts = { period: day.slice(0, 4), value, source_title: `گزارش ${day}`, source_publisher: 'استانداری', source_published: day };
  for (const [field, text] of Object.entries(texts)) await page.fill(`#field-${field}`, text);
  await page.locator('[data-action="save"]').click();
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  await expect(page.locator('#desk-picker')).toHaveValue('');
}

/** The tables of this device’s package. @param {Page} page */
async function packed(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="package"]').click()]);
  return Object.fromEntries([...unzipped(readFileSync(String(await download.path())))].map(([name, bytes]) => [name, bytes.toString('utf8')]));
}

test('O10 and O11: in six time zones and five languages the same is stored, shown and given as files, and no day shifts', async ({ browser, baseURL }) => {
  test.setTimeout(120_000 + DAYS.length * 20_000);
  const found = [];
  for (const [timezoneId, locale] of PLACES) {
    const context = await browser.newContext({ baseURL, timezoneId, locale });
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await open(page, 'desk');
    for (const [at, day] of DAYS.entries()) await enter(page, day, `۱٬۲۳${at % 10}٫۵`);
    const tables = await packed(page);
    for (const day of DAYS) expect(tables['sources.csv'], `${day} in ${timezoneId}`).toContain(`گزارش ${day}`);
    for (const day of DAYS) expect(tables['sources.csv'].split('\n').find((line) => line.includes(`گزارش ${day}`)), timezoneId).toMatch(new RegExp(`,${day}(,|$)`));
    expect(tables['observations.csv']).toContain('1230.5');
    const journal = await page.locator('.journal').innerText();
    await open(page, 'explore', { query: '&measure=rural_share_census&level=province&period=1395' });
    const figure = page.locator('#explore-figure');
    const files = [];
    for (const label of ['CSV', 'JSON-stat', 'SVG']) files.push((await fileOf(page, figure, label)).bytes.toString('base64'));
    found.push({ place: `${timezoneId} ${locale}`, tables, files, journal });
    await context.close();
  }
  const [first, ...others] = found;
  for (const { place, tables, files, journal } of others) {
    expect(tables, place).toEqual(first.tables);
    expect(files, place).toEqual(first.files);
    expect(journal.split('\n').length, place).toBe(first.journal.split('\n').length);
  }
});

test('O9: a clock of 1970 or 2100, or one that is set back while a page is open, loses nothing and mixes up no order', async ({ page }) => {
  test.setTimeout(90_000);
  const journal = page.locator('.journal li');
  const values = ['1', '2', '3', '4'];
  const days = ['1399-12-30', '1400-01-01', '1402-12-29', '1403-01-01'];
  for (const [at, now] of ['2025-03-20', '1970-01-01', '2100-01-01', '2000-02-29'].entries()) {
    await page.clock.setFixedTime(now);
    if (at < 3) await open(page, 'desk', { lang: 'en' });
    // The last one is set back while the page is open.
    await enter(page, days[at], `61${values[at]}`);
    await expect(page.locator('#desk')).toHaveAttribute('data-own', String(at + 1));
  }
  await open(page, 'desk', { lang: 'en' });
  await expect(journal).toHaveCount(4);
  for (const [at, value] of [...values].reverse().entries()) await expect(journal.nth(at), 'the last one first').toContainText(`61${value}`);
  for (const left of [3, 2, 1, 0]) {
    await page.locator('[data-action="undo"]').click();
    await expect(page.locator('#desk')).toHaveAttribute('data-own', String(left));
  }
});
