// @ts-check
/**
 * A part of the document itself: an image or a form on somebody's page may bear its name, and would be taken for it.
 * @template {keyof Document} Name
 * @param {Name} name
 * @returns {Document[Name]}
 */
export function ofDocument(name) {
  const part = Reflect.get(Document.prototype, name, document);
  return typeof part === 'function' ? part.bind(document) : part;
}

const create = ofDocument('createElement');

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
  const element = create(tag);
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
  const fragment = ofDocument('createDocumentFragment')();
  fragment.append(el('span', { lang: 'fa' }, fa), el('span', { lang: 'en' }, en));
  return fragment;
}
