// @ts-check
import { DeskPage } from './desk.js';
import { tellLost } from './lost.js';

/**
 * Starts the data desk, or first asks what to do about data that is lost.
 * @param {import('../app.js').App} app
 * @param {import('../store/index.js').Store} store of this device
 */
export async function desk(app, store) {
  const root = /** @type {HTMLElement} */ (document.querySelector('#desk'));
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
