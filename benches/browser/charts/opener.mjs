// @ts-check
/** A workspace over made-up figures, read as a package that nobody packed. */

const encoder = new TextEncoder();
const UNITS = 'id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people';
const SOURCES = 'id,kind,title_fa,title_en,publisher_fa,publisher_en,published,precision\nR,example,دفتر ثبت,Register,نمونه,Made up,1405-02-01,day';

/** A column for each: id, names. */
const MEASURES = /** @type {const} */ ([['jobs', 'شغل', 'Jobs'], ['members', 'عضو', 'Members']]);
const schema = { fields: [{ name: 'area' }, { name: 'period' }, { name: 'source' }, ...MEASURES.map(([name]) => ({ name, type: 'integer' }))] };

/**
 * Loads both modules; what it gives opens the rows of areas and figures (`area,period,jobs,members`, either may be empty).
 * @param {boolean} [isRare] whether the picture is one that the reader leaves to the full core
 * @returns {Promise<(areas: string[], figures: string[]) => any>}
 */
export async function opener(isRare = false) {
  const { default: initImport, Import } = await import(/** @type {string} */ ('/site/pkg/hamyar_import.js'));
  const { default: init, Workspace } = await import(/** @type {string} */ (isRare ? '/site/pkg/hamyar_pictures.js' : '/site/pkg/hamyar.js'));
  await Promise.all([initImport(), init()]);
  return (areas, figures) => {
    const tables = {
      units: [UNITS],
      measures: ['id,name_fa,name_en,unit,kind,area_rule,time_rule', ...MEASURES.map((names) => `${names.join(',')},person,flow,sum,sum`)],
      sources: [SOURCES],
      areas,
      observations: ['id,measure,area,period,value,source'],
      reported: ['area,period,jobs,members,source', ...figures.map((line) => `${line},R`)],
    };
    const resources = Object.keys(tables).map((name) => ({ name, path: `${name}.csv`, ...(name === 'reported' ? { schema } : {}) }));
    const files = Object.fromEntries(Object.entries(tables).map(([name, lines]) => [`${name}.csv`, encoder.encode(lines.join('\n'))]));
    const read = Import.read({ name: 'bench', version: '1.0.0', title: 'Bench', hamyar: { example: true }, resources }, files);
    return Workspace.open(read.pack());
  };
}
