import { customColumns } from "../../../codegen/define/custom_column.ts";
import { printExpression } from "../../../codegen/define/print.ts";
import type { Direction } from "../../../codegen/define/types.ts";
import { type StrategyRecord, strategyRecord } from "../../run/strategy_record.ts";
import type { StrategyRun } from "./strategy_run.ts";

/** What a result tells of the strategy that drove it. */
export interface StrategyRunRecord extends StrategyRecord {
  /** The sides that were traded. */
  readonly direction: Direction;
  /** What entries were ranked by, as text; null: their index, or a custom column, which is a function. */
  readonly rank: string | null;
}

/** Gathers what a result tells of the strategy that drove it. */
export function strategyRunRecord(
  { strategy, params, direction, rank }: StrategyRun,
): StrategyRunRecord {
  const isText = rank !== undefined && customColumns([rank]).length === 0;
  return {
    ...strategyRecord(strategy, Object.fromEntries(params)),
    direction,
    rank: isText ? printExpression(rank, { lets: Object.entries(strategy.let) }) : null,
  };
}
