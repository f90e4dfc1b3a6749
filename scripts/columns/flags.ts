import { exitCodeNotes } from "../command/exit.ts";
import type { Command, Flags } from "../command/flag.ts";
import { runFlags } from "../command/run_flags.ts";

/** The program that evaluates expressions. */
export const columnsCommand = {
  run: "deno run --allow-read --allow-write scripts/columns.ts",
  summary: "Writes the values of expressions on every bar of a CSV file as CSV",
  flags: {
    data: runFlags.data,
    expr: { kind: "list", value: "EXPRESSION", summary: "What to evaluate, at least one" },
    param: { kind: "list", value: "NAME=NUMBER", summary: "A parameter that expressions may name" },
    from: runFlags.from,
    to: runFlags.to,
    "price-only": runFlags["price-only"],
    "sim-mode": {
      kind: "choice",
      choices: ["batch", "event"],
      default: "batch",
      summary: "A compiled loop, or the reference; both give the same",
    },
    out: { kind: "text", value: "FILE", summary: "Where to write; printed where left out" },
  },
  notes: [
    "Columns: index from the first bar taken, time in UTC, then each expression under its text. Conditions",
    "are 1 and 0; a cell is empty where there is no number. The file is written whole or not at all.",
    "",
    "Examples:",
    '  columns.ts --data bars.csv --expr "sma(close, n)" --param n=20',
    '  columns.ts --data bars.csv --expr "macd(close, 12, 26, 9).signal" --expr "close > open" --out a.csv',
    "",
    ...exitCodeNotes(),
  ],
} as const satisfies Command<Flags>;
