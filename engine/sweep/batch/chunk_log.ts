import type { Out } from "../../../codegen/kernel.ts";
import { OutputBuffers } from "../../run/output_buffers.ts";
import type { FillRows } from "../totals/take_fills.ts";
import type { HeldRows } from "../totals/take_held.ts";
import type { TradeRows } from "../totals/take_trades.ts";

/** Room for what one set writes while one chunk goes by; every set and chunk uses it again. */
export class ChunkLog {
  /** The arrays in the order in which a kernel takes them. */
  readonly out: Out;
  /** Equity at each bar, where cash changes between fills. */
  readonly equity: Float64Array | undefined;
  readonly trades: TradeRows;
  /** What kernels that pass zones note of each trade; they note no fills. */
  readonly held: HeldRows | undefined;
  readonly fills: FillRows;

  /** Room for chunks of `chunk` of so many bars. */
  constructor(
    { bars, chunk, fillsPerBar, stepwise, financed }: {
      readonly bars: number;
      readonly chunk: number;
      readonly fillsPerBar: number;
      readonly stepwise: boolean;
      /** Whether cash changes between fills. */
      readonly financed: boolean;
    },
  ) {
    const out = new OutputBuffers(financed ? bars : 0, fillsPerBar, 0)
      .reserve(chunk + 1, { trades: 0, fills: 0 });
    const noted = [1, 2, 3, 4].map(() => new Float64Array(out[1].length));
    this.out = stepwise ? out : [...out, ...noted];
    const whole = (index: number): Int32Array => this.out[index] as Int32Array;
    const number = (index: number): Float64Array => this.out[index] as Float64Array;
    this.equity = financed ? number(0) : undefined;
    this.trades = {
      side: whole(1),
      quantity: number(2),
      entryIndex: whole(3),
      entryPrice: number(4),
      exitIndex: whole(5),
      exitPrice: number(6),
      reason: whole(7),
      pnl: number(8),
      fees: number(9),
      slippage: number(10),
      financing: number(15),
      moments: stepwise ? whole(16) : undefined,
    };
    this.held = stepwise
      ? undefined
      : { top: number(17), bottom: number(18), cash: number(19), left: number(20) };
    this.fills = { index: whole(12), cash: number(13), quantity: number(14) };
  }
}
