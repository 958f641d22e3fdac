// @ts-check
// FAULTS E7: the element on pages that are hostile to it, many times on one, and come and gone.
import { expect, test } from '@playwright/test';
import { HOSTS, PLAIN, serveHostile } from '../host/hostile.mjs';
import { difference } from '../host/pictures.mjs';

const CHART = '<hamyar-chart view="s2-rural-rank" lang="fa" theme="light"></hamyar-chart>';
const DRAWN = 'hamyar-chart .hamyar-root figure[data-state="ready"]';
/** Of each kind one: styles, boxes, builtins, and the element twice. */
const FEW = ['letters', 'grid', 'builtins', 'wrapped'];
const { HAMYAR_LONG } = process.env;
const MANY = HAMYAR_LONG ? 50 : 12;
const ROUNDS = HAMYAR_LONG ? 200 : 40;
/** @type {Awaited<ReturnType<typeof serveHostile>>} */
let server;

test.beforeAll(async ({ baseURL }) => { server = await serveHostile(new URL(String(baseURL)).origin, CHART); });
test.afterAll(() => server.close());

/** The chart as it is seen on a page. @param {import('@playwright/test').Page} page @param {string} name */
async function seen(page, name) {
  await page.goto(`${server.origin}/${name}.html`);
  await page.locator(DRAWN).waitFor({ timeout: 20_000 });
  // One is moved about while it is drawn.
  await page.waitForSelector('html:not([data-moving])', { state: 'attached' });
  await page.locator(DRAWN).waitFor({ timeout: 20_000 });
  await page.evaluate(() => document.fonts.ready);
  return page.locator(DRAWN).screenshot({ animations: 'disabled' });
}

for (const { name } of HOSTS.filter((host) => HAMYAR_LONG || FEW.includes(host.name))) {
  test(`on a hostile page a chart looks as on a plain one: ${name}`, async ({ page, context }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width: 1000, height: 1400 });
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
    const wanted = await seen(page, PLAIN.name);
    const found = await seen(page, name);
    expect(await difference(await context.newPage(), wanted, found), 'share of the pixels that differ').toBeLessThan(0.01);
    expect(faults).toEqual([]);
  });
}

test(`${MANY} on one page are drawn alike, by one core`, async ({ page, context }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 1000, height: 1400 });
  const cores = new Set();
  page.on('request', (request) => { if (request.url().endsWith('.wasm')) cores.add(request.url()); });
  const wanted = await seen(page, PLAIN.name);
  await page.evaluate((count) => {
    const chart = /** @type {Element} */ (document.querySelector('hamyar-chart'));
    for (let more = 1; more < count; more += 1) chart.after(chart.cloneNode(true));
  }, MANY);
  await expect(page.locator(DRAWN)).toHaveCount(MANY, { timeout: 40_000 });
  const found = await page.locator(DRAWN).last().screenshot({ animations: 'disabled' });
  expect(await difference(await context.newPage(), wanted, found)).toBeLessThan(0.01);
  expect(cores.size).toBe(1);
});

test(`a chart that comes and goes ${ROUNDS} times leaves nothing behind`, async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => {
    const own = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...all) => {
      const made = await own(...all);
      Object.assign(window, { core: made.instance.exports });
      return made;
    };
  });
  await seen(page, PLAIN.name);
  const devtools = await page.context().newCDPSession(page);
  const comeAndGo = (/** @type {number} */ rounds) => page.evaluate(async (count) => {
    for (let round = 0; round < count; round += 1) {
      const chart = /** @type {HTMLElement} */ (document.querySelector('hamyar-chart'));
      const place = /** @type {HTMLElement} */ (chart.parentNode);
      const ready = new Promise((resolve) => { place.addEventListener('hamyar-ready', resolve, { once: true }); });
      // The same one put back, and another in its place, by turns.
      const next = /** @type {HTMLElement} */ (round % 2 ? chart : chart.cloneNode(true));
      chart.remove();
      place.append(next);
      await ready;
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
    }
  }, rounds);
  const measured = async () => {
    for (let times = 0; times < 3; times += 1) await devtools.send('HeapProfiler.collectGarbage');
    const heap = /** @type {any} */ (await devtools.send('Runtime.getHeapUsage'));
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
    const memory = await page.evaluate(() => /** @type {any} */ (window).core.memory.buffer.byteLength);
    return { heap: heap.usedSize + (heap.embedderHeapUsedSize ?? 0), nodes, listeners: jsEventListeners, memory };
  };
  // What is made once is there after a few.
  await comeAndGo(10);
  const before = await measured();
  await comeAndGo(ROUNDS);
  const after = await measured();
  expect(after.heap - before.heap, 'growth of the heap').toBeLessThan(5 * 2 ** 20);
  expect(after.memory - before.memory, 'growth of the memory of the core').toBeLessThan(2 ** 20);
  expect(after.nodes - before.nodes, 'nodes').toBeLessThan(ROUNDS);
  expect(after.listeners - before.listeners, 'listeners').toBeLessThan(ROUNDS);
});
