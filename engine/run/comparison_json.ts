import { statistics as registry } from "../stats/registry.ts";
import type { CommonTrades } from "./common_trades.ts";
import type { Comparison } from "./compare.ts";
import type { FirstDecision } from "./decisions.ts";
import type { ResultJson } from "./result_json.ts";

/** A comparison as JSON. Times in milliseconds since the epoch; null where there is no number. */
export interface ComparisonJson {
  /** Changes with the meaning of the fields. */
  readonly schemaVersion: 1;
  /** The first result, as `result.json` has it. */
  readonly left: ResultJson;
  /** The second. */
  readonly right: ResultJson;
  /** Statistics of the right one less those of the left one, by key. */
  readonly differences: Readonly<Record<string, number | null>>;
  /** The first bar on which decisions differ, and what each did then; null: none. */
  readonly "first_decision": {
    readonly index: number;
    readonly time: number;
    readonly left: readonly string[];
    readonly right: readonly string[];
  } | null;
  /** The first bar on which equal decisions had other quantities, if that is earlier. */
  readonly "first_quantity": ComparisonJson["first_decision"];
  /** Number and profits of the trades that both have, and of those of one only; the parts of a position are one. */
  readonly trades: {
    readonly same: CommonTrades["same"];
    readonly "same_entry": CommonTrades["sameEntry"];
    readonly "only_left": CommonTrades["onlyLeft"];
    readonly "only_right": CommonTrades["onlyRight"];
  };
  /** Share of bars at whose close both were on the same side. */
  readonly "same_side": number | null;
  /** Of the sampled returns. */
  readonly correlation: number | null;
}

/** Gathers what the JSON of a comparison holds. */
export function comparisonJson(comparison: Comparison): ComparisonJson {
  const { left, right, differences, trades, sameSide } = comparison;
  const decision = (found: FirstDecision | undefined): ComparisonJson["first_decision"] => {
    if (found === undefined) return null;
    const { bar: index, ...both } = found;
    return { index, time: left.bars.time[index], ...both };
  };
  return {
    schemaVersion: 1,
    left: left.toJSON(),
    right: right.toJSON(),
    differences: Object.fromEntries(
      [...registry.values()].map(({ key, name }) => [key, orNull(differences[name])]),
    ),
    first_decision: decision(comparison.firstDecision),
    first_quantity: decision(comparison.firstQuantity),
    trades: {
      same: trades.same,
      same_entry: trades.sameEntry,
      only_left: trades.onlyLeft,
      only_right: trades.onlyRight,
    },
    same_side: orNull(sameSide),
    correlation: orNull(comparison.correlation),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
