import { customColumns, expressionsOf } from "../../codegen/define/custom_column.ts";
import { type StrategyJson, strategyToJson } from "../../codegen/define/json.ts";
import type { Strategy } from "../../codegen/define/types.ts";

/** What a result tells of its strategy; `hash` is equal for definitions that mean the same, up to custom columns. */
export interface StrategyRecord {
  /** Its name. */
  readonly name: string;
  /** Its fingerprint. */
  readonly hash: string;
  /** Values of its parameters. */
  readonly params: Readonly<Record<string, number>>;
  /** Its JSON form, which `strategy()` reads back; null where it reads custom columns, which have none. */
  readonly definition: StrategyJson | null;
}

/** Gathers what a result tells of its strategy. */
export function strategyRecord(
  strategy: Strategy,
  params: Readonly<Record<string, number>>,
): StrategyRecord {
  const { name, hash } = strategy;
  const hasCode = customColumns(expressionsOf(strategy)).length > 0;
  return { name, hash, params, definition: hasCode ? null : strategyToJson(strategy) };
}
