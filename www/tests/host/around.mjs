// @ts-check
/** A page of another origin around frames of a published site, under a policy that lets the charts in. */
import { expect } from '@playwright/test';
import { listen } from './serve.mjs';

const TOLD = "window.told = []; for (const kind of ['hamyar-ready', 'hamyar-select']) document.addEventListener(kind, (event) => window.told.push([kind, event.target.title, event.detail.key]));";

/**
 * Opens it with this markup, acts, and expects no error of it.
 * @param {import('@playwright/test').Page} page
 * @param {{ origin: string, frameScript: string }} published
 * @param {string} body
 * @param {(page: import('@playwright/test').Page) => Promise<void>} act
 * @param {string} [also] whose frames it lets in too
 */
export async function onHost(page, { origin, frameScript }, body, act, also = 'http://localhost:*') {
  const policy = `default-src 'none'; script-src 'self' ${origin}; style-src 'self'; img-src data:; frame-src ${origin} ${also}; `
    + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  const host = await listen(async (path) => {
    if (path === '/told.js') return { body: TOLD };
    return {
      body: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>میزبان</title><script src="told.js"></script>`
        + `<script type="module" src="${frameScript}" crossorigin="anonymous"></script></head><body>${body}</body></html>`,
      headers: { 'content-security-policy': policy },
    };
  });
  /** @type {string[]} */
  const faults = [];
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  page.on('pageerror', (error) => faults.push(String(error)));
  try {
    await page.goto(host.origin);
    await act(page);
    expect(faults).toEqual([]);
  } finally {
    host.close();
  }
}

/** @param {{ base: string }} published @param {string} name of the view @param {string} [attributes] */
export const frame = ({ base }, name, attributes = '') => `<iframe data-hamyar title="${name}" src="${base}${name}.frame.html" width="100%" height="300" ${attributes}></iframe>`;
