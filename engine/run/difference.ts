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
  const found = [
    compare("equity", left.equity, right.equity, (index) => index),
    ...compareTrades(left.trades, right.trades),
    ...compareLedgers(left, right),
    ...compareTotals(left, right),
  ].filter((difference) => difference !== undefined);
  const placed = found.filter(({ bar }) => bar >= 0);
  return placed.length === 0
    ? found[0]
    : placed.reduce((first, other) => (other.bar < first.bar ? other : first));
}

function compare(
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

function compareTrades(left: TradeColumns, right: TradeColumns): (Difference | undefined)[] {
  const barOf = (index: number): number => {
    const exit = left.exitIndex[index];
    return exit < 0 ? left.entryIndex[index] : exit;
  };
  return (Object.keys(left) as (keyof TradeColumns)[])
    .filter((key) => key !== "count")
    .map((key) =>
      compare(
        `trade # ${key}`,
        left[key as "pnl"].subarray(0, left.count),
        right[key as "pnl"].subarray(0, right.count),
        barOf,
      )
    );
}

function compareLedgers(left: RunOutput, right: RunOutput): (Difference | undefined)[] {
  return (["index", "cash", "quantity"] as const).map((key) =>
    compare(
      `fill # ${key}`,
      left.ledger[key].subarray(0, left.ledger.count),
      right.ledger[key].subarray(0, right.ledger.count),
      (index) => left.ledger.index[index],
    )
  );
}

function compareTotals(left: RunOutput, right: RunOutput): (Difference | undefined)[] {
  const totals = [
    "interest",
    "ambiguousBars",
    "ambiguousStake",
    "reducedOrders",
    "ruinIndex",
  ] as const;
  return [
    ...totals.map((key) => compare(key, [left[key]], [right[key]], () => -1)),
    ...orderReasons.map((reason, index) =>
      compare(`refused ${reason}`, [left.refused[index]], [right.refused[index]], () => -1)
    ),
  ];
}
