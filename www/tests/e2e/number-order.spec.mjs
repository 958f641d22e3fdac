// @ts-check
import { comeNear, expect, open, test } from './support.mjs';

/**
 * Each percent sign that a part of the page shows, and whether it stands at the right of its number.
 * @param {import('@playwright/test').Locator} part
 * @returns {Promise<{text: string, right: boolean}[]>}
 */
const percents = (part) => part.evaluate((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  const middle = (/** @type {Node} */ node, /** @type {number} */ at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { left, width } = range.getBoundingClientRect();
    return left + width / 2;
  };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('desc, title')) continue;
    const text = node.textContent ?? '';
    for (const { index } of text.matchAll(/(?<=[۰-۹])٪/g)) found.push({ text, right: middle(node, index) > middle(node, index - 1) });
  }
  return found;
});

test('a percent sign stands at the right of its number in table, tooltip and drawing, before and after a letter', async ({ page }) => {
  await open(page, 'gallery');
  const figure = page.locator('figure[data-view="gallery-funnel"]');
  await figure.scrollIntoViewIfNeeded();
  await comeNear(page);
  await figure.locator('canvas[tabindex]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const tooltip = figure.locator('[role="tooltip"]');
  await expect(tooltip).toContainText('مرحلهٔ پیش');
  const tips = await percents(tooltip);
  await figure.locator('[data-action="table"]').click();
  const cells = await percents(figure.locator('tbody'));
  const svg = await page.evaluate(async () => {
    const url = (/** @type {string} */ path) => new URL(path, document.baseURI).href;
    const { loadPictures } = await import(url('js/picture.js'));
    const { Workspace } = await loadPictures();
    const data = Workspace.open(new Uint8Array(await (await fetch(url('data/gallery/package.bin'))).arrayBuffer()));
    const { views } = await (await fetch(url('views/gallery.json'))).json();
    return data.chart(views['gallery-funnel'], { width: 360, lang: 'fa' }).toSvg('light');
  });
  const other = await page.context().newPage();
  await other.setContent(svg);
  const drawn = await percents(other.locator('svg'));
  for (const [where, all] of Object.entries({ tips, cells, drawn })) {
    expect(all.length, where).toBeGreaterThanOrEqual(where === 'tips' ? 2 : 6);
    expect(all.filter(({ right }) => !right), where).toEqual([]);
  }
});
