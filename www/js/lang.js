// @ts-check
import { recall, remember } from './address.js';

const root = document.documentElement;

/** @returns {'fa'|'en'} */
export const language = () => (root.lang === 'en' ? 'en' : 'fa');

/** @param {string} lang */
function apply(lang) {
  root.lang = lang === 'en' ? 'en' : 'fa';
  root.dir = root.lang === 'en' ? 'ltr' : 'rtl';
  document.title = root.dataset[root.lang === 'en' ? 'titleEn' : 'titleFa'] ?? document.title;
  for (const element of document.querySelectorAll('[data-label-fa]')) {
    const { labelFa, labelEn } = /** @type {HTMLElement} */ (element).dataset;
    element.setAttribute('aria-label', (root.lang === 'en' ? labelEn : labelFa) ?? '');
  }
  for (const button of document.querySelectorAll('[data-set-lang]')) {
    button.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (button).dataset.setLang === root.lang));
  }
}

/** Takes the language of the address, else of the last visit, and listens to the switch. */
export function initLanguage() {
  apply(recall('lang') ?? 'fa');
  for (const button of document.querySelectorAll('[data-set-lang]')) {
    button.addEventListener('click', () => {
      const { setLang = 'fa' } = /** @type {HTMLElement} */ (button).dataset;
      // First, for what asks the address for the language that it is in.
      remember('lang', setLang, 'pushState');
      change(setLang);
    });
  }
  addEventListener('popstate', () => {
    const asked = recall('lang') ?? 'fa';
    if (asked !== root.lang) change(asked);
  });
}

/** @param {string} lang */
function change(lang) {
  apply(lang);
  document.dispatchEvent(new CustomEvent('hamyar-language'));
}
