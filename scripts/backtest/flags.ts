import { exitCodeNotes } from "../command/exit.ts";
import type { Command, Flags } from "../command/flag.ts";
import { runFlags } from "../command/run_flags.ts";

/** The program that backtests one strategy. */
export const backtestCommand = {
  run: "deno run --allow-read --allow-write scripts/backtest.ts",
  summary: "Backtests a strategy on the bars of a file, or compares two",
  flags: {
    data: runFlags.data,
    strategy: {
      kind: "text",
      value: "FILE",
      summary: runFlags.strategy.summary,
      unless: "compare",
    },
    compare: {
      kind: "pair",
      value: "A B",
      summary: "In place of --strategy: two strategies, printed beside each other",
    },
    config: runFlags.config,
    direction: runFlags.direction,
    param: runFlags.param,
    "sim-mode": runFlags["sim-mode"],
    benchmark: {
      kind: "text",
      value: "COLUMN",
      summary: "Column of the bars to compare with: alpha, beta, information ratio",
    },
    verify: { kind: "switch", summary: "Run both and compare them bit for bit" },
    from: runFlags.from,
    to: runFlags.to,
    "price-only": runFlags["price-only"],
    out: { kind: "text", value: "DIR", summary: "Write result.json, equity and trades into it" },
    format: {
      kind: "choice",
      choices: ["csv", "arrow"],
      summary: "Of equity and trades; csv where left out",
    },
    rolling: {
      kind: "text",
      value: "SAMPLES",
      summary: "Also write rolling volatility, Sharpe ratio and drawdown",
    },
    trace: {
      kind: "text",
      value: "FROM:TO",
      summary: "Print what happens on each of these bars in place of the result",
    },
    json: { kind: "switch", summary: "Print result.json and nothing else" },
    quiet: { kind: "switch", summary: "Print nothing but errors" },
  },
  list: {
    summary: "Print every indicator, operator, rule, size, order, setting and statistic",
    // Loaded only where it is asked for: no run waits for it.
    text: async (): Promise<string> => (await import("../registries/list.ts")).listText(),
  },
  notes: [
    ...exitCodeNotes("--verify found a difference"),
    "Files: times are UTC, indices count from the first bar taken, an empty cell is no number. Each is",
    "written whole or not at all and replaces that of an earlier run; result.json is the last of them",
    "and names the others. Its schema: scripts/schema/result.schema.json",
    "--compare runs both on the same bars under the same settings; each takes the parameters it has. It",
    "prints statistics, where the decisions part and which trades are in common, as JSON with --json.",
    "--trace runs the reference engine whatever --sim-mode says and prints, for each bar of the range,",
    "values, signals, levels in force, fills, orders, refusals with their reason, position and equity;",
    "with --json an array of rows. FROM and TO are indices of bars, the first and the last, or times as",
    "--from and --to have them; digits alone are an index. Either may be left out (120: or :140); one",
    "alone, without colon, is that bar, day or moment:",
    '  --trace 120:140   --trace 2020-03-02:2020-03-06   --trace "2020-03-02 09:30:2020-03-02 16:00"',
    "A strategy module has the strategy as its default export; from another machine it also needs",
    "--allow-import",
  ],
} as const satisfies Command<Flags>;
