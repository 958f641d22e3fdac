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

/** @param {string} name @param {string} value @param {'pushState' | 'replaceState'} [how] whether it is a step that one can go back from */
export function remember(name, value, how = 'replaceState') {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  if (address.href !== location.href) history[how](null, '', address);
  try {
    localStorage.setItem(`hamyar.${name}`, value);
  } catch {
    // The address carries it.
  }
}

/** What an address may ask for, and the next page of the site is then asked for too. */
const CARRIED = ['lang', 'known'];

/**
 * A link to a page of the site, as it is written beside this page, asking for what the address of this page asks for:
 * else the next page would be in the language of the last visit, and of today. A link that names a day itself keeps
 * it, and the desk has no day.
 * @param {string} written
 */
export function onward(written) {
  const here = new URLSearchParams(location.search);
  const to = new URL(written, location.href);
  for (const name of CARRIED) {
    const asked = here.get(name);
    const keeps = name === 'known' && (to.searchParams.has(name) || written.startsWith('desk.html'));
    if (asked && !keeps) to.searchParams.set(name, asked);
  }
  return `${written.split(/[?#]/)[0]}${to.search}${to.hash}`;
}

/** Does so to every link of the page. What stands alone has a whole address, and is left as it is. */
export function carryOn() {
  for (const link of document.querySelectorAll('a[href*=".html"]')) {
    const written = link.getAttribute('href') ?? '';
    if (/^\w+\.html/.test(written)) link.setAttribute('href', onward(written));
  }
}
