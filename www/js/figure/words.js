// @ts-check
/** Words of the figure's own controls. What belongs to the data comes from the core. */

/** @type {Record<'fa'|'en', Record<string, string>>} */
const WORDS = {
  fa: {
    chart: 'نمودار', table: 'جدول', download: 'بارگیری', source: 'منبع', close: 'بستن',
    example: 'نمونه، نه دادهٔ واقعی', description: 'شرح نمودار', csv: 'جدول (CSV)', svg: 'نمودار (SVG)',
    png: 'تصویر (PNG)', keys: 'با کلیدهای جهت میان رقم‌ها بروید؛ با نوشتن آغاز هر نام به آن می‌رسید؛ Enter منبع را باز می‌کند.',
    sourceOf: 'منبع این رقم', copy: 'رونوشت استناد', copied: 'استناد رونوشت شد', computed: 'محاسبهٔ همیار', open: 'متن کامل سند',
    loading: 'در حال خواندن داده', failed: 'این نمودار آماده نشد', retry: 'دوباره', more: 'رقم دیگر',
    sort: 'مرتب کن بر پایهٔ', tableOf: 'جدول', link: 'پیوند', narrow: 'برش و مقایسه',
    none: 'بی‌رقم', noSentence: 'رقمی که این جمله می‌گفت در دست نیست؛ شاید در این دستگاه پس گرفته شده باشد.',
    notYetTold: 'رقمی که این جمله می‌گوید پس از آن روز گفته شده یا سندش تاریخ ندارد؛ پس در این صفحه، که آن روز را نشان می‌دهد، نیامده است.',
  },
  en: {
    chart: 'Chart', table: 'Table', download: 'Download', source: 'Source', close: 'Close',
    example: 'Example, not real data', description: 'Chart in words', csv: 'Table (CSV)', svg: 'Chart (SVG)',
    png: 'Picture (PNG)', keys: 'Arrow keys move between figures; the first letters of a name lead to it; Enter opens the source.',
    sourceOf: 'Source of this figure', copy: 'Copy citation', copied: 'Citation copied', computed: 'Computed by Hamyar', open: 'Full document',
    loading: 'Reading the data', failed: 'This chart could not be made', retry: 'Try again', more: 'more figures',
    sort: 'Sort by', tableOf: 'Table', link: 'Link', narrow: 'Narrow, compare',
    none: 'no figure', noSentence: 'The figure that this sentence told is not at hand; perhaps it was withdrawn on this device.',
    notYetTold: 'The figure of this sentence was told later or has no date, so it is not on this page as known on that day.',
  },
};

/**
 * One word of the figure's controls.
 * @param {'fa'|'en'} lang
 * @param {string} key
 */
export const word = (lang, key) => WORDS[lang][key] ?? key;

/**
 * Which way a language reads.
 * @param {'fa'|'en'} lang
 * @returns {'rtl'|'ltr'}
 */
export const directionOf = (lang) => (lang === 'fa' ? 'rtl' : 'ltr');

/**
 * What went wrong, in the words of the core where it is the core that refused.
 * @param {unknown} error
 * @param {'fa'|'en'} lang
 */
export function reason(error, lang) {
  const { messages, hints } = /** @type {Partial<import('../../pkg/hamyar.js').HamyarError>} */ (error ?? {});
  return messages ? `${messages[lang]} ${hints?.[lang] ?? ''}`.trim() : word(lang, 'failed');
}
