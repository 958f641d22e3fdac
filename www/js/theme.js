// @ts-check
import { recall, remember } from './address.js';

const root = document.documentElement;
const THEMES = ['light', 'dark', 'auto'];

/** @returns {string} */
export const theme = () => root.dataset.theme ?? 'auto';

/** @param {string | null} name */
function apply(name) {
  root.dataset.theme = name && THEMES.includes(name) ? name : 'auto';
  for (const button of document.querySelectorAll('[data-set-theme]')) {
    button.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (button).dataset.setTheme === root.dataset.theme));
  }
}

/** Takes the theme of the address, else of the last visit, and listens to the switch. */
export function initTheme() {
  apply(recall('theme'));
  for (const button of document.querySelectorAll('[data-set-theme]')) {
    button.addEventListener('click', () => {
      apply(/** @type {HTMLElement} */ (button).dataset.setTheme ?? 'auto');
      remember('theme', theme());
      document.dispatchEvent(new CustomEvent('hamyar-theme'));
    });
  }
}
