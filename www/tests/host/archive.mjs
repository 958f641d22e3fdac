// @ts-check
/**
 * The files of an archive whose entries are stored as they are.
 * @param {Buffer} zip
 * @returns {[string, Buffer][]}
 */
export function unzipped(zip) {
  /** @type {[string, Buffer][]} */
  const files = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const size = zip.readUInt32LE(at + 18);
    const [name, extra] = [zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)];
    const start = at + 30 + name + extra;
    files.push([zip.toString('utf8', at + 30, at + 30 + name), zip.subarray(start, start + size)]);
    at = start + size;
  }
  return files;
}
