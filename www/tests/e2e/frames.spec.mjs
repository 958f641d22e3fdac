// @ts-check
import { readdirSync } from 'node:fs';
import { expect, test as plain } from '@playwright/test';
import { publish } from '../host/published.mjs';
import { listen } from '../host/serve.mjs';

const NAMES = ['s4-paid-planned', 's2-rural-rank', 'overview-rural-map', 'example-monthly-line', 's2-unemployment-dots'];
/** @type {Awaited<ReturnType<typeof publish>>} */
let published;
let script = '';

plain.beforeAll(async () => {
  published = await publish(NAMES, { isPlain: true });
  script = published.base + 'assets/' + readdirSync(`${published.site}/assets`).find((name) => /^hamyar-frame\.\w+\.js$/.test(name));
});

plain.afterAll(() => published.close());

/**
 * A page of another origin with this markup, under a policy that lets the charts in.
 * @param {string} body @param {(page: import('@playwright/test').Page) => Promise<void>} act
 * @param {import('@playwright/test').Page} page
 */
async function onHost(page, body, act) {
  const policy = `default-src 'none'; script-src 'self' ${published.origin}; style-src 'self'; img-src data:; frame-src ${published.origin} http://localhost:*; `
    + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  const host = await listen(async (path) => {
    if (path === '/told.js') return { body: "window.told = []; for (const kind of ['hamyar-ready', 'hamyar-select']) document.addEventListener(kind, (event) => window.told.push([kind, event.target.title, event.detail.key]));" };
    return {
      body: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>میزبان</title><script src="told.js"></script>`
        + `<script type="module" src="${script}" crossorigin="anonymous"></script></head><body>${body}</body></html>`,
      headers: { 'content-security-policy': policy },
    };
  });
  /** @type {string[]} */
  const faults = [];
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  page.on('pageerror', (error) => faults.push(String(error)));
  try {
    await page.goto(host.origin);
    await act(page);
    expect(faults).toEqual([]);
  } finally {
    host.close();
  }
}

/** @param {string} name @param {string} [attributes] */
const frame = (name, attributes = '') => `<iframe data-hamyar title="${name}" src="${published.base}${name}.frame.html" width="100%" height="300" ${attributes}></iframe>`;

/** How high each frame is, and the chart in it. @param {import('@playwright/test').Page} page */
async function heights(page) {
  const all = [];
  for (const name of NAMES) {
    const element = page.locator(`iframe[title="${name}"]`);
    // Browsers lay out no frame of another origin that is far out of sight.
    await element.scrollIntoViewIfNeeded();
    const own = await element.evaluate((one) => one.clientHeight);
    const inside = await element.contentFrame().locator('body').evaluate((body) => body.getBoundingClientRect().height);
    all.push({ name, own, inside });
  }
  return all;
}

/** @param {import('@playwright/test').Page} page */
const expectHeights = (page) => expect.poll(async () => {
  const all = await heights(page);
  return all.filter(({ own, inside }) => Math.abs(own - inside) > 1);
}, { timeout: 20_000 }).toEqual([]);

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

/** Shapes that are no message of ours, and ours with something wrong. */
const SHAPES = [null, undefined, 0, '', 'height', [], {}, true, { hamyar: 1 }, { type: 'height', height: 9 }, { hamyar: '1', type: 'height', height: 9 }, { hamyar: 2, type: 'height', height: 9 },
  { hamyar: 1, type: 'height' }, { hamyar: 1, type: 'height', height: '9' }, { hamyar: 1, type: 'height', height: 9.5 }, { hamyar: 1, type: 'height', height: 0 }, { hamyar: 1, type: 'height', height: -9 },
  { hamyar: 1, type: 'height', height: NaN }, { hamyar: 1, type: 'height', height: Infinity }, { hamyar: 1, type: 'height', height: 1e9 }, { hamyar: 1, type: 'height', height: 9, more: 1 }, { hamyar: 1, type: 'Height', height: 9 },
  { hamyar: 1, type: ['height'], height: 9 }, { hamyar: 1, type: 'event', name: 'click', key: '' }, { hamyar: 1, type: 'event', name: 'hamyar-select' }, { hamyar: 1, type: 'event', name: 'hamyar-select', key: {} },
  { hamyar: 1, type: 'event', name: 'hamyar-select', key: 'x'.repeat(3000) }, { hamyar: 1, type: 'event', name: ['hamyar-select'], key: '' }, { hamyar: 1, type: 'ask', more: 1 }, new Date(0), new Uint8Array(8)];

plain('shapes that are no message change nothing, nor do right ones from elsewhere, nor a flood', async ({ page }) => {
  await onHost(page, frame(NAMES[0]), async () => {
    const element = page.locator('iframe').first();
    const chart = element.contentFrame();
    await expect(chart.locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
    await expect.poll(() => element.evaluate((one) => one.clientHeight)).not.toBe(300);
    const right = await element.evaluate((one) => one.clientHeight);
    const told = await page.evaluate(() => /** @type {any} */ (window).told.length);
    // The right frame with wrong shapes: the chart's own page sends them.
    const inside = page.frames().find((one) => one.url().includes('.frame.html'));
    await inside?.evaluate((shapes) => { for (const shape of shapes) parent.postMessage(shape, '*'); }, SHAPES);
    // A right shape from the page itself, and a flood of it from a frame that is none of ours.
    await page.evaluate(() => {
      const tasks = /** @type {any} */ (window).tasks = /** @type {number[]} */ ([]);
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
      window.postMessage({ hamyar: 1, type: 'height', height: 9 }, '*');
      document.body.append(document.createElement('iframe'));
    });
    const stranger = page.frames().find((one) => one.url() === 'about:blank');
    expect(stranger).toBeDefined();
    await stranger?.evaluate(() => { for (let times = 0; times < 10_000; times += 1) parent.postMessage({ hamyar: 1, type: 'height', height: 9 }, '*'); });
    await page.waitForTimeout(500);
    // Ten times what is aimed at: a guard against hanging, not a measurement.
    expect(await page.evaluate(() => Math.max(0, .../** @type {any} */ (window).tasks)), 'the longest task, in ms').toBeLessThan(2000);
    // And into the frame, from a page that is not around it.
    await inside?.evaluate((shapes) => { for (const shape of shapes) window.postMessage(shape, '*'); }, SHAPES);
    expect(await element.evaluate((one) => one.clientHeight)).toBe(right);
    expect(await page.evaluate(() => /** @type {any} */ (window).told.length)).toBe(told);
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
