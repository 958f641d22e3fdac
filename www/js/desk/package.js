// @ts-check
import { bytes, json, ofSite } from '../data.js';

/** @typedef {import('../../pkg/hamyar_desk.js').Workspace} Workspace */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** Tables of the open data that what pages open leaves out, or has without its definitions. */
const PUBLISHED = ['rules.csv', 'codes.csv', 'measures.csv', 'groups.csv'];

/** Tables that speak of printed rows and figures, which this device may have changed: corrections stand in the notes of the figures. */
const OF_ROWS = ['corrections', 'notes', 'conflicts'];

/** A table of one measure in each further column, whose cells are figures of the device’s own table. */
const WIDE = ['area', 'period', 'source'];

/** @typedef {{ name: string, path?: string, schema?: { fields?: { name: string }[] } }} Resource */

/**
 * The whole data package with the figures of this device. The tables that nothing here can change are those
 * that were published, with what the published descriptor says of their columns.
 * @param {Workspace} workspace
 * @param {Record<string, Bytes>} [own] tables in place of published ones, by their path
 * @returns {Promise<{ descriptor: any, files: Record<string, Bytes> }>} the descriptor is among the files too
 */
export async function packageFiles(workspace, own = {}) {
  const [published, observations, sources] = await Promise.all([json(ofSite('data/datapackage.json')), publishedTable('observations.csv'), publishedTable('sources.csv')]);
  const written = workspace.packageFiles(observations, sources);
  const descriptor = JSON.parse(new TextDecoder().decode(written['datapackage.json']));
  const beside = published.resources.filter((/** @type {Resource} */ one) => isBeside(one, descriptor.resources));
  const paths = [...PUBLISHED, ...beside.map((/** @type {Resource} */ one) => one.path).filter(Boolean)];
  const tables = await Promise.all(paths.map(publishedTable));
  const files = { ...written, ...Object.fromEntries(paths.map((path, place) => [path, tables[place]])), ...own };
  const known = new Map(published.resources.map((/** @type {Resource} */ one) => [one.path, one]));
  descriptor.resources = descriptor.resources.map((/** @type {{ path: string }} */ one) => (PUBLISHED.includes(one.path) ? known.get(one.path) ?? one : one)).concat(beside);
  files['datapackage.json'] = new TextEncoder().encode(`${JSON.stringify(descriptor, null, 1)}\n`);
  return { descriptor, files };
}

/**
 * Gives a file that holds published tables; where one of them cannot be had, says so.
 * @param {import('./desk.js').DeskPage} page @param {() => Promise<void>} write
 */
export async function giveFile(page, write) {
  try {
    await write();
    page.alarm('', '');
  } catch (error) {
    page.alarm('چیزی بارگیری نشد: یکی از جدول‌های منتشرشده به این دستگاه نرسید. پیوند اینترنت را ببینید و دوباره بکوشید.', 'Nothing was downloaded: one of the published tables did not reach this device. Check the connection and try again.');
    console.warn(error);
  }
}

/**
 * Whether a published table is one that no page opens, such as a register: what was counted from it is counted
 * again where the package is read.
 * @param {Resource} one @param {Resource[]} written
 */
function isBeside(one, written) {
  const fields = (one.schema?.fields ?? []).map((field) => field.name);
  const isWide = WIDE.every((name, place) => fields[place] === name);
  return !isWide && !OF_ROWS.includes(one.name) && written.every((other) => other.name !== one.name);
}

/** @param {string} path */
export const publishedTable = (path) => bytes(ofSite(`data/${path}`));
