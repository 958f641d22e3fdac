// @ts-check
import { comeNear, expect, expectToFit, open, test } from './support.mjs';

const A4 = { portrait: 794, landscape: 1123 };

for (const lang of /** @type {const} */ (['fa', 'en'])) {
  test(`on paper charts are lines and letters on white, with table and source (${lang})`, async ({ page }) => {
    test.setTimeout(60_000);
    await open(page, 's2', { lang, theme: 'dark' });
    await comeNear(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('html')).toHaveCSS('color', 'rgb(19, 34, 46)');
    for (const width of Object.values(A4)) {
      await page.setViewportSize({ width, height: 900 });
      await expectToFit(page, `at ${width}`);
      for (const figure of await page.locator('figure[data-view]').all()) {
        const drawing = figure.locator('svg.on-paper');
        await expect(drawing).toBeVisible();
        await expect(figure.locator('[data-part="plot"] canvas')).toBeHidden();
        await expect(figure.locator('tbody tr').first()).toBeVisible();
        await expect(figure.locator('[data-part="source"]')).toBeVisible();
        await expect(figure.locator('.figure-tools')).toBeHidden();
        const { inside, texts } = await drawing.evaluate((element) => {
          const box = element.getBoundingClientRect();
          const texts = [...element.querySelectorAll('text')];
          const inside = texts.every((text) => { const own = text.getBoundingClientRect(); return own.left >= box.left - 3 && own.right <= box.right + 3; });
          return { inside, texts: texts.length };
        });
        expect(texts).toBeGreaterThan(2);
        expect(inside, `${await figure.getAttribute('data-view')} at ${width}`).toBe(true);
      }
    }
    await page.emulateMedia({ media: 'screen' });
    await expect(page.locator('.on-paper')).toHaveCount(0);
    await expect(page.locator('figure[data-view] [data-part="plot"] canvas').first()).toBeVisible();
  });
}

test('a printed page has no picture of a plot: what it draws can be searched and enlarged', async ({ page }) => {
  // Its map has a key, whose swatches are pictures.
  await open(page, 's2');
  const file = (await page.pdf({ format: 'A4' })).toString('latin1');
  // The swatches of keys are pictures of 54 × 36; a plot would be hundreds wide.
  const widths = [...file.matchAll(/\/Subtype \/Image\s+\/Width (\d+)/g)].map(([, width]) => Number(width));
  expect(widths.length).toBeGreaterThan(0);
  expect(Math.max(...widths)).toBeLessThanOrEqual(54);
  expect(file).toContain('/ToUnicode');
});
