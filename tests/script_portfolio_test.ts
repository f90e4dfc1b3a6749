import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { directoryOf, namesIn, runScript } from "./script_run.ts";

const prices = "date,symbol,close\n" +
  ["10,20", "11,19", "12,18", "13,17"].flatMap((row, t) =>
    row.split(",").map((close, asset) => `2024-01-0${t + 1},${"AB"[asset]},${close}\n`)
  ).join("");
const files = {
  "prices.csv": prices,
  "weights.csv": "time,A,B\n2024-01-01,0.5,-0.2\n2024-01-03,0,0\n",
  "orders.csv": "time,symbol,side,quantity,limit,parent,tag\n" +
    "2024-01-02,A,buy,10,,,in\n2024-01-02,A,sell,10,12.5,1,out\n",
  "config.json": JSON.stringify({ cash: 1000, commission: { perOrder: 1 } }),
  "rise.json": JSON.stringify({
    name: "rise",
    params: { n: 1 },
    long: { enter: "rising(close, n)" },
    short: { enter: "falling(close, n)" },
    size: { units: 2 },
  }),
  "one.json": JSON.stringify({ cash: 1000, maxPositions: 1, rank: "close" }),
  "wrong.json": JSON.stringify({ cash: 0, assets: { AB: {} } }),
};

Deno.test("portfolio.ts runs weights and writes all files, or orders and prints a page", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const data = ["--data", `${path}/prices.csv`, "--price-only", "--config", `${path}/config.json`];
  const weights = ["--weights", `${path}/weights.csv`];
  const run = await runScript("portfolio.ts", [
    ...data,
    ...weights,
    "--out",
    `${path}/out`,
    "--json",
  ]);
  assertEquals([run.code, run.stderr], [0, ""]);
  assertEquals(await namesIn(`${path}/out`), [
    "assets.csv",
    "correlations.csv",
    "equity.csv",
    "orders.csv",
    "result.json",
    "trades.csv",
  ]);
  const result = JSON.parse(await Deno.readTextFile(`${path}/out/result.json`));
  assertEquals(result, JSON.parse(run.stdout));
  assertEquals(result.files, [
    "equity.csv",
    "trades.csv",
    "orders.csv",
    "assets.csv",
    "correlations.csv",
  ]);
  assertEquals([result.data.symbols, result.data.priceOnly], [["A", "B"], true]);
  assertEquals([result.counts.orders.filled, result.run.simMode], [4, "batch"]);
  const lines = (await Deno.readTextFile(`${path}/out/orders.csv`)).split("\n");
  assertMatch(lines[0], /^order,symbol,side,type,.*,submit_index,submit_time,.*,tag$/);
  assertMatch(lines[1], /^1,A,buy,market,gtc,targetPercent,0.5,,,filled,,0,2024-01-01T/);
  const equity = (await Deno.readTextFile(`${path}/out/equity.csv`)).split("\n");
  assertEquals(equity[0], "index,time,equity,cash,long,short,gross,net,drawdown");

  const page = await runScript("portfolio.ts", [...data, "--orders", `${path}/orders.csv`]);
  assertEquals([page.code, page.stderr], [0, ""]);
  assertStringIncludes(page.stdout, "Portfolio of 2 assets, 2024-01-01 to 2024-01-04, 4 bars");
  assertStringIncludes(page.stdout, "Orders: filled 2");
});

