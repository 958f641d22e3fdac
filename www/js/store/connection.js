// @ts-check
import { openDB } from '../../vendor/idb.js';

/** Version of the schema: see DESIGN §4.10. */
export const SCHEMA_VERSION = 1;

/** Longest wait for an answer of the database before the page goes on without it. */
export const PATIENCE_MS = 5000;

/** Every write is on the disk before anyone is told that it was saved. */
export const STRICT = Object.freeze({ durability: /** @type {const} */ ('strict') });

/**
 * Opens the database, making the stores that are not there yet.
 *
 * @param {string} name
 * @param {number} version
 * @param {{blocked: () => void, outdated: () => void, deleted: () => void, terminated: () => void}} on
 *   `blocked`: an older page holds it; `outdated`: a newer page asks for it and has got it;
 *   `deleted`: someone deletes it; `terminated`: the browser closed it
 */
export async function connect(name, version, on) {
  const db = await openDB(name, version, {
    upgrade: create,
    blocked: on.blocked,
    blocking(_current, next) {
      db.close();
      if (next === null) on.deleted();
      else on.outdated();
    },
    terminated: on.terminated,
  });
  return db;
}

/** @param {import('../../vendor/idb.js').IDBPDatabase} db */
function create(db) {
  const stores = [['meta', 'key'], ['records', 'key'], ['journal', 'sequence'], ['drafts', 'key']];
  for (const [name, keyPath] of stores) {
    if (!db.objectStoreNames.contains(name)) db.createObjectStore(name, { keyPath });
  }
}

/**
 * What a failure to open means.
 *
 * @param {unknown} error
 * @returns {import('./types.js').Outcome}
 */
export function failure(error) {
  const name = nameOf(error);
  if (name === 'VersionError') return { state: 'newer' };
  const denied = ['SecurityError', 'InvalidStateError', 'NotAllowedError', 'ReferenceError', 'TypeError'];
  if (denied.includes(name)) return { state: 'unavailable', reason: 'denied' };
  return { state: 'broken' };
}

/** @param {{abort(): void}} tx a transaction, perhaps at its end */
export function abort(tx) {
  try {
    tx.abort();
  } catch {
    // It has ended by itself.
  }
}

/** @param {unknown} error */
export function nameOf(error) {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

/**
 * The promise, or `late` when it takes longer than the page will wait.
 *
 * @template T, L
 * @param {Promise<T>} promise
 * @param {() => L} late
 * @param {number} [ms]
 * @returns {Promise<T | L>}
 */
export async function within(promise, late, ms = PATIENCE_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const patience = new Promise((resolve) => {
    timer = setTimeout(() => resolve(late()), ms);
  });
  try {
    return await Promise.race([promise, patience]);
  } finally {
    clearTimeout(timer);
  }
}
