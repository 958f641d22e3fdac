// @ts-check
/** Words of the controls that narrow a chart. `{}` marks where a part goes. */
const WORDS = {
  fa: {
    time: 'بازهٔ زمان', from: 'از', to: 'تا', earlier: 'پیش‌تر', later: 'بعدتر', nearer: 'نزدیک‌تر', farther: 'دورتر',
    lines: 'خط‌ها', areas: 'ناحیه‌ها', area: 'ناحیه', other: 'در کنار', compare: 'مقایسه کن', open: 'درون آن را نشان بده',
    onPage: 'در همهٔ نمودارهای صفحه', openThis: 'درون {}', onlyThis: 'تنها {} در همهٔ نمودارها',
    inside: 'درون {}', span: '{} تا {}', beside: '{} در کنار {}', linesOut: 'برخی خط‌ها کنار گذاشته شده‌اند', only: 'تنها {}',
    pageOnly: 'نمودارهای دیگر: تنها {}', notOf: 'انتخاب {} بر آن اثر ندارد', nothingIn: 'رقمی از درون {} در دست نیست.',
    undo: 'برداشتن: {}', whole: 'این نمودار چیزی برای برش یا مقایسه ندارد.',
  },
  en: {
    time: 'Time', from: 'From', to: 'To', earlier: 'Earlier', later: 'Later', nearer: 'Closer', farther: 'Wider',
    lines: 'Lines', areas: 'Areas', area: 'Area', other: 'Beside', compare: 'Compare', open: 'Show what lies in it',
    onPage: 'On all charts of this page', openThis: 'Inside {}', onlyThis: 'Only {} on all charts',
    inside: 'Inside {}', span: '{} to {}', beside: '{} beside {}', linesOut: 'Some lines are left out', only: 'Only {}',
    pageOnly: 'Other charts: only {}', notOf: 'Not filtered by {}', nothingIn: 'There is no figure of what lies in {}.',
    undo: 'Remove: {}', whole: 'There is nothing in this chart to narrow or compare.',
  },
};

/**
 * @param {'fa'|'en'} lang
 * @param {keyof typeof WORDS.fa} key
 * @param {...string} parts
 */
export function steerWord(lang, key, ...parts) {
  return parts.reduce((text, part) => text.replace('{}', () => part), WORDS[lang][key]);
}
