// @ts-check
/** The figures that a link carries: what they were, and how they stand to those of now. */

/**
 * @typedef {import('../../pkg/hamyar.js').ChartTable} ChartTable
 * @typedef {object} Cited what a chart said on a day
 * @property {'fa'|'en'} lang
 * @property {string} day of the Gregorian calendar
 * @property {string} title
 * @property {string[]} heads
 * @property {number[]} numbers columns that hold figures
 * @property {string[][]} rows
 * @property {string[]} evidence of each row
 *
 * @typedef {{ row: string[], now: string[] | null, isSame: boolean }} Compared a cited row beside the one of now
 */

/** No chart of a link says more: what does is broken or means harm. */
const MOST_BYTES = 1 << 20;
const MOST_ROWS = 20_000;

/** Without its last column, which names documents in words: what it rests on stands beside it. @param {ChartTable} table @param {{ lang: 'fa'|'en', day: string, title: string }} about @returns {Cited} */
export function citedOf({ heads: all, rows }, { lang, day, title }) {
  const heads = all.slice(0, -1);
  const numbers = heads.map((_, column) => column).filter((column) => rows.some((row) => row[column]?.numeric));
  const evidence = rows.map((row) => [...new Set(row.flatMap((cell) => cell.evidence))].sort().join(' '));
  return { lang, day, title, heads, numbers, rows: rows.map((row) => row.slice(0, heads.length).map(({ text }) => text)), evidence };
}

/** What of a row are figures. @param {Cited} cited @param {string[]} row */
const figuresOf = ({ numbers }, row) => numbers.map((column) => row[column] ?? '').join('\t');

/**
 * A fingerprint (FNV-1a, 64 bits) of the figures and of what they rest on, in any order of rows.
 * @param {Cited} cited
 */
export function fingerprint(cited) {
  const lines = cited.rows.map((row, place) => `${cited.evidence[place]}\t${figuresOf(cited, row)}\n`).sort();
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(lines.join(''))) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36);
}

/**
 * Each cited row beside that of now, which rests on the same figures, else bears the same name.
 * @param {Cited} cited @param {Cited} now
 * @returns {{ rows: Compared[], added: number }}
 */
export function compare(cited, now) {
  const left = new Set(now.rows.keys());
  const take = (/** @type {(place: number) => boolean} */ isIt) => {
    const place = [...left].find(isIt);
    if (place !== undefined) left.delete(place);
    return place;
  };
  const found = cited.rows.map((row, place) => take((one) => now.evidence[one] === cited.evidence[place] && now.rows[one][0] === row[0]));
  const rows = cited.rows.map((row, place) => {
    const one = found[place] ?? take((other) => now.rows[other][0] === row[0]);
    const beside = one === undefined ? null : now.rows[one];
    return { row, now: beside, isSame: beside !== null && figuresOf(now, beside) === figuresOf(cited, row) };
  });
  return { rows, added: left.size };
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} through @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function piped(bytes, through) {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const parts = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MOST_BYTES) throw new RangeError('too long');
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** As text for an address. @param {Cited} cited */
export async function write({ lang, day, title, heads, numbers, rows, evidence }) {
  const bytes = new TextEncoder().encode(JSON.stringify([lang, day, title, heads, numbers, rows, evidence]));
  const packed = await piped(bytes, new CompressionStream('deflate-raw'));
  return btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** @param {string} text @returns {Promise<Cited | null>} nothing where it is not to the letter what `write` writes */
export async function read(text) {
  if (text.length > MOST_BYTES || !/^[\w-]+$/.test(text)) return null;
  try {
    const packed = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
    return parsed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await piped(packed, new DecompressionStream('deflate-raw')))));
  } catch {
    return null;
  }
}

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === 'string' && value.length <= 2_000;
/** @param {unknown} value @returns {value is string[]} */
const areTexts = (value) => Array.isArray(value) && value.every(isText);

/** @param {unknown} value @returns {Cited | null} */
function parsed(value) {
  if (!Array.isArray(value) || value.length !== 7) return null;
  const [lang, day, title, heads, numbers, rows, evidence] = value;
  const isHead = (lang === 'fa' || lang === 'en') && isText(day) && /^\d{4}-\d\d-\d\d$/.test(day) && isText(title) && areTexts(heads) && heads.length <= 100;
  const areRows = isHead && Array.isArray(rows) && rows.length <= MOST_ROWS && rows.every((row) => areTexts(row) && row.length === heads.length);
  const isWhole = areRows && Array.isArray(evidence) && evidence.length === rows.length && evidence.every((one) => typeof one === 'string')
    && Array.isArray(numbers) && numbers.every((column) => Number.isInteger(column) && column >= 0 && column < heads.length);
  return isWhole ? { lang, day, title, heads, numbers, rows, evidence } : null;
}
