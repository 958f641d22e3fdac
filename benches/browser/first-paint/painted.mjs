// @ts-check
/**
 * Stands in every page before its own scripts, and is the same for all. Ms from the start of the navigation: `first`, when the browser first
 * showed any content, by its own account, and `isFigure`, whether a figure as written was whole then; `drawn`, the end of the frame
 * that shows what a script drew.
 */
export function painted() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // What is there when a frame begins is in it; the next begins when it is handed over.
  const shown = async () => {
    await frame();
    await frame();
    return performance.now();
  };
  const drawn = new Promise((resolve) => {
    for (const event of ['drawn', 'hamyar-ready']) addEventListener(event, () => resolve(shown()), { once: true });
  });
  const first = new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (!entry) return;
      observer.disconnect();
      resolve(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  /** What follows the figure in the document is there, and so is all of the figure. */
  const written = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('hamyar-chart > figure svg[role="img"]') && document.querySelector('.site-footer')) resolve(performance.now());
      else if (document.readyState === 'loading') requestAnimationFrame(look);
      else resolve(Infinity);
    };
    document.addEventListener('readystatechange', look, { once: true });
    requestAnimationFrame(look);
  });
  Object.assign(globalThis, {
    whenPainted: Promise.all([first, written, drawn]).then(([at, whole, done]) => ({ first: at, isFigure: whole <= at, drawn: done })),
  });
}
