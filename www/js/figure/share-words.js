// @ts-check
/** Words of links that are passed on, and of what has become of the figures that one cites. `{}` marks where a part goes. */
const WORDS = {
  fa: {
    alone: 'این نمودار در صفحهٔ خودش', copyLink: 'رونوشت پیوند', copyCitation: 'رونوشت پیوندِ استناد', copied: 'رونوشت شد',
    citation: 'پیوندِ استناد رقم‌های امروز را با خود می‌برد؛ اگر روزی تغییر کنند، صفحه می‌گوید.',
    same: 'رقم‌های این نمودار همان است که {} به آن استناد شده است.',
    changed: 'رقم‌های این نمودار از {} که به آن استناد شده، تغییر کرده است.',
    counts: 'ردیف‌های دیگرگون: {}، برداشته‌شده: {}، افزوده: {}.',
    cited: 'رقم‌های استنادشده', carried: 'این رقم‌ها را خودِ پیوند با خود آورده است؛ درستی‌شان را از کسی بپرسید که پیوند را داده است.',
    now: 'اکنون', gone: 'دیگر نیست', unchanged: 'همان',
    damaged: 'پیوندِ استناد ناقص یا دست‌خورده است؛ رقم‌های امروز نشان داده شد. پیوند را از نو از فرستنده بگیرید.',
  },
  en: {
    alone: 'This chart on a page of its own', copyLink: 'Copy link', copyCitation: 'Copy citable link', copied: 'Copied',
    citation: 'A citable link carries the figures of today; should they change, the page says so.',
    same: 'The figures of this chart are those that were cited on {}.',
    changed: 'The figures of this chart have changed since they were cited on {}.',
    counts: 'Rows that differ: {}, gone: {}, added: {}.',
    cited: 'Figures as cited', carried: 'These figures came with the link itself; whether they are right, ask whoever gave it to you.',
    now: 'Now', gone: 'No longer there', unchanged: 'the same',
    damaged: 'This citable link is incomplete or was altered; the figures of today are shown. Ask the sender for it again.',
  },
};

/**
 * @param {'fa'|'en'} lang
 * @param {keyof typeof WORDS.fa} key
 * @param {...string} parts
 */
export const shareWord = (lang, key, ...parts) => parts.reduce((text, part) => text.replace('{}', () => part), WORDS[lang][key]);