Deno.test("portfolio.ts runs a strategy, ranked by the flag or by the settings", async () => {
  using directory = await directoryOf(files);
  const { path } = directory;
  const args = ["--data", `${path}/prices.csv`, "--price-only", "--strategy", `${path}/rise.json`];
  const page = await runScript("portfolio.ts", args);
  assertEquals([page.code, page.stderr], [0, ""]);
  assertStringIncludes(page.stdout, "Portfolio of 2 assets by rise, 2024-01-01 to 2024-01-04");
  assertMatch(page.stdout, /A\s+long\s+2\s.*open/);
  assertMatch(page.stdout, /B\s+short\s+2\s.*open/);
  const config = ["--config", `${path}/one.json`, "--json"];
  const runs = await Promise.all(
    [[], ["--rank=-close", "--direction", "LONG", "--param", "n=2"], ["--rank=-close"]]
      .map((more) => runScript("portfolio.ts", [...args, ...config, ...more])),
  );
  const [settings, flags, rank] = runs.map(({ code, stdout, stderr }) => {
    assertEquals([code, stderr], [0, ""]);
    return JSON.parse(stdout);
  });
  const traded = ({ assets }: { assets: { symbol: string }[] }): string[] =>
    assets.map(({ symbol }) => symbol);
  assertEquals([traded(settings), settings.strategy.rank], [["B"], "close"]);
  assertEquals([traded(rank), rank.strategy.rank], [["A"], "-close"]);
  const { name, params, direction } = flags.strategy;
  assertEquals([name, params, direction], ["rise", { n: 2 }, "LONG"]);
  assertEquals([traded(flags), flags.settings.rank], [["A"], "close"]);
});

Deno.test("portfolio.ts ends with 2 where flags, data, weights, orders or settings cannot be used", async () => {
  using directory = await directoryOf({
    ...files,
    "late.csv": "time,symbol,weight\n2025-01-01,A,1\n",
    "mode.json": JSON.stringify({ simMode: "event" }),
    "bad.csv": "time,symbol,side,quantity\n2024-01-02,C,buy,1\n",
  });
  const { path } = directory;
  const data = ["--data", `${path}/prices.csv`, "--price-only"];
  const weights = ["--weights", `${path}/weights.csv`];
  const strategy = ["--strategy", `${path}/rise.json`];
  const cases: [args: string[], message: string][] = [
    [weights, "--data: expected DATA"],
    [data, "expected one of --weights, --orders and --strategy but found none"],
    [[...data, ...weights, "--orders", `${path}/orders.csv`], "but found --weights and --orders"],
    [[...data, ...weights, "--rank", "close"], "--rank is about --strategy"],
    [[...data, ...weights, "--param", "n=1"], "--param is about --strategy"],
    [[...data, ...strategy, "--band", "0.1"], "--band is about --weights"],
    [[...data, ...strategy, "--rank", "clos"], "rank: Expected a column"],
    [[...data, ...strategy, "--param", "m=1"], "rise"],
    [[...data, "--strategy", `${path}/config.json`], "config.json"],
    [[...data, "--orders", `${path}/orders.csv`, "--band", "0.1"], "--band is about --weights"],
    [[...data, ...weights, "--band", "x"], "--band: expected a number >= 0"],
    [[...data, ...weights, "--format", "arrow"], "--format is about files under --out"],
    [[...data, ...weights, "--exposure", "asset"], "--exposure is about files under --out"],
    [[...data, ...weights, "--verify", "--sim-mode", "event"], "--verify runs both modes"],
    [[...data, ...weights, "--benchmark", "C"], "benchmark: Expected a symbol of the panel"],
    [[...data, ...weights, "--benchmark", "none.csv"], "found no such file"],
    [[...data, ...weights, "--groups", `${path}/bad.csv`], "Line 1: found"],
    [[...data, ...weights, "--config", `${path}/mode.json`], "simMode"],
    [["--data", `${path}/none.csv`, ...weights], "found no such file"],
    [[...data, "--weights", `${path}/late.csv`], "expected the time of a bar"],
    [[...data, "--orders", `${path}/bad.csv`], "line 2.symbol: Expected a symbol of the panel"],
    [[...data, ...weights, "--config", `${path}/wrong.json`], "2 problems"],
  ];
  const runs = await Promise.all(cases.map(([args]) => runScript("portfolio.ts", args)));
  runs.forEach(({ code, stdout, stderr }, at) => {
    assertEquals([code, stdout], [2, ""]);
    assertStringIncludes(stderr, cases[at][1]);
  });
});

Deno.test("portfolio.ts --help shows its flags, files and exit codes", async () => {
  const { code, stdout } = await runScript("portfolio.ts", ["--help"]);
  assertEquals(code, 0);
  for (const text of ["--data DATA", "--weights FILE", "--strategy FILE", "130 interrupted"]) {
    assertStringIncludes(stdout, text);
  }
});
