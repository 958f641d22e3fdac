// @ts-check
/**
 * A data package that nobody packed: its tables are read here, by a core of its own, into what every core
 * opens.
 */
import init, { Import } from '../pkg/hamyar_import.js';
import { bytes, fetchOfSite } from './data.js';

/**
 * @param {URL} folder ends with a slash
 * @returns {Promise<Uint8Array>} what a public page may show of it, as `Workspace.open` reads it
 */
export async function importPackage(folder) {
  const descriptor = await bytes(new URL('datapackage.json', folder));
  const described = JSON.parse(new TextDecoder().decode(descriptor));
  if (!Array.isArray(described?.resources)) throw new Error('datapackage.json lists no resources');
  // Rows may stand in the descriptor, which the core reads as text: numbers are exact only so.
  const paths = described.resources
    .map((/** @type {{path?: string}} */ resource) => resource.path)
    .filter((/** @type {string | undefined} */ path) => path);
  const [contents] = await Promise.all([
    Promise.all(paths.map((/** @type {string} */ path) => bytes(new URL(path, folder)))),
    init({ module_or_path: fetchOfSite('pkg/hamyar_import_bg.wasm') }),
  ]);
  const files = Object.fromEntries(paths.map((/** @type {string} */ path, /** @type {number} */ index) => [path, contents[index]]));
  const [shown, leftOut] = Import.read(descriptor, files).published();
  if (leftOut > 0) console.info(`${folder.href}: ${leftOut} figures are drafts or not confirmed; left out`);
  return shown;
}
