import type { PortfolioOutput } from "../../engine/portfolio/output.ts";

/** Every column and total of an output, for comparison bit for bit. */
export function bits(output: PortfolioOutput): Record<string, unknown> {
  const columns = (group: object): Record<string, string[]> =>
    Object.fromEntries(
      Object.keys(group).filter((key) => key !== "count").map((key) => [
        key,
        Array.from(
          (group as Record<string, ArrayLike<number>>)[key],
          (value) => Object.is(value, -0) ? "-0" : String(value),
        ),
      ]),
    );
  const { equity, trades, ledger, orders, ...totals } = output;
  return {
    equity: Array.from(equity, String),
    trades: columns(trades),
    ledger: columns(ledger),
    orders: columns(orders),
    totals,
  };
}
