import { assert, assertEquals, assertThrows } from "@std/assert";
import type { StrategyInput } from "../codegen/define/strategy.ts";
import { DefinitionError, type Problem } from "../codegen/define/problem.ts";
import { type Panel, panelFromArrays } from "../engine/mod.ts";
import { portfolio } from "../engine/portfolio/portfolio.ts";
import type { PortfolioSettingsInput } from "../engine/portfolio/portfolio_settings.ts";
import type { PortfolioStrategyOptions } from "../engine/portfolio/strategy/strategy_run.ts";

/** Flat prices of 100, with columns that say when to enter and leave; a row an asset. */
function panelOf(
  columns: Readonly<Record<string, readonly (readonly number[])[]>>,
  close?: readonly (readonly number[])[],
): Panel {
  const [rows] = Object.values(columns);
  const [assets, bars] = [rows.length, rows[0].length];
  const flat = (table: readonly (readonly number[])[]): number[] =>
    Array.from({ length: assets * bars }, (_, at) => table[at % assets][Math.floor(at / assets)]);
  const prices = close ?? rows.map((row) => row.map(() => 100));
  const found = Object.entries(columns).map(([name, table]) => [name, flat(table)]);
  return panelFromArrays({
    symbols: ["A", "B", "C", "D"].slice(0, assets),
    time: Array.from({ length: bars }, (_, t) => Date.UTC(2024, 0, 1 + t)),
    close: flat(prices),
    columns: Object.fromEntries(found),
    priceOnly: true,
  });
}

/** What has been opened and closed: symbol, side and units, bar in, bar out; -1: still open. */
function tradesOf(
  panel: Panel,
  definition: Omit<StrategyInput, "name">,
  { settings = {}, ...options }: PortfolioStrategyOptions & {
    readonly settings?: PortfolioSettingsInput;
  } = {},
): string[] {
  const result = portfolio(panel, { cash: 1000, ...settings })
    .strategy({ name: "test", ...definition }, options);
  return result.trades.map(({ symbol, side, quantity, entryIndex, exitIndex }) =>
    `${symbol} ${side} ${quantity} ${entryIndex}-${exitIndex ?? "open"}`
  );
}

const one = { size: { units: 1 } } as const;
const entering = { ...one, long: { enter: "enter > 0", exit: "leave > 0" } };

Deno.test("portfolio().strategy() gives the slots to the highest ranks, equal ones by index", () => {
  const all = [[1, 0, 0], [1, 0, 0], [1, 0, 0], [1, 0, 0]];
  const panel = panelOf({ enter: all, rank: [[2, 0, 0], [3, 0, 0], [NaN, 0, 0], [2, 0, 0]] });
  const enter = { ...one, long: { enter: "enter > 0" } };
  const settings = { maxPositions: 2 };
  assertEquals(tradesOf(panel, enter, { settings, rank: "rank" }), [
    "A long 1 1-open",
    "B long 1 1-open",
  ]);
  // Without a rank by index; ranks that are no number come last.
  assertEquals(tradesOf(panel, enter, { settings: { maxPositions: 3 } }).length, 3);
  assertEquals(tradesOf(panel, enter, { settings: { maxPositions: 1 } }), ["A long 1 1-open"]);
  assertEquals(tradesOf(panel, enter, { settings: { maxPositions: 3 }, rank: "rank" }), [
    "A long 1 1-open",
    "B long 1 1-open",
    "D long 1 1-open",
  ]);
  assertEquals(tradesOf(panel, enter, { settings: { maxPositions: 1 }, rank: "-rank" }), [
    "A long 1 1-open",
  ]);
  const { rejected } = portfolio(panel, settings).strategy({ name: "test", ...enter });
  assertEquals(rejected.maxPositions, 2);
});

Deno.test("portfolio().strategy() ranks by parameters and lets of the strategy, and by its own", () => {
  const panel = panelOf({ enter: [[1, 0], [1, 0]], rank: [[1, 0], [2, 0]] });
  const enter = {
    ...entering,
    params: { factor: 1 },
    let: { rate: "rank * factor" },
    long: { enter: "enter > 0" },
  };
  const settings = { maxPositions: 1 };
  const symbol = (options: Parameters<typeof tradesOf>[2]): string =>
    tradesOf(panel, enter, { settings, ...options })[0][0];
  assertEquals(symbol({ rank: "rate" }), "B");
  assertEquals(symbol({ rank: "rate", params: { factor: -1 } }), "A");
  assertEquals(symbol({ rank: { tag: "column", name: "rank" } }), "B");
  // The settings may say it too, and the option stands over them.
  const ranked = { ...settings, rank: "-rate" };
  assertEquals(symbol({ settings: ranked }), "A");
  assertEquals(symbol({ settings: ranked, rank: "rate" }), "B");
});

