// @ts-check
import { bytes, json, ofSite } from '../data.js';

/** @typedef {import('../../pkg/hamyar_desk.js').Workspace} Workspace */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** Tables of the open data that what pages open leaves out, or has without its definitions. */
const PUBLISHED = ['rules.csv', 'codes.csv', 'measures.csv', 'groups.csv'];

/** Tables by which the figures are given back as they were stated. */
const STATED = ['observations.csv', 'sources.csv'];

/** Tables that speak of figures, which this device may have changed: the rows that still fit go along. */
const OF_FIGURES = ['corrections.csv', 'notes.csv'];

/** What copies told apart is no part of what was published. */
const LEFT_OUT = ['conflicts', 'differing'];

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
  const published = await json(ofSite('data/datapackage.json'));
  const has = (/** @type {string} */ path) => published.resources.some((/** @type {Resource} */ one) => one.path === path);
  const written = workspace.packageFiles(await tables([...STATED, ...OF_FIGURES.filter(has)]));
  const descriptor = JSON.parse(new TextDecoder().decode(written['datapackage.json']));
  const beside = published.resources.filter((/** @type {Resource} */ one) => isBeside(one, descriptor.resources));
  const paths = beside.map((/** @type {Resource} */ one) => one.path).filter((/** @type {string} */ path) => path && !OF_FIGURES.includes(path));
  const files = { ...written, ...await tables([...PUBLISHED, ...paths]), ...own };
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
  return !isWide && !LEFT_OUT.includes(one.name) && written.every((other) => other.name !== one.name);
}

/** Published tables by their path. @param {string[]} paths @returns {Promise<Record<string, Bytes>>} */
async function tables(paths) {
  const contents = await Promise.all(paths.map(publishedTable));
  return Object.fromEntries(paths.map((path, place) => [path, contents[place]]));
}

/** @param {string} path */
export const publishedTable = (path) => bytes(ofSite(`data/${path}`));
