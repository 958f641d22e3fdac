// @ts-check
import { install } from '../host/desk.mjs';
import { checkAccessibility, expect, open, test } from './support.mjs';

/** Fills the form with a sound figure. @param {import('@playwright/test').Page} page @param {string} value */
async function fill(page, value) {
  await page.selectOption('#field-measure', 'facility_amount');
  await page.selectOption('#field-area', '24@1402');
  await page.fill('#field-period', '1403');
  await page.fill('#field-value', value);
  await page.selectOption('#field-unit', 'billion_rial');
  await page.selectOption('#field-scenario', 'actual');
  await page.selectOption('#field-stage', 'disbursed');
  await page.selectOption('#field-programme', 'resistance_economy');
  await page.fill('#field-source_title', 'گزارش استان');
  await page.fill('#field-source_publisher', 'استانداری');
  await page.fill('#field-source_published', '1403-10-01');
}

/** @param {import('@playwright/test').Page} page */
const own = (page) => page.locator('#desk').getAttribute('data-own');

/** @param {import('@playwright/test').Page} page */
const save = async (page) => {
  await page.locator('[data-action="save"]').click();
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
};

test('a figure is added, undone, done again and stays over a reload', async ({ page }) => {
  await open(page, 'desk');
  await fill(page, '۶۱۲');
  await save(page);
  await expect.poll(() => own(page)).toBe('1');
  await page.locator('[data-action="undo"]').press('Enter');
  await expect.poll(() => own(page)).toBe('0');
  await expect(page.locator('[data-action="redo"]'), 'nothing is left to undo').toBeFocused();
  await expect(page.locator('.journal li').filter({ hasText: '۶۱۲' }), 'a figure that is gone keeps its name').toHaveCount(2);
  await open(page, 'desk');
  expect(await own(page)).toBe('0');
  await page.locator('[data-action="redo"]').click();
  await expect.poll(() => own(page)).toBe('1');
  await open(page, 'desk');
  expect(await own(page)).toBe('1');
  await expect(page.locator('.journal li')).toHaveCount(3);
});

test('a period is typed as people write it, and what is still to come is doubted', async ({ page }) => {
  await open(page, 'desk');
  await fill(page, '۶۱۲');
  await page.fill('#field-period', 'نیمهٔ دوم ۱۴۰۲');
  await save(page);
  await expect(page.locator('#desk-picker option').filter({ hasText: 'نیمهٔ دوم ۱۴۰۲' })).toHaveCount(1);
  await fill(page, '۶۱۳');
  await page.fill('#field-source_published', '۱ فروردین ۱۴۹۹');
  await page.locator('#field-quote').focus();
  await expect(page.locator('#field-source_published-message')).toContainText('هنوز نرسیده است');
});

test('a form with errors names the fields, keeps the text and saves nothing', async ({ page }) => {
  await open(page, 'desk');
  await page.fill('#field-value', 'abc');
  await page.locator('[data-action="save"]').click();
  await expect(page.locator('#field-value')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#field-value-message')).not.toBeEmpty();
  await expect(page.locator('#alert')).not.toBeEmpty();
  expect(await page.inputValue('#field-value')).toBe('abc');
  expect(await own(page)).toBe('0');
  await checkAccessibility(page);
});

test('what a save says of the fields stays while others are mended', async ({ page }) => {
  await open(page, 'desk');
  await page.selectOption('#field-measure', 'facility_amount');
  await page.fill('#field-value', '12');
  await page.locator('[data-action="save"]').press('Enter');
  await expect(page.locator('#field-unit')).toBeFocused();
  await page.fill('#field-period', '1403');
  // Longer than what is typed is left to rest.
  await page.waitForTimeout(1000);
  await expect(page.locator('#field-period-message')).toBeEmpty();
  await expect(page.locator('#field-unit-message')).not.toBeEmpty();
  await expect(page.locator('#field-source-message')).not.toBeEmpty();
});

test('the unit of a measure that has one alone is chosen with it', async ({ page }) => {
  await open(page, 'desk');
  await page.selectOption('#field-measure', 'city_count');
  await expect(page.locator('#field-unit')).not.toHaveValue('');
  await page.selectOption('#field-measure', 'facility_amount');
  await expect(page.locator('#field-unit'), 'one of several is never guessed').toHaveValue('');
});

test('a fault is shown while it is typed, and goes with it', async ({ page }) => {
  await open(page, 'desk');
  const field = page.locator('#field-value');
  await field.pressSequentially('abc');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#field-value-message')).not.toBeEmpty();
  await expect(field).toBeFocused();
  await field.fill('');
  await field.pressSequentially('12');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[aria-invalid="true"]'), 'fields that nobody touched').toHaveCount(0);
});

test('a figure of the open data is corrected and withdrawn', async ({ page }) => {
  await open(page, 'desk');
  await page.selectOption('#desk-picker', 'O018');
  expect(await page.inputValue('#field-value')).toBe('۹۰۰');
  expect(await page.inputValue('#field-area'), 'the area of an older division is kept').toBe('24@1395');
  await page.fill('#field-value', '910');
  await save(page);
  await expect(page.locator('.journal li').first()).toContainText('از «۹۰۰ نفر» به «۹۱۰ نفر»', { useInnerText: true });
  await page.selectOption('#desk-picker', 'O018');
  await page.fill('#field-note', 'همان رقم');
  await save(page);
  await expect(page.locator('.journal li')).toHaveCount(2);
  await expect(page.locator('.journal li').first(), 'the figure is the same').not.toContainText('از «', { useInnerText: true });
  await open(page, 's4');
  await expect(page.locator('main')).toContainText('۹۱۰');
  await open(page, 'desk');
  await page.selectOption('#desk-picker', 'O018');
  await page.locator('[data-action="withdraw"]').click();
  await expect.poll(() => page.locator('#desk-picker option[value="O018"]').count()).toBe(0);
});

test('a corrected figure stands on the other pages of this device, as long as it is kept', async ({ page }) => {
  const cores = new Set();
  page.on('request', (request) => { if (request.url().endsWith('_bg.wasm')) cores.add(request.url().split('/').pop()); });
  await open(page, 's4');
  expect([...cores], 'a reader without figures of its own').toEqual(['hamyar_bg.wasm']);
  await expect(page.locator('h1')).toContainText('۵۸۰');
  await open(page, 'desk');
  await page.selectOption('#desk-picker', 'O017');
  await page.fill('#field-value', '۵۸۳');
  await save(page);
  cores.clear();
  await open(page, 's4');
  await expect(page.locator('h1')).toContainText('۵۸۳');
  expect([...cores], 'exactly one core').toEqual(['hamyar_desk_bg.wasm']);
  // Without the hint the page learns it from the database.
  await page.evaluate(() => localStorage.clear());
  await open(page, 's4');
  await expect(page.locator('h1')).toContainText('۵۸۳');
});

test('a backup brings everything back after the store was deleted', async ({ page }) => {
  await open(page, 'desk');
  await fill(page, '612');
  await save(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="backup"]').click()]);
  const file = await download.path();
  await page.goto('about:blank');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin: new URL(String(test.info().project.use.baseURL)).origin, storageTypes: 'indexeddb' });
  await open(page, 'desk');
  await expect(page.locator('[data-state="vanished"]')).toBeVisible();
  await page.setInputFiles('#desk-restore', file);
  await expect.poll(() => own(page)).toBe('1');
  await expect(page.locator('[data-state="vanished"]')).toHaveCount(0);
});