Deno.test("portfolio().strategy() takes the slot of a position that goes, and keeps that of one that stays", () => {
  const panel = panelOf({
    enter: [[1, 0, 0, 0, 0], [0, 1, 1, 0, 0]],
    leave: [[0, 0, 1, 0, 0], [0, 0, 0, 0, 0]],
  });
  // At bar 1 there is no slot; at bar 2 A goes and B comes at one open.
  assertEquals(tradesOf(panel, entering, { settings: { maxPositions: 1 } }), [
    "A long 1 1-3",
    "B long 1 3-open",
  ]);
  // A time rule leaves a slot as well, an exit that waits for its price does not.
  const timed = { ...one, long: { enter: "enter > 0" }, risk: [{ timeStop: 2 }] };
  assertEquals(tradesOf(panel, timed, { settings: { maxPositions: 1 } }), [
    "A long 1 1-3",
    "B long 1 3-open",
  ]);
  const limited = {
    ...entering,
    long: { ...entering.long, exitOrder: { type: "limit", price: 101 } },
  };
  assertEquals(
    tradesOf(panel, limited as typeof entering, { settings: { maxPositions: 1 } }),
    ["A long 1 1-open"],
  );
});

Deno.test("portfolio().strategy() counts an entry that waits as a slot until it is gone", () => {
  const panel = panelOf({ enter: [[1, 0, 0, 0, 0, 0], [0, 1, 1, 1, 0, 0]] });
  const waiting = {
    ...one,
    long: { enter: "enter > 0", entry: { type: "limit", price: 90, expires: 2 } },
  } as const;
  const result = portfolio(panel, { maxPositions: 1 }).strategy({ name: "test", ...waiting });
  assertEquals(result.orders.map(({ symbol, submitIndex }) => [symbol, submitIndex]), [
    ["A", 0],
    ["B", 2],
  ]);
  assertEquals(result.rejected.maxPositions, 1);
});

Deno.test("portfolio().strategy() turns a position round in its slot, out of turn", () => {
  const panel = panelOf({ up: [[1, 0, 0, 0], [0, 1, 0, 0]], down: [[0, 1, 0, 0], [0, 0, 0, 0]] });
  const turning = { ...one, long: { enter: "up > 0" }, short: { enter: "down > 0" } };
  const options = { settings: { maxPositions: 1 }, rank: "up" };
  assertEquals(tradesOf(panel, turning, options), ["A long 1 1-2", "A short 1 2-open"]);
  // Where opposite signals only close, the slot is free.
  const settings = { maxPositions: 1, execution: { opposite: "close" as const } };
  assertEquals(tradesOf(panel, turning, { settings }), ["A long 1 1-2", "B long 1 2-open"]);
});

Deno.test("portfolio().strategy() sizes by the equity of the account and spends cash by rank", () => {
  const enter = [[1, 0, 0, 0], [1, 0, 1, 0], [0, 0, 1, 0]];
  const close = [[100, 100, 200, 200], [100, 100, 100, 100], [100, 100, 100, 100]];
  const panel = panelOf({ enter, rank: [[0, 0, 0, 0], [1, 0, 0, 0], [2, 0, 2, 0]] }, close);
  const half = { size: { percentOfEquity: 0.75 }, long: { enter: "enter > 0" } };
  // 750 of 1,000 for B, whose rank is higher, and what is left for A; at bar 2 nothing is left for C.
  assertEquals(tradesOf(panel, half, { rank: "rank" }), ["A long 2.5 1-open", "B long 7.5 1-open"]);
  // Of the equity at the close of bar 2, which A has brought to 1,100.
  const tenth = { size: { percentOfEquity: 0.1 }, long: { enter: "enter > 0" } };
  assertEquals(tradesOf(panel, tenth), ["A long 1 1-open", "B long 1 1-open", "C long 1.1 3-open"]);
});

Deno.test("portfolio().strategy() adds to positions without a slot of their own", () => {
  const panel = panelOf({ enter: [[1, 0, 1, 0, 0], [1, 1, 1, 1, 1]] });
  const settings = { maxPositions: 1, execution: { pyramid: 1 } };
  assertEquals(tradesOf(panel, { ...one, long: { enter: "enter > 0" } }, { settings }), [
    "A long 2 1-open",
  ]);
});

