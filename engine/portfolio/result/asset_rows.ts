import type { Panel } from "../../data/panel.ts";
import type { PortfolioOutput } from "../output.ts";
import type { Multipliers } from "./holdings.ts";
import { meanExposures } from "./exposures.ts";

/** What one asset did for the account. Money in account currency; open trades count at their last close. */
export interface AssetRow {
  /** Symbol. */
  readonly symbol: string;
  /** Bars that the asset has. */
  readonly bars: number;
  /** Trades, open ones included. */
  readonly trades: number;
  /** Closed trades with a profit > 0. */
  readonly wins: number;
  /** Profit after commissions and financing. */
  readonly pnl: number;
  /** Commissions. */
  readonly fees: number;
  /** Money lost to slippage. */
  readonly slippage: number;
  /** Paid for holding: borrowing and funding. */
  readonly financing: number;
  /** Value of all fills of its trades. */
  readonly traded: number;
  /** That over the mean equity, per year: its part of the account's `turnover`; NaN where that is. */
  readonly turnover: number;
  /** Mean of `|value| / equity` over all bars. */
  readonly meanGross: number;
  /** Mean of `value / equity` over all bars, below 0 for shorts. */
  readonly meanNet: number;
  /** Contribution to the total return: `pnl` over the starting cash. */
  readonly contribution: number;
  /** Share of the result: `pnl` over the sum of `pnl` of all assets; NaN where that is 0. */
  readonly share: number;
}

/**
 * Adds up the trades of each asset, in row order; one row an asset of the panel, by index.
 *
 * @param account Starting cash, multipliers, and the turnover of the whole account.
 */
export function assetRows(
  output: Pick<PortfolioOutput, "trades" | "ledger" | "equity">,
  panel: Panel,
  { cash, multipliers, turnover }: {
    readonly cash: number;
    readonly multipliers: Multipliers;
    readonly turnover: number;
  },
): AssetRow[] {
  const { trades } = output;
  const { symbols, assets, length, present } = panel;
  const column = (): Float64Array => new Float64Array(assets);
  const [count, wins, pnl, fees] = [column(), column(), column(), column()];
  const [slippage, financing, traded, bars] = [column(), column(), column(), column()];
  for (let at = 0; at < length * assets; at++) bars[at % assets] += present[at];
  for (let row = 0; row < trades.count; row++) {
    const asset = trades.asset[row];
    const isOpen = trades.exitIndex[row] < 0;
    count[asset]++;
    if (!isOpen && trades.pnl[row] > 0) wins[asset]++;
    pnl[asset] += trades.pnl[row];
    fees[asset] += trades.fees[row];
    slippage[asset] += trades.slippage[row];
    financing[asset] += trades.financing[row];
    traded[asset] += trades.quantity[row] * multipliers[asset] *
      (trades.entryPrice[row] + (isOpen ? 0 : trades.exitPrice[row]));
  }
  const { meanGross, meanNet } = meanExposures(output, panel, multipliers);
  const total = sum(pnl);
  const perValue = turnover / sum(traded);
  return symbols.map((symbol, asset) => ({
    symbol,
    bars: bars[asset],
    trades: count[asset],
    wins: wins[asset],
    pnl: pnl[asset],
    fees: fees[asset],
    slippage: slippage[asset],
    financing: financing[asset],
    traded: traded[asset],
    turnover: traded[asset] === 0 ? 0 * turnover : traded[asset] * perValue,
    meanGross: meanGross[asset],
    meanNet: meanNet[asset],
    contribution: pnl[asset] / cash,
    share: total === 0 ? NaN : pnl[asset] / total,
  }));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
