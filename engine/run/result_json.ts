import type { OrderReason } from "../../codegen/define/reasons.ts";
import type { Direction, Settings } from "../../codegen/define/types.ts";
import type { Statistics } from "../stats/gather.ts";
import { type StatisticsJson, statisticsJson } from "../stats/statistics_json.ts";
import { type CostReturn, type CostReturnJson, costsJson } from "./cost_returns.ts";
import { type BarsRecord, barsRecord } from "./bars_record.ts";
import { refusedByReason } from "./refused.ts";
import type { ResultFields, SimMode } from "./result_fields.ts";
import { type StrategyRecord, strategyRecord } from "./strategy_record.ts";

/** What `result.json` holds, but for timings. Times in milliseconds since the epoch. */
export interface ResultJson extends StatisticsJson {
  /** Changes with the meaning of the fields. */
  readonly schemaVersion: 1;
  /** What was run. */
  readonly strategy: StrategyRecord;
  /** What it ran on. */
  readonly data: BarsRecord;
  /** Which sides were traded, and how the run was executed. */
  readonly run: {
    readonly direction: Direction;
    readonly simMode: SimMode;
    /** Column that the statistics compare with; null: none. */
    readonly benchmark: string | null;
  };
  /** Every setting as resolved. */
  readonly settings: Settings;
  /** Total return with every cost multiplied by 0, 1 and 2; null without bars, or beyond the range of numbers. */
  readonly costs: readonly CostReturnJson[];
  /** What the result hangs on, and orders that came to nothing by reason. */
  readonly counts: {
    readonly "ambiguous_bars": number;
    readonly "ambiguous_stake": number;
    readonly "reduced_orders": number;
    readonly refused: Readonly<Record<OrderReason, number>>;
  };
  /** The bar at whose close equity was <= 0 and trading stopped; null: never. */
  readonly ruin: { readonly index: number; readonly time: number } | null;
}

/** Gathers what `result.json` holds. */
export function resultJson(
  fields: ResultFields,
  statistics: Statistics,
  costs: readonly CostReturn[],
): ResultJson {
  const { strategy, bars, settings, params, direction, simMode, output } = fields;
  const { ruinIndex } = output;
  return {
    schemaVersion: 1,
    strategy: strategyRecord(strategy, params),
    data: barsRecord(bars),
    run: { direction, simMode, benchmark: fields.benchmark ?? null },
    settings,
    ...statisticsJson(statistics),
    costs: costsJson(costs),
    counts: {
      ambiguous_bars: output.ambiguousBars,
      ambiguous_stake: output.ambiguousStake,
      reduced_orders: output.reducedOrders,
      refused: refusedByReason(output),
    },
    ruin: ruinIndex < 0 ? null : { index: ruinIndex, time: bars.time[ruinIndex] },
  };
}
