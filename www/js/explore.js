// @ts-check
import { both, el } from './dom.js';
import { GroundField } from './ground.js';
import { keep, tellNearest } from './links.js';

/**
 * The explore page: what is measured, where, when, how far the money has come, and as which mark.
 * It only makes a view; what may be drawn, and why not, is the core's answer.
 */

const LEVELS = { country: ['کشور', 'Country'], province: ['استان', 'Province'], county: ['شهرستان', 'County'] };
const MARKS = {
  bar: ['میله', 'Bars'], tile_map: ['نقشهٔ کاشی', 'Tile map'], map: ['نقشه با پروندهٔ مرزهای شما', 'Map, with your file of boundaries'], line: ['روند زمانی', 'Over time'], dot: ['نقطه، کنار استان و کشور', 'Dots beside province and country'],
  heat_map: ['جدول رنگی: ناحیه در زمان', 'Heat map: areas over time'], distribution: ['چند ناحیه در هر طبقه', 'How many areas in each class'],
};
/** What a distribution counts. @type {Record<string, Record<'fa'|'en', string>>} */
const COUNTED = {
  province: { fa: 'شمار استان‌ها در هر طبقه', en: 'How many provinces in each class' },
  county: { fa: 'شمار شهرستان‌ها در هر طبقه', en: 'How many counties in each class' },
  unit: { fa: 'طبقه‌ها به {unit}', en: 'classes in {unit}' },
};
/** Marks that show every period. */
const OVER_TIME = ['line', 'heat_map'];
/** What the desk's core can write of an answer, beside the table of the chart. */
const FILES = /** @type {const} */ ([
  ['xlsx', 'xlsx', 'اکسل (XLSX)', 'Excel (XLSX)', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['json-stat', 'json', 'JSON-stat', 'JSON-stat', 'application/json'],
]);
/** Of the address. */
const VERSION = '1';
const FIELDS = ['measure', 'level', 'within', 'period', 'scenario', 'release', 'mark'];

/** Each choice is narrowed by those before it. */
const ORDER = ['level', 'within', 'period', 'scenario', 'source'];

/** What the address asks for, empty where it says nothing. @returns {Record<string, string>} */
function asked() {
  const address = new URLSearchParams(location.search);
  return Object.fromEntries(FIELDS.map((name) => [name, address.get(name) ?? '']));
}

/** @param {import('./app.js').App} app */
export function explore(app) {
  const root = /** @type {HTMLElement} */ (document.querySelector('#explore-filters'));
  const host = /** @type {HTMLElement} */ (document.querySelector('#explore-figure'));
  const workspace = app.workspaceOf({});
  const { offers, provinces, scenarios } = workspace.catalog();
  const state = asked();
  /** @type {import('./figure/figure.js').Figure | undefined} */
  let figure;

  const ground = new GroundField(workspace, () => show(offer(), true), () => app.lang);
  document.addEventListener('hamyar-language', () => build());
  follow();
  addEventListener('popstate', follow);

  /** Shows what the address asks for, or what is nearest to it. */
  function follow() {
    const wanted = asked();
    Object.assign(state, wanted);
    build();
    const isOther = FIELDS.some((name) => wanted[name] && wanted[name] !== state[name]);
    // Addresses had no version at first, and mean the same.
    if (isOther || ![null, VERSION].includes(new URLSearchParams(location.search).get('v'))) tellNearest();
    history.replaceState(null, '', written());
  }

  function offer() {
    const found = offers.find((/** @type {any} */ one) => one.id === state.measure);
    if (found) return found;
    state.measure = 'rural_share_census';
    return offers.find((/** @type {any} */ one) => one.id === state.measure) ?? offers[0];
  }

  function build() {
    const { lang } = app;
    const chosen = offer();
    const levels = Object.keys(LEVELS).filter((level) => offered(chosen, 'level').has(level));
    keepOffered('level', levels, levels.includes('province') ? 'province' : levels[0] ?? '');
    const places = provinces.filter((/** @type {any} */ one) => offered(chosen, 'within').has(one.id));
    keepOffered('within', ['', ...places.map((/** @type {any} */ one) => one.id)], '');
    const marks = Object.keys(MARKS).filter((mark) => isFit(mark, offered(chosen, 'period').size));
    keepOffered('mark', chosen.money ? ['bar'] : marks, 'bar');
    // A sum of money is told by its document, which has its own period.
    const all = OVER_TIME.includes(state.mark) || chosen.money;
    const periods = chosen.money ? [] : chosen.periods.filter((/** @type {any} */ one) => offered(chosen, 'period').has(one.id));
    const ids = periods.map((/** @type {any} */ one) => one.id);
    keepOffered('period', all ? ['', ...ids] : ids, all ? '' : ids.at(-1) ?? '');
    const told = scenarios.filter((/** @type {any} */ one) => offered(chosen, 'scenario').has(one.id));
    keepOffered('scenario', ['', ...told.map((/** @type {any} */ one) => one.id)], '');
    const releases = byName(chosen.sources.filter((/** @type {any} */ one) => offered(chosen, 'source').has(one.id)));
    const documents = releases.map((/** @type {any} */ one) => one.id);
    keepOffered('release', chosen.money ? documents : ['', ...documents], chosen.money ? documents[0] ?? '' : '');
    const word = (/** @type {Record<string, string[]>} */ words) => (/** @type {string} */ id) => ({ id, fa: words[id][0], en: words[id][1] });
    root.replaceChildren(
      field('measure', 'شاخص', 'Measure', byName(offers)),
      field('level', 'سطح', 'Level', levels.map(word(LEVELS))),
      field('within', 'در', 'Within', [{ id: '', fa: 'همهٔ کشور', en: 'The whole country' }, ...byName(places)]),
      field('period', 'دوره', 'Period', [...(all ? [{ id: '', fa: chosen.money ? 'به گفتهٔ سند' : 'همهٔ دوره‌ها', en: chosen.money ? 'As the document says' : 'All periods' }] : []), ...periods]),
      field('scenario', 'برنامه یا عملکرد', 'Planned or actual', [{ id: '', fa: 'هر دو، جدا از هم', en: 'Both, apart' }, ...told]),
      field('release', 'سند', 'Document', [...(chosen.money ? [] : [{ id: '', fa: 'همهٔ سندها', en: 'All documents' }]), ...releases]),
      field('mark', 'شکل', 'Mark', (chosen.money ? ['bar'] : marks).map(word(MARKS))),
      ...(state.mark === 'map' ? [ground.element] : []),
      el('p', { class: 'explore-count', lang }, countWords(chosen, lang)),
    );
    show(chosen);
  }

  /**
   * What can be chosen of a field so that figures remain: what stands together with the choices before it.
   * @param {any} chosen @param {'level'|'within'|'period'|'scenario'|'source'} field
   */
  function offered(chosen, field) {
    const before = ORDER.slice(0, ORDER.indexOf(field)).filter((name) => state[name]);
    const rest = chosen.combinations.filter((/** @type {any} */ one) => before.every((name) => one[name] === state[name]));
    return new Set(rest.map((/** @type {any} */ one) => one[field]));
  }

  /** In the order of the alphabet. @param {any[]} choices */
  function byName(choices) {
    const { compare } = new Intl.Collator(app.lang);
    return [...choices].sort((one, other) => compare(one[app.lang], other[app.lang]));
  }

  /** Whether a mark can show what is chosen. @param {string} mark @param {number} periods how many have figures */
  function isFit(mark, periods) {
    switch (mark) {
      case 'tile_map': case 'map': return ['province', 'county'].includes(state.level);
      case 'dot': return state.level === 'county';
      case 'line': return isFew();
      case 'heat_map': return !isFew() && state.level !== '' && periods > 1;
      case 'distribution': return ['province', 'county'].includes(state.level);
      default: return true;
    }
  }

  /** A line for each of 31 provinces is no picture: over time the country is drawn, or one province. */
  function isFew() {
    return state.level === 'country' || (state.level === 'province' && state.within !== '');
  }

  /** Keeps a choice that is still offered. @param {string} name @param {string[]} offered @param {string} otherwise */
  function keepOffered(name, offered, otherwise) {
    if (!offered.includes(state[name])) state[name] = otherwise;
  }

  /** @param {string} name @param {string} fa @param {string} en @param {{id: string, fa: string, en: string}[]} choices */
  function field(name, fa, en, choices) {
    const id = `explore-${name}`;
    const select = el('select', { id, name }, ...choices.map((one) => el('option', { value: one.id }, one[app.lang])));
    select.value = state[name];
    select.disabled = choices.length <= 1;
    select.addEventListener('change', () => {
      state[name] = select.value;
      // The period of a bar is one point of what is drawn over time.
      if (name === 'mark' && OVER_TIME.includes(select.value)) state.period = '';
      if (name === 'measure') for (const other of ['period', 'scenario', 'release']) state[other] = '';
      build();
      keep(app, written());
      document.getElementById(id)?.focus();
    });
    return el('div', { class: 'field' }, el('label', { for: id }, both(fa, en)), select);
  }

  /** @param {any} chosen @param {'fa'|'en'} lang */
  function countWords(chosen, lang) {
    const number = new Intl.NumberFormat(lang === 'fa' ? 'fa-IR' : 'en');
    return lang === 'fa'
      ? `${number.format(chosen.figures)} رقم از ${number.format(chosen.sources.length)} سند`
      : `${number.format(chosen.figures)} figures from ${number.format(chosen.sources.length)} documents`;
  }

  /** @param {any} chosen @param {boolean} [isNew] whether the same view shows other things now */
  function show(chosen, isNew = false) {
    const view = viewOf(chosen);
    // In the other language the same view keeps what it is narrowed to.
    const isSame = !isNew && JSON.stringify(view) === JSON.stringify(figure?.context.view);
    if (figure && !isSame) figure.setView(view, `explore-${chosen.id}`);
    figure ??= app.draw(host, `explore-${chosen.id}`, view);
    figure.context = { ...figure.context, lang: app.lang, direction: app.direction, files: files() };
    figure.refresh();
  }

  function files() {
    return FILES.map(([format, ending, fa, en, type]) => ({
      ending, type, label: app.lang === 'fa' ? fa : en,
      write: (/** @type {object} */ view, /** @type {'fa'|'en'} */ lang) => workspace.answerFile(view, format, lang),
    }));
  }

  /** The address with what is chosen now. */
  function written() {
    const address = new URL(location.href);
    address.searchParams.set('v', VERSION);
    for (const name of FIELDS) {
      if (state[name]) address.searchParams.set(name, state[name]);
      else address.searchParams.delete(name);
    }
    return address;
  }

  /** @param {any} chosen */
  function viewOf(chosen) {
    const money = chosen.money;
    const line = state.mark === 'line';
    const overTime = OVER_TIME.includes(state.mark);
    // What is of no single area is told figure by figure.
    const by = money || !state.level ? ['observation'] : [...new Set(['area', ...(overTime ? ['period'] : []), ...(chosen.scenarios.length > 1 ? ['scenario'] : []), ...(chosen.stages.length > 0 ? ['stage'] : [])])];
    const where = state.release ? { source: state.release } : {};
    const period = chosen.periods.find((/** @type {any} */ one) => one.id === state.period);
    const name = (/** @type {'fa'|'en'} */ lang) => [chosen[lang], period?.[lang]].filter(Boolean).join(lang === 'fa' ? '، ' : ', ');
    // The title names measure and period already.
    const about = (/** @type {'fa'|'en'} */ lang) => {
      const place = provinces.find((/** @type {any} */ one) => one.id === state.within)?.[lang];
      const level = LEVELS[/** @type {'country'} */ (state.level)]?.[lang === 'fa' ? 0 : 1];
      const unit = chosen.bare ? '' : '{unit}';
      const parts = state.mark === 'distribution' ? [COUNTED[state.level]?.[lang], place, unit && COUNTED.unit[lang]] : [level, place, unit];
      return parts.filter(Boolean).join(lang === 'fa' ? '، ' : ', ');
    };
    return {
      query: {
        measure: chosen.id, by, where,
        areas: { ...(state.level ? { level: state.level } : {}), ...(state.within ? { within: state.within } : {}) },
        periods: state.period && !money ? [state.period] : [],
        ...(state.scenario ? { scenario: state.scenario } : {}),
        against: state.mark === 'dot' ? ['province', 'country'] : [],
        unreported: !money && ['tile_map', 'map'].includes(state.mark),
      },
      mark: state.mark, sort: money || overTime ? 'given' : 'descending',
      encoding: { y: 'area', color: line ? 'area' : '' },
      fallback: { fa: name('fa'), en: name('en') },
      subtitle: { fa: about('fa'), en: about('en') },
    };
  }
}