test('two pages editing one figure: the second sees both', async ({ page, context }) => {
  await open(page, 'desk');
  const other = await context.newPage();
  await open(other, 'desk');
  for (const one of [page, other]) await one.selectOption('#desk-picker', 'O018');
  await page.fill('#field-value', '910');
  await other.fill('#field-value', '920');
  await save(page);
  await other.locator('[data-action="save"]').click();
  const dialog = other.locator('dialog.conflict');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('910');
  await expect(dialog).toContainText('920');
  await dialog.locator('button[value="mine"]').click();
  await expect(other.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  await other.selectOption('#desk-picker', 'O018');
  expect(await other.inputValue('#field-value')).toBe('۹۲۰');
});

test('a restore asks before it replaces work, and hands that out as a file first', async ({ page }, info) => {
  await install(page);
  await open(page, 'desk', { lang: 'en' });
  const file = info.outputPath('old.hamyar');
  const value = (/** @type {string} */ text) => page.evaluate((typed) => { drive.open('O018'); drive.type({ value: typed }); return drive.press('save'); }, text);
  expect(await value('910')).toEqual({ saved: true });
  const first = page.waitForEvent('download');
  await page.locator('[data-action="backup"]').click();
  await (await first).saveAs(file);
  expect(await value('920')).toEqual({ saved: true });

  await page.setInputFiles('#desk-restore', file);
  await page.locator('dialog[open] button[value="keep"]').click();
  expect(await page.evaluate(() => { drive.open('O018'); return drive.form().value; })).toBe('920');

  await page.setInputFiles('#desk-restore', file);
  const second = page.waitForEvent('download');
  await page.locator('dialog[open] button[value="discard"]').click();
  const kept = info.outputPath('kept.hamyar');
  await (await second).saveAs(kept);
  await expect.poll(() => page.evaluate(() => { drive.open('O018'); return drive.form().value; })).toBe('910');

  await page.setInputFiles('#desk-restore', kept);
  await page.locator('dialog[open] button[value="discard"]').click();
  await expect.poll(() => page.evaluate(() => { drive.open('O018'); return drive.form().value; })).toBe('920');
});

test('an unfinished correction waits for the person, on this page and after another', async ({ page }) => {
  await install(page);
  await open(page, 'desk', { lang: 'en' });
  const shown = () => page.evaluate(() => drive.form().value);
  await page.evaluate(() => { drive.open('O019'); drive.type({ value: '77' }); });
  await page.evaluate(() => drive.open('O018'));
  expect(await shown()).toBe('900');
  await page.evaluate(() => drive.open('O019'));
  await expect.poll(shown).toBe('77');
  await open(page, 's4', { lang: 'en' });
  await open(page, 'desk', { lang: 'en' });
  await page.evaluate(() => drive.open('O019'));
  await expect.poll(shown).toBe('77');
  await page.locator('[data-action="give-up"]').click();
  await expect.poll(shown).toBe('42000');
  await page.evaluate(() => { drive.open('O018'); drive.open('O019'); });
  await expect(page.locator('[data-action="give-up"]')).toBeHidden();
  expect(await shown()).toBe('42000');
});

test('sentences of a withdrawn figure say so; none is left empty', async ({ page }) => {
  await install(page);
  await open(page, 'desk', { lang: 'en' });
  expect(await page.evaluate(() => { drive.open('O016'); return drive.press('withdraw'); })).toEqual({ saved: true });
  await expect(page.locator('.journal li').first()).toContainText('700 billion rials');
  await open(page, 's4', { lang: 'en' });
  await expect(page.locator('h1')).toContainText('perhaps it was withdrawn on this device');
  await expect(page.locator('[data-phrase]:empty')).toHaveCount(0);
});
