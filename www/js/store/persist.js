// @ts-check
const ASKED_KEY = 'hamyar.persist';

/**
 * Asks the browser, once for ever, not to clear this origin when space is short.
 *
 * @returns {Promise<boolean | null>} its answer; `null` when it was asked before or cannot be asked
 */
export async function askToPersist() {
  try {
    if (localStorage.getItem(ASKED_KEY)) return null;
    const granted = await navigator.storage.persist();
    localStorage.setItem(ASKED_KEY, granted ? 'granted' : 'refused');
    return granted;
  } catch {
    return null;
  }
}

/** Whether it was asked and refused. */
export function isRefused() {
  try {
    return localStorage.getItem(ASKED_KEY) === 'refused';
  } catch {
    return false;
  }
}
