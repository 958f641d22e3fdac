// @ts-check
/** A data package whose every text is what breaks programs: the Big List of Naughty Strings (naughty.json, MIT), and a list of our own. */
import { readFileSync } from 'node:fs';

/** What reaches for markup, directions, spreadsheets and templates in ways that the list lacks. */
const OWN = [
  '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '</script><script>alert(1)</script>', '<!--<script>alert(1)//-->', '</style><script>alert(1)</script>', '</title><script>alert(1)</script>', '</text><foreignObject><script>alert(1)</script>',
  '"><script>alert(1)</script>', "' onmouseover='alert(1)", '" onload="alert(1)', 'javascript:alert(1)', '<iframe srcdoc="<script>parent.alert(1)</script>">', '<a href="javascript:alert(1)">x</a>', '<base href="http://outside.example/">', '<link rel="stylesheet" href="http://outside.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=http://outside.example/">', '<image href="http://outside.example/x.png"/>', '<use href="http://outside.example/x.svg#a"/>', '@import "http://outside.example/x.css";', '&lt;script&gt;alert(1)&lt;/script&gt;', '&#x3C;script&#x3E;', '{{constructor.constructor("alert(1)")()}}', '${alert(1)}',
  '\u202eوارونه\u202c', '\u2066جدا', '\u200f\u200e\u200b', 'نیم\u200cفاصله', 'ي و ك', '=HYPERLINK("http://outside.example")', '+1+1', '-1+1', '@SUM(1)', '＝1+1', '\ufeff=1', ']]>', '<![CDATA[<script>alert(1)</script>]]>', '%3Cscript%3E', '__proto__', 'constructor',
];

/** All of them, once, without those that are no text at all. */
export const NAUGHTY = [...new Set([...JSON.parse(readFileSync(new URL('naughty.json', import.meta.url), 'utf8')), ...OWN])].filter((text) => text.trim() !== '');

/** Addresses that no link may lead to. */
export const BAD_LINKS = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'javascript&colon;alert(1)', 'javascript://https://example.com/%0aalert(1)', 'data:text/html,<script>alert(1)</script>', 'DATA:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)', 'file:///etc/passwd', 'blob:https://example.com/1', 'filesystem:https://example.com/x', 'about:blank', 'view-source:https://example.com', 'ftp://example.com', 'ws://example.com', 'mailto:a@example.com', 'tel:1', '//example.com/x', '\\\\example.com\\x', '/\\example.com', 'https:/\\example.com', 'https:example.com',
  'https://user:secret@example.com/', 'https://example.com@outside.example/', 'https://example.com\u202e/moc', 'https://exa\u200bmple.com', 'https://exаmple.com', 'https://', 'http://?x', 'https://#', 'https://example.com/"onclick="alert(1)', 'https://example.com/<script>', 'example.com', 'h\tttps://example.com',
];

/** @param {string} text */
const cell = (text) => `"${text.replaceAll('"', '""')}"`;
/** @param {string[][]} rows */
const csv = (rows) => rows.map((row) => row.map(cell).join(',')).join('\n') + '\n';

/** Counties that share a province: as many as a chart lists. */
const OF_ONE = 90;
/** The counties with these texts, and the province of each. */
export const COUNTIES = NAUGHTY.map((text, place) => ({ text, province: String(10 + Math.floor(place / OF_ONE)), code: `${10 + Math.floor(place / OF_ONE)}${String(place % OF_ONE + 1).padStart(2, '0')}@1395` }));
export const PROVINCES = [...new Set(COUNTIES.map(({ province }) => `${province}@1395`))];

/** Its files by their names. */
export function naughtyPackage() {
  /** @type {Record<string, string[][]>} */
  const tables = {
    units: [['id', 'base', 'exponent', 'name_fa', 'name_en'], ['person', 'person', '0', 'نفر', 'people']],
    measures: [['id', 'name_fa', 'name_en', 'unit', 'kind', 'area_rule', 'time_rule'], ['jobs', NAUGHTY[5], NAUGHTY[5], 'person', 'flow', 'sum', 'sum']],
    areas: [['id', 'code', 'division', 'level', 'parent', 'name_fa', 'name_en'], ['IR@1395', 'IR', '1395', 'country', '', 'ایران', 'Iran'],
      ...PROVINCES.map((id) => [id, id.split('@')[0], '1395', 'province', 'IR@1395', `استان ${id}`, `Province ${id}`]),
      ...COUNTIES.map(({ text, province, code }) => [code, code.split('@')[0], '1395', 'county', `${province}@1395`, text, text])],
    sources: [['id', 'kind', 'title_fa', 'title_en', 'publisher_fa', 'publisher_en', 'url'], ...COUNTIES.map(({ text }, place) => [`S${place}`, 'press', text, text, text, text, BAD_LINKS[place % BAD_LINKS.length]])],
    observations: [['id', 'measure', 'area', 'period', 'scenario', 'value', 'unit', 'source', 'quote', 'note_fa', 'note_en', 'scope_fa', 'scope_en'],
      ...COUNTIES.map(({ text, code }, place) => [`O${place}`, 'jobs', code, '1400', 'actual', String(1000 + place), 'person', `S${place}`, text, text, text, '', ''])],
  };
  const descriptor = { name: 'naughty', resources: Object.keys(tables).map((name) => ({ name, path: `${name}.csv` })) };
  return new Map([['datapackage.json', JSON.stringify(descriptor)], ...Object.entries(tables).map(([name, rows]) => /** @type {[string, string]} */ ([`${name}.csv`, csv(rows)]))]);
}

/** All counties of a province. @param {string} province @param {string} [mark] */
export const viewOf = (province, mark = 'bar') => ({ query: { measure: 'jobs', areas: { level: 'county', within: province.split('@')[0] }, by: ['area'] }, mark, limit: 200 });
