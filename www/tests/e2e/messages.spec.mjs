// @ts-check
// FAULTS E5: what strangers send to a page with a frame, and to the frame.
import { expect, test } from '@playwright/test';
import { frame, onHost } from '../host/around.mjs';
import { publish } from '../host/published.mjs';
import { listen } from '../host/serve.mjs';
import { countMessages, oddShapes } from '../host/shapes.mjs';

const NAME = 's4-paid-planned';
const FLOOD = process.env.HAMYAR_LONG ? 10_000 : 1_000;
/** How long no task may be, in ms, where no other test shares the cores; where one does, a guard against hanging. */
const [ALONE, BESIDE] = [200, 2_000];
const STRANGER = '<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,"></html>';
/** @type {Awaited<ReturnType<typeof publish>>} */
let published;
/** @type {Awaited<ReturnType<typeof listen>>} */
let stranger;

test.beforeAll(async () => {
  published = await publish([NAME], { isPlain: true });
  stranger = await listen(async () => ({ body: STRANGER }));
});

test.afterAll(() => {
  published.close();
  stranger.close();
});

test.beforeEach(({ context }) => countMessages(context));

/** Counts of a frame or page. @param {import('@playwright/test').Frame | import('@playwright/test').Page} where @param {'arrived' | 'answers'} what @returns {Promise<number>} */
const count = (where, what) => where.evaluate((name) => /** @type {any} */ (window)[name], what);

/** Who is not the frame, however near its address comes: by the part of the address that tells them apart. */
const strangers = () => {
  const port = new URL(published.origin).port;
  return [stranger.origin, `http://localhost:${port}${published.folder}index.html`, `http://127.0.0.1.localhost:${port}${published.folder}index.html`];
};

/** The frame of the chart, and strangers: in frames beside it, the last of them in a sandbox, and one that it opened. @param {import('@playwright/test').Page} page */
async function beset(page) {
  const opened = page.waitForEvent('popup');
  await page.evaluate((address) => { window.open(address); }, stranger.origin);
  const popup = await opened;
  await popup.waitForLoadState();
  const [own, ...others] = page.frames().filter((one) => one !== page.mainFrame());
  await expect.poll(() => Promise.all(others.map((one) => one.evaluate(() => document.readyState)))).toEqual(others.map(() => 'complete'));
  expect(await others.at(-1)?.evaluate(() => self.origin), 'the last is from nowhere').toBe('null');
  return { own, all: [...others, popup.mainFrame()] };
}

