// @ts-check
import { both, el } from '../dom.js';

/**
 * What the desk says, and asks, while the data of this device is lost: emptied behind our back, or
 * in a database that does not open. Nothing is deleted or written over before the person's word.
 *
 * @param {import('../app.js').App} app
 * @param {import('./desk.js').DeskPage} page
 */
export function tellLost(app, page) {
  const box = /** @type {HTMLElement} */ (document.querySelector('#desk-vanished'));
  const { state } = page.store.outcome;
  if (box.querySelector(`[data-state="${state}"]`)) return;
  if (state === 'vanished') box.replaceChildren(vanished(app, page));
  else if (state === 'broken') box.replaceChildren(broken(page));
  else box.replaceChildren();
}

/** @param {import('../app.js').App} app @param {import('./desk.js').DeskPage} page */
function vanished(app, page) {
  const again = el('button', { type: 'button', class: 'button', 'data-action': 'start-again' }, both('از نو آغاز می‌کنم', 'Start again'));
  again.addEventListener('click', async () => {
    const saved = await page.store.startAgain();
    if (saved.error) return page.refuse(saved.error);
    await page.reload();
    app.shell.say('از نو آغاز شد.', 'Started again.');
  });
  const count = page.store.outcome.expected?.count ?? 0;
  const number = (/** @type {string} */ lang) => new Intl.NumberFormat(lang).format(count);
  return el('section', { class: 'warning', role: 'alert', 'data-state': 'vanished' },
    el('h2', {}, both('دادهٔ شما در این دستگاه ناپدید شده است', 'Your data on this device has vanished')),
    el('p', {}, both(`پیش از این ${number('fa-IR')} رقم شما اینجا ثبت بود. فایل پشتیبان را پایین همین صفحه بازگردانید. تا پاسخ شما چیزی روی آن نوشته نمی‌شود.`,
      `Before, ${number('en')} of your figures were kept here. Restore the backup file at the foot of this page. Nothing is written over it until you answer.`)),
    el('div', { class: 'actions' }, again));
}

/** @param {import('./desk.js').DeskPage} page */
function broken(page) {
  const retry = el('button', { type: 'button', class: 'button', 'data-action': 'retry' }, both('دوباره باز کن', 'Open it again'));
  retry.addEventListener('click', () => void page.retry());
  const discard = el('button', { type: 'button', class: 'button', 'data-action': 'discard' }, both('انبار خراب را پاک کن', 'Delete the broken store'));
  discard.addEventListener('click', () => void page.discard());
  return el('section', { class: 'warning', role: 'alert', 'data-state': 'broken' },
    el('h2', {}, both('انبار دادهٔ این دستگاه باز نمی‌شود', 'The store of this device cannot be opened')),
    el('p', {}, both('شاید دوباره باز شود. اگر نشد، فایل پشتیبان را پایین همین صفحه بازگردانید؛ انبار خراب فقط با تأیید شما پاک می‌شود.',
      'It may open at another try. If not, restore the backup file at the foot of this page; the broken store is deleted only when you agree.')),
    el('div', { class: 'actions' }, retry, discard));
}

/**
 * Asks whether a database that does not open may be deleted.
 * @returns {Promise<boolean>}
 */
export const askDiscard = () => ask({
  title: both('انبار خراب پاک شود؟', 'Delete the broken store?'),
  text: both('رقم‌هایی که در آن است و در هیچ فایل پشتیبانی نیست، دیگر بازنمی‌گردد.', 'Figures in it that stand in no backup file will not come back.'),
  no: both('نه، بماند', 'No, keep it'),
  yes: both('بله، پاک شود', 'Yes, delete it'),
});

/**
 * Asks whether a backup may take the place of the work on this device.
 * @returns {Promise<boolean>}
 */
export const askReplace = () => ask({
  title: both('پشتیبان جای دادهٔ این دستگاه را بگیرد؟', 'Put the backup in place of the data on this device?'),
  text: both('رقم‌ها و تاریخچهٔ کنونی کنار می‌رود. پیش از آن، همین داده در یک فایل پشتیبان بارگیری می‌شود تا بتوانید به آن بازگردید.',
    'The figures and the journal that are here now give way. Before that, they are downloaded as a backup file, so that you can come back to them.'),
  no: both('نه، بماند', 'No, keep it'),
  yes: both('پشتیبان بگیر و جایگزین کن', 'Download and replace'),
});

/**
 * A question before something goes; the answer that keeps it comes first.
 * @param {Record<'title' | 'text' | 'no' | 'yes', DocumentFragment>} words
 * @returns {Promise<boolean>}
 */
function ask({ title, text, no, yes }) {
  const dialog = el('dialog', { class: 'discard', 'aria-labelledby': 'discard-title' },
    el('form', { method: 'dialog' }, el('h2', { id: 'discard-title' }, title), el('p', {}, text),
      el('div', { class: 'actions' }, el('button', { value: 'keep', class: 'button' }, no), el('button', { value: 'discard', class: 'button' }, yes))));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(dialog.returnValue === 'discard');
  }));
}
