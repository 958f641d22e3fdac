// @ts-check
import { el } from '../dom.js';
import { word } from './words.js';

/** How many figures a card tells at once; the next ones come on a press. */
const MOST = 6;

/**
 * The source card of one or more figures, as a dialog that gives the focus back.
 * @param {{card(id: string, lang: string): import('../../pkg/hamyar.js').SourceCard | undefined}} workspace
 * @param {string[]} evidence
 * @param {'fa'|'en'} lang
 * @param {ParentNode & Node} root where the dialog stands: the page or a shadow root
 * @param {string} [working] how a number came about that none of the figures is by itself
 */
export function openCard(workspace, evidence, lang, root, working) {
  const close = el('button', { type: 'button', class: 'icon-button', 'aria-label': word(lang, 'close') }, '×');
  const heading = el('h2', { class: 'source-card-kicker', id: 'source-card-title' }, word(lang, 'sourceOf'));
  const dialog = el('dialog', {
    class: 'source-card', lang, dir: lang === 'fa' ? 'rtl' : 'ltr', 'aria-labelledby': 'source-card-title',
  }, el('header', {}, heading, close), ...(working ? [el('p', { class: 'source-card-working' }, `${word(lang, 'computed')}: ${working}`)] : []));
  tell(0);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
  close.focus();
  return dialog;

  /** @param {number} from the first figure to tell now */
  function tell(from) {
    const told = evidence.slice(from, from + MOST).map((id) => section(workspace.card(id, lang), lang));
    dialog.append(...told);
    const rest = evidence.length - from - MOST;
    if (from > 0) focusOn(told[0]);
    if (rest <= 0) return;
    const more = el('button', { type: 'button', class: 'button source-card-rest' }, `+ ${new Intl.NumberFormat(lang).format(rest)} ${word(lang, 'more')}`);
    more.addEventListener('click', () => { more.remove(); tell(from + MOST); });
    dialog.append(more);
  }
}

/** @param {HTMLElement} part */
function focusOn(part) {
  part.tabIndex = -1;
  part.focus();
}

/** @param {import('../../pkg/hamyar.js').SourceCard | undefined} card @param {'fa'|'en'} lang */
function section(card, lang) {
  if (!card) return el('p', {}, word(lang, 'failed'));
  const rows = card.rows.flatMap(({ label, text }) => [el('dt', {}, label), el('dd', {}, text)]);
  const part = el('section', { class: 'source-card-figure', 'data-stage': card.stage },
    el('p', { class: 'source-card-value' }, ...(card.stage ? [el('span', { class: `form-${card.stage}`, 'aria-hidden': 'true' })] : []), ...figureFirst(card)));
  if (card.quote) part.append(el('blockquote', { lang: 'fa', dir: 'rtl' }, '«', ...underlined(card.quote), '»'));
  part.append(el('dl', {}, ...rows), actions(card, lang));
  return part;
}

/** The figure stands out of its heading; a document has none. @param {import('../../pkg/hamyar.js').SourceCard} card */
function figureFirst({ heading, value }) {
  return value && heading.startsWith(value) ? [el('strong', {}, value), heading.slice(value.length)] : [heading];
}

/** Words of a quote that carry a number or how far it has come. */
const TELLING = /([0-9۰-۹٠-٩][0-9۰-۹٠-٩.,/٫٬]*(?:\s*(?:هزار|میلیون|میلیارد|همت|ریال|تومان|نفر|درصد))*|(?:پرداخت|برنامه\s?ریزی|مصوب|تخصیص|سهمیه|جذب|تعهد)\S*(?:\s(?:شده|شد|کرد|خواهد شد)(?!\S))?)/;

/** @param {string} quote */
function underlined(quote) {
  return quote.split(TELLING).map((part, index) => (index % 2 ? el('u', {}, part) : part));
}

/** @param {import('../../pkg/hamyar.js').SourceCard} card @param {'fa'|'en'} lang */
function actions(card, lang) {
  const copy = el('button', { type: 'button', class: 'button' }, word(lang, 'copy'));
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(card.citation);
      copy.textContent = word(lang, 'copied');
    } catch {
      // No clipboard here: show the text so that it can be selected by hand.
      copy.replaceWith(el('p', { class: 'citation' }, card.citation));
    }
  });
  const line = el('p', { class: 'source-card-actions' }, copy);
  if (card.url) {
    line.append(el('a', { class: 'button', href: card.url, rel: 'noopener noreferrer', target: '_blank' }, word(lang, 'open')));
  }
  return line;
}
