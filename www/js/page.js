// @ts-check
import { initLanguage, language } from './lang.js';
import { announceOffline } from './offline.js';
import { initTheme, theme } from './theme.js';

/** Writes to a region that is read aloud, in the language of the page. @param {string} selector */
const region = (selector) => (/** @type {string} */ fa, /** @type {string} */ en) => {
  const element = document.querySelector(selector);
  if (element) element.textContent = language() === 'fa' ? fa : en;
};
const say = region('#status');
const alarm = region('#alert');

initLanguage();
initTheme();
announceOffline();
document.querySelector(`.site-nav a[href="${document.documentElement.dataset.page}.html"]`)?.setAttribute('aria-current', 'page');

try {
  const app = await import('./app.js');
  await app.start({ lang: language, theme, say, alarm });
} catch (error) {
  console.warn(error);
  document.documentElement.dataset.failed = 'true';
  alarm('این صفحه نتوانست داده را بخواند؛ چیزی از دادهٔ شما از دست نرفته است. صفحه را تازه کنید.',
    'This page could not read the data; nothing of yours is lost. Reload the page.');
}
document.documentElement.dataset.ready = 'true';
