import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { randomPanel } from "../../bench/random_panel.ts";
import { column } from "../../codegen/mod.ts";
import { DefinitionError } from "../../codegen/define/problem.ts";
import { portfolio, slicePanel, topBottom } from "../../engine/mod.ts";
import { grid, type PortfolioCode, type SweepProgress } from "../../engine/sweep/mod.ts";
import * as report from "../../engine/sweep/report/mod.ts";
import { sweepPortfolio } from "../../engine/sweep/portfolio/sweep_portfolio.ts";
import { runProgram } from "../programs/run_program.ts";
import rotation from "./rotation.ts";
import { assertSameRun, foundBy } from "./same_portfolio.ts";

const panel = randomPanel({ length: 300, assets: 6 });
const module = new URL("./rotation.ts", import.meta.url);
const costs = { commission: { percent: 0.001 }, cash: 50_000 };
const sets = grid({ days: [5, 10, 40], count: [1, 2, 3], "settings.slippage.percent": [0, 0.001] });
const trend = {
  name: "trend",
  params: { n: 10, share: 0.3 },
  long: { enter: "close > sma(close, n)", exit: "close < sma(close, n)" },
  short: { enter: "close < lowest(close, n)[1]", exit: "close > sma(close, n)" },
  size: { percentOfEquity: "share" },
};

Deno.test("sweepPortfolio() has the bits of portfolio() for any number of Workers", async () => {
  const options = { grid: sets, settings: costs, benchmark: "A003" };
  const runs = await Promise.all(
    [0, 1, 2, 7].map((workers) => sweepPortfolio(module, panel, { ...options, workers })),
  );
  const [first, ...others] = runs;
  assertEquals([first.count, first.done, first.failures, first.stopped], [18, 18, [], false]);
  for (const other of others) assertEquals(foundBy(other), foundBy(first));
  for (let set = 0; set < sets.count; set++) {
    const { days, count, "settings.slippage.percent": percent } = first.params(set);
    const settings = { ...costs, slippage: { percent } };
    const gains = portfolio(panel, { ...settings, benchmark: "A003" });
    const { weights, ...rest } = rotation({ days, count }) as { weights: never; buffer: number };
    const single = gains.weights(weights, rest);
    assert(single.trades.length > 0);
    assertSameRun(first, set, single);
    assertEquals(first.rerun(set).digest, single.digest);
  }
});

Deno.test("blocks of a portfolio are those of its sampled returns", async () => {
  const result = await sweepPortfolio(rotation, panel, {
    grid: { days: [5], count: [2] },
    workers: 0,
  });
  const { equity, settings } = result.rerun(0);
  const blocks = Array.from({ length: 16 }, () => ({ count: 0, sum: 0, squares: 0 }));
  equity.forEach((value, t) => {
    const change = value / (t === 0 ? settings.cash : equity[t - 1]) - 1;
    const block = blocks[Math.floor(16 * t / panel.length)];
    block.count++;
    block.sum += change;
    block.squares += change * change;
  });
  assertEquals(result.blocks(0), blocks);
});

const drivers: Readonly<Record<string, PortfolioCode>> = {
  "code for events, with state": ({ n }) => {
    let held = 0;
    return {
      onFill: () => {
        held++;
      },
      onBar: (broker, t, bars) => {
        if (t % n === 0 && held < 20) {
          broker.orderTargetPercent(t % 6, 0.1);
          const asset = (t + 1) % 6;
          broker.buy(asset, { quantity: 3, limit: bars.close(asset) * 0.98 });
        }
      },
    };
  },
  "orders": ({ n }) => ({
    orders: [
      { time: panel.time[n], symbol: "A001", side: "buy", quantity: 10 },
      { time: panel.time[3 * n], symbol: "A001", side: "sell", quantity: 10 },
    ],
  }),
  "a strategy with a rank": ({ n }) => ({
    strategy: trend,
    rank: "close / close[3]",
    params: { n },
  }),
  "weights of all bars": ({ n }) => ({
    weights: Float64Array.from({ length: panel.length * 6 }, (_, at) => (at % n === 0 ? 0.15 : 0)),
    every: 7,
    band: 0.01,
  }),
};

for (const [what, code] of Object.entries(drivers)) {
  Deno.test(`sweepPortfolio() runs ${what}`, async () => {
    for (const simMode of ["batch", "event"] as const) {
      const options = { simMode, ...costs };
      const result = await sweepPortfolio(code, panel, {
        grid: { n: [4, 9, 11] },
        settings: costs,
        simMode,
        workers: 0,
      });
      assertEquals([result.done, result.failures], [3, []]);
      const account = portfolio(panel, options);
      [4, 9, 11].forEach((n, set) => {
        const made = code({ n });
        const single = "weights" in made
          ? account.weights(made.weights, { every: 7, band: 0.01 })
          : "orders" in made
          ? account.orders(made.orders)
          : "strategy" in made
          ? account.strategy(made.strategy, { rank: made.rank!, params: { n } })
          : account.run(made);
        assert(single.trades.length > 0);
        assertSameRun(result, set, single);
        const again = result.rerun(set);
        assertEquals([again.digest, again.simMode], [single.digest, simMode]);
        assertEquals(again.costReturns.length, 3);
      });
    }
  });
}

