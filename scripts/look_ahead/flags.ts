import { exitCodeNotes } from "../command/exit.ts";
import type { Command, Flags } from "../command/flag.ts";

/** The program that looks for look-ahead. */
export const lookAheadCommand = {
  run: "deno run --allow-read scripts/look_ahead.ts",
  summary:
    "Checks that no bar of a backtest depends on a later one: runs on the first bars of the data",
  flags: {
    data: { kind: "text", value: "FILE", summary: "Bars: a CSV file", required: true },
    strategy: {
      kind: "text",
      value: "FILE",
      summary: "A .json file, or a .ts or .js module (path or URL)",
      required: true,
    },
    config: { kind: "text", value: "FILE", summary: "Run settings: a JSON file" },
    runs: { kind: "text", value: "COUNT", summary: "How many numbers of bars; 20 where left out" },
    seed: { kind: "text", value: "COUNT", summary: "Which numbers of bars; 1 where left out" },
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
    from: { kind: "text", value: "TIME", summary: "First time taken" },
    to: { kind: "text", value: "TIME", summary: "Last day taken, or first moment not taken" },
    "price-only": { kind: "switch", summary: "Accept closes without open, high and low" },
  },
  notes: [
    "Each run must be, bit for bit, the beginning of the run on all bars: equity, closed trades, fills. The",
    "last position is left open in all of them. A column of the file that was itself made with later bars",
    "cannot be found out so.",
    "",
    "Examples:",
    "  look_ahead.ts --data bars.csv --strategy sma.json",
    "  look_ahead.ts --data bars.csv --strategy sma.ts --config costs.json --runs 200 --seed 7",
    "",
    ...exitCodeNotes("a bar depends on a later one"),
  ],
} as const satisfies Command<Flags>;
