import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import { DefinitionError } from "../codegen/define/problem.ts";
import { randomBars } from "../bench/random_bars.ts";
import { backtest } from "../engine/run/backtest.ts";
import type { StatisticName } from "../engine/stats/registry.ts";
import { grid } from "../engine/sweep/grid/grid.ts";
import { neighbourFinder } from "../engine/sweep/report/neighbours.ts";
import * as report from "../engine/sweep/report/mod.ts";
import { sweep } from "../engine/sweep/sweep.ts";

const { NaN: none } = Number;

/** Results with these columns; sets without a total return are not done. */
function results(
  columns: Readonly<Partial<Record<StatisticName, readonly number[]>>>,
  sets = grid({ fast: [5, 10, 20], slow: [50, 100, 200] }),
): report.SetResults {
  const read = (name: StatisticName): Float64Array =>
    Float64Array.from(columns[name] ?? new Array(sets.count).fill(none));
  return {
    grid: sets,
    state: (set) => (columns.sharpe?.[set] === undefined ? "waiting" : "done"),
    column: read,
    blocks: (set) =>
      Array.from({ length: 16 }, (_, block) => ({ count: block, sum: set, squares: 1 })),
  };
}

const nine = results({
  sharpe: [1, 2, 1, 2, 3, none, 0, -1, 2],
  totalReturn: [0.1, 0.2, 0.1, 0.2, 0.3, 0, 0, -0.1, 0.2],
  trades: [5, 40, 30, 30, 29, 0, 70, 80, 31],
  beta: [0, 1, 2, 3, 4, 5, 6, 7, none],
});

Deno.test("rankSets() gives equal sets one rank, in the order of the grid, and puts sets without a value last", () => {
  const ranks = (order: "descending" | "ascending"): number[][] =>
    report.rankSets(nine, { order }).map(({ rank, set }) => [rank, set]);
  assertEquals(ranks("descending"), [
    ...[[1, 4], [2, 1], [2, 3], [2, 8], [5, 0], [5, 2], [7, 6], [8, 7], [none, 5]],
  ]);
  assertEquals(ranks("ascending").map(([, set]) => set), [7, 6, 0, 2, 1, 3, 8, 4, 5]);
});

Deno.test("rankSets() gives each set the number of better ones and 1, whatever the values", () => {
  const value = fc.oneof(fc.constantFrom(none, 0, 1), fc.double({ noNaN: true }));
  const columns = fc.array(value, { minLength: 1, maxLength: 30 });
  fc.assert(fc.property(columns, fc.boolean(), (sharpe, rising) => {
    const sets = grid({ n: sharpe.map((_, set) => set) });
    const ranked = report.rankSets(results({ sharpe }, sets), {
      order: rising ? "ascending" : "descending",
    });
    assertEquals(ranked.map(({ set }) => set).sort((a, b) => a - b), sharpe.map((_, set) => set));
    for (const { rank, set } of ranked) {
      const better = sharpe.filter((other) => rising ? other < sharpe[set] : other > sharpe[set]);
      assertEquals(rank, Number.isNaN(sharpe[set]) ? none : better.length + 1);
    }
  }));
});

Deno.test("rankSets() puts infinite values before none", () => {
  const some = results({ sharpe: [none, Infinity, -Infinity] }, grid({ n: [1, 2, 3] }));
  const ranks = (order: "descending" | "ascending"): number[][] =>
    report.rankSets(some, { order }).map(({ rank, set }) => [rank, set]);
  assertEquals(ranks("ascending"), [[1, 2], [2, 1], [none, 0]]);
  assertEquals(ranks("descending"), [[1, 1], [2, 2], [none, 0]]);
});

Deno.test("rankSets() leaves out sets that are not done", () => {
  const some = results({ sharpe: [1, 2] });
  assertEquals(report.rankSets(some).map(({ set }) => set), [1, 0]);
});

