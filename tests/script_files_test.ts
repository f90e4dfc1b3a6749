import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import Ajv from "npm:ajv@8.17.1/dist/2020.js";
import { backtest } from "../engine/run/backtest.ts";
import { barsFrom } from "../engine/data/bars_from.ts";
import { parseBars } from "../engine/data/csv.ts";
import { formatTime } from "../engine/data/time.ts";
import type { BacktestResult } from "../engine/run/result.ts";
import { statistics } from "../engine/stats/registry.ts";
import { loadArrow } from "../engine/files/arrow_bytes.ts";
import { csvText } from "../engine/files/csv_text.ts";
import { timeWriter } from "../engine/files/time_writer.ts";
import { writeResult } from "../scripts/backtest/write_result.ts";
import { InputError } from "../scripts/command/input_error.ts";
import { Phases } from "../scripts/command/phases.ts";
import { version } from "../scripts/command/version.ts";
import { resultSchema } from "../scripts/schema/result_schema.ts";
import { barsCsv, crossing, directoryOf, namesIn } from "./script_run.ts";

const costs = { commission: { percent: 0.001 }, slippage: { percent: 0.0005 } };
const bars = parseBars(barsCsv(60), { symbol: 'A "B", C' });
const result = backtest(crossing, bars, costs);

async function write(
  result: BacktestResult,
  out: string,
  format: "csv" | "arrow",
): Promise<string> {
  const phases = new Phases();
  await phases.time("read", () => {});
  await phases.time("compile", () => {});
  await phases.time("run", () => {});
  await phases.time("statistics", () => {});
  await phases.time("costs", () => {});
  return await writeResult(result, { out, format, phases });
}

/** Cells of a CSV file none of whose quoted cells holds a line feed. */
async function cellsOf(path: string): Promise<Record<string, string>[]> {
  const [header, ...rows] = (await Deno.readTextFile(path)).trimEnd().split("\n").map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, cell]) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
    )
  );
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [header[at], cell])));
}

Deno.test("writeResult() writes equity that reads back to the same doubles", async () => {
  using directory = await directoryOf({});
  await write(result, directory.path, "csv");
  const rows = await cellsOf(`${directory.path}/equity.csv`);
  const { cash, exposure, drawdown } = result.curves;
  const columns = {
    index: bars.time.map((_, t) => t),
    equity: result.equity,
    cash,
    exposure,
    drawdown,
  };
  assertEquals(Object.keys(rows[0]), ["index", "time", "equity", "cash", "exposure", "drawdown"]);
  for (const [name, column] of Object.entries(columns)) {
    assertEquals(rows.map((row) => Number(row[name])), [...column], name);
  }
  assertEquals(rows.map(({ time }) => Date.parse(time)), [...bars.time]);
  assert(rows.every(({ time }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time)));
});

Deno.test("writeResult() writes trades that read back to the same values", async () => {
  using directory = await directoryOf({});
  await write(result, directory.path, "csv");
  const rows = await cellsOf(`${directory.path}/trades.csv`);
  assertEquals([...new Set(result.trades.map(({ status }) => status))], ["closed", "open"]);
  assertEquals(
    Object.keys(rows[0]).join(","),
    "trade,symbol,side,quantity,entry_index,entry_time,entry_price,exit_index,exit_time,exit_price," +
      "exit_reason,pnl,return,fees,slippage,financing,mfe,mae,bars_held,ambiguous,status",
  );
  const number = (cell: string): number | null => cell === "" ? null : Number(cell);
  const time = (cell: string): number | null => cell === "" ? null : Date.parse(cell);
  const read = rows.map((row) => [
    ...[row.symbol, row.side, row.exit_reason, row.status, row.ambiguous],
    ...[time(row.entry_time), time(row.exit_time)],
    ...[row.trade, row.quantity, row.entry_index, row.entry_price, row.exit_index].map(number),
    ...[row.exit_price, row.pnl, row.return, row.fees, row.slippage].map(number),
    ...[row.financing, row.mfe, row.mae, row.bars_held].map(number),
  ]);
  const wanted = result.trades.map((row) => [
    ...[row.symbol, row.side, row.exitReason, row.status, String(row.ambiguous)],
    ...[row.entryTime, row.exitTime],
    ...[row.trade, row.quantity, row.entryIndex, row.entryPrice, row.exitIndex],
    ...[row.exitPrice, row.pnl, row.return, row.fees, row.slippage],
    ...[row.financing, row.mfe, row.mae, row.barsHeld],
  ]);
  assertEquals(read, wanted);
});

Deno.test("csvText() writes any double so that it reads back the same", () => {
  const values = [
    0,
    -0,
    1 / 3,
    -5e-324,
    Number.MAX_VALUE,
    1e21,
    123456789.12345679,
    0.1 + 0.2,
    NaN,
  ];
  const at = (row: number): number => values[row];
  const lines = [...csvText({ rows: values.length, columns: [{ name: "x", kind: "number", at }] })];
  const cells = lines.join("").split("\n").slice(1, -1);
  assertEquals(cells.map((cell) => cell === "" ? NaN : Number(cell)), values);
  assert(Object.is(Number(cells[1]), -0));
});

