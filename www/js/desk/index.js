// @ts-check
import { both, el } from '../dom.js';
import { DeskPage } from './desk.js';

/**
 * Starts the data desk, or first asks what to do about data that has vanished.
 * @param {import('../app.js').App} app
 */
export async function desk(app) {
  const root = /** @type {HTMLElement} */ (document.querySelector('#desk'));
  const page = new DeskPage({
    root, workspace: /** @type {any} */ (app.openDataSet), store: app.store,
    lang: () => app.lang, say: app.shell.say, alarm: app.shell.alarm,
  });
  document.addEventListener('hamyar-language', () => page.refresh());
  app.store.addEventListener('vanished', () => showVanished(app, page));
  await page.start();
  if (app.store.outcome.state === 'vanished') showVanished(app, page);
}

/**
 * An empty store is never a first start while something else remembers that data was here.
 * @param {import('../app.js').App} app
 * @param {DeskPage} page
 */
function showVanished(app, page) {
  const box = /** @type {HTMLElement} */ (document.querySelector('#desk-vanished'));
  const again = el('button', { type: 'button', class: 'button', 'data-action': 'start-again' }, both('از نو آغاز می‌کنم', 'Start again'));
  again.addEventListener('click', async () => {
    const saved = await app.store.startAgain();
    if (!saved.saved) return;
    box.replaceChildren();
    await page.reload();
    app.shell.say('از نو آغاز شد.', 'Started again.');
  });
  app.store.addEventListener('saved', () => box.replaceChildren(), { once: true });
  const expected = app.store.outcome.expected;
  const number = (/** @type {string} */ lang) => new Intl.NumberFormat(lang).format(expected?.count ?? 0);
  box.replaceChildren(el('section', { class: 'warning', role: 'alert', 'data-state': 'vanished' },
    el('h2', {}, both('دادهٔ شما در این دستگاه ناپدید شده است', 'Your data on this device has vanished')),
    el('p', {}, both(`پیش از این ${number('fa-IR')} رقم شما اینجا ثبت بود. فایل پشتیبان را پایین همین صفحه بازگردانید. تا پاسخ شما چیزی روی آن نوشته نمی‌شود.`,
      `Before, ${number('en')} of your figures were kept here. Restore the backup file at the foot of this page. Nothing is written over it until you answer.`)),
    el('div', { class: 'actions' }, again)));
}
