// @ts-check
/** From a key to its announcement, and what stands in the document, at a few points and at ten thousand. */
import { median } from '../median.mjs';

const POINTS = [100, 10_000];
/** Presses of each key; a first one is not counted. */
const PRESSES = 20;
const KEYS = ['ArrowRight', 'ArrowLeft', 'End', 'Home', 'PageDown'];

/** @param {import('playwright-core').Browser} browser @param {string} address @returns {Promise<string>} a table */
export async function keys(browser, address) {
  const lines = ['', 'From a key to its announcement, ms (a page with one line of so many days)', 'points    median   slowest   nodes of the document'];
  for (const points of POINTS) {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error('keys', error.message));
    await page.goto(`${address}/charts/page.html`);
    const nodes = await page.evaluate(async (count) => (await import(`${location.origin}/charts/keys-page.mjs`)).show(count), points);
    await page.keyboard.press('Home');
    for (const key of KEYS) {
      for (let press = 0; press < PRESSES; press += 1) {
        // Longer than the rest after which a mark is announced at once.
        await page.waitForTimeout(150);
        await page.keyboard.press(key);
      }
    }
    await page.waitForTimeout(300);
    const times = (await page.evaluate(async () => (await import(`${location.origin}/charts/keys-page.mjs`)).times())).slice(1);
    if (times.length < KEYS.length * PRESSES - 1) throw new Error(`${times.length} announcements of ${KEYS.length * PRESSES} keys`);
    const slowest = Math.max(...times);
    lines.push(`${String(points).padStart(6)}  ${median(times).toFixed(1).padStart(8)}  ${slowest.toFixed(1).padStart(8)}  ${String(nodes).padStart(8)}`);
    await page.close();
  }
  return lines.join('\n');
}
