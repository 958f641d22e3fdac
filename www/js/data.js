// @ts-check
/**
 * The open data as bytes: from IndexedDB when this build's set is kept there, else fetched once.
 * Nothing here waits for storage longer than it must: a page without storage fetches.
 */

/**
 * @typedef {object} PackageBytes
 * @property {object} descriptor the parsed datapackage.json
 * @property {Record<string, Uint8Array>} files bytes of each resource, by its path
 */

const DESCRIPTOR = 'datapackage.json';

/**
 * Fetches a data package from its folder.
 * @param {URL} folder ends with a slash
 * @returns {Promise<PackageBytes>}
 */
export async function fetchPackage(folder) {
  const descriptorBytes = await bytes(new URL(DESCRIPTOR, folder));
  const descriptor = parse(descriptorBytes);
  const paths = descriptor.resources.map((/** @type {{path: string}} */ resource) => resource.path);
  const contents = await Promise.all(paths.map((/** @type {string} */ path) => bytes(new URL(path, folder))));
  /** @type {Record<string, Uint8Array>} */
  const files = { [DESCRIPTOR]: descriptorBytes };
  paths.forEach((/** @type {string} */ path, /** @type {number} */ index) => { files[path] = contents[index]; });
  return { descriptor, files };
}

/** @param {Uint8Array} text @returns {{resources: {path: string}[]}} */
function parse(text) {
  const value = JSON.parse(new TextDecoder().decode(text));
  if (!Array.isArray(value?.resources)) throw new Error('datapackage.json lists no resources');
  return value;
}

/**
 * The same, from files that were kept.
 * @param {Record<string, Uint8Array>} files
 * @returns {PackageBytes}
 */
export function keptPackage(files) {
  return { descriptor: parse(files[DESCRIPTOR]), files };
}

/** @param {URL} address @returns {Promise<Uint8Array>} */
async function bytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
