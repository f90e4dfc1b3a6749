import type { FlagValues } from "../command/flag.ts";
import { InputError } from "../command/input_error.ts";
import type { backtestCommand } from "./flags.ts";

/** What `scripts/backtest.ts` was told. */
export type BacktestFlags = FlagValues<typeof backtestCommand.flags>;

/**
 * Refuses flags that cannot stand together.
 *
 * @throws {InputError} For the first such pair.
 */
export function checkFlags(
  { json, quiet, format, out, rolling, verify, "sim-mode": mode }: BacktestFlags,
): void {
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
  if (verify && mode === "event") {
    refuse('--verify runs both modes and returns "batch"; expected no --sim-mode event');
  }
}
