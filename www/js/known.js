// @ts-check
import { both, el } from './dom.js';

/** @typedef {import('../pkg/hamyar.js').Workspace} Workspace */

/**
 * Keeps of the data what was known on the day that the address asks for, and says so in a bar.
 * @param {Workspace} workspace
 */
export function keepKnown(workspace) {
  const day = new URLSearchParams(location.search).get('known') ?? '';
  document.querySelector('[data-notice="known"]')?.remove();
  const words = workspace.keepKnown(day) ? both(...said(workspace)) : both(
    'در نشانی این صفحه روزی خواسته شده که در گاه‌شماری جلالی نیست؛ همهٔ رقم‌ها نشان داده شد. مانند known=1401-02-18 بنویسید.',
    'The address of this page asks for a day that is not in the Jalali calendar; all figures are shown. Write it as known=1401-02-18.',
  );
  const today = new URL(location.href);
  today.searchParams.delete('known');
  const link = el('a', { href: today.href }, both('آنچه امروز می‌دانیم', 'What is known today'));
  document.querySelector('.site-header')?.after(el('div', { class: 'update-bar', role: 'status', 'data-notice': 'known' }, el('span', {}, words), ' ', link));
}

/**
 * @param {Workspace} workspace
 * @returns {[string, string]}
 */
function said(workspace) {
  const [fa, en] = ['fa-IR', 'en'].map((lang) => [...workspace.leftOut()].map((count) => new Intl.NumberFormat(lang).format(count)));
  return [
    `این صفحه آن‌گونه است که در پایان ${workspace.knownOn('fa')} می‌دانستیم. از همهٔ رقم‌های همیار ${fa[0]} رقم دیرتر گفته شده و ${fa[1]} رقم سندِ بی‌تاریخ دارد و نیامده است؛ تاریخ سندِ ${fa[2]} رقم برآوردی است یا روز آن دانسته نیست.`,
    `This page is as known at the end of ${workspace.knownOn('en')}. Of all figures of Hamyar, ${en[0]} were told later and ${en[1]} are of documents without a date; these are left out. The documents of ${en[2]} have a date that is estimated or not known to the day.`,
  ];
}
