import { exitCodeNotes } from "../command/exit.ts";
import type { Command, Flags } from "../command/flag.ts";
import { runFlags } from "../command/run_flags.ts";

/** The program that looks for look-ahead. */
export const lookAheadCommand = {
  run: "deno run --allow-read scripts/look_ahead.ts",
  summary:
    "Checks that no bar of a backtest depends on a later one: runs on the first bars of the data",
  flags: {
    data: runFlags.data,
    strategy: runFlags.strategy,
    config: runFlags.config,
    runs: { kind: "text", value: "COUNT", summary: "How many numbers of bars; 20 where left out" },
    seed: { kind: "text", value: "COUNT", summary: "Which numbers of bars; 1 where left out" },
    direction: runFlags.direction,
    param: runFlags.param,
    "sim-mode": runFlags["sim-mode"],
    from: runFlags.from,
    to: runFlags.to,
    "price-only": runFlags["price-only"],
  },
  notes: [
    "Each run must be, bit for bit, the beginning of the run on all bars: equity, closed trades, fills. The",
    "last position is left open in all of them. Of custom columns every value is compared, and the first that",
    "differs is named. A column of the file that was itself made with later bars cannot be found out so.",
    "",
    "Examples:",
    "  look_ahead.ts --data bars.csv --strategy sma.json",
    "  look_ahead.ts --data bars.csv --strategy sma.ts --config costs.json --runs 200 --seed 7",
    "",
    ...exitCodeNotes("a bar depends on a later one"),
  ],
} as const satisfies Command<Flags>;
