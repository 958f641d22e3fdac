// @ts-check
/** The one Trusted Types policy: it passes script addresses of this origin and nothing else. */

/** @param {string} text */
function sameOrigin(text) {
  const address = new URL(text, location.href);
  if (address.origin !== location.origin) throw new TypeError(`not of this origin: ${text}`);
  return address.href;
}

const types = /** @type {any} */ (globalThis).trustedTypes;
const policy = types?.createPolicy('hamyar', { createScriptURL: sameOrigin });

/** A script address that a worker or a service worker may be made of. @param {string} text @returns {string} */
export const scriptAddress = (text) => (policy ? policy.createScriptURL(text) : sameOrigin(text));
