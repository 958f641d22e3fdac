// @ts-check
import { json, ofSite } from './data.js';
import { both, el } from './dom.js';

/**
 * @typedef {{ fa: string, en: string }} Bilingual
 * @typedef {{ code: string, name: Bilingual, definition: Bilingual }} Code
 * @typedef {Code & { codes: Code[] }} List
 */

/** Writes the code lists of the open data, as they were when the site was built, each behind its name. */
export async function lists() {
  const host = document.querySelector('[data-lists]');
  if (!host) return;
  const all = /** @type {List[]} */ (await json(ofSite('data/lists.json')));
  host.replaceChildren(...all.map(({ name, definition, codes }) => el('details', {},
    el('summary', {}, words(name)),
    el('p', {}, words(definition)),
    el('dl', {}, ...codes.flatMap((one) => [
      el('dt', {}, words(one.name), ' ', el('code', { dir: 'ltr' }, one.code)),
      el('dd', {}, words(one.definition)),
    ])))));
}

/** @param {Bilingual} text */
const words = (text) => both(text.fa, text.en);