Deno.test("sweepPortfolio() sweeps a strategy as data, with rank and sides", async () => {
  const swept = grid({
    n: [5, 20],
    "settings.maxPositions": [1, 3],
  });
  const options = {
    grid: swept,
    params: { share: 0.2 },
    settings: costs,
    rank: "roc(close, n)",
    direction: "LONG",
  } as const;
  const [here, there] = await Promise.all(
    [0, 2].map((workers) => sweepPortfolio(trend, panel, { ...options, workers })),
  );
  assertEquals(here.failures, []);
  assertEquals(foundBy(there), foundBy(here));
  for (let set = 0; set < swept.count; set++) {
    const { n, "settings.maxPositions": maxPositions } = here.params(set);
    const single = portfolio(panel, { ...costs, maxPositions })
      .strategy(trend, { rank: "roc(close, n)", direction: "LONG", params: { n, share: 0.2 } });
    assertSameRun(here, set, single);
  }
  const { strategy, params, run } = there.toJSON({ by: "totalReturn", top: 2 });
  assertEquals([strategy?.name, strategy?.rank, params], ["trend", "roc(close, n)", {
    share: 0.2,
  }]);
  assertEquals(run, { simMode: "batch", benchmark: null });
});

Deno.test("sweepPortfolio() varies rules of the settings by their place", async () => {
  const rules = [{ stopLoss: 0.1 }, { trailingStop: 0.2 }];
  const result = await sweepPortfolio(module, panel, {
    grid: { days: [5], count: [2], "settings.rules.0.stopLoss": [0.02, 0.05] },
    settings: { rules },
    workers: 1,
  });
  const { weights, ...rest } = rotation({ days: 5, count: 2 }) as {
    weights: never;
    buffer: number;
  };
  const stopLoss = 0.05;
  const single = portfolio(panel, { rules: [{ stopLoss }, rules[1]] }).weights(weights, rest);
  assertSameRun(result, 1, single);
});

Deno.test("a set whose code throws fails with the reason, the others go on", async () => {
  const four = { grid: { days: [5, 10], count: [3, 4] } };
  for (const workers of [0, 2]) {
    const result = await sweepPortfolio(module, panel, { ...four, workers });
    const reason = "Error: four are too many";
    assertEquals(result.failures, [{ from: 1, to: 2, reason }, { from: 3, to: 4, reason }]);
    assertEquals([0, 1, 2, 3].map((set) => result.state(set)), [
      "done",
      "failed",
      "done",
      "failed",
    ]);
    assertEquals(result.rank().length, 2);
    await assertRejects(async () => await result.rerun(1), Error, "four are too many");
  }
  const wrong = (() => ({ weigths: 3 })) as unknown as PortfolioCode;
  const { failures: [{ reason, from, to }] } = await sweepPortfolio(wrong, panel, {
    ...four,
    workers: 0,
  });
  assertStringIncludes(reason, "Expected one of weights, orders, strategy, or code for events");
  assertEquals([from, to], [0, 4]);
});

Deno.test("sweepPortfolio() refuses functions where there are Workers, with the remedy", async () => {
  const few = { grid: { days: [5], count: [2] } };
  const error = await assertRejects(
    () => sweepPortfolio(rotation, panel, { ...few, workers: 2 }),
    DefinitionError,
    "but found a function",
  );
  assertStringIncludes(error.message, "give sweepPortfolio() the URL of a module");
  const rank = column("own", ({ close }, out, from, to) => {
    for (let t = from; t < to; t++) out[t] = close[t];
  });
  const ranked = { grid: { n: [5] }, rank };
  await assertRejects(
    () => sweepPortfolio(trend, panel, { ...ranked, workers: 1 }),
    DefinitionError,
    "Expected columns that are data but found a function",
  );
  assertEquals((await sweepPortfolio(trend, panel, { ...ranked, workers: 0 })).done, 1);
});

Deno.test("sweepPortfolio() tells everything that is wrong", async () => {
  const cases: [() => Promise<unknown>, string][] = [
    [
      () => sweepPortfolio(trend, panel, { grid: { m: [5] } }),
      "parameter of the strategy (n, share)",
    ],
    [() => sweepPortfolio(trend, panel, { grid: { n: [0.5, 2] } }), "set 0: "],
    [
      () => sweepPortfolio(trend, panel, { grid: { n: [2] }, params: { n: 3 } }),
      "found it in both",
    ],
    [() => sweepPortfolio(trend, panel, { grid: { n: [2] }, rank: "closed" }), "closed"],
    [
      () => sweepPortfolio(rotation, panel, { grid: { n: [2] }, rank: "close", workers: 0 }),
      "rank: Expected a strategy, to which this belongs, but found code",
    ],
    [
      () => sweepPortfolio(rotation, panel, { grid: { "settings.cahs": [2] }, workers: 0 }),
      "Expected a setting that is a number",
    ],
    [
      () => sweepPortfolio(rotation, panel, { grid: { "settings.cash": [-2] }, workers: 0 }),
      "settings.cash",
    ],
    [
      () => sweepPortfolio(rotation, panel, { grid: { n: [2] }, benchmark: "B", workers: 0 }),
      "Expected a symbol of the panel",
    ],
  ];
  for (const [run, message] of cases) await assertRejects(run, DefinitionError, message);
});

