// @ts-check
/** Where all goes that a browser asks beyond this machine, whoever in it asks: pages, workers, the browser for a page. */
import { createServer } from 'node:http';

/** Services of the browser's maker, which it asks for itself where a form stands, or once a while. */
const BROWSER = ['content-autofill.googleapis.com:443', 'optimizationguide-pa.googleapis.com:443', 'clients2.google.com:443', 'update.googleapis.com:443'];

/** A proxy that answers nothing and remembers what it was asked. */
export async function outside() {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    if (!BROWSER.includes(String(request.url))) asked.push(String(request.url));
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { server: `http://127.0.0.1:${port}`, asked, close: () => { server.closeAllConnections(); server.close(); } };
}

/**
 * Remembers what pages of a context ask for, and where they break a policy.
 * @param {import('@playwright/test').BrowserContext} context
 */
export async function remember(context) {
  const log = { requests: /** @type {{ url: string, from: string }[]} */ ([]), violations: /** @type {string[]} */ ([]), faults: /** @type {string[]} */ ([]) };
  await context.exposeBinding('tellViolation', (_, words) => { log.violations.push(words); });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      /** @type {any} */ (window).tellViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  context.on('request', (request) => {
    const from = request.serviceWorker()?.url() ?? (request.isNavigationRequest() ? '' : request.frame().url());
    log.requests.push({ url: request.url(), from });
  });
  // Also of workers, where no listener of a page hears.
  context.on('console', (message) => { if (message.type() === 'error') log.faults.push(message.text()); });
  context.on('weberror', (error) => log.faults.push(String(error.error())));
  return log;
}
