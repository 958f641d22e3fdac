// @ts-check
import { both, el } from './dom.js';

/**
 * Keeps of the data what was known on the day that the address asks for, and says so in a bar.
 * @param {{ keepKnown(day: string): boolean, leftOut(): Uint32Array }} workspace
 */
export function keepKnown(workspace) {
  const day = new URLSearchParams(location.search).get('known') ?? '';
  tell(day, workspace.keepKnown(day) ? workspace.leftOut() : undefined);
}

/** @param {string} day @param {Uint32Array | undefined} leftOut */
function tell(day, leftOut) {
  document.querySelector('[data-notice="known"]')?.remove();
  const words = leftOut ? both(...said(day, leftOut)) : both(
    'در نشانی این صفحه روزی خواسته شده که در گاه‌شماری جلالی نیست؛ همهٔ رقم‌ها نشان داده شد. مانند known=1401-02-18 بنویسید.',
    'The address of this page asks for a day that is not in the Jalali calendar; all figures are shown. Write it as known=1401-02-18.',
  );
  const today = new URL(location.href);
  today.searchParams.delete('known');
  const link = el('a', { href: today.href }, both('آنچه امروز می‌دانیم', 'What is known today'));
  document.querySelector('.site-header')?.after(el('div', { class: 'update-bar', role: 'status', 'data-notice': 'known' }, el('span', {}, words), ' ', link));
}

/**
 * @param {string} day
 * @param {Uint32Array} leftOut
 * @returns {[string, string]}
 */
function said(day, [later, undated, estimated]) {
  const parts = day.split('-');
  const date = (/** @type {string} */ lang) => {
    const number = new Intl.NumberFormat(lang, { useGrouping: false });
    return `\u2066${parts.map((part) => number.format(Number(part))).join('/')}\u2069`;
  };
  const count = (/** @type {string} */ lang, /** @type {number} */ value) => new Intl.NumberFormat(lang).format(value);
  const [fa, en] = ['fa-IR', 'en'].map((lang) => [later, undated, estimated].map((value) => count(lang, value)));
  return [
    `این صفحه آن‌گونه است که در پایان ${date('fa-IR')} می‌دانستیم. از همهٔ رقم‌های همیار ${fa[0]} رقم دیرتر گفته شده و ${fa[1]} رقم سندِ بی‌تاریخ دارد و نیامده است؛ تاریخ سندِ ${fa[2]} رقم برآوردی است یا روز آن دانسته نیست.`,
    `This page is as known at the end of ${date('en')} (Jalali). Of all figures of Hamyar, ${en[0]} were told later and ${en[1]} are of documents without a date; these are left out. The documents of ${en[2]} have a date that is estimated or not known to the day.`,
  ];
}
