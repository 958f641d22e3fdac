// @ts-check
/** DuckDB-WASM doing the same: the same tables in, the same sums out. */
import { AsyncDuckDB, ConsoleLogger, LogLevel } from '@duckdb/duckdb-wasm';

/** One table with a figure a row, as ours are once they are read. */
const LOAD = [
  `CREATE TABLE figures AS
     SELECT measure, area, period, scenario,
            CASE unit WHEN 'million_rial' THEN value * 1000000 ELSE value END AS value, source
       FROM read_csv('observations.csv', header = true, columns = {
         'id': 'VARCHAR', 'measure': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'scenario': 'VARCHAR',
         'value': 'BIGINT', 'unit': 'VARCHAR', 'missing': 'VARCHAR', 'status': 'VARCHAR', 'source': 'VARCHAR' })`,
  `INSERT INTO figures
     SELECT measure, area, period, 'actual', value, source
       FROM (UNPIVOT (SELECT * FROM read_csv('reported.csv', header = true, types = { 'area': 'VARCHAR', 'period': 'VARCHAR' }))
             ON COLUMNS(* EXCLUDE (area, period, source)) INTO NAME measure VALUE value)`,
];

/** The simplest that gives the sums: no tree of areas to climb, no evidence to keep. */
const ROLL_UP = `
  SELECT measure, scenario, period, CAST(sum(value) AS VARCHAR) AS total, CAST(count(value) AS INTEGER) AS reported
    FROM figures GROUP BY measure, scenario, period ORDER BY measure, scenario, period`;

export class Peer {
  /** @param {AsyncDuckDB} database @param {import('@duckdb/duckdb-wasm').AsyncDuckDBConnection} connection */
  constructor(database, connection) {
    this.database = database;
    this.connection = connection;
  }

  static async start() {
    const worker = new Worker('/duckdb/duckdb-browser-eh.worker.js');
    const database = new AsyncDuckDB(new ConsoleLogger(LogLevel.WARNING), worker);
    await database.instantiate('/duckdb/duckdb-eh.wasm');
    return new Peer(database, await database.connect());
  }

  /** @param {Record<string, Uint8Array>} files @returns {Promise<number>} how many figures it holds */
  async load(files) {
    for (const name of ['observations.csv', 'reported.csv']) {
      await this.database.registerFileBuffer(name, /** @type {Uint8Array} */ (files[name]));
    }
    for (const statement of LOAD) await this.connection.query(statement);
    const [row] = (await this.connection.query('SELECT CAST(count(*) AS INTEGER) AS figures FROM figures')).toArray();
    return row.figures;
  }

  /** @returns {Promise<string[]>} */
  async rollUp() {
    const answer = await this.connection.query(ROLL_UP);
    return answer.toArray().map((row) => [row.measure, row.scenario, row.period, row.total, row.reported].join(' '));
  }

  async close() {
    await this.connection.close();
    await this.database.terminate();
  }
}
