// @ts-check
/** Firefox as it comes, driven over WebDriver BiDi. `FIREFOX_PATH` names it. */
import puppeteer from 'puppeteer-core';

/** @typedef {{ name: string, open: (address: string) => Promise<void>, run: (work: (...values: any[]) => any, ...values: any[]) => Promise<any>, press: (key: string) => Promise<void>, close: () => Promise<void> }} Driver */

/** @returns {Promise<Driver>} */
export async function firefox() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX_PATH, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return {
    name: await browser.version(),
    open: async (address) => { await page.goto(address, { waitUntil: 'load' }); },
    run: (work, ...values) => page.evaluate(work, ...values),
    press: (key) => page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key)),
    close: () => browser.close(),
  };
}
