// @ts-check
/**
 * How much of two pictures of a screen differs, from 0 to 1; of two sizes, all of it.
 * @param {import('@playwright/test').Page} page whose browser reads them
 * @param {Buffer} one @param {Buffer} other
 */
export function difference(page, one, other) {
  return page.evaluate(async (texts) => {
    const pictures = await Promise.all(texts.map(async (text) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(picture.width, picture.height).getContext('2d'));
      context.drawImage(picture, 0, 0);
      return context.getImageData(0, 0, picture.width, picture.height);
    }));
    const [first, second] = pictures;
    if (first.width !== second.width || first.height !== second.height) return 1;
    let differing = 0;
    for (let at = 0; at < first.data.length; at += 4) {
      // A letter may be smoothed otherwise by a shade.
      if ([0, 1, 2].some((part) => Math.abs(first.data[at + part] - second.data[at + part]) > 12)) differing += 1;
    }
    return differing / (first.data.length / 4);
  }, [one.toString('base64'), other.toString('base64')]);
}
