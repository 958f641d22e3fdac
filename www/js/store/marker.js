// @ts-check
/**
 * The sentinel: what was saved, remembered outside the database, so that an emptied one is never
 * taken for a first start. It lies in localStorage, and in a file of the origin's private file
 * system as a second witness.
 *
 * @typedef {import('./types.js').Marker} Marker
 */

/** Key in localStorage, and name of the file. */
export const MARKER_KEY = 'hamyar.marker';

/**
 * @param {unknown} text
 * @returns {Marker | null}
 */
export function parseMarker(text) {
  if (typeof text !== 'string') return null;
  try {
    const { id, count, sequence, saved } = JSON.parse(text);
    const sound = typeof id === 'string' && Number.isSafeInteger(count) && Number.isSafeInteger(sequence);
    return sound ? { id, count, sequence, saved: String(saved) } : null;
  } catch {
    return null;
  }
}

/** Whether own records were kept when last seen: a hint at once, before any database is open. */
export function remembersRecords() {
  return (parseMarker(readLocal())?.count ?? 0) > 0;
}

/** @returns {Promise<Marker | null>} */
export async function readMarker() {
  const local = parseMarker(readLocal());
  if (local) return local;
  const text = await readFile();
  const marker = parseMarker(text);
  if (marker && text) writeLocal(text);
  return marker;
}

/**
 * Writes both witnesses; the first is written when this returns, the file follows.
 *
 * @param {Marker} marker
 */
export function writeMarker({ id, count, sequence, saved }) {
  const text = JSON.stringify({ id, count, sequence, saved });
  writeLocal(text);
  void writeFile(text);
}

/** @param {string} text */
function writeLocal(text) {
  try {
    localStorage.setItem(MARKER_KEY, text);
  } catch {
    // Storage is blocked or full; the file is the other witness.
  }
}

function readLocal() {
  try {
    return localStorage.getItem(MARKER_KEY);
  } catch {
    return null;
  }
}

async function readFile() {
  try {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(MARKER_KEY);
    return await (await handle.getFile()).text();
  } catch {
    return null;
  }
}

/** @param {string} text */
async function writeFile(text) {
  try {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(MARKER_KEY, { create: true });
    const file = await handle.createWritable();
    await file.write(text);
    await file.close();
  } catch {
    // Not every browser has it; localStorage is the first witness.
  }
}

/**
 * Whether the database still holds what the marker remembers.
 *
 * @param {import('./types.js').Meta | undefined} meta what the database says of itself
 * @param {number} found own records in it
 * @param {Marker | null} marker
 * @returns {'ready' | 'first' | 'vanished'}
 */
export function judge(meta, found, marker) {
  const remembers = marker !== null && marker.sequence > 0;
  if (!meta) return remembers ? 'vanished' : 'first';
  if (found < meta.count) return 'vanished';
  if (!remembers || meta.replaces === marker.id) return 'ready';
  return meta.id === marker.id && meta.sequence >= marker.sequence ? 'ready' : 'vanished';
}
