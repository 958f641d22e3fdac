// @ts-check
import { carryOn } from './address.js';
import { initLanguage, language } from './lang.js';
import { announceOffline } from './offline.js';
import { initTheme, theme } from './theme.js';

const root = document.documentElement;
/** The build writes its id here, as into the page. */
const BUILD = '__BUILD__';

/** Writes to a region that is read aloud, in the language of the page. @param {string} selector */
const region = (selector) => (/** @type {string} */ fa, /** @type {string} */ en) => {
  const element = document.querySelector(selector);
  if (element) element.textContent = language() === 'fa' ? fa : en;
};
const say = region('#status');
const alarm = region('#alert');

/** A floating menu closes when the person turns to something else; inside the phone's menu it stays. */
function closeMenus() {
  const stories = /** @type {HTMLDetailsElement | null} */ (document.querySelector('.site-nav details'));
  if (stories) stories.open = matchMedia('(max-width: 1000px)').matches;
  const close = (/** @type {Event} */ { target, type }) => {
    for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('.menu[open]'))) {
      const floats = getComputedStyle(/** @type {Element} */ (menu.lastElementChild)).position === 'absolute';
      if (floats && (type === 'keydown' || !menu.contains(/** @type {Node} */ (target)))) menu.open = false;
    }
  };
  document.addEventListener('pointerdown', close);
  document.addEventListener('focusin', close);
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(event); });
}

initLanguage();
initTheme();
closeMenus();
document.querySelector(`.site-nav a[href="${root.dataset.page}.html"]`)?.setAttribute('aria-current', 'page');
carryOn();
document.addEventListener('hamyar-language', carryOn);

/** A page that did not come up is loaded again once; what is told is for the person then. @param {unknown} error */
async function failed(error) {
  console.warn(error);
  const [fa, en] = await import('./offline/mend.js').then(({ mend }) => mend()).catch(() => ['صفحه را تازه کنید.', 'Reload the page.']);
  root.dataset.failed = 'true';
  alarm(`این صفحه نتوانست داده را بخواند؛ چیزی از دادهٔ شما از دست نرفته است. ${fa}`, `This page could not read the data; nothing of yours is lost. ${en}`);
}

try {
  // A page, its scripts and its core are of one build, or they may not understand each other.
  if (root.dataset.build !== BUILD) throw new Error(`the page is of build ${root.dataset.build}, its scripts are of ${BUILD}`);
  const { start } = await import('./start.js');
  await start({ lang: language, theme, say, alarm });
} catch (error) {
  await failed(error);
}
root.dataset.ready = 'true';
announceOffline();
