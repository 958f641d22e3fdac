// @ts-check
/** On a published site, whose pages are of one language each. */
import { builder } from './index.js';

const host = /** @type {HTMLElement | null} */ (document.querySelector('[data-builder]'));
if (host) void builder(host, () => (document.documentElement.lang === 'en' ? 'en' : 'fa'));
