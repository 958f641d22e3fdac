// @ts-check
import { expect, test as plain } from '@playwright/test';
import { frame as frameOf, onHost as onHostOf } from '../host/around.mjs';
import { publish } from '../host/published.mjs';
import { listen } from '../host/serve.mjs';

const NAMES = ['s4-paid-planned', 's2-rural-rank', 'overview-rural-map', 'example-monthly-line', 's2-unemployment-dots'];
/** @type {Awaited<ReturnType<typeof publish>>} */
let published;

plain.beforeAll(async () => {
  published = await publish(NAMES, { isPlain: true });
});

plain.afterAll(() => published.close());

/** @param {import('@playwright/test').Page} page @param {string} body @param {(page: import('@playwright/test').Page) => Promise<void>} act */
const onHost = (page, body, act) => onHostOf(page, published, body, act);

/** @param {string} name @param {string} [attributes] */
const frame = (name, attributes) => frameOf(published, name, attributes);

/** How high a frame is, and the chart in it. @param {import('@playwright/test').Page} page @param {string} name */
async function heightOf(page, name) {
  const element = page.locator(`iframe[title="${name}"]`);
  // Browsers lay out no frame of another origin that is far out of sight.
  await element.scrollIntoViewIfNeeded();
  const own = await element.evaluate((one) => one.clientHeight);
  const inside = await element.contentFrame().locator('body').evaluate((body) => body.getBoundingClientRect().height);
  return { name, own, inside };
}

/** @param {import('@playwright/test').Page} page */
async function heights(page) {
  const all = [];
  for (const name of NAMES) all.push(await heightOf(page, name));
  return all;
}

/** Each is looked at until it is right: one that is scrolled past at once may not be laid out at all. @param {import('@playwright/test').Page} page */
async function expectHeights(page) {
  for (const name of NAMES) {
    await expect.poll(async () => { const { own, inside } = await heightOf(page, name); return Math.abs(own - inside); }, name).toBeLessThanOrEqual(1);
  }
}

plain('five frames are as high as their charts, growing and shrinking, and stay so', async ({ page }) => {
  plain.setTimeout(90_000);
  await page.setViewportSize({ width: 1000, height: 800 });
  await onHost(page, NAMES.map((name) => frame(name)).join(''), async () => {
    for (const name of NAMES) await expect(page.locator(`iframe[title="${name}"]`).contentFrame().locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
    await expectHeights(page);
    const wide = await heights(page);
    await page.setViewportSize({ width: 380, height: 800 });
    await expectHeights(page);
    const narrow = await heights(page);
    expect(narrow[1].own, 'rows with names above them are higher').toBeGreaterThan(wide[1].own);
    await page.setViewportSize({ width: 1000, height: 800 });
    await expectHeights(page);
    expect((await heights(page)).map(({ own }) => own), 'as high as before').toEqual(wide.map(({ own }) => own));
    // What is unfolded inside makes it grow, and shrink again.
    const chart = page.locator('iframe').first().contentFrame();
    await chart.locator('[data-part="description"] summary:visible').click();
    await expectHeights(page);
    expect((await heights(page))[0].own).toBeGreaterThan(wide[0].own);
    await chart.locator('[data-part="description"] summary:visible').click();
    await expectHeights(page);
    const still = await heights(page);
    for (let times = 0; times < 50; times += 1) {
      await page.waitForTimeout(20);
      expect(await page.locator('iframe').evaluateAll((all) => all.map((one) => one.clientHeight))).toEqual(still.map(({ own }) => own));
    }
  });
});

plain('a page around hears the events of a chart in a frame, also in a sandbox', async ({ page }) => {
  await onHost(page, frame(NAMES[0]) + frame(NAMES[1], 'sandbox="allow-scripts"'), async () => {
    const told = () => page.evaluate(() => /** @type {any} */ (window).told);
    await expect(page.locator('iframe').first().contentFrame().locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
    await expect.poll(told).toContainEqual(['hamyar-ready', NAMES[0], '']);
    await page.locator('iframe').first().contentFrame().locator('canvas[tabindex]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(told).toContainEqual(['hamyar-select', NAMES[0], expect.stringContaining('figure=O017')]);
    const boxed = page.locator('iframe').nth(1);
    await expect.poll(() => boxed.evaluate((one) => one.clientHeight)).toBeGreaterThan(400);
  });
});

plain('a page around that begins to listen late hears that a chart is drawn, and once', async ({ page }) => {
  await onHost(page, frame(NAMES[0]).replace('data-hamyar ', ''), async () => {
    const told = () => page.evaluate(() => /** @type {any} */ (window).told);
    await expect(page.locator('iframe').contentFrame().locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
    await page.waitForTimeout(200);
    expect(await told(), 'nobody asked').toEqual([]);
    // A frame is one of ours from here on; it is not loaded again, and asked by hand.
    const ask = () => page.locator('iframe').evaluate((/** @type {HTMLIFrameElement} */ one) => {
      one.dataset.hamyar = '';
      one.dispatchEvent(new Event('load'));
    });
    await ask();
    await expect.poll(told).toEqual([['hamyar-ready', NAMES[0], '']]);
    await ask();
    await page.waitForTimeout(200);
    expect(await told()).toHaveLength(1);
  });
});

plain('a frame that was led to another origin is not listened to', async ({ page }) => {
  const stranger = await listen(async () => ({ body: '<!doctype html><title>x</title><script>setInterval(() => parent.postMessage({ hamyar: 1, type: "height", height: 9 }, "*"), 20)</script>' }));
  try {
    await onHost(page, frame(NAMES[0]), async () => {
      const element = page.locator('iframe').first();
      await expect(element.contentFrame().locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
      await expect.poll(() => element.evaluate((one) => one.clientHeight)).not.toBe(300);
      const right = await element.evaluate((one) => one.clientHeight);
      const inside = page.frames().find((one) => one.url().includes('.frame.html'));
      await inside?.evaluate((address) => { location.href = address; }, stranger.origin.replace('127.0.0.1', 'localhost'));
      await expect.poll(() => page.frames().some((one) => one.url().startsWith('http://localhost'))).toBe(true);
      await page.waitForTimeout(300);
      expect(await element.evaluate((one) => one.clientHeight)).toBe(right);
    });
  } finally {
    stranger.close();
  }
});
