import type { Bars } from "../../engine/data/bars.ts";
import { backtest } from "../../engine/run/backtest.ts";
import { type BarRange, barRange } from "../../engine/run/bar_range.ts";
import type { TraceRow } from "../../engine/run/trace_rows.ts";
import { traceRun } from "../../engine/run/trace_run.ts";
import { InputError } from "../command/input_error.ts";
import { loadSettings } from "../command/load_settings.ts";
import { loadStrategy } from "../command/load_strategy.ts";
import type { Phases } from "../command/phases.ts";
import { readParams } from "../command/read_params.ts";
import type { BacktestFlags } from "./check_flags.ts";
import { loadRunBars } from "./load_run_bars.ts";
import type { TraceRange } from "./read_range.ts";
import { traceJson } from "./trace_json.ts";
import { traceText } from "./trace_text.ts";

/**
 * Runs one strategy and tells bar by bar what it does.
 *
 * @param place Where the strategy is.
 * @returns The pieces of what is printed.
 * @throws {InputError} If the range does not fit the bars.
 */
export async function runTrace(
  place: string,
  flags: BacktestFlags,
  { range, phases }: { readonly range: TraceRange; readonly phases: Phases },
): Promise<IteratorObject<string>> {
  const { direction, verify, json } = flags;
  const params = readParams(flags.param);
  const { bars, strategy, settings } = await phases.time("read", async () => ({
    bars: await loadRunBars(flags),
    strategy: await loadStrategy(place),
    settings: await loadSettings(flags.config),
  }));
  const { from, to } = rangeOf(bars, range, flags.trace);
  const options = { ...settings, params, direction };
  if (verify) {
    await phases.time("verify", () => backtest(strategy, bars, { ...options, verify }));
  }
  const rows = await phases.time("run", () => traceRun(strategy, bars, { ...options, from, to }));
  if (json) return [traceJson(rows), "\n"].values();
  const span = rows.length === 0 ? "no bars" : `bars ${from} to ${to - 1}`;
  const symbol = bars.symbol === "" ? "" : ` on ${bars.symbol}`;
  const title = `${strategy.name}${symbol}, ${span} of ${bars.length}`;
  return page(rows, { title, verified: verify, phases });
}

/** The flag has been read: all that can be wrong is that it does not fit the bars, or goes backwards. */
function rangeOf(bars: Bars, range: TraceRange, text: string | undefined): BarRange {
  const refuse = (expected: string, cause?: unknown): InputError =>
    new InputError(`Cannot use --trace ${text}: expected ${expected}`, { cause });
  if (typeof range.from === "number" && range.from >= bars.length) {
    throw refuse(`FROM to be the index of one of ${bars.length} bars, or a day such as 2020-03-02`);
  }
  try {
    return barRange(bars, range);
  } catch (error) {
    if (error instanceof RangeError) throw refuse("FROM not after TO", error);
    throw error;
  }
}

/** Piece by piece: a reader may stop early, and all bars are much text. */
function* page(
  rows: readonly TraceRow[],
  { title, verified, phases }: {
    readonly title: string;
    readonly verified: boolean;
    readonly phases: Phases;
  },
): Generator<string> {
  yield `${title}\n\n`;
  for (const row of rows) yield `${traceText(row)}\n\n`;
  if (verified) yield "Verified: compiled run and reference agree bit for bit\n";
  yield `${phases}\n`;
}
