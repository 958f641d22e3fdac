// @ts-check
import { expect, test } from './support.mjs';

test('the element draws on a foreign page with a policy of its own', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  const chart = page.locator('hamyar-chart');
  await expect(chart.locator('figure[data-state="ready"]')).toBeVisible({ timeout: 20_000 });
  await expect(chart.locator('[data-part="title"]')).toContainText('برنامه');
  await chart.locator('canvas[tabindex]').focus();
  await expect(chart.locator('[role="tooltip"]')).toContainText('۵۸۰');
});

test('a sandboxed frame without storage shows the same chart', async ({ page }) => {
  await page.goto('/tests/host/frame.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
  await expect(frame.locator('html')).not.toHaveAttribute('data-failed', 'true');
  await expect(frame.locator('hamyar-chart [data-part="title"]')).not.toBeEmpty();
});

test('a foreign page gets our font, for the chart is measured in it', async ({ page }) => {
  await page.goto('/tests/host/element.html');
  await expect(page.locator('hamyar-chart figure')).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  await expect.poll(() => page.evaluate(() => [...document.fonts].filter(({ family, status }) => family === 'Vazirmatn' && status === 'loaded').length)).toBe(2);
});

test('a frame of 300 px cuts nothing off', async ({ page }) => {
  await page.setViewportSize({ width: 300, height: 700 });
  await page.goto('/embed.html?view=s2-map-status&lang=fa');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
  const box = await page.locator('figure').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(300);
});
