// @ts-check
/**
 * The open data as bytes: from IndexedDB when this build's set is kept there, else fetched once.
 * Nothing here waits for storage longer than it must: a page without storage fetches.
 */

/** A data package as `hamyar pack` writes it, beside its tables. Every server knows the ending. */
export const PACK = 'package.bin';

/**
 * Fetches the packed data of a folder.
 * @param {URL} folder ends with a slash
 * @returns {Promise<Uint8Array>}
 */
export function fetchPack(folder) {
  return bytes(new URL(PACK, folder));
}

/**
 * The address of a file of this site, wherever the page that asks for it lies.
 * @param {string} path from the root of the site
 */
export function ofSite(path) {
  return new URL(`../${path}`, import.meta.url);
}

/** @param {URL} address @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function bytes(address) {
  return new Uint8Array(await (await answered(address)).arrayBuffer());
}

/** @param {URL} address @returns {Promise<any>} */
export async function json(address) {
  return (await answered(address)).json();
}

/** @param {URL} address @throws {Error} that names what was asked for, when the server has it not */
async function answered(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return response;
}