for (const workers of [0, 2]) {
  Deno.test(`sweepPortfolio() with ${workers} Workers stops at a signal and keeps what is done`, async () => {
    const stop = new AbortController();
    const told: SweepProgress[] = [];
    const result = await sweepPortfolio(module, panel, {
      grid: { days: Array.from({ length: 3000 }, (_, day) => day + 1), count: [1] },
      workers,
      signal: stop.signal,
      onProgress: (progress) => {
        told.push(progress);
        if (progress.done > 0) stop.abort();
      },
    });
    assertEquals([result.stopped, result.failures], [true, []]);
    assert(result.done > 0 && result.done < result.count, `${result.done} sets`);
    assertEquals(result.rank().length, result.done);
    assert(told[0].done >= 0 && told[0].sets === 3000);
    assertSameRun(result, result.rank()[0], result.rerun(result.rank()[0]));
  });
}

Deno.test("sweepPortfolio() takes any panel, as it stays", async () => {
  const late = slicePanel(panel, { from: panel.time[100] });
  const before = late.close.slice();
  const options = { grid: { days: [5, 10], count: [1] } };
  const [here, there] = await Promise.all(
    [0, 1].map((workers) => sweepPortfolio(module, late, { ...options, workers })),
  );
  assertEquals(foundBy(there), foundBy(here));
  assertEquals([late.close, there.panel === late], [before, true]);
  const equal: PortfolioCode = () => ({ weights: (_, bars) => topBottom(bars.row("close"), 2, 0) });
  const none = slicePanel(panel, { from: panel.time[299] + 1 });
  const empty = await sweepPortfolio(equal, none, { grid: { n: [1] }, workers: 0 });
  assertEquals([empty.done, empty.reasons(0).totalReturn], [1, "no bars"]);
});

Deno.test("every report takes a sweep of portfolios", async () => {
  const result = await sweepPortfolio(module, panel, {
    grid: { days: [5, 10, 20], count: [2, 4, 6] },
    workers: 0,
  });
  assertEquals([result.done, result.state(1)], [6, "failed"]);
  const ranked = report.rankSets(result, { by: "totalReturn", filter: "trades > 3 && days < 20" });
  assertEquals(ranked.length, 4);
  const [best] = result.bestEquity(1, { by: "totalReturn" });
  assertEquals(best.equity, result.rerun(best.set).equity);
  assertStringIncludes(report.heatMap(result), "mean of the sets by count");
  assertStringIncludes(report.parallelTable(result), "days");
  assertEquals(report.stability(result).sets, 6);
  assertStringIncludes(report.sweepText(result), "Best 6 of 6 sets by Sharpe");
  const rows = [...report.setsCsv(result, { blocks: true })].join("").trimEnd().split("\n");
  assertEquals([rows.length, rows[2].slice(0, 9)], [10, "1,failed,"]);
  assert((await report.setsArrow(result)).length > 1000);
});

const ending = new URL("./ending_code.ts", import.meta.url);

Deno.test("a Worker that ends takes the set with it that it had, and no other", async () => {
  const grid = { share: [0.1, 0.2, 0.4, 0.5] };
  const { done, failures } = await sweepPortfolio(ending, panel, { grid, workers: 1 });
  assertEquals([done, failures.length], [3, 1]);
  assertEquals([failures[0].from, failures[0].to], [1, 2]);
  assertStringIncludes(failures[0].reason, "a Worker died: it closed itself");
});

Deno.test("a signal stops code in Workers that never ends, and what is done is kept", async () => {
  const stop = new AbortController();
  const result = await sweepPortfolio(ending, panel, {
    grid: { share: [0.1, 0.3, 0.4] },
    workers: 1,
    signal: stop.signal,
    onProgress: ({ done }) => {
      if (done > 0) stop.abort();
    },
  });
  assertEquals([result.stopped, result.failures, result.state(1)], [true, [], "waiting"]);
  assertEquals([result.done, result.rank()], [1, [0]]);
});

Deno.test("code in Workers without permissions runs, and cannot read files", async () => {
  const url = (path: string): string => JSON.stringify(new URL(path, import.meta.url));
  const program = `
    import { randomPanel } from ${url("../../bench/random_panel.ts")};
    import { sweepPortfolio } from ${url("../../mod.ts")};
    const panel = randomPanel({ length: 40, assets: 2 });
    const { done, failures } = await sweepPortfolio(new URL(${url("./reading_code.ts")}), panel, {
      grid: { share: [0.2, 0.4, 0.6] },
      workers: { permissions: "none" },
    });
    console.log(done, failures[0].from, failures[0].reason);`;
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/main.ts`, program);
    const flags = ["--unstable-worker-options", "--allow-read", "--no-prompt", "--no-check"];
    const printed = await runProgram([...flags, `${folder}/main.ts`]);
    assertStringIncludes(printed, "2 2 NotCapable");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
