import type { Bars, Column } from "../data/bars.ts";
import type { RunOutput } from "./output.ts";

/** Columns beside the equity, one value a bar. */
export interface Curves {
  /** Cash after the bar's fills, with what was paid and earned for holding. */
  readonly cash: Column;
  /** Position value over equity at the close; negative when short, 0 when flat. */
  readonly exposure: Column;
  /** `equity / peak - 1`, <= 0; the starting cash counts as a peak. */
  readonly drawdown: Column;
}

/**
 * Replays the ledger bar by bar.
 *
 * @param output Equity and ledger of a run.
 * @param bars The bars it ran on.
 * @param options Starting `cash`, which holds before the first fill; `financed`: whether cash also changes between fills.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const ledger = { count: 1, index: Int32Array.of(1), cash: Float64Array.of(60), quantity: Float64Array.of(2) };
 * const found = curves(
 *   { equity: Float64Array.of(100, 100, 80), ledger },
 *   { close: Float64Array.of(20, 20, 10) },
 *   { cash: 100 },
 * );
 * assertEquals([...found.cash], [100, 60, 60]);
 * assertEquals([...found.exposure], [0, 0.4, 0.25]);
 * assertEquals([...found.drawdown], [0, 0, 80 / 100 - 1]);
 * ```
 */
export function curves(
  output: Pick<RunOutput, "equity" | "ledger">,
  bars: Pick<Bars, "close">,
  options: { readonly cash: number; readonly financed?: boolean },
): Curves {
  const { equity, ledger } = output;
  const length = equity.length;
  const cash = new Float64Array(length);
  const exposure = new Float64Array(length);
  const drawdown = new Float64Array(length);
  let held = 0;
  let balance = options.cash;
  let peak = options.cash;
  let row = 0;
  for (let t = 0; t < length; t++) {
    for (; row < ledger.count && ledger.index[row] <= t; row++) {
      balance = ledger.cash[row];
      held = ledger.quantity[row];
    }
    const value = equity[t];
    if (value > peak) peak = value;
    const position = held === 0 ? 0 : held * bars.close[t];
    cash[t] = options.financed ? value - position : balance;
    exposure[t] = held === 0 ? 0 : position / value;
    drawdown[t] = value / peak - 1;
  }
  return { cash, exposure, drawdown };
}