Deno.test("setFilter() reads statistics, by both names, and parameters; a parameter comes before a statistic", () => {
  const pass = (filter: report.SetFilter): number[] =>
    report.rankSets(nine, { filter }).map(({ set }) => set).sort();
  assertEquals(pass("trades >= 30 && total_return > 0 && slow < 200"), [1, 3]);
  assertEquals(pass("beta > 5 || isNaN(beta)"), [6, 7, 8]);
  assertEquals(pass("totalReturn * 10 == fast / 10"), [8]);
  assertEquals(pass((set) => set === 3), [3]);
  const named = results({ sharpe: [1, 2] }, grid({ trades: [3, 4] }));
  assertEquals(report.rankSets(named, { filter: "trades == 3" }).map(({ set }) => set), [0]);
});

Deno.test("setFilter() reads settings by their path", () => {
  const axes = { n: [1, 2], "settings.commission.percent": [0, 0.5] };
  const four = results({ sharpe: [1, 2, 3, 4] }, grid(axes));
  const pass = (filter: string): number[] =>
    report.rankSets(four, { filter }).map(({ set }) => set);
  assertEquals(pass("settings.commission.percent > 0"), [3, 1]);
  assertEquals(pass("n > settings.commission.percent * 3 && sharpe > 1"), [3, 2]);
  const wrong = (filter: string) => () => report.setFilter(four, filter);
  assertThrows(wrong("settings.cash > 0"), DefinitionError, 'found "settings.cash"');
  assertThrows(
    wrong("settings.commision.percent > 0"),
    DefinitionError,
    'did you mean "settings.commission.percent"?',
  );
});

Deno.test("setFilter() refuses what is no condition over statistics and parameters", () => {
  const refused = (filter: string): string =>
    assertThrows(() => report.setFilter(nine, filter), DefinitionError).message;
  assertStringIncludes(refused("trads > 3"), 'found "trads"; did you mean "trades"?');
  assertStringIncludes(refused("sma(close, 3) > slow"), 'found "close"');
  assertStringIncludes(refused("newDay() && slow > 3"), 'found "newDay"');
  assertStringIncludes(refused("trades + 3"), "Expected a condition");
  assertStringIncludes(refused("trades >"), "filter: ");
});

Deno.test("stability() compares the optimum with its neighbours", () => {
  const found = report.stability(nine);
  assertEquals([found.sets, found.mean, found.median], [8, 1.25, 1.5]);
  assertEquals(found.profitable, 6 / 9);
  assertEquals(found.best, { set: 4, value: 3, neighbours: 7, mean: 1, worst: -1 });
  assertEquals(found.plateau, { set: 0, value: 1, neighbours: 3, mean: 7 / 3, worst: 2 });
  const loss = report.stability(nine, { order: "ascending", filter: "slow > 50" });
  assertEquals(loss.best, { set: 7, value: -1, neighbours: 2, mean: 2.5, worst: 3 });
});

Deno.test("stability() finds the same neighbours whichever way it looks for them", () => {
  const axes = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [name, [1, 2, 3]]));
  const whole = grid(axes);
  const few = grid(axes, { where: "a + b + c + d + e < 9" });
  const values = (sets: typeof whole): number[] =>
    Array.from(
      { length: sets.count },
      (_, set) => Object.values(sets.at(set)).join("") === "11111" ? 9 : 1,
    );
  const [all, some] = [whole, few].map((sets) =>
    report.stability(results({ sharpe: values(sets), totalReturn: values(sets) }, sets)).best!
  );
  // 2 ** 5 - 1 sets have ones and twos only; the sum of four of them and more is too large for the smaller grid.
  assertEquals(all.neighbours, 31);
  assertEquals(some.neighbours, 5 + 10 + 10);
});