Deno.test("portfolio().strategy() reads signals on the bars that an asset has", () => {
  const time = ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"];
  const close = [10, NaN, 11, 20, NaN, NaN, 12, 21, 13, 22];
  const panel = panelFromArrays({ symbols: ["A", "B"], time, close, priceOnly: true });
  const rising = { ...one, long: { enter: "rising(close, 1)" } };
  // A has bars 0, 1, 3 and 4, B 1, 3 and 4: both rise for the first time on their second bar.
  assertEquals(tradesOf(panel, rising), ["A long 1 3-open", "B long 1 4-open"]);
});

Deno.test("portfolio().strategy() sells and buys only what the direction leaves", () => {
  const panel = panelOf({ up: [[1, 0, 0, 0]], down: [[0, 1, 0, 0]] });
  const both = { ...one, long: { enter: "up > 0" }, short: { enter: "down > 0" } };
  assertEquals(tradesOf(panel, both, { direction: "LONG" }), ["A long 1 1-open"]);
  assertEquals(tradesOf(panel, both, { direction: "SHORT" }), ["A short 1 2-open"]);
});

Deno.test("portfolio().strategy() counts entries whose numbers cannot be, with the reason", () => {
  const panel = panelOf({
    enter: [[1, 0, 0], [1, 0, 0], [1, 0, 0]],
    x: [[NaN, 0, 0], [-1, 0, 0], [2, 0, 0]],
  });
  const counts = (definition: Omit<StrategyInput, "name">): string[] => {
    const { rejected, orders } = portfolio(panel).strategy({ name: "test", ...definition });
    const found = Object.entries(rejected).filter(([, count]) => count > 0);
    return [`${orders.length} orders`, ...found.map(([name, count]) => `${name} ${count}`)];
  };
  const long = { enter: "enter > 0" };
  assertEquals(counts({ long, size: { units: "x" } }), [
    "1 orders",
    "sizeUndefined 1",
    "sizeTooSmall 1",
  ]);
  assertEquals(counts({ long, risk: [{ stopLoss: { distance: "x" } }] }), [
    "1 orders",
    "levelUndefined 1",
    "levelBeyondEntry 1",
  ]);
  assertEquals(counts({ long: { ...long, entry: { type: "limit", price: "x" } } }), [
    "1 orders",
    "priceNotPositive 1",
    "endOfData 1",
    "orderPriceUndefined 1",
  ]);
});

Deno.test("portfolio().strategy() tells everything that it does not have at once, with what to do", () => {
  const panel = panelOf({ enter: [[1, 0]] });
  const account = portfolio(panel, {
    rules: [{ stopLoss: 0.1 }],
    assets: { A: { rules: [{ timeStop: 2 }] } },
    execution: { pyramid: 1 },
  });
  const error = assertThrows(
    () =>
      account.strategy({
        name: "much",
        long: { enter: "enter > 0", entry: { type: "limit", price: "close" } },
        risk: [{ trailingStop: { price: "lowest(low, 2)" } }],
        size: { kelly: { fraction: 0.5, trades: 3, least: 0.1 } },
      }, { rank: "enter > 0", direction: "SHORT" }),
    DefinitionError,
  );
  assertEquals(error.problems.map(({ path }: Problem) => path), [
    "direction",
    "rank",
    "size.kelly",
    "risk[0].trailingStop.price",
    "long.entry",
    "rules",
    "assets.A.rules",
  ]);
  assert(error.problems.slice(2).every(({ remedy }: Problem) => remedy !== undefined));
  const refused = (options: object): string =>
    assertThrows(() =>
      portfolio(panel).strategy({ name: "few", long: { enter: "enter > 0" } }, options)
    ).message;
  for (
    const [options, found] of [
      [{ rnk: "close" }, '"rnk"; did you mean "rank"?'],
      [
        { rank: "rnk" },
        "rank: Expected a column of the bars (open, high, low, close, volume, enter)",
      ],
      [{ rank: "sma(close, n)", params: { n: 0 } }, "n"],
      [{ params: { x: 1 } }, "x"],
      [{ direction: "UP" }, "direction"],
    ] as const
  ) {
    assert(refused(options).includes(found), `${JSON.stringify(options)}: ${refused(options)}`);
  }
});

Deno.test("portfolio() refuses settings about signals where code submits the orders", () => {
  const panel = panelOf({ enter: [[1, 0]] });
  const account = portfolio(panel, {
    execution: { pyramid: 2, opposite: "close" },
    rank: "close",
  });
  for (
    const run of [
      () => account.onBar(() => {}),
      () => account.weights(new Float64Array(2)),
      () => account.orders([]),
    ]
  ) {
    const { problems } = assertThrows(run, DefinitionError);
    assertEquals(problems.map(({ path }: Problem) => path), [
      "execution.opposite",
      "execution.pyramid",
      "rank",
    ]);
  }
});
