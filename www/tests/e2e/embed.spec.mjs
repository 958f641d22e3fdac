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
