// @ts-check
import { el } from '../dom.js';
import { frameAddress } from './snippet.js';
import { builderWord } from './words.js';

/** @typedef {import('./snippet.js').Chart} Chart */

/** As wide as what it stands for; the style sheet has the widths. */
const DEVICES = /** @type {const} */ (['desktop', 'phone']);
/** Until a chart has told how high it is. */
const HEIGHT = 480;

/** The chart as it will be, on a phone and on a desktop: from this site, wherever the snippet will lead. */
export class Preview {
  /** @param {URL} site @param {(state: string) => void} onState hears what is chosen in a chart @param {() => void} onHeight */
  constructor(site, onState, onHeight) {
    this.site = site;
    this.element = el('div', { class: 'previews' });
    this.element.addEventListener('hamyar-change', (event) => onState(/** @type {CustomEvent} */ (event).detail.state));
    new MutationObserver(onHeight).observe(this.element, { subtree: true, attributeFilter: ['height'] });
    this.shown = '';
  }

  /** How high the chart is on a desktop, for a page that cannot ask. */
  get height() { return Number(this.element.querySelector('iframe')?.height) || HEIGHT; }

  /**
   * @param {{ chart: Chart, lang: 'fa' | 'en', theme: string, state: string, sheet: string, isStatic: boolean }} choice
   * @param {'fa' | 'en'} language of the page
   */
  show(choice, language) {
    // What was chosen in a chart is there already; and which way it is shown in changes nothing of what lives.
    const { chart, lang, theme, isStatic } = choice;
    const wanted = [chart.name, lang, theme, isStatic, language].join();
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.element.replaceChildren(...DEVICES.map((device) => this.device(device, choice, language)));
  }

  /** @param {typeof DEVICES[number]} device @param {Parameters<Preview['show']>[0]} choice @param {'fa' | 'en'} language */
  device(device, choice, language) {
    const { chart, lang, isStatic } = choice;
    const name = builderWord(language, device);
    const title = builderWord(language, 'previewOf', chart.title[lang], name);
    const frame = el('iframe', { title, height: String(HEIGHT), ...(isStatic ? { sandbox: 'allow-same-origin' } : { 'data-hamyar': '' }) });
    if (isStatic) this.still(frame, choice);
    else frame.src = frameAddress(choice, this.site.href);
    return el('section', { class: `preview preview-${device}` }, el('h3', {}, name), el('div', { class: 'preview-screen', tabindex: '0', role: 'region', 'aria-label': title }, frame));
  }

  /** A figure is a part of a page: it is given what the page that holds it has. @param {HTMLIFrameElement} frame @param {Parameters<Preview['show']>[0]} choice */
  still(frame, { chart, lang, theme, sheet }) {
    frame.addEventListener('load', () => {
      const inside = frame.contentDocument;
      const figure = inside?.querySelector('figure');
      if (!inside || !figure) return;
      inside.documentElement.lang = lang;
      if (theme !== 'auto') figure.dataset.theme = theme;
      inside.head.append(el('link', { rel: 'stylesheet', href: new URL(sheet, this.site).href }));
      const fit = () => { frame.height = String(Math.ceil(figure.getBoundingClientRect().height) + 16); };
      new ResizeObserver(fit).observe(figure);
    });
    frame.src = new URL(chart.figure[lang], this.site).href;
  }
}
