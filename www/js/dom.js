// @ts-check
/**
 * Makes an element. Text from data is only ever text: children are nodes or strings, attributes
 * are set as attributes, and no markup is parsed.
 * @template {string} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return /** @type {any} */ (element);
}

/**
 * A sentence in both languages; the stylesheet shows the one of the page.
 * @param {string} fa
 * @param {string} en
 */
export function both(fa, en) {
  const fragment = document.createDocumentFragment();
  fragment.append(el('span', { lang: 'fa' }, fa), el('span', { lang: 'en' }, en));
  return fragment;
}
