// @ts-check
// What the figures must keep, judged on the desk, with a rule of the person's own.
import { readFileSync } from 'node:fs';
import { checkAccessibility, expect, expectToFit, open, test } from './support.mjs';

/** @param {import('@playwright/test').Page} page @param {Record<string, string>} rule */
async function judge(page, rule) {
  for (const [name, value] of Object.entries(rule)) {
    const control = page.locator(`#rule-${name}`);
    if (name === 'operator' || name === 'severity') await control.selectOption(value);
    else await control.fill(value);
  }
  await page.locator('[data-action="try-rule"]').click();
  await expect(page.locator('[data-part="rules-state"]')).toContainText('hold', { timeout: 20_000 });
}

test('a rule of one’s own is judged with the figures of this device, kept as a draft, and given as a file', async ({ page }) => {
  await open(page, 'desk', { lang: 'en' });
  const verdicts = page.locator('[data-part="verdicts"] li');
  await judge(page, { name: 'Small villages', left: 'O012 / O011 * 100', operator: '=', right: 'O013' });
  const own = verdicts.first();
  await expect(own).toHaveAttribute('data-verdict', 'pass');
  await expect(verdicts.nth(1), 'then what does not hold').toHaveAttribute('data-verdict', 'fail');
  await expect(own).toContainText('Small villages');
  await expect(own).toContainText('1,648 ÷ 2,327 × 100 ≈ 70.82; stated 71');
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectToFit(page);
    await checkAccessibility(page, '[aria-labelledby="desk-rules-title"]');
  }
  // A correction of this device breaks it.
  await page.selectOption('#desk-picker', 'O013');
  await page.fill('#field-value', '72');
  await page.locator('[data-action="save"]').click();
  await expect(page.locator('#desk')).toHaveAttribute('data-own', '1');
  await judge(page, {});
  await expect(own).toContainText('stated 72. It does not hold.');
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="rules-file"]').click()]);
  const lines = readFileSync(String(await file.path()), 'utf8').trimEnd().split('\n');
  expect(lines.at(-1)).toContain('"own-rule"');
  expect(lines.at(-1)).toContain('"O012 / O011 * 100","\'=","O013"');
  await open(page, 'desk', { lang: 'en' });
  await expect(page.locator('#rule-left')).toHaveValue('O012 / O011 * 100');
});

test('what cannot be read in a rule is told with what to write; the figures are judged all the same', async ({ page }) => {
  await open(page, 'desk', { lang: 'en' });
  await judge(page, { left: 'O012 / (', right: 'O013' });
  await expect(page.locator('[data-part="rules-state"]')).toContainText(/O012 \/ \(.*is not finished\. Write it like O012 \/ O011 \* 100/);
  await judge(page, { left: 'O999', right: '1' });
  await expect(page.locator('[data-part="rules-state"]')).toContainText('O999');
  expect(await page.locator('[data-part="verdicts"] li').count()).toBeGreaterThan(3);
});

for (const [lang, text] of /** @type {const} */ ([['fa', 'چیزی بارگیری نشد: یکی از جدول‌های منتشرشده به این دستگاه نرسید'], ['en', 'Nothing was downloaded: one of the published tables did not reach this device']])) {
  test(`a file whose published tables do not arrive says so (${lang})`, async ({ page }) => {
    await open(page, 'desk', { lang });
    await page.evaluate(() => {
      const { fetch } = window;
      const fails = (/** @type {string} */ address) => address.endsWith('/rules.csv') && document.documentElement.dataset.mended !== 'true';
      window.fetch = (...asked) => (fails(String(asked[0])) ? Promise.reject(new TypeError('no connection')) : fetch(...asked));
    });
    const alert = page.getByRole('alert').filter({ hasText: text });
    for (const action of ['package', 'rules-file']) {
      const button = page.locator(`[data-action="${action}"]`);
      await page.evaluate(() => { document.documentElement.dataset.mended = 'false'; });
      await button.click();
      await expect(alert, action).toBeVisible();
      await page.evaluate(() => { document.documentElement.dataset.mended = 'true'; });
      await Promise.all([page.waitForEvent('download'), button.click()]);
      await expect(alert, `${action}, once it arrived`).toHaveCount(0);
    }
  });
}
