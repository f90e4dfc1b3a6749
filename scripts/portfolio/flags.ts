import { exitCodeNotes } from "../command/exit.ts";
import type { Command, Flags } from "../command/flag.ts";
import { runFlags } from "../command/run_flags.ts";

/** The program that runs target weights, orders or a strategy over many assets. */
export const portfolioCommand = {
  run: "deno run --allow-read --allow-write scripts/portfolio.ts",
  summary: "Runs target weights, a list of orders or a strategy over many assets in one account",
  flags: {
    data: {
      kind: "list",
      value: "DATA",
      summary:
        "SYMBOL=FILE; or one long file with a column symbol, or a directory of SYMBOL.csv; CSV or Arrow",
    },
    weights: {
      kind: "text",
      value: "FILE",
      summary: "Target weights: a CSV file, time,symbol,weight or a column a symbol",
    },
    orders: {
      kind: "text",
      value: "FILE",
      summary: "In place of --weights: orders, a CSV file with time,symbol,side,quantity and more",
    },
    strategy: {
      kind: "text",
      value: "FILE",
      summary:
        "In place of --weights: a strategy for every asset, a .json file or a .ts or .js module",
    },
    rank: {
      kind: "text",
      value: "EXPR",
      summary: "Which entries of --strategy come first: those for which this is highest",
    },
    param: { ...runFlags.param, summary: "Value of a parameter of --strategy" },
    direction: {
      kind: "choice",
      choices: runFlags.direction.choices,
      summary: "The sides that --strategy trades; BOTH where left out",
    },
    config: { ...runFlags.config, summary: "Settings of the portfolio: a JSON file" },
    every: { kind: "text", value: "BARS", summary: "Trade weights at bars 0, BARS, 2 BARS …" },
    on: {
      kind: "choice",
      choices: ["weekly", "weekEnd", "monthly", "monthEnd"],
      summary: "Trade weights on the first or last bar of each week or month",
    },
    band: {
      kind: "text",
      value: "SHARE",
      summary: "No order for a weight off by no more than this",
    },
    "min-trade": { kind: "text", value: "MONEY", summary: "No order for less than this" },
    buffer: { kind: "text", value: "SHARE", summary: "Share of equity that weights leave in cash" },
    missing: {
      kind: "choice",
      choices: ["leave", "close"],
      summary:
        "What an asset without a weight at a time of the file is worth; leave where left out",
    },
    "sim-mode": {
      kind: "choice",
      choices: runFlags["sim-mode"].choices,
      summary:
        "Compiled code where it has all that is asked for (batch), or the reference engine (event)",
    },
    verify: { kind: "switch", summary: "Run both engines and compare them bit for bit" },
    benchmark: {
      kind: "text",
      value: "WHAT",
      summary: "A symbol, or a file of bars, to compare with: alpha, beta, information ratio",
    },
    groups: {
      kind: "text",
      value: "FILE",
      summary: "Groups of assets, such as sectors: a CSV file, symbol,group",
    },
    from: runFlags.from,
    to: runFlags.to,
    "price-only": runFlags["price-only"],
    out: {
      kind: "text",
      value: "DIR",
      summary: "Write result.json and tables of equity, trades, orders, assets and more into it",
    },
    format: { kind: "choice", choices: ["csv", "arrow"], summary: "Of tables; csv where left out" },
    rolling: {
      kind: "text",
      value: "SAMPLES",
      summary: "Also write rolling volatility, Sharpe ratio and drawdown",
    },
    exposure: {
      kind: "choice",
      choices: ["asset", "group"],
      summary: "Also write what is held of each at each bar, over equity",
    },
    json: { kind: "switch", summary: "Print result.json and nothing else" },
    quiet: { kind: "switch", summary: "Print nothing but errors" },
  },
  list: {
    summary: "Print every setting, column of orders, rule, reason and statistic",
    // Loaded only where it is asked for: no run waits for it.
    text: async (): Promise<string> =>
      (await import("../registries/portfolio_list.ts")).portfolioListText(),
  },
  notes: [
    ...exitCodeNotes("--verify found a difference"),
    "Orders: columns time,symbol,side,type,quantity,limit,stop,tif,expires,parent,oco,tag and also value,",
    "targetQuantity, targetValue, targetPercent, equityFraction, risk, equityRisk, trail, reduceOnly and",
    "reverse. Each is submitted at the last close before its time; parent is the number of a row, from 1.",
    "What the types mean: docs/portfolio.md",
    "Weights: shares of equity, below 0 for shorts; times are times of bars, nothing means left alone.",
    "A strategy reads each asset by itself; maxPositions and rank may also be settings. A rank that begins",
    "with a minus is written --rank=-close",
    "Tables: equity, trades, orders, assets; correlations of positions where two or more were held, and",
    "groups where assets have any. Groups of --groups take the place of those of the settings.",
    "Files are written whole or not at all, result.json last, which names the others; times are UTC, an",
    "empty cell is no number. Schemas: scripts/schema/portfolio_result.schema.json and, of the settings,",
    "portfolio_config.schema.json",
    "  --data prices.csv --price-only --weights weights.csv --on monthly --band 0.01",
    "  --data AAPL=aapl.csv --data MSFT=msft.csv --orders orders.csv --out run",
    '  --data DIR --strategy trend.json --rank "close / close[60]" --config five_positions.json',
  ],
} as const satisfies Command<Flags>;
