// @ts-check
import { MARKER_KEY, parseMarker } from './marker.js';

/**
 * Tells the other pages of this origin that something was saved, and hears it from them: by
 * BroadcastChannel, and by the marker in localStorage where that is missing.
 *
 * @param {(marker: import('./types.js').Marker) => void} heard
 */
export function listen(heard) {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('hamyar') : null;
  /** @param {unknown} text */
  const hear = (text) => {
    const marker = parseMarker(text);
    if (marker) heard(marker);
  };
  /** @param {StorageEvent} event */
  const stored = (event) => {
    if (event.key === MARKER_KEY) hear(event.newValue);
  };
  channel?.addEventListener('message', (event) => hear(event.data));
  addEventListener('storage', stored);
  return {
    /** @param {import('./types.js').Marker} marker */
    tell({ id, count, sequence, saved }) {
      channel?.postMessage(JSON.stringify({ id, count, sequence, saved }));
    },
    close() {
      channel?.close();
      removeEventListener('storage', stored);
    },
  };
}

/** How long to wait for a page that holds the lock, perhaps frozen. */
const LOCK_PATIENCE_MS = 2000;

/**
 * Runs one save at a time over all pages. The database would refuse the later one anyway; this
 * keeps it from having to, and so a page that cannot get the lock goes on without it.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  if (!navigator.locks) return work();
  let isStarted = false;
  const start = () => {
    isStarted = true;
    return work();
  };
  try {
    return await navigator.locks.request('hamyar-save', { signal: AbortSignal.timeout(LOCK_PATIENCE_MS) }, start);
  } catch (error) {
    if (isStarted) throw error;
    return work();
  }
}
