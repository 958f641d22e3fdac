// @ts-check
import './element.js';
import { el } from './dom.js';
import { tellAround } from './frame/inside.js';

/** The page inside a frame: one chart by its name in the address, without storage or worker. */
const asked = new URLSearchParams(location.search);
const root = document.documentElement;
root.lang = asked.get('lang') === 'en' ? 'en' : 'fa';
root.dir = root.lang === 'en' ? 'ltr' : 'rtl';
document.title = root.dataset[root.lang === 'en' ? 'titleEn' : 'titleFa'] ?? document.title;
root.dataset.theme = asked.get('theme') ?? 'auto';
const chart = el('hamyar-chart', {
  view: asked.get('view') ?? '', lang: root.lang, dir: asked.get('dir') ?? root.dir, theme: root.dataset.theme,
});
for (const kind of ['hamyar-ready', 'hamyar-error']) {
  chart.addEventListener(kind, () => {
    root.dataset.ready = 'true';
    if (kind === 'hamyar-error') root.dataset.failed = 'true';
  });
}
document.querySelector('main')?.append(chart);
tellAround(document.body);
