import type { Panel } from "../../data/panel.ts";
import { type TradeRow, tradeRows } from "../../run/trade_rows.ts";
import type { PortfolioOutput } from "../output.ts";
import type { Multipliers } from "./holdings.ts";

/**
 * The trade log as objects, in order of exit, open ones last by asset; bars are those of the panel.
 *
 * @param options Rows `from` (0) to before `to` (all).
 */
export function portfolioTradeRows(
  output: Pick<PortfolioOutput, "trades">,
  { symbols, time, length }: Pick<Panel, "symbols" | "time" | "length">,
  options: {
    readonly multipliers: Multipliers;
    readonly from?: number;
    readonly to?: number;
  },
): TradeRow[] {
  const { asset } = output.trades;
  return tradeRows(output, { symbol: "", time, length }, options).map((row) => {
    const index = asset[row.trade - 1];
    const multiplier = options.multipliers[index];
    return { ...row, symbol: symbols[index], return: row.return / multiplier };
  });
}
