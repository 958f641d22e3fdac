// @ts-check
/**
 * A data package of half a million figures: every county, every month of ten years. Made up, and the
 * same on every run.
 */
import { random } from './random.mjs';

const PROVINCES = 31;
const COUNTIES = 429;
const YEARS = Array.from({ length: 10 }, (_, place) => 1395 + place);

/** Reported in a table with a column for each: id, unit, kind, rule over time, usual size of a county. */
const MEASURES = /** @type {const} */ ([
  ['coops_registered', 'count', 'flow', 'sum', 12],
  ['coops_active', 'count', 'stock', 'last', 240],
  ['members', 'person', 'stock', 'last', 9000],
  ['women_members', 'person', 'stock', 'last', 3200],
  ['jobs', 'person', 'flow', 'sum', 60],
  ['loans', 'count', 'flow', 'sum', 35],
  ['loans_paid', 'rial', 'flow', 'sum', 48_000_000_000],
]);

/** Planned a figure a row, in this unit. */
const PLANNED = /** @type {const} */ ([['coops_registered', 'count', 1], ['jobs', 'person', 1], ['loans_paid', 'million_rial', 1e6]]);

/** One planned figure of so many is not reported. */
const SILENT = 97;

/** @param {number} number */
const two = (number) => String(number).padStart(2, '0');

/** Ids of the counties, by province and number. */
function counties() {
  return Array.from({ length: COUNTIES }, (_, place) => `${two(place % PROVINCES)}${two(1 + Math.floor(place / PROVINCES))}`);
}

const months = YEARS.flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${two(month + 1)}`));

function areas() {
  const lines = ['id,code,division,level,parent,name_fa,name_en', 'IR@1395,IR,1395,country,,ایران,Iran'];
  for (let place = 0; place < PROVINCES; place += 1) {
    lines.push(`${two(place)}@1395,${two(place)},1395,province,IR@1395,استان ${two(place)},Province ${two(place)}`);
  }
  for (const code of counties()) {
    lines.push(`${code}@1395,${code},1395,county,${code.slice(0, 2)}@1395,شهرستان ${code},County ${code}`);
  }
  return lines;
}

/** What was reported: a row for each county and month. */
function reported() {
  const next = random(1395);
  const sizes = counties().map(() => MEASURES.map(([, , , , usual]) => usual * (0.4 + next())));
  const lines = [`area,period,source,${MEASURES.map(([id]) => id).join(',')}`];
  counties().forEach((code, county) => {
    months.forEach((month, place) => {
      const growth = 1 + place / 240;
      const values = MEASURES.map((_, measure) => Math.round((sizes[county]?.[measure] ?? 0) * growth * (0.9 + next() / 5)));
      lines.push(`${code}@1395,${month},REGISTER,${values.join(',')}`);
    });
  });
  return lines;
}

/** What was planned: a row for each figure. */
function planned() {
  const next = random(1404);
  const lines = ['id,measure,area,period,scenario,value,unit,missing,status,source'];
  for (const code of counties()) {
    for (const month of months) {
      for (const [measure, unit, factor] of PLANNED) {
        const usual = MEASURES.find(([id]) => id === measure)?.[4] ?? 0;
        const value = Math.round((usual / factor) * (0.5 + next()));
        const silent = Math.floor(next() * SILENT) === 0;
        lines.push(`P/${measure}/${code}/${month},${measure},${code}@1395,${month},planned,${silent ? '' : value},${unit},${silent ? 'not_reported' : ''},confirmed,PLAN`);
      }
    }
  }
  return lines;
}

/** The tables by name. @returns {Record<string, string[]>} */
function tables() {
  return {
    units: ['id,base,exponent,name_fa,name_en', 'count,count,0,عدد,count', 'person,person,0,نفر,people', 'rial,rial,0,ریال,rials', 'million_rial,rial,6,میلیون ریال,million rials'],
    areas: areas(),
    measures: ['id,name_fa,name_en,unit,kind,area_rule,time_rule', ...MEASURES.map(([id, unit, kind, time]) => `${id},${id},${id},${unit},${kind},sum,${time}`)],
    sources: ['id,kind,title_fa,title_en,publisher_fa,publisher_en,published,precision', 'REGISTER,example,دفتر ثبت,Register,نمونه,Made up,1405-02-01,day', 'PLAN,example,برنامه,Plan,نمونه,Made up,1394-12-01,day'],
    observations: planned(),
    reported: reported(),
    rules: [
      'id,name_fa,name_en,left,operator,right,severity',
      'B1,زنان عضو بیش از اعضا نیستند,Women among the members,women_members,<=,members,warning',
      'B2,وام‌ها بیش از تعاونی‌های فعال نیستند,Loans and active cooperatives,loans,<=,coops_active,warning',
    ],
  };
}

/**
 * The package: its descriptor, the bytes of each of its files, and how many figures they hold.
 * @returns {{ descriptor: object, files: Record<string, string>, figures: number }}
 */
export function dataPackage() {
  const made = tables();
  const schema = { fields: [{ name: 'area' }, { name: 'period' }, { name: 'source' }, ...MEASURES.map(([name]) => ({ name, type: 'integer' }))] };
  const resources = Object.keys(made).map((name) => ({ name, path: `${name}.csv`, ...(name === 'reported' ? { schema } : {}) }));
  const descriptor = { name: 'bench', version: '1.0.0', title: 'Half a million figures, made up', hamyar: { example: true }, resources };
  const files = Object.fromEntries(Object.entries(made).map(([name, lines]) => [`${name}.csv`, `${lines.join('\n')}\n`]));
  return { descriptor, files, figures: COUNTIES * months.length * (MEASURES.length + PLANNED.length) };
}

/** What is rolled up: measure and scenario. */
export const QUESTIONS = [
  ...MEASURES.map(([measure]) => ({ measure, scenario: 'actual' })),
  ...PLANNED.map(([measure]) => ({ measure, scenario: 'planned' })),
];
