// @ts-check
import { both, el } from '../dom.js';
import { DeskPage } from './desk.js';
import { tellLost } from './lost.js';

/** Whether another site has this page in a frame: what a person presses there may not be what they see. */
function isInForeignFrame() {
  try {
    for (let at = /** @type {Window} */ (window); at !== at.parent; at = at.parent) if (at.parent.location.origin !== location.origin) return true;
    return false;
  } catch {
    // Nothing is told of a page of another origin.
    return true;
  }
}

/** What stands in place of the desk there. */
function refusal() {
  return el('div', { class: 'warning' }, el('p', {}, both('این صفحه در قاب سایت دیگری باز شده است. برای ایمنی داده‌ها، افزودن و تغییر رقم‌ها در قاب ممکن نیست.',
    'This page is open in a frame of another site. To keep your data safe, figures can be neither added nor changed in a frame.')),
  el('p', {}, el('a', { href: location.pathname, target: '_blank', rel: 'noopener' }, both('میز داده را در برگهٔ خودش باز کنید', 'Open the data desk in a tab of its own'))));
}

/**
 * Starts the data desk, or first asks what to do about data that is lost.
 * @param {import('../app.js').App} app
 * @param {import('../store/index.js').Store} store of this device
 */
export async function desk(app, store) {
  const root = /** @type {HTMLElement} */ (document.querySelector('#desk'));
  if (isInForeignFrame()) {
    root.replaceChildren(refusal());
    return;
  }
  const page = new DeskPage({
    root, workspace: /** @type {any} */ (app.openDataSet), store,
    lang: () => app.lang, say: app.shell.say, alarm: app.shell.alarm,
  });
  document.addEventListener('hamyar-language', () => page.refresh());
  store.addEventListener('state', () => tellLost(app, page));
  await page.start();
  tellLost(app, page);
  // The link to it on the other pages came before it was there.
  const aim = document.getElementById(location.hash.slice(1));
  aim?.scrollIntoView();
  aim?.focus();
}
