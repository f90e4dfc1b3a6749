import type { FlagValues } from "../command/flag.ts";
import { InputError } from "../command/input_error.ts";
import { readCount } from "../command/read_count.ts";
import type { backtestCommand } from "./flags.ts";

/** What `scripts/backtest.ts` was told. */
export type BacktestFlags = FlagValues<typeof backtestCommand.flags>;

/** What the flags come to. */
export interface CheckedFlags {
  /** Where the strategies are: two to compare, or one. */
  readonly places: readonly string[];
  /** Samples in the window of the rolling statistics, if they are wanted. */
  readonly rolling: number | undefined;
}

/**
 * Refuses flags that cannot stand together.
 *
 * @throws {InputError} For the first such pair, and for a number that is none.
 */
export function checkFlags(
  { strategy = "", compare, json, quiet, format, out, rolling, verify, "sim-mode": mode }:
    BacktestFlags,
): CheckedFlags {
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
  if (verify && mode === "event") {
    refuse('--verify runs both modes and returns "batch"; expected no --sim-mode event');
  }
  return {
    places: compare ?? [strategy],
    rolling: rolling === undefined ? undefined : readCount("--rolling", rolling, { min: 2 }),
  };
}
