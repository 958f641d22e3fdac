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

/** @param {URL} address @returns {Promise<Uint8Array>} */
export async function bytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
