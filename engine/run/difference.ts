import { orderReasons } from "../../codegen/define/reasons.ts";
import type { RunOutput, TradeColumns } from "./output.ts";

/** The first place where two runs differ. */
export interface Difference {
  /** Bar of the difference; -1 where it is a total. */
  readonly bar: number;
  /** `equity`, `trade 3 pnl`, `fill 2 cash`, `refused buyingPower`, … */
  readonly field: string;
  /** Value of the first run. */
  readonly left: number;
  /** Value of the second. */
  readonly right: number;
}

/** Thrown when reference and compiled run differ: a defect of barjit, never of the strategy. */
export class VerifyError extends Error {
  /** The difference. */
  readonly difference: Difference;

  /** Makes the error; `left` is the compiled run, `right` the reference. */
  constructor(difference: Difference) {
    const { bar, field, left, right } = difference;
    const where = bar < 0 ? "" : ` at bar ${bar}`;
    super(`Compiled run and reference differ${where}: ${field} is ${left} and ${right}`);
    this.name = "VerifyError";
    this.difference = difference;
  }
}

/** The difference with the earliest bar, bit for bit (any NaN equals any other), or nothing. */
export function firstDifference(left: RunOutput, right: RunOutput): Difference | undefined {
  return earliest([
    compareColumn("equity", left.equity, right.equity, (index) => index),
    ...compareTrades(left.trades, right.trades),
    ...compareLedgers(left, right),
    ...compareTotals(left, right, orderReasons),
  ]);
}

/** The difference with the earliest bar; one of totals where none has a bar. */
export function earliest(
  differences: readonly (Difference | undefined)[],
): Difference | undefined {
  const found = differences.filter((difference) => difference !== undefined);
  const placed = found.filter(({ bar }) => bar >= 0);
  return placed.length === 0
    ? found[0]
    : placed.reduce((first, other) => (other.bar < first.bar ? other : first));
}

/** The first place where two columns differ; `#` in the field's name stands for the row, from 1. */
export function compareColumn(
  field: string,
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  barOf: (index: number) => number,
): Difference | undefined {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    if (Object.is(left[index], right[index])) continue;
    const name = field.replace("#", String(index + 1));
    return { bar: barOf(index), field: name, left: left[index], right: right[index] };
  }
  if (left.length === right.length) return undefined;
  return {
    bar: -1,
    field: `number of ${field.replace(" # ", "s: ")}`,
    left: left.length,
    right: right.length,
  };
}

/** The first difference of each column of two trade logs. */
export function compareTrades(
  left: TradeColumns,
  right: TradeColumns,
): (Difference | undefined)[] {
  const barOf = (index: number): number => {
    const exit = left.exitIndex[index];
    return exit < 0 ? left.entryIndex[index] : exit;
  };
  return (Object.keys(left) as (keyof TradeColumns)[])
    .filter((key) => key !== "count")
    .map((key) =>
      compareColumn(
        `trade # ${key}`,
        left[key as "pnl"].subarray(0, left.count),
        right[key as "pnl"].subarray(0, right.count),
        barOf,
      )
    );
}

function compareLedgers(left: RunOutput, right: RunOutput): (Difference | undefined)[] {
  return (["index", "cash", "quantity"] as const).map((key) =>
    compareColumn(
      `fill # ${key}`,
      left.ledger[key].subarray(0, left.ledger.count),
      right.ledger[key].subarray(0, right.ledger.count),
      (index) => left.ledger.index[index],
    )
  );
}

const totals = [
  "interest",
  "ambiguousBars",
  "ambiguousStake",
  "reducedOrders",
  "ruinIndex",
] as const;

/** The totals of a run, and the orders that were refused, by position in a list of reasons. */
export type RunTotals =
  & { readonly [Key in typeof totals[number]]: number }
  & { readonly refused: readonly number[] };

/** The first difference of each total. */
export function compareTotals(
  left: RunTotals,
  right: RunTotals,
  reasons: readonly string[],
): (Difference | undefined)[] {
  return [
    ...totals.map((key) => compareColumn(key, [left[key]], [right[key]], () => -1)),
    ...reasons.map((reason, index) =>
      compareColumn(`refused ${reason}`, [left.refused[index]], [right.refused[index]], () => -1)
    ),
  ];
}
