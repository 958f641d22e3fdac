// @ts-check
import { comeNear, expect, open, test } from './support.mjs';

/** Contrast of what is painted on a canvas with what most of it is, at the most, and how many pixels have 3:1. @param {Element} element */
function painted(element) {
  const canvas = /** @type {HTMLCanvasElement} */ (element);
  const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, canvas.width, canvas.height);
  const ground = getComputedStyle(canvas.closest('.figure') ?? canvas).backgroundColor.match(/\d+/g)?.slice(0, 3).map(Number) ?? [255, 255, 255];
  const light = (/** @type {ArrayLike<number>} */ color) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, place) => {
    const part = color[place] / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
  const own = light(ground);
  let [most, seen] = [1, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] < 255) continue;
    const other = light(data.subarray(at, at + 3));
    const contrast = (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05);
    most = Math.max(most, contrast);
    seen += Number(contrast >= 3);
  }
  return { most, seen };
}

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`where colours are forced every chart is still seen, without a reload (${scheme})`, async ({ page }) => {
    for (const name of ['index', 's2', 's4']) {
      await open(page, name);
      await comeNear(page);
      await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
      // The ground is the system's, whatever the page's own theme was.
      await expect.poll(() => page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      for (const figure of await page.locator('figure[data-view]').all()) {
        const canvas = figure.locator('[data-part="plot"] canvas');
        await expect.poll(() => canvas.evaluate(painted).then(({ most }) => most), await figure.getAttribute('data-view') ?? '').toBeGreaterThan(7);
        expect((await canvas.evaluate(painted)).seen).toBeGreaterThan(100);
      }
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    }
  });
}
