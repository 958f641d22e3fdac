// @ts-check
import { json, ofSite } from './data.js';
import { both, el } from './dom.js';

/**
 * @typedef {object} Finding
 * @property {'pass' | 'warn' | 'fail'} verdict
 * @property {{ fa: string, en: string }} message
 * @property {{ fa: string, en: string }} note
 */

/** @type {Record<Finding['verdict'], [string, string, string]>} */
const VERDICTS = { fail: ['✕', 'نمی‌خواند', 'Does not agree'], warn: ['!', 'باید دید', 'To be looked at'], pass: ['✓', 'می‌خواند', 'Agrees'] };

/** Lists what the rules said of the open data when the site was built: what does not hold first. */
export async function findings() {
  const list = document.querySelector('[data-findings]');
  if (!list) return;
  const all = /** @type {Finding[]} */ (await json(ofSite('data/findings.json')));
  list.replaceChildren(...items(all));
}

/**
 * An item for each verdict, what does not hold first.
 * @param {Finding[]} all
 */
export function items(all) {
  const rank = Object.keys(VERDICTS);
  const sorted = [...all].sort((one, other) => rank.indexOf(one.verdict) - rank.indexOf(other.verdict));
  return sorted.map((finding) => {
    const [sign, fa, en] = VERDICTS[finding.verdict];
    return el('li', { 'data-verdict': finding.verdict },
      el('span', { class: 'verdict' }, el('span', { 'aria-hidden': 'true' }, `${sign} `), both(fa, en)),
      el('span', {}, both(finding.message.fa, finding.message.en), ...(finding.note.fa ? [' ', el('small', {}, both(finding.note.fa, finding.note.en))] : [])));
  });
}
