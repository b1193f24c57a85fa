// Other readers of CSV, all doing the same job as their documentation recommends: fifteen columns read, counted and
// averaged by the first. The files are Windows-1252, as the Department publishes them.
import { AsyncDuckDB, VoidLogger } from "/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs";
import { csvParseRows } from "/node_modules/d3-dsv/dist/d3-dsv.mjs";
import { inferSchema, initParser } from "/node_modules/udsv/dist/uDSV.mjs";

const ENCODING = "windows-1252";

const decoded = (bytes) => new TextDecoder(ENCODING).decode(bytes);

/** A number, which may be a percentage; else NaN. */
function number(cell) {
  if (!cell) return NaN;
  return Number(cell.endsWith("%") ? cell.slice(0, -1) : cell);
}

/** Counts and sums by group, of rows as they come. */
class Tally {
  groups = new Map();
  rows = 0;

  /** The first row names the columns. */
  constructor(columns, names) {
    [this.key, ...this.values] = columns.map((column) => names.indexOf(column));
  }

  add(row) {
    this.rows += 1;
    const key = row[this.key];
    let tallies = this.groups.get(key);
    if (!tallies) {
      tallies = new Float64Array(2 * this.values.length);
      this.groups.set(key, tallies);
    }
    for (let place = 0; place < this.values.length; place += 1) {
      const value = number(row[this.values[place]]);
      if (value === value) {
        tallies[2 * place] += 1;
        tallies[2 * place + 1] += value;
      }
    }
  }

  sums() {
    return sums(this.rows, [...this.groups.values()]);
  }
}

/** What the engine gives: see bench/engine. Each group is counts and sums by turns. */
function sums(rows, groups) {
  const all = { rows, groups: groups.length, numbers: 0, sum: 0, means: 0 };
  for (const tallies of groups) {
    for (let place = 0; place < tallies.length; place += 2) {
      const [count, sum] = [tallies[place], tallies[place + 1]];
      if (count > 0) {
        all.numbers += count;
        all.sum += sum;
        all.means += sum / count;
      }
    }
  }
  return all;
}

function papaParse(columns) {
  const job = (bytes) => {
    const { data } = Papa.parse(decoded(bytes), { delimiter: ",", newline: "\n", skipEmptyLines: true });
    const tally = new Tally(columns, data[0]);
    for (let place = 1; place < data.length; place += 1) tally.add(data[place]);
    return tally.sums();
  };
  return { job };
}

function udsv(columns) {
  const job = (bytes) => {
    const text = decoded(bytes);
    const schema = inferSchema(text, { col: ",", row: "\n", encl: '"' });
    const tally = new Tally(columns, schema.cols.map((column) => column.name));
    initParser(schema).stringArrs(text, (row) => {
      tally.add(row);
    });
    return tally.sums();
  };
  return { job };
}

function d3Dsv(columns) {
  const job = (bytes) => {
    let tally;
    csvParseRows(decoded(bytes), (row) => {
      if (tally) tally.add(row);
      else tally = new Tally(columns, row);
      return null;
    });
    return tally.sums();
  };
  return { job };
}

function arquero(columns) {
  const [key, ...values] = columns;
  const parse = Object.fromEntries(values.map((name) => [name, number]));
  const rollup = { rows: aq.op.count() };
  for (const name of values) {
    rollup[`${name} count`] = aq.op.valid(name);
    rollup[`${name} sum`] = aq.op.sum(name);
  }
  const job = (bytes) => {
    const table = aq.fromCSV(decoded(bytes), { autoType: false, parse });
    const groups = table.groupby(key).rollup(rollup).objects();
    const rows = groups.reduce((all, group) => all + group.rows, 0);
    const tallies = groups.map((group) => values.flatMap((name) => [group[`${name} count`], group[`${name} sum`]]));
    return sums(rows, tallies);
  };
  return { job };
}

async function duckDb(columns) {
  const dist = "/node_modules/@duckdb/duckdb-wasm/dist";
  const worker = new Worker(`${dist}/duckdb-browser-eh.worker.js`);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(new URL(`${dist}/duckdb-eh.wasm`, location.href).href);
  const connection = await database.connect();
  const [key, ...values] = columns;
  const figures = values.flatMap((name) => {
    const value = `TRY_CAST(rtrim("${name}", '%') AS DOUBLE)`;
    return [`count(${value})::DOUBLE`, `coalesce(sum(${value}), 0)`];
  });
  const select = figures.map((figure, place) => `${figure} AS f${place}`).join(", ");
  const job = async (bytes) => {
    // Its worker takes ownership of the bytes, so it gets a copy, as any reader in a worker would.
    await database.registerFileBuffer("schools.csv", new Uint8Array(bytes.slice(0)));
    const table = await connection.query(
      `SELECT "${key}", count(*)::DOUBLE AS n, ${select} FROM read_csv('schools.csv', auto_detect = false,
         columns = {${namesOf(bytes)}}, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n',
         encoding = 'latin-1', null_padding = true, strict_mode = false, parallel = false)
       GROUP BY 1`,
    );
    const groups = table.toArray().map((group) => group.toJSON());
    await database.dropFile("schools.csv");
    const rows = groups.reduce((all, group) => all + group.n, 0);
    return sums(rows, groups.map((group) => figures.map((_, place) => group[`f${place}`])));
  };
  return { job, stop: () => database.terminate() };
}

/** The header as DuckDB has columns, which spares it from guessing. */
function namesOf(bytes) {
  const start = decoded(bytes.slice(0, 65_536));
  const names = start.slice(0, start.indexOf("\n")).trimEnd().split(",");
  return names.map((name) => `'${name}': 'VARCHAR'`).join(", ");
}

/** How each is made ready for the columns; the job then takes an ArrayBuffer. */
export const peers = { PapaParse: papaParse, uDSV: udsv, "d3-dsv": d3Dsv, Arquero: arquero, "DuckDB-WASM": duckDb };
