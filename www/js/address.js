// @ts-check
/** Choices that outlive a page: in the address, and in the browser where it allows it. */

/** @param {string} name @returns {string | null} */
export function recall(name) {
  const given = new URLSearchParams(location.search).get(name);
  if (given) return given;
  try {
    return localStorage.getItem(`hamyar.${name}`);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function remember(name, value) {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(null, '', address);
  try {
    localStorage.setItem(`hamyar.${name}`, value);
  } catch {
    // The address carries it.
  }
}
