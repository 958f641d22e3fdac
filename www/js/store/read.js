// @ts-check
/**
 * Reading: rows as the core takes them, whatever stands in the database.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Meta} Meta
 * @typedef {import('../../vendor/idb.js').IDBPDatabase} Database
 */

/** Keys of own records start with this. */
const OWN = 'observation/';

/** Every own record, and no other. */
export const ownKeys = () => IDBKeyRange.bound(OWN, `${OWN}\uffff`);

/** Every key that can be a sequence number. */
export const sequences = () => IDBKeyRange.bound(1, 0xffff_ffff);

/**
 * The core checks the bytes; here only the shape of the row is made sure of.
 *
 * @param {any} value
 * @param {unknown} key
 * @param {unknown} revision
 * @returns {Row}
 */
export function toRow(value, key, revision) {
  return {
    key: String(key),
    revision: toSequence(revision),
    bytes: value?.bytes instanceof Uint8Array ? value.bytes : new Uint8Array(),
  };
}

/** @param {unknown} value */
function toSequence(value) {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 0xffff_ffff ? value : 0;
}

/**
 * All own records and the journal, with what the database says of itself: one moment of it.
 *
 * @param {Database} db
 * @returns {Promise<{records: Row[], journal: Row[], meta: Meta | undefined}>}
 */
export async function readAll(db) {
  const tx = db.transaction(['meta', 'records', 'journal']);
  const [meta, records, journal] = await Promise.all([
    tx.objectStore('meta').get('store'),
    tx.objectStore('records').getAll(ownKeys()),
    tx.objectStore('journal').getAll(sequences()),
    tx.done,
  ]);
  return {
    meta: toMeta(meta),
    records: records.map((value) => toRow(value, value.key, value.revision)),
    journal: journal.map((value) => toRow(value, value.sequence, value.sequence)),
  };
}

/**
 * @param {Database} db
 * @returns {Promise<{meta: Meta | undefined, found: number}>}
 */
export async function readState(db) {
  const tx = db.transaction(['meta', 'records']);
  const [meta, found] = await Promise.all([
    tx.objectStore('meta').get('store'),
    tx.objectStore('records').count(ownKeys()),
    tx.done,
  ]);
  return { meta: toMeta(meta), found };
}

/**
 * @param {any} value
 * @returns {Meta | undefined}
 */
export function toMeta(value) {
  if (typeof value?.id !== 'string') return undefined;
  const { id, count, sequence, saved, replaces } = value;
  return {
    key: 'store', id, saved: String(saved), replaces: String(replaces ?? ''),
    count: Number.isSafeInteger(count) ? count : 0,
    sequence: toSequence(sequence),
  };
}
