// @ts-check
/**
 * The open data as bytes: from IndexedDB when this build's set is kept there, else fetched once.
 * Nothing here waits for storage longer than it must: a page without storage fetches.
 */

/** A data package as `hamyar pack` writes it, beside its tables. Every server knows the ending. */
export const PACK = 'package.bin';

/** What the build writes here of the cores, and `hamyar publish` into the bundle of a site: where files lie, and the hashes of their bytes. */
const WRITTEN = '__HAMYAR_ADDRESSES__';
/** @type {Record<string, [address: string, integrity: string]>} */
const PUBLISHED = WRITTEN.startsWith('{') ? JSON.parse(WRITTEN) : {};

/** @param {string} path */
const published = (path) => (Object.hasOwn(PUBLISHED, path) ? PUBLISHED[path] : undefined);

/** The root of the site, or the folder above where a page is alone. */
const SITE = new URL('..', import.meta.url);

/** Answers in place of the network on a page that holds its files itself. @type {((path: string) => Promise<Response>) | undefined} */
let held;

/** @param {(path: string) => Promise<Response>} answer takes a path from the root of the site */
export function hold(answer) { held = answer; }

/** @param {URL} address @param {string} [integrity] */
const ask = (address, integrity = '') => (held ? held(address.href.slice(SITE.href.length)) : fetch(address, sealed(integrity)));

/** Settings of a request, and none that a page gave to every object. @param {string} integrity @returns {RequestInit} */
const sealed = (integrity) => Object.assign(Object.create(null), { integrity });

/**
 * Fetches the packed data of a folder.
 * @param {URL} folder ends with a slash
 * @param {string} [integrity] hash that the bytes must have
 * @returns {Promise<Uint8Array>}
 */
export function fetchPack(folder, integrity) {
  return bytes(new URL(PACK, folder), integrity);
}

/**
 * The address of a file of this site, wherever the page that asks for it lies.
 * @param {string} path from the root of the site
 */
export function ofSite(path) {
  return new URL(published(path)?.[0] ?? path, SITE);
}

/** The page of a chart on a published site, or nothing elsewhere, where there is no list of pages. @param {string} name @param {string} lang */
export const pageOf = (name, lang) => (published('index.html') ? ofSite(`${name}${lang === 'en' ? '.en' : ''}.html`).href : undefined);

/** A file of this site; a core, and on a published site any file, only with the bytes that were published. @param {string} path */
export const fetchOfSite = (path) => ask(ofSite(path), published(path)?.[1]);

/** @param {URL} address @param {string} [integrity] @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function bytes(address, integrity) {
  return new Uint8Array(await (await answered(address, integrity)).arrayBuffer());
}

/** @param {URL} address */
export async function text(address) {
  return (await answered(address)).text();
}

/** @param {URL} address @returns {Promise<any>} */
export async function json(address) {
  return (await answered(address)).json();
}

/** @param {URL} address @param {string} [integrity] @throws {Error} that names what was asked for, when the server has it not */
async function answered(address, integrity) {
  const response = await ask(address, integrity);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return response;
}
