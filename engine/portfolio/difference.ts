import {
  compareColumn,
  compareTotals,
  compareTrades,
  type Difference,
  earliest,
} from "../run/difference.ts";
import { portfolioReasons } from "./order_codes.ts";
import type { OrderColumns, PortfolioOutput } from "./output.ts";

/** The difference of two runs over a panel with the earliest bar, bit for bit (any NaN equals any other), or nothing. */
export function firstPortfolioDifference(
  left: PortfolioOutput,
  right: PortfolioOutput,
): Difference | undefined {
  return earliest([
    compareColumn("equity", left.equity, right.equity, (index) => index),
    ...compareTrades(left.trades, right.trades),
    ...(["index", "asset", "cash", "quantity"] as const).map((key) =>
      compareColumn(
        `fill # ${key}`,
        left.ledger[key].subarray(0, left.ledger.count),
        right.ledger[key].subarray(0, right.ledger.count),
        (index) => left.ledger.index[index],
      )
    ),
    ...compareOrders(left.orders, right.orders),
    ...compareTotals(left, right, portfolioReasons),
  ]);
}

function compareOrders(left: OrderColumns, right: OrderColumns): (Difference | undefined)[] {
  return (Object.keys(left) as (keyof OrderColumns)[])
    .filter((key) => key !== "count" && key !== "tags")
    .map((key) =>
      compareColumn(
        `order # ${key}`,
        left[key as "price"].subarray(0, left.count),
        right[key as "price"].subarray(0, right.count),
        (index) => left.endIndex[index],
      )
    );
}
