import type { Rule } from "../../../codegen/define/types.ts";
import { type EntryValues, entryValues } from "../entry_values.ts";
import { planRules } from "../plan_rules.ts";
import { staticCount, staticNumber } from "../static_number.ts";
import type { LiveOrder } from "./order.ts";
import type { Asset, Run } from "./state.ts";

/** The rules of a position that an order opens: its own over those of the asset over those of the account, type by type. */
export function rulesOf(run: Run, asset: Asset, { own }: LiveOrder): EntryValues {
  const byType = new Map([...run.rules, ...asset.rules].map((rule) => [rule.type, rule]));
  return { ...valuesOf([...byType.values()], asset), ...own };
}

/** Rules with numbers only, as they are for an asset. */
export function valuesOf(rules: readonly Rule[], { market }: Asset): EntryValues {
  const none = new Map<string, number>();
  const planned = planRules(rules, market.bars, {
    column: (value) => Float64Array.of(value === undefined ? 0 : staticNumber(value, none)),
    number: (value) => staticNumber(value, none),
    count: (value, what, least = 1) => staticCount(value, none, { least, what }),
  });
  return entryValues(planned, 0);
}
