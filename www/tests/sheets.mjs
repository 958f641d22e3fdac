// @ts-check
/**
 * Contact sheets: every figure of a page in both languages, one picture for each theme and width.
 * `cargo xtask sheets [PAGE]` builds the site and calls this; the pictures are for people to look at.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { comeNear } from './e2e/support.mjs';

const [asked = 'gallery', out = '../target/sheets'] = process.argv.slice(2);
const page = asked.replace(/\.html$/, '');
const { CHROMIUM_PATH, HAMYAR_PORT = '4174', HAMYAR_XTASK = '' } = process.env;
const site = `http://127.0.0.1:${HAMYAR_PORT}`;
/** @type {[string, number, number][]} name, width of the window, figures beside one another */
const WINDOWS = [['phone', 360, 8], ['desktop', 1280, 4]];
const THEMES = /** @type {const} */ ([['light', 'none'], ['dark', 'none'], ['forced', 'active']]);
const LANGS = ['fa', 'en'];
/** Width of a figure on the sheet. */
const CELL = 360;

async function served() {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(site).then(({ ok }) => ok, () => false)) return;
    await new Promise((done) => { setTimeout(done, 100); });
  }
  throw new Error(`nothing is served at ${site}`);
}

/** @param {import('@playwright/test').Browser} browser @param {number} width @param {typeof THEMES[number]} theme */
async function figures(browser, width, [theme, forcedColors]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'fa-IR', forcedColors });
  const shots = [];
  for (const lang of LANGS) {
    const tab = await context.newPage();
    await tab.goto(`${site}/${page}.html?lang=${lang}&theme=${theme === 'dark' ? 'dark' : 'light'}`);
    await tab.waitForSelector('html[data-ready="true"]', { state: 'attached' });
    await comeNear(tab);
    for (const figure of await tab.locator('figure[data-view]').all()) {
      const name = `${await figure.getAttribute('data-view')} ${lang}`;
      shots.push({ name, picture: (await figure.screenshot({ animations: 'disabled' })).toString('base64') });
    }
    await tab.close();
  }
  await context.close();
  return shots.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @param {import('@playwright/test').Browser} browser @param {{name: string, picture: string}[]} shots @param {number} columns @param {string} path */
async function sheet(browser, shots, columns, path) {
  const tab = await browser.newPage({ viewport: { width: columns * (CELL + 12) + 12, height: 600 } });
  const cells = shots.map(({ name, picture }) => `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${picture}"></figure>`);
  await tab.setContent(`<!doctype html><style>body { margin: 12px; columns: ${columns}; column-gap: 12px; background: #888; font: 12px sans-serif; }
    figure { margin: 0 0 12px; break-inside: avoid; } img { width: 100%; max-height: 900px; object-fit: cover; object-position: top; }</style>${cells.join('')}`);
  await tab.screenshot({ path, fullPage: true });
  await tab.close();
  console.log(path);
}

const server = spawn(HAMYAR_XTASK, ['serve', '--no-build', '--port', HAMYAR_PORT], { stdio: 'ignore' });
try {
  await served();
  mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  for (const [name, width, columns] of WINDOWS) {
    for (const theme of THEMES) await sheet(browser, await figures(browser, width, theme), columns, `${out}/${page}-${name}-${theme[0]}.png`);
  }
  await browser.close();
} finally {
  server.kill();
}
