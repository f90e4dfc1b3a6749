import { exitCodeNotes } from "../command/exit.ts";
import type { Command, Flags } from "../command/flag.ts";

/** The program that backtests one strategy. */
export const backtestCommand = {
  run: "deno run --allow-read --allow-write scripts/backtest.ts",
  summary: "Backtests a strategy on the bars of a CSV file",
  flags: {
    data: { kind: "text", value: "FILE", summary: "Bars: a CSV file", required: true },
    strategy: {
      kind: "text",
      value: "FILE",
      summary: "A .json file, or a .ts or .js module (path or URL)",
      required: true,
    },
    config: { kind: "text", value: "FILE", summary: "Run settings: a JSON file" },
    direction: {
      kind: "choice",
      choices: ["LONG", "SHORT", "BOTH"],
      default: "BOTH",
      summary: "The sides to trade",
    },
    param: { kind: "list", value: "NAME=NUMBER", summary: "Value of a parameter" },
    "sim-mode": {
      kind: "choice",
      choices: ["batch", "event"],
      default: "batch",
      summary: "Compiled loops, or the reference engine bar by bar",
    },
    verify: { kind: "switch", summary: "Run both and compare them bit for bit" },
    from: { kind: "text", value: "TIME", summary: "First time taken" },
    to: { kind: "text", value: "TIME", summary: "Last day taken, or first moment not taken" },
    "price-only": { kind: "switch", summary: "Accept closes without open, high and low" },
    out: { kind: "text", value: "DIR", summary: "Write result.json, equity and trades into it" },
    format: {
      kind: "choice",
      choices: ["csv", "arrow"],
      summary: "Of equity and trades; csv where left out",
    },
    json: { kind: "switch", summary: "Print result.json and nothing else" },
    quiet: { kind: "switch", summary: "Print nothing but errors" },
  },
  list: {
    summary: "Print every indicator, operator, rule, size, setting and statistic",
    // Loaded only where it is asked for: no run waits for it.
    text: async (): Promise<string> => (await import("../registries/list.ts")).listText(),
  },
  notes: [
    ...exitCodeNotes("--verify found a difference"),
    "Files: times are UTC, indices count from the first bar taken, an empty cell is no number. Each is",
    "written whole or not at all and replaces that of an earlier run; result.json is the last of them",
    "and names the others. Its schema: scripts/schema/result.schema.json",
    "A strategy module has the strategy as its default export; from another machine it also needs",
    "--allow-import",
  ],
} as const satisfies Command<Flags>;
