// @ts-check
/** A page of the site, alone in a file: without the store of this device, the other pages and a network. */
import './held.js';
import * as reader from '../../pkg/hamyar.js';
import { App } from '../app.js';
import { fetchOfSite, json, ofSite } from '../data.js';
import { initLanguage, language } from '../lang.js';
import { loadPictures } from '../picture.js';
import { initTheme, theme } from '../theme.js';

const root = document.documentElement;

/** @param {string} selector */
const region = (selector) => (/** @type {string} */ fa, /** @type {string} */ en) => {
  const element = document.querySelector(selector);
  if (element) element.textContent = language() === 'fa' ? fa : en;
};

/** Nothing is kept: a file goes from hand to hand. */
const store = {
  rows: async () => ({ records: [], journal: [], base: new Map() }),
  loadPackage: async () => null,
  keepPackage: async () => false,
};

async function start() {
  const hasPictures = document.querySelector('script[data-file="pkg/hamyar_pictures_bg.wasm"]') !== null;
  const core = hasPictures ? await loadPictures() : reader;
  if (!hasPictures) await reader.default({ module_or_path: fetchOfSite('pkg/hamyar_bg.wasm') });
  const shell = { lang: language, theme, say: region('#status'), alarm: region('#alert'), tellOwn() {}, tellBroken() {}, loadDesk: async () => core };
  const app = new App({ shell, store, core: /** @type {any} */ (core), content: await json(ofSite(`views/${root.dataset.page}.json`)) });
  await app.openData();
  app.fill();
  const contest = /** @type {HTMLElement | null} */ (document.querySelector('[data-ranking]'));
  if (contest) (await import('../ranking.js')).ranking(contest, language);
  await app.listen();
}

initLanguage();
initTheme();
try {
  await start();
} catch (error) {
  console.warn(error);
  root.dataset.failed = 'true';
  region('#alert')('این فایل نتوانست داده‌های خود را بخواند؛ شاید ناقص رونوشت شده باشد. مرورگر تازه‌تری بیازمایید یا فایل را از نو بگیرید.',
    'This file could not read its own data; perhaps it was copied in part. Try a newer browser, or get the file again.');
}
root.dataset.ready = 'true';
