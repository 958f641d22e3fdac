// @ts-check
import { crc32 } from './checksum.js';
import { STRICT, abort } from './connection.js';
import { ownKeys, sequences, toMeta, toRow } from './read.js';

/**
 * One change, one strict transaction.
 *
 * @typedef {import('./types.js').Transaction} Transaction
 * @typedef {import('./types.js').Meta} Meta
 * @typedef {import('./types.js').Saved} Saved
 * @typedef {import('../../vendor/idb.js').IDBPTransaction<unknown, string[], 'readwrite'>} Tx
 *
 * @typedef {object} Identity
 * @property {string | null} known id of the store that the page has read; `null` for a first start
 * @property {string} next id to write
 * @property {string} replaces id of a vanished store that this one follows, else empty
 */

const STORES = ['meta', 'records', 'journal', 'drafts'];

/**
 * Stores all of it and resolves after `oncomplete`, or stores nothing.
 *
 * @param {import('../../vendor/idb.js').IDBPDatabase} db
 * @param {Transaction} transaction
 * @param {Identity} identity
 * @param {string} [draft] key of the draft that this save makes needless
 * @returns {Promise<Saved>}
 * @throws {DOMException} whatever the database refuses with; then nothing was stored
 */
export async function commit(db, transaction, identity, draft) {
  const tx = db.transaction(STORES, 'readwrite', STRICT);
  const done = tx.done;
  // A failing request says it first; without this the transaction would say it again to nobody.
  done.catch(() => {});
  try {
    const refusal = await refused(tx, transaction, identity);
    if (refusal) {
      tx.abort();
      await done.catch(() => {});
      return refusal;
    }
    const meta = await write(tx, transaction, identity, draft);
    await done;
    return { saved: meta };
  } catch (error) {
    abort(tx);
    await done.catch(() => {});
    throw error;
  }
}

/**
 * @param {Tx} tx
 * @param {Transaction} transaction
 * @param {Identity} identity
 * @returns {Promise<Saved | null>}
 */
async function refused(tx, transaction, identity) {
  const meta = toMeta(await tx.objectStore('meta').get('store'));
  if (!meta && identity.known) return { error: 'vanished' };
  if (meta && meta.id !== identity.known) return { stale: true };
  const cursor = await tx.objectStore('journal').openKeyCursor(sequences(), 'prev');
  const head = cursor ? Number(cursor.key) : 0;
  if (meta && head !== transaction.head && (await isStored(tx, transaction))) return { saved: meta };
  const conflict = await conflicts(tx, transaction);
  if (conflict.length > 0) return { conflict };
  return head === transaction.head ? null : { stale: true };
}

/**
 * Whether this very transaction was stored before: a first try whose answer got lost.
 *
 * @param {Tx} tx
 * @param {Transaction} transaction
 */
async function isStored(tx, transaction) {
  const last = transaction.journal.at(-1);
  if (!last) return false;
  const stored = toRow(await tx.objectStore('journal').get(last.revision), '', last.revision).bytes;
  return stored.length === last.bytes.length && stored.every((byte, at) => byte === last.bytes[at]);
}

/**
 * @param {Tx} tx
 * @param {Transaction} transaction
 */
async function conflicts(tx, transaction) {
  const rows = [];
  for (const { key, revision } of transaction.expect) {
    const stored = await tx.objectStore('records').get(key);
    const row = toRow(stored, key, stored?.revision);
    if (row.revision !== revision) rows.push(row);
  }
  return rows;
}

/**
 * @param {Tx} tx
 * @param {Transaction} transaction
 * @param {Identity} identity
 * @param {string} [draft]
 * @returns {Promise<Meta>}
 */
async function write(tx, transaction, identity, draft) {
  const [meta, records, journal, drafts] = STORES.map((name) => tx.objectStore(name));
  if (transaction.clear) {
    await records.delete(ownKeys());
    await journal.clear();
  }
  for (const key of transaction.deletes) await records.delete(key);
  for (const { key, revision, version, bytes } of transaction.puts) {
    await records.put({ key, revision, version, checksum: crc32(bytes), bytes });
  }
  for (const { revision, bytes } of transaction.journal) {
    await journal.put({ sequence: revision, checksum: crc32(bytes), bytes });
  }
  if (draft) await drafts.delete(draft);
  /** @type {Meta} */
  const value = {
    key: 'store', id: identity.next, replaces: identity.replaces, saved: transaction.at,
    count: await records.count(ownKeys()),
    sequence: transaction.journal.at(-1)?.revision ?? (transaction.clear ? 0 : transaction.head),
  };
  await meta.put(value);
  return value;
}
