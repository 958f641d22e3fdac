// @ts-check
import { PAGES, expect, open, test } from './support.mjs';

/** Persian text without isolation marks and with plain spaces. @param {string | null} text */
const plain = (text) => (text ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/[\u00a0\s]+/g, ' ').trim();

/** @param {import('@playwright/test').Page} page */
const mainText = async (page) => plain(await page.locator('main').innerText());

test('S4 tells paid from planned', async ({ page }) => {
  await open(page, 's4');
  const text = await mainText(page);
  for (const part of ['۵۸۰ میلیارد ریال', '۷۰۰ میلیارد', '۹۰۰ نفر', '۶۴۴٫۴', '+۲۰٫۶۹٪', 'برنامه نسبت به پرداخت']) expect(text).toContain(part);
  await open(page, 's4', { lang: 'en' });
  const english = await mainText(page);
  for (const part of ['580 billion rial', '700 billion', '644.4', '+20.69%']) expect(english).toContain(part);
});

test('no page adds planned to paid, or one figure told twice', async ({ page }) => {
  test.setTimeout(120_000);
  for (const name of PAGES) {
    for (const lang of /** @type {const} */ (['fa', 'en'])) {
      await open(page, name, { lang });
      const text = await page.evaluate(() => document.body.textContent ?? '');
      expect(text).not.toMatch(/۱٬?۲۸۰ میلیارد|1,?280 billion|۱٬?۱۶۰ میلیارد|1,?160 billion/);
    }
  }
});

test('S2 shows what was stated, what was computed, and no verdict', async ({ page }) => {
  await open(page, 's2');
  const text = await mainText(page);
  for (const part of ['۳۱', '۶۹', '۵٬۶۱۳', '۲٬۳۲۷', '۱٬۶۴۸', '۷۱', '۷۰٫۸۲', 'حدود ۸ واحد درصد', '۳۴', 'حدود ۲۶', '۱۱٫۳۰', '۱۲٫۵۶', '۱۳٫۹۶', '۸ از ۲۴']) {
    expect(text, part).toContain(part);
  }
  expect(text).toContain('بدون رقم');
});
