// @ts-check
import { el } from '../dom.js';
import { word } from './words.js';

/**
 * A sentence with facts in braces: each fact that rests on figures becomes a control that opens
 * their source.
 *
 * @param {string | undefined} template
 * @param {Record<string, import('../../pkg/hamyar.js').FactText>} facts
 * @param {'fa'|'en'} lang
 * @param {(fact: import('../../pkg/hamyar.js').FactText, opener: HTMLElement) => void} openSource
 * @returns {(HTMLElement | Text)[] | null} `null` when a fact of it cannot be had
 */
export function phraseParts(template, facts, lang, openSource) {
  if (!template) return null;
  /** @type {(HTMLElement | Text)[]} */
  const parts = [];
  // Splitting at a group leaves the names at the odd places.
  for (const [place, piece] of template.split(/\{([^}]+)\}/).entries()) {
    if (place % 2 === 0) {
      if (piece) parts.push(new Text(piece));
      continue;
    }
    const fact = facts[piece];
    if (!fact) return null;
    parts.push(fact.evidence.length > 0 ? control(fact, lang, openSource) : new Text(fact.text));
  }
  return parts;
}

/**
 * @param {import('../../pkg/hamyar.js').FactText} fact
 * @param {'fa'|'en'} lang
 * @param {(fact: import('../../pkg/hamyar.js').FactText, opener: HTMLElement) => void} openSource
 */
function control(fact, lang, openSource) {
  const button = el('button', { type: 'button', class: 'fact', 'aria-label': `${fact.text} (${word(lang, 'source')})` }, fact.text);
  button.addEventListener('click', () => openSource(fact, button));
  return button;
}