Deno.test("neighbours are those within one step in every parameter, for any grid", () => {
  const lists = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 40 }), (values, samples) => {
      const axes = Object.fromEntries(values.map((list, axis) => [`p${axis}`, list]));
      const drawn = Object.fromEntries(
        values.map((list, axis) => [`p${axis}`, { uniform: [0, list.length] }]),
      );
      for (const sets of [grid(axes), grid(axes, { samples }), grid(drawn, { samples })]) {
        const near = neighbourFinder(sets);
        const steps = Array.from(
          { length: sets.count },
          (_, set) =>
            Object.values(sets.at(set)).map((value, axis) => sets.values[axis].indexOf(value)),
        );
        steps.forEach((own, set) => {
          const wanted = steps.flatMap((other, at) =>
            at !== set && own.every((step, axis) => Math.abs(step - other[axis]) <= 1) ? [at] : []
          );
          assertEquals(near(set).sort((a, b) => a - b), wanted);
        });
      }
    }),
    { numRuns: 30 },
  );
});

Deno.test("stability() of nothing is nothing", () => {
  const found = report.stability(results({}));
  assertEquals([found.sets, found.best, found.plateau, found.mean], [
    0,
    undefined,
    undefined,
    none,
  ]);
});

Deno.test("heatMap() shows means as digits, with labels on both sides", () => {
  assertEquals(
    report.heatMap(nine),
    [
      "Sharpe: mean of the sets by slow (to the right) and fast (down)",
      "     50 100 200",
      " 5    5   7   5",
      "10    7   9   .",
      "20    2   0   7",
      "0 from -1.00, 9 up to 3.00; a dot: no value",
    ].join("\n"),
  );
});

Deno.test("heatMap() is of the parameters that vary", () => {
  const axes = { fast: [5, 10], slow: [50, 100], "settings.commission.percent": [0, 0.001] };
  const dear = grid(axes, { where: "settings.commission.percent > 0" });
  assertStringIncludes(
    report.heatMap(results({ sharpe: [1, 2, 3, 4] }, dear)),
    "by slow (to the right) and fast (down)",
  );
});

