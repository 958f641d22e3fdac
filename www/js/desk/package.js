// @ts-check
import { bytes, json, ofSite } from '../data.js';

/** @typedef {import('../../pkg/hamyar_desk.js').Workspace} Workspace */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** Tables of the open data that what pages open leaves out, or has without its definitions. */
const PUBLISHED = ['rules.csv', 'codes.csv', 'measures.csv', 'groups.csv'];

/**
 * The whole data package with the figures of this device. The tables that nothing here can change are those
 * that were published, with what the published descriptor says of their columns.
 * @param {Workspace} workspace
 * @param {Record<string, Bytes>} [own] tables in place of published ones, by their path
 * @returns {Promise<{ descriptor: any, files: Record<string, Bytes> }>} the descriptor is among the files too
 */
export async function packageFiles(workspace, own = {}) {
  const [published, ...tables] = await Promise.all([json(ofSite('data/datapackage.json')), ...PUBLISHED.map(publishedTable)]);
  const files = { ...workspace.packageFiles(), ...Object.fromEntries(PUBLISHED.map((path, place) => [path, tables[place]])), ...own };
  const descriptor = JSON.parse(new TextDecoder().decode(files['datapackage.json']));
  const known = new Map(published.resources.map((/** @type {{ path: string }} */ one) => [one.path, one]));
  descriptor.resources = descriptor.resources.map((/** @type {{ path: string }} */ one) => (PUBLISHED.includes(one.path) ? known.get(one.path) ?? one : one));
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

/** @param {string} path */
export const publishedTable = (path) => bytes(ofSite(`data/${path}`));
