import type { FlagValues } from "../command/flag.ts";
import { InputError } from "../command/input_error.ts";
import { readCount } from "../command/read_count.ts";
import type { backtestCommand } from "./flags.ts";
import { readRange, type TraceRange } from "./read_range.ts";

/** What `scripts/backtest.ts` was told. */
export type BacktestFlags = FlagValues<typeof backtestCommand.flags>;

/** What the flags come to. */
export interface CheckedFlags {
  /** Where the strategies are: two to compare, or one. */
  readonly places: readonly string[];
  /** Samples in the window of the rolling statistics, if they are wanted. */
  readonly rolling: number | undefined;
  /** The bars to tell of, if they are wanted. */
  readonly range: TraceRange | undefined;
}

/**
 * Refuses flags that cannot stand together.
 *
 * @throws {InputError} For the first such pair, and for a number that is none.
 */
export function checkFlags(
  flags: BacktestFlags,
): CheckedFlags {
  const { strategy = "", compare, json, quiet, format, out, rolling, trace, verify } = flags;
  const { benchmark, "sim-mode": mode } = flags;
  const refuse = (message: string): never => {
    throw new InputError(`Cannot read the flags: ${message}`);
  };
  if (json && quiet) refuse("--json prints and --quiet does not; expected one of them");
  if (format !== undefined && out === undefined) {
    refuse("--format is that of the files under --out, which is missing");
  }
  if (rolling !== undefined && out === undefined) {
    refuse("--rolling is a file under --out, which is missing");
  }
  if (compare !== undefined && out !== undefined) {
    refuse("--compare prints and writes no files; expected no --out");
  }
  if (trace !== undefined && compare !== undefined) {
    refuse("--trace tells of one strategy; expected no --compare");
  }
  if (trace !== undefined && out !== undefined) {
    refuse("--trace prints and writes no files; expected no --out");
  }
  if (trace !== undefined && benchmark !== undefined) {
    refuse("--benchmark is for statistics, which --trace has none of; expected one of them");
  }
  if (verify && mode === "event") {
    refuse('--verify runs both modes and returns "batch"; expected no --sim-mode event');
  }
  return {
    places: compare ?? [strategy],
    rolling: rolling === undefined ? undefined : readCount("--rolling", rolling, { min: 2 }),
    range: trace === undefined ? undefined : readRange(trace),
  };
}