Deno.test("timeWriter() writes what formatTime() writes", () => {
  const write = timeWriter();
  const day = 864e5;
  const times = [
    0,
    1,
    day - 1,
    day,
    day - 0.5,
    -1,
    -day,
    5.5,
    1.3e12 + 61_001,
    1.3e12,
    8.64e15,
    3 * day,
  ];
  assertEquals(times.map(write), times.map(formatTime));
});

Deno.test("writeResult() writes Arrow files with the same values", async () => {
  using directory = await directoryOf({});
  await write(result, directory.path, "arrow");
  const arrow = await loadArrow();
  const [equity, trades] = ["equity", "trades"].map((name) =>
    arrow.tableFromIPC(Deno.readFileSync(`${directory.path}/${name}.arrow`))
  );
  const column = (table: typeof equity, name: string): unknown[] => [...table.getChild(name)!];
  assertEquals(column(equity, "equity"), [...result.equity]);
  assertEquals(column(equity, "drawdown"), [...result.curves.drawdown]);
  assertEquals(column(equity, "time").map(Number), [...bars.time]);
  assertEquals(String(equity.schema.fields[1].type), "Timestamp<MICROSECOND, UTC>");
  assertEquals(column(trades, "pnl"), result.trades.map(({ pnl }) => pnl));
  assertEquals(column(trades, "exit_reason"), result.trades.map(({ exitReason }) => exitReason));
  assertEquals(column(trades, "exit_index"), result.trades.map(({ exitIndex }) => exitIndex));
  assertEquals(column(trades, "exit_time"), result.trades.map(({ exitTime }) => exitTime));
  assertEquals(column(trades, "ambiguous"), result.trades.map(({ ambiguous }) => ambiguous));
});

const schemaFile = new URL("../scripts/schema/result.schema.json", import.meta.url);

Deno.test("result.schema.json is what scripts/make_schemas.ts writes, with every statistic", async () => {
  const schema = JSON.parse(await Deno.readTextFile(schemaFile));
  assertEquals(schema, JSON.parse(JSON.stringify(resultSchema())));
  const { properties, required } = schema.properties.statistics;
  const keys = [...statistics.values()].map(({ key }) => key);
  assertEquals(Object.keys(properties), keys);
  assertEquals(required, keys);
});

Deno.test("result.json matches its schema, with and without trades and bars", async () => {
  using directory = await directoryOf({});
  const validate = new Ajv.default({ strictTuples: false, allowUnionTypes: true })
    .compile(JSON.parse(await Deno.readTextFile(schemaFile)));
  const none = backtest(crossing, barsFrom([]), {});
  const ruined = backtest(
    { name: "short", short: { enter: true }, size: { percentOfEquity: 3 } },
    barsFrom({ time: [0, 1, 2].map((t) => t * 864e5), close: [10, 10, 20] }, { priceOnly: true }),
    { cashPolicy: "unlimited" },
  );
  assert(ruined.output.ruinIndex >= 0);
  for (const one of [result, none, ruined]) {
    const text = await write(one, directory.path, "csv");
    const file = await Deno.readTextFile(`${directory.path}/result.json`);
    assertEquals(file, text + "\n");
    assert(validate(JSON.parse(file)), JSON.stringify(validate.errors));
    assertEquals(JSON.parse(file).files, ["equity.csv", "trades.csv"]);
  }
  assert(!validate({ ...JSON.parse(await write(result, directory.path, "csv")), other: 1 }));
});

Deno.test("writeResult() replaces an earlier result and leaves other files", async () => {
  using directory = await directoryOf({ "equity.csv": "old", "notes.txt": "mine" });
  await write(result, `${directory.path}/`, "csv");
  assertEquals(await namesIn(directory.path), [
    "equity.csv",
    "notes.txt",
    "result.json",
    "trades.csv",
  ]);
  assert((await Deno.readTextFile(`${directory.path}/equity.csv`)).startsWith("index,"));
});

Deno.test("writeResult() changes nothing where one file cannot be replaced", async () => {
  using directory = await directoryOf({ "equity.csv": "old" });
  await Deno.mkdir(`${directory.path}/trades.csv`);
  const { message } = await assertRejects(() => write(result, directory.path, "csv"), InputError);
  assertStringIncludes(message, "trades.csv: expected a file to replace but found a directory");
  assertEquals(await namesIn(directory.path), ["equity.csv", "trades.csv"]);
  assertEquals(await Deno.readTextFile(`${directory.path}/equity.csv`), "old");
});

Deno.test("writeResult() refuses a path that is or leads through a file", async () => {
  using directory = await directoryOf({ file: "old" });
  const path = `${directory.path}/file`;
  await assertRejects(() => write(result, path, "csv"), InputError, "Cannot write into");
  await assertRejects(() => write(result, `${path}/out`, "csv"), InputError, "Cannot write into");
  assertEquals([await namesIn(directory.path), await Deno.readTextFile(path)], [["file"], "old"]);
});

Deno.test("version is that of deno.json", async () => {
  const config = JSON.parse(await Deno.readTextFile(new URL("../deno.json", import.meta.url)));
  assertEquals(version, config.version);
});
