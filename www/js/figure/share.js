// @ts-check
import { el } from '../dom.js';
import { citedAddress } from './cite.js';
import { shareWord } from './share-words.js';
import { stateOf } from './state.js';

/** @typedef {import('./figure.js').Figure} Figure */

/** Where a chart stands alone, as somebody left it. @param {Figure} figure */
function addressOf(figure) {
  const here = figure.address() === location.href;
  const address = new URL(figure.address());
  // A page with several charts has their states in its address already.
  if (!here && stateOf(figure)) address.searchParams.set('state', stateOf(figure));
  for (const name of ['cite', 'theme']) address.searchParams.delete(name);
  address.hash = '';
  return address;
}

/** Whether the page that its address leads to looks at what a link cites. @param {Figure} figure */
const isChecked = (figure) => figure.address() !== location.href || figure.context.name.startsWith('explore') || Boolean(figure.context.hasPage);

/**
 * Fills the menu of what can be passed on of a chart: its address, and the same with the figures that it shows now.
 * @param {Figure} figure @param {HTMLElement} items
 */
export function fillShare(figure, items) {
  const { lang, say } = figure.context;
  const address = addressOf(figure);
  const word = (/** @type {Parameters<typeof shareWord>[1]} */ key) => shareWord(lang, key);
  const copying = (/** @type {'copyLink' | 'copyCitation'} */ key, /** @type {() => Promise<string>} */ make) => {
    const button = el('button', { type: 'button', 'data-action': key }, word(key));
    button.addEventListener('click', async () => {
      const link = await make();
      try {
        await navigator.clipboard.writeText(link);
        say(word('copied'));
        button.textContent = word('copied');
      } catch {
        // No clipboard here: it can be taken by hand.
        const field = el('textarea', { readonly: '', rows: '3', dir: 'ltr', 'aria-label': word(key), class: 'share-link' }, link);
        button.replaceWith(field);
        field.select();
        field.focus();
      }
    });
    return button;
  };
  items.replaceChildren(
    el('a', { href: address.href, target: '_blank', rel: 'noopener', 'data-action': 'alone' }, word('alone')),
    copying('copyLink', async () => address.href),
    ...(isChecked(figure) ? [
      copying('copyCitation', async () => (await citedAddress(figure, address)).href),
      el('p', { class: 'small' }, word('citation')),
    ] : []),
  );
}
