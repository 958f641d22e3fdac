// @ts-check
import { onward } from '../address.js';
import { both, el } from '../dom.js';

/**
 * What the store of this device has to say to the person, on any page. What is urgent stands in the
 * page's alert, the rest in a bar below the header; each goes when it is true no longer.
 *
 * @typedef {import('./types.js').Outcome} Outcome
 * @typedef {object} Notice
 * @property {string} fa
 * @property {string} en
 * @property {boolean} [isUrgent]
 * @property {'reload' | 'restore' | 'desk'} [offer] what can be done about it
 */

/** @type {Record<string, Notice>} */
const NOTICES = {
  vanished: {
    isUrgent: true, offer: 'restore',
    fa: 'دادهٔ ثبت‌شدهٔ شما در این دستگاه ناپدید شده است. در «میز داده» پشتیبان را بازگردانید؛ تا آن زمان چیزی روی آن نوشته نمی‌شود.',
    en: 'The data you saved on this device has vanished. Restore a backup on the data desk; until then nothing is written over it.',
  },
  broken: {
    isUrgent: true, offer: 'restore',
    fa: 'انبار دادهٔ این دستگاه باز نمی‌شود. نمودارها از دادهٔ باز کشیده شده‌اند؛ در «میز داده» از پشتیبان آغاز کنید.',
    en: 'The store of this device cannot be opened. The charts are drawn from the open data; start from a backup on the data desk.',
  },
  newer: {
    isUrgent: true, offer: 'reload',
    fa: 'انبار دادهٔ این دستگاه از نسخهٔ تازه‌تر همیار است و چیزی از آن پاک نشده است. صفحه را تازه کنید.',
    en: 'The store of this device belongs to a newer version of Hamyar; nothing in it was deleted. Reload the page.',
  },
  outdated: {
    isUrgent: true, offer: 'reload',
    fa: 'صفحهٔ تازه‌تری از همیار باز شد و این صفحه دیگر ذخیره نمی‌کند. نوشتهٔ خود را نگه دارید و صفحه را تازه کنید.',
    en: 'A newer page of Hamyar was opened, and this page saves no more. Keep your text and reload the page.',
  },
  blocked: {
    isUrgent: true,
    fa: 'صفحهٔ قدیمی‌تری از همیار باز است و انبار داده را نگه داشته است؛ آن را ببندید. تا آن زمان چیزی ذخیره نمی‌شود.',
    en: 'An older page of Hamyar is open and holds the store; close it. Until then nothing is saved.',
  },
  timeout: {
    fa: 'انبار دادهٔ این دستگاه پاسخ نمی‌دهد. نمودارها از دادهٔ باز کشیده شده‌اند؛ فعلاً چیزی ذخیره نمی‌شود.',
    en: 'The store of this device does not answer. The charts are drawn from the open data; for now nothing is saved.',
  },
  denied: {
    fa: 'این مرورگر اجازهٔ ذخیره نمی‌دهد. نمودارها از دادهٔ باز کشیده شده‌اند؛ رقم تازه فقط تا بستن صفحه می‌ماند.',
    en: 'This browser does not allow storage. The charts are drawn from the open data; a new figure stays only until the page is closed.',
  },
  persist: {
    fa: 'ثبت شد، ولی این مرورگر قول نگهداری نداده است و شاید روزی دادهٔ این دستگاه را پاک کند؛ پشتیبان بگیرید.',
    en: 'Saved, but this browser did not promise to keep the data of this device and may clear it some day; download a backup.',
  },
  own: {
    offer: 'desk',
    fa: 'این صفحه با تغییرهای این دستگاه نشان داده می‌شود: رقم‌های افزوده، اصلاح‌شده یا پس‌گرفته. دیگران دادهٔ باز را می‌بینند.',
    en: 'This page includes changes made on this device: figures that were added, corrected or withdrawn. Others see the open data.',
  },
  'draft-failed': {
    isUrgent: true,
    fa: 'نوشتهٔ ناتمام شما ذخیره نشد و فقط در همین صفحه است؛ پیش از ثبت، صفحه را نبندید.',
    en: 'Your unfinished text could not be kept and is only on this page; do not close it before saving.',
  },
};

/** What an opening can have come to. */
const OUTCOMES = ['vanished', 'broken', 'newer', 'blocked', 'timeout', 'denied'];

/**
 * @param {import('./store.js').Store} store
 * @param {boolean} isDesk the desk has its own answer to data that is lost
 */
export function announce(store, isDesk) {
  const tell = () => settle(store.outcome, isDesk);
  store.addEventListener('state', tell);
  for (const name of ['blocked', 'outdated', 'draft-failed']) store.addEventListener(name, () => show(name));
  store.addEventListener('persist', (event) => {
    if (!(/** @type {CustomEvent<boolean>} */ (event).detail)) show('persist');
  });
  tell();
}

/** @param {Outcome} outcome @param {boolean} isDesk */
function settle({ state, reason }, isDesk) {
  const now = state === 'unavailable' ? reason ?? 'denied' : state;
  // A page that was overtaken is told so once; that the store is newer says the same.
  const isSaid = now === 'newer' && find('outdated');
  for (const name of OUTCOMES) if (name !== now) find(name)?.remove();
  if (OUTCOMES.includes(now) && !isSaid && !(isDesk && (now === 'vanished' || now === 'broken'))) show(now);
}

/** Says on a page that it is not drawn from the open data alone, or says so no longer. @param {boolean} hasOwn */
export function tellOwn(hasOwn) {
  if (hasOwn) show('own');
  else find('own')?.remove();
}

/** @param {string} name */
const find = (name) => document.querySelector(`[data-notice="${name}"]`);

/** Says one of the notices, if it is not said already. @param {string} name */
export function show(name) {
  if (find(name)) return;
  if (name === 'outdated') find('newer')?.remove();
  const notice = NOTICES[name];
  const words = el('span', {}, both(notice.fa, notice.en));
  const box = el('div', notice.isUrgent ? { 'data-notice': name } : { class: 'update-bar', role: 'status', 'data-notice': name }, words, ...offer(notice));
  if (notice.isUrgent) document.querySelector('#alert')?.append(box);
  else document.querySelector('.site-header')?.after(box);
}

/** @param {Notice} notice */
function offer(notice) {
  if (notice.offer === 'restore') {
    return [' ', el('a', { href: onward('desk.html#desk-restore') }, both('به میز داده بروید', 'Go to the data desk'))];
  }
  if (notice.offer === 'desk') return [' ', el('a', { href: onward('desk.html#desk-journal-title') }, both('آن‌ها را ببینید', 'See them'))];
  if (notice.offer !== 'reload') return [];
  const button = el('button', { type: 'button', class: 'button' }, both('تازه کردن صفحه', 'Reload the page'));
  button.addEventListener('click', () => location.reload());
  return [' ', button];
}
