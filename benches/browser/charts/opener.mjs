// @ts-check
/** A workspace over made-up figures, read as a package that nobody packed. */

const encoder = new TextEncoder();
const UNITS = 'id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n';
const MEASURES = 'id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n';
const SOURCES = 'id,kind,title_fa,title_en,publisher_fa,publisher_en,published,precision\nR,example,دفتر ثبت,Register,نمونه,Made up,1405-02-01,day\n';

/** Loads both modules; what it gives opens the rows of areas and figures (`area,period,value`). @returns {Promise<(areas: string[], figures: string[]) => any>} */
export async function opener() {
  const { default: initImport, Import } = await import(/** @type {string} */ ('/site/pkg/hamyar_import.js'));
  const { default: init, Workspace } = await import(/** @type {string} */ ('/site/pkg/hamyar.js'));
  await Promise.all([initImport(), init()]);
  return (areas, figures) => {
    const observations = ['id,measure,scenario,status,unit,source,area,period,value', ...figures.map((line, place) => `O${place},jobs,actual,confirmed,person,R,${line}`)];
    const texts = { units: UNITS, measures: MEASURES, sources: SOURCES, areas: areas.join('\n'), observations: observations.join('\n') };
    const resources = Object.keys(texts).map((table) => ({ name: table, path: `${table}.csv` }));
    const files = Object.fromEntries(Object.entries(texts).map(([table, text]) => [`${table}.csv`, encoder.encode(text)]));
    const read = Import.read({ name: 'bench', version: '1.0.0', title: 'Bench', hamyar: { example: true }, resources }, files);
    return Workspace.open(read.pack());
  };
}
