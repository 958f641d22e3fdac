// @ts-check
import { crc32 } from './checksum.js';
import { STRICT, abort } from './connection.js';

/**
 * The open data as it was loaded once: files by path, all of one version.
 *
 * @typedef {import('../../vendor/idb.js').IDBPDatabase} Database
 */

const PREFIX = 'package/';
const packageKeys = () => IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`);

/**
 * The files of this version, whole and sound; else `null`, and the page loads them again.
 *
 * @param {Database} db
 * @param {string} version
 * @returns {Promise<Map<string, Uint8Array> | null>}
 */
export async function loadPackage(db, version) {
  const tx = db.transaction(['meta', 'records']);
  const [kept, rows] = await Promise.all([
    tx.objectStore('meta').get('package'),
    tx.objectStore('records').getAll(packageKeys()),
    tx.done,
  ]);
  const whole = kept?.version === version && kept.count === rows.length && rows.every((row) => isSound(row, version));
  return whole ? new Map(rows.map((row) => [row.key.slice(PREFIX.length), row.bytes])) : null;
}

/**
 * @param {any} row
 * @param {string} version
 */
function isSound(row, version) {
  return row.version === version && row.bytes instanceof Uint8Array && row.checksum === crc32(row.bytes);
}

/**
 * Keeps the files in place of those of any other version.
 *
 * @param {Database} db
 * @param {string} version
 * @param {Map<string, Uint8Array>} files
 */
export async function keepPackage(db, version, files) {
  const tx = db.transaction(['meta', 'records'], 'readwrite', STRICT);
  const done = tx.done;
  done.catch(() => {});
  try {
    const records = tx.objectStore('records');
    await records.delete(packageKeys());
    for (const [path, bytes] of files) {
      await records.put({ key: PREFIX + path, revision: 0, version, checksum: crc32(bytes), bytes });
    }
    await tx.objectStore('meta').put({ key: 'package', version, count: files.size });
    await done;
  } catch (error) {
    // A set that is half there would be read at each start and thrown away again.
    abort(tx);
    await done.catch(() => {});
    throw error;
  }
}
