import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { arrowBytes, loadArrow } from "../engine/files/arrow_bytes.ts";
import { directoryOf, namesIn, runScript } from "./script_run.ts";

const prices = "date,symbol,close\n" +
  ["10,20", "11,19", "12,18", "13,17", "12,18"].flatMap((row, t) =>
    row.split(",").map((close, asset) => `2024-01-0${t + 1},${"AB"[asset]},${close}\n`)
  ).join("");
const files = {
  "prices.csv": prices,
  "weights.csv": "time,A,B\n2024-01-01,0.5,-0.2\n2024-01-03,0.2,0\n",
  "groups.csv": "symbol,sector\nA,tech\nC,energy\n",
  "index.csv": "date,close\n2024-01-01,100\n2024-01-02,101\n2024-01-04,103\n",
  "config.json": JSON.stringify({
    cash: 1000,
    commission: { percent: 0.001 },
    groups: { B: "left out" },
  }),
};

Deno.test("portfolio.ts verifies, and writes every table as CSV or as Arrow", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const run = async (...more: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runScript("portfolio.ts", [
      ...["--data", `${path}/prices.csv`, "--price-only", "--weights", `${path}/weights.csv`],
      ...["--config", `${path}/config.json`, "--groups", `${path}/groups.csv`, "--verify"],
      ...["--exposure", "group", "--rolling", "2"],
      ...more,
    ]);
    assertEquals([code, stderr], [0, ""]);
    return stdout;
  };
  const [page, json] = await Promise.all([
    run("--out", `${path}/csv`, "--benchmark", "B"),
    run(
      "--out",
      `${path}/arrow`,
      "--format",
      "arrow",
      "--benchmark",
      `${path}/index.csv`,
      "--json",
    ),
  ]);
  for (
    const line of [
      'Against "B": alpha ',
      "Verified: compiled run and reference agree bit for bit",
      "Groups by profit\nGroup ",
      "Return at 2x costs",
      "costs ",
    ]
  ) assertStringIncludes(page, line);

  const result = JSON.parse(json);
  assertEquals([result.run.simMode, result.run.benchmark], ["batch", "index"]);
  assertEquals(result.groups.map(({ group }: { group: string }) => group), ["tech", ""]);
  assert(result.statistics.beta !== null);
  const names = ["equity", "trades", "orders", "assets", "groups", "correlations", "rolling"];
  assertEquals(result.files, [...names, "exposure"].map((name) => `${name}.arrow`));
  const arrow = await loadArrow();
  for (const name of [...names, "exposure"]) {
    const lines = (await Deno.readTextFile(`${path}/csv/${name}.csv`)).trimEnd().split("\n");
    const table = arrow.tableFromIPC(await Deno.readFile(`${path}/arrow/${name}.arrow`));
    assertEquals(table.schema.fields.map(({ name }) => name), lines[0].split(","), name);
    assertEquals(table.numRows, lines.length - 1, name);
  }
  assertEquals((await namesIn(`${path}/csv`)).length, 9);
  const groups = (await Deno.readTextFile(`${path}/csv/groups.csv`)).split("\n");
  assertEquals(
    groups[0],
    "group,assets,trades,wins,pnl,fees,slippage,financing,traded,turnover,mean_gross,mean_net," +
      "contribution,share",
  );
  assert(groups[1].startsWith("tech,1,"));
  const exposure = (await Deno.readTextFile(`${path}/csv/exposure.csv`)).split("\n");
  assertEquals(exposure[0], "index,time,tech,(none)");
});

Deno.test("portfolio.ts reads prices and a benchmark from Arrow files as from CSV files", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const rows = prices.trimEnd().split("\n").slice(1).map((line) => line.split(","));
  const columns = [
    { name: "date", kind: "time", at: (row: number) => Date.parse(rows[row][0]) },
    { name: "symbol", kind: "text", at: (row: number) => rows[row][1] },
    { name: "close", kind: "number", at: (row: number) => Number(rows[row][2]) },
  ] as const;
  const bytes = arrowBytes(await loadArrow(), { rows: rows.length, columns });
  await Deno.writeFile(`${path}/prices.arrow`, bytes);
  const first = [columns[0], columns[2]]
    .map((column) => ({ ...column, at: (row: number) => column.at(2 * row) }));
  const index = arrowBytes(await loadArrow(), { rows: 5, columns: first });
  await Deno.writeFile(`${path}/index.arrow`, index);
  const run = async (...flags: string[]): Promise<Record<"data" | "run", object>> => {
    const { code, stdout, stderr } = await runScript("portfolio.ts", [
      ...["--price-only", "--weights", `${path}/weights.csv`, "--json"],
      ...flags,
    ]);
    assertEquals([code, stderr], [0, ""]);
    return JSON.parse(stdout);
  };
  const [csv, arrow] = await Promise.all([
    run("--data", `${path}/prices.csv`),
    run("--data", `${path}/prices.arrow`, "--benchmark", `${path}/index.arrow`),
  ]);
  assertEquals(arrow.data, csv.data);
  assertEquals({ ...arrow.run, benchmark: null }, csv.run);
});

Deno.test("portfolio.ts --list names every setting and column of orders, and needs nothing else", async () => {
  const { code, stdout, stderr } = await runScript("portfolio.ts", ["--list"]);
  assertEquals([code, stderr], [0, ""]);
  for (
    const text of [
      "\n  maxPositions ",
      "\n  assets.SYMBOL.multiplier ",
      "\n  groups.SYMBOL ",
      "\n  execution.pyramid ",
      "\n  rank ",
      "Columns of a file of orders\n  Column ",
      "\n  reduceOnly ",
      "\n  trailingStop ",
      "\n  noPosition ",
      "Statistics: Equity",
    ]
  ) assertStringIncludes(stdout, text);
});

Deno.test("arrowBytes() keeps the order of columns that have numbers for names, with and without rows", async () => {
  const arrow = await loadArrow();
  for (const rows of [0, 3]) {
    const bytes = arrowBytes(arrow, {
      rows,
      columns: [
        { name: "symbol", kind: "text", at: (row) => `S${row}` },
        { name: "7203", kind: "number", at: (row) => row / 2 },
        { name: "5", kind: "index", at: (row) => (row === 1 ? null : row) },
        { name: "time", kind: "time", at: (row) => (row === 1 ? null : row) },
        { name: "6", kind: "flag", at: (row) => row === 1 },
      ],
    });
    const table = arrow.tableFromIPC(bytes);
    assertEquals(table.schema.fields.map(({ name }) => name), ["symbol", "7203", "5", "time", "6"]);
    assertEquals(table.numRows, rows);
    if (rows === 0) continue;
    const last = (name: string): unknown[] => [...(table.getChild(name) ?? [])];
    assertEquals(last("symbol"), ["S0", "S1", "S2"]);
    assertEquals(last("7203"), [0, 0.5, 1]);
    assertEquals(last("5"), [0, null, 2]);
    assertEquals(last("time"), [0, null, 2]);
    assertEquals(last("6"), [false, true, false]);
  }
});