Deno.test("heatMap() has colours where they are asked for, and the digits with them", () => {
  const plain = report.heatMap(nine, { width: 24 });
  const painted = report.heatMap(nine, { width: 24, color: true });
  assertEquals(plain.includes("\x1b"), false);
  // deno-lint-ignore no-control-regex
  assertEquals(painted.replaceAll(/\x1b\[[\d;]*m/g, ""), plain);
  assertStringIncludes(painted, "\x1b[48;5;");
});

Deno.test("heatMap() puts neighbouring values together where there is no room, and refuses strange axes", () => {
  const map = report.heatMap(nine, { width: 18, height: 2 });
  assertEquals(map.split("\n").length, 5);
  assertStringIncludes(map, "10..20");
  const drawn = (x: string, y?: string): string => report.heatMap(nine, { x, ...(y ? { y } : {}) });
  assertThrows(
    () => drawn("fast", "fast"),
    RangeError,
    "expected two of the parameters fast, slow",
  );
  assertThrows(() => drawn("slo"), RangeError, "of slo and");
  assertStringIncludes(drawn("fast"), "by fast (to the right) and slow (down)");
});

Deno.test("parallelTable() has a line for each value of each parameter", () => {
  assertEquals(
    report.parallelTable(nine),
    [
      "Sharpe by parameter (best tenth: 1 of 8 sets)",
      "Parameter  Value  Sets  Mean  Best  In profit  Of the best tenth",
      "fast           5     3  1.33  2.00       100%                 0%",
      "              10     2  2.50  3.00       100%               100%  ████████████████████",
      "              20     3  0.33  2.00        33%                 0%",
      "slow          50     3  1.00  2.00        67%                 0%",
      "             100     3  1.33  3.00        67%               100%  ████████████████████",
      "             200     2  1.50  2.00       100%                 0%",
    ].join("\n"),
  );
});

Deno.test("sweepText() lists the best sets, draws a map, and tells how stable the optimum is", () => {
  const text = report.sweepText(nine, { title: "cross on SPY", top: 2, filter: "trades < 75" });
  const lines = text.split("\n");
  assertEquals(lines[0], "cross on SPY, 9 sets");
  assertEquals(lines[1], "fast 5 to 20 (3 values), slow 50 to 200 (3 values)");
  assertEquals(lines[3], "Best 2 of 8 sets that pass trades < 75 by Sharpe");
  assertEquals(lines[5].trim().split(/ {2,}/), [
    ...["1", "4", "10", "100", "3.00", "30.00%", "n/a", "n/a", "29", "n/a", "n/a"],
  ]);
  assertStringIncludes(
    text,
    "Best set 4: 3.00; mean of its 6 neighbours 1.33, the least good 0.00",
  );
  assertStringIncludes(report.sweepText(nine, { filter: "trades > 99" }), "No sets that pass");
  assertStringIncludes(report.sweepText(results({})), "0 of 9 sets");
  const three = grid({ a: [1, 2], b: [1, 2], c: [1, 2] });
  const sharpe = [1, 2, 3, 4, 5, 6, 7, 8];
  assertStringIncludes(report.sweepText(results({ sharpe }, three)), "Sharpe by parameter");
});

Deno.test("setsCsv() and setsArrow() have parameters, statistics and, if wanted, the sums of blocks", async () => {
  const named = grid({ trades: [3, 4], "settings.cash": [1000] });
  const two = results({ sharpe: [0.1, none], trades: [7, 8], start: [0, none] }, named);
  const [header, ...rows] = [...report.setsCsv(two, { sets: [1, 0] })].join("").trim().split("\n")
    .map((line) => line.split(","));
  const cell = (row: number, name: string): string => rows[row][header.indexOf(name)];
  assertEquals(header.slice(0, 5), ["set", "state", "param.trades", "settings.cash", "start"]);
  assertEquals([0, 1].map((row) => cell(row, "param.trades")), ["4", "3"]);
  assertEquals([0, 1].map((row) => cell(row, "trades")), ["8", "7"]);
  assertEquals([0, 1].map((row) => cell(row, "sharpe")), ["", "0.1"]);
  assertEquals([0, 1].map((row) => cell(row, "start")), ["", "1970-01-01T00:00:00.000Z"]);
  const { tableFromIPC } = await import("npm:apache-arrow@21.2.0");
  const table = tableFromIPC(await report.setsArrow(two, { blocks: true }));
  assertEquals(table.numRows, 2);
  assertEquals(table.getChild("sharpe")!.get(0), 0.1);
  assertEquals(table.getChild("block_15_count")!.get(1), 15);
  assertEquals(table.getChild("block_3_sum")!.get(1), 1);
});

Deno.test("bestEquity() gives the curves of the best sets that pass, and runs no other again", () => {
  const ran: number[] = [];
  const rerun = (set: number) => {
    ran.push(set);
    return { equity: Float64Array.of(set) };
  };
  const runs = { ...nine, rerun };
  const curves = report.bestEquity(runs, 2, { by: "trades", filter: "sharpe >= 1" });
  assertEquals(curves, [
    { rank: 1, set: 1, value: 40, equity: Float64Array.of(1) },
    { rank: 2, set: 8, value: 31, equity: Float64Array.of(8) },
  ]);
  assertEquals(ran, [1, 8]);
  assertEquals(report.bestEquity(runs, 0), []);
  assertEquals(report.bestEquity(runs, 99).length, 9);
  assertThrows(() => report.bestEquity(runs, -1), RangeError, "found -1");
});

Deno.test("bestEquity() of a sweep has the curves of single runs", async () => {
  const bars = randomBars(300);
  const strategy = {
    name: "dip",
    params: { n: 3 },
    long: { enter: "close < sma(close, n)", exit: "close > sma(close, n)" },
  };
  const result = await sweep(strategy, bars, {
    grid: { n: [2, 5, 9, 20], "settings.commission.percent": [0, 0.001] },
    maxWorkers: 0,
  });
  const order = result.rank({ by: "totalReturn" });
  const curves = result.bestEquity(3, { by: "totalReturn" });
  assertEquals(curves.map(({ set }) => set), order.slice(0, 3));
  for (const { set, equity, value } of curves) {
    const { n, "settings.commission.percent": percent } = result.params(set);
    const single = backtest(strategy, bars, { params: { n }, commission: { percent } });
    assertEquals(equity, single.equity);
    assertEquals(value, single.statistics.totalReturn);
  }
});
