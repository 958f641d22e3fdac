// @ts-check
/** What the page says that makes snippets. `{}` marks where a part goes. */
const WORDS = {
  fa: {
    lead: 'نمودار و شیوه‌اش را برگزینید، ببینید در گوشی و رایانه چگونه دیده می‌شود، و پارهٔ آماده را در صفحهٔ خود بگذارید. هر سه شیوه همان رقم‌ها، همان جدول و همان منبع‌ها را نشان می‌دهند.',
    chart: 'نمودار', real: 'داده‌های باز', example: 'نمونهٔ ساختگی',
    way: 'شیوه',
    element: 'زنده، در خود صفحه', elementHint: 'پیشنهاد ما: صفحه‌خوان، چاپ و جست‌وجو آن را پاره‌ای از صفحه می‌بینند. سامانهٔ شما باید برچسب script را در متن نگه دارد.',
    frame: 'زنده، در قاب', frameHint: 'برای سامانه‌ای که کد دیگران را از صفحه جدا می‌خواهد. بلندی قاب با نمودار کم و زیاد می‌شود؛ بی آن اسکریپت هم کار می‌کند، با بلندی ثابت.',
    figure: 'ایستا، بی‌اسکریپت', figureHint: 'طرح، جدول کامل و منبع‌ها در خود صفحه؛ سبک‌ترین شیوه. با تغییر داده عوض نمی‌شود.',
    language: 'زبان نمودار', theme: 'رنگ نمودار', auto: 'مانند دستگاه خواننده', light: 'روشن', dark: 'تیره',
    address: 'نشانی این سایت', addressHint: 'پاره با این نشانی ساخته می‌شود. اگر سایت را جای دیگری می‌گذارید، نشانی همان‌جا را بنویسید.',
    local: 'این نشانی تنها روی همین دستگاه باز می‌شود؛ نشانی‌ای را بنویسید که خوانندگان می‌بینند.',
    noAddress: 'این نشانیِ یک سایت نیست؛ آن را از نوار مرورگر بردارید، با \u2066https:\u2069 در آغازش.',
    preview: 'پیش‌نمایش', phone: 'گوشی', desktop: 'رایانه', previewOf: '{}، در {}',
    chosen: 'آنچه در پیش‌نمایش برگزیده‌اید (جدول، خط‌ها، بازهٔ زمانی) در پاره آمده است.', forget: 'بی این گزینش', choose: 'هر چه در پیش‌نمایش برگزینید (جدول، خط‌ها، بازهٔ زمانی) در پاره می‌آید.',
    snippet: 'این پاره را در صفحه بگذارید', policy: 'سیاست امنیت محتوا', policyHint: 'اگر صفحهٔ شما \u2066Content-Security-Policy\u2069 دارد، این‌ها را به آن بیفزایید.',
    sealed: 'نشان \u2066integrity\u2069 نمی‌گذارد که بایتی از این فایل‌ها در راه عوض شود.',
    stays: 'این پاره همین رقم‌ها را نشان می‌دهد، تا وقتی که فایل‌های این انتشار روی سرور بماند.',
    follows: 'نشان \u2066integrity\u2069 از آنِ همین نسخهٔ سایت است: پس از روزآمد شدن سایت، پاره را از نو بگیرید. سرور این سایت باید سرآیند \u2066Access-Control-Allow-Origin: *\u2069 بفرستد.',
    copy: 'رونوشت', copied: 'رونوشت شد', byHand: 'برگزیده شد؛ با کلیدهای رونوشت (\u2066Ctrl+C\u2069) آن را بردارید.', copyPolicy: 'رونوشت سیاست',
    nearest: 'نموداری به نام «\u2068{}\u2069» نیست؛ نموداری که نامش به آن نزدیک‌تر است برگزیده شد.',
    noFigure: 'این نمودار به دست نیامد و پاره‌ای ساخته نشد. اینترنت را بیازمایید و دوباره برگزینید.', empty: 'این سایت هنوز نموداری ندارد.',
    unreachable: 'فهرست نمودارها به دست نیامد. اینترنت را بیازمایید و صفحه را تازه کنید.',
  },
  en: {
    lead: 'Choose a chart and how to show it, see it on a phone and on a desktop, and put the snippet into your page. All three ways show the same figures, the same table and the same sources.',
    chart: 'Chart', real: 'Open data', example: 'Made-up example',
    way: 'How',
    element: 'Alive, in the page itself', elementHint: 'Our advice: screen readers, print and search take it for a part of the page. Your system must keep the script tag in the text.',
    frame: 'Alive, in a frame', frameHint: 'For a system that keeps the code of others apart. The frame grows and shrinks with its chart; without that script it works too, at a fixed height.',
    figure: 'Static, without a script', figureHint: 'Drawing, whole table and sources in the page itself; the lightest way. It does not follow when the data change.',
    language: 'Language of the chart', theme: 'Colours of the chart', auto: 'As the reader’s device', light: 'Light', dark: 'Dark',
    address: 'Address of this site', addressHint: 'The snippet is made with this address. If you put the site elsewhere, write the address of that place.',
    local: 'This address opens on this device alone; write the one that readers see.',
    noAddress: 'This is no address of a site; take it from the bar of the browser, with https: at its beginning.',
    preview: 'Preview', phone: 'Phone', desktop: 'Desktop', previewOf: '{}, on a {}',
    chosen: 'What you chose in the preview (table, lines, stretch of time) is in the snippet.', forget: 'Without this choice', choose: 'Whatever you choose in the preview (table, lines, stretch of time) goes into the snippet.',
    snippet: 'Put this into your page', policy: 'Content-Security-Policy', policyHint: 'If your page has such a policy, add these to it.',
    sealed: 'With integrity, no byte of these files can be changed on the way.',
    stays: 'This snippet shows these figures as long as the files of this publication stay on the server.',
    follows: 'The integrity is of this version of the site: take the snippet again after the site was updated. The server of this site must send Access-Control-Allow-Origin: *.',
    copy: 'Copy', copied: 'Copied', byHand: 'It is selected; take it with the keys for copying (Ctrl+C).', copyPolicy: 'Copy the policy',
    nearest: 'There is no chart named “{}”; the one with the nearest name is chosen.',
    noFigure: 'This chart could not be had, and no snippet was made. Check the network and choose again.', empty: 'This site has no charts yet.',
    unreachable: 'The list of charts could not be had. Check the network and reload the page.',
  },
};

/** @typedef {keyof typeof WORDS.fa} Word */

/** @param {'fa'|'en'} lang @param {Word} key @param {...string} parts */
export const builderWord = (lang, key, ...parts) => parts.reduce((text, part) => text.replace('{}', () => part), WORDS[lang][key]);