test('nobody but the frame is heard by the page around it, and nobody but that page by the frame', async ({ page }) => {
  test.setTimeout(240_000);
  expect(await page.evaluate(oddShapes).then((all) => all.length)).toBeGreaterThanOrEqual(200);
  const body = frame(published, NAME) + strangers().map((address) => `<iframe title="stranger" src="${address}"></iframe>`).join('') + `<iframe title="nowhere" sandbox="allow-scripts" src="${stranger.origin}"></iframe>`;
  await onHost(page, published, body, async () => {
    const element = page.locator('iframe[data-hamyar]');
    const height = () => element.evaluate((one) => one.clientHeight);
    const told = () => page.evaluate(() => /** @type {any} */ (window).told.length);
    await expect(element.contentFrame().locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
    await expect.poll(height).not.toBe(300);
    const { own, all } = await beset(page);
    expect(all).toHaveLength(5);
    const before = { height: await height(), told: await told(), answers: await count(page, 'answers') };
    await page.evaluate(() => {
      const tasks = /** @type {any} */ (window).tasks = /** @type {number[]} */ ([]);
      new PerformanceObserver((list) => tasks.push(...list.getEntries().filter(({ name }) => name === 'self').map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
    });
    for (const one of all) {
      const arrived = [await count(page, 'arrived'), await count(own, 'arrived')];
      const sent = await one.evaluate((flood) => {
        const { oddShapes, right, opener, parent } = /** @type {any} */ (window);
        const around = opener ?? parent;
        const messages = [...oddShapes(), ...Array.from({ length: flood }, (_, turn) => right[turn % right.length])];
        for (const message of messages) {
          around.postMessage(message, '*');
          around.frames[0].postMessage(message, '*');
        }
        return messages.length;
      }, FLOOD);
      await expect.poll(async () => [await count(page, 'arrived') - arrived[0] >= sent, await count(own, 'arrived') - arrived[1] >= sent], { timeout: 60_000 }).toEqual([true, true]);
    }
    // What strangers sent in the form of answers is counted; what the frame sent is not among it.
    const fromStrangers = all.length * await page.evaluate((flood) => {
      const { oddShapes, right } = /** @type {any} */ (window);
      const isCounted = (/** @type {any} */ data) => data?.hamyar === 1 && data.type !== 'ask';
      return oddShapes().filter(isCounted).length + Array.from({ length: flood }, (_, turn) => right[turn % right.length]).filter(isCounted).length;
    }, FLOOD);
    expect({ height: await height(), told: await told(), answers: await count(page, 'answers') - fromStrangers }).toEqual(before);
    expect(await Promise.all(all.map((one) => count(one, 'answers'))), 'strangers hear nothing').toEqual(all.map(() => 0));
    const longest = test.info().config.workers === 1 ? ALONE : BESIDE;
    expect(await page.evaluate(() => Math.max(0, .../** @type {any} */ (window).tasks)), 'the longest task, in ms').toBeLessThan(longest);
    // The page and its frame still hear each other.
    await page.setViewportSize({ width: 420, height: 800 });
    await expect.poll(height).not.toBe(before.height);
  }, 'http://127.0.0.1:* http://localhost:* http://127.0.0.1.localhost:*');
});

test('odd shapes from the frame itself, or from the page around it, change nothing', async ({ page }) => {
  await onHost(page, published, frame(published, NAME), async () => {
    const element = page.locator('iframe[data-hamyar]');
    const height = () => element.evaluate((one) => one.clientHeight);
    await expect(element.contentFrame().locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
    await expect.poll(height).not.toBe(300);
    const own = page.frames()[1];
    const state = async () => ({ height: await height(), told: await page.evaluate(() => /** @type {any} */ (window).told) });
    const before = await state();
    const arrived = await count(page, 'arrived');
    const sent = await own.evaluate(() => { const all = /** @type {any} */ (window).oddShapes(); for (const shape of all) parent.postMessage(shape, '*'); return all.length; });
    await expect.poll(() => count(page, 'arrived')).toBe(arrived + sent);
    expect(await state()).toEqual(before);
    const answered = await count(page, 'arrived');
    const heard = await count(own, 'arrived');
    await page.evaluate(() => { for (const shape of /** @type {any} */ (window).oddShapes()) window.frames[0].postMessage(shape, '*'); });
    await expect.poll(() => count(own, 'arrived')).toBe(heard + sent);
    // A right one after them is answered, by one message.
    await page.evaluate(() => window.frames[0].postMessage({ hamyar: 1, type: 'ask' }, '*'));
    await expect.poll(() => count(page, 'arrived')).toBe(answered + 1);
    // The check can fail: a right shape from the frame is taken.
    await own.evaluate(() => parent.postMessage({ hamyar: 1, type: 'height', height: 777 }, '*'));
    await expect.poll(height).toBe(777);
  });
});

test('a page from nowhere is told nothing, for it cannot be told apart from others', async ({ page }) => {
  const inner = `<iframe src="${published.base}${NAME}.frame.html"></iframe>`;
  for (const [sandbox, isTold] of /** @type {const} */ ([['allow-scripts', false], ['allow-scripts allow-same-origin', true]])) {
    const host = await listen(async (path) => ({
      body: `<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,"><body>${path === '/index.html' ? `<iframe sandbox="${sandbox}" src="/inner.html" width="800" height="800"></iframe>` : inner}</body></html>`,
    }));
    try {
      await page.goto(host.origin);
      const chart = page.frameLocator('iframe').frameLocator('iframe');
      await expect(chart.locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
      const around = page.frames()[1];
      await around.evaluate(() => window.frames[0].postMessage({ hamyar: 1, type: 'ask' }, '*'));
      await expect.poll(() => count(page.frames()[2], 'arrived')).toBe(1);
      // How high it is, and that it is drawn.
      if (isTold) await expect.poll(() => count(around, 'answers')).toBe(2);
      else {
        // What it had to say would have come before this.
        await page.frames()[2].evaluate(() => parent.postMessage('marker', '*'));
        await expect.poll(() => count(around, 'arrived')).toBe(1);
        expect(await count(around, 'answers')).toBe(0);
      }
    } finally {
      host.close();
    }
  }
});
