import type { Column } from "../../data/bars.ts";
import type { Panel } from "../../data/panel.ts";
import type { PortfolioOutput } from "../output.ts";
import type { PortfolioSettings } from "../settings.ts";

/** What all positions are worth at each close, in account currency. */
export interface Holdings {
  /** Sum of the values of long positions. */
  readonly long: Float64Array;
  /** Sum of the values of short positions, 0 or below. */
  readonly short: Float64Array;
  /** Sum of all values. */
  readonly net: Float64Array;
  /** Sum of all values without their signs. */
  readonly gross: Float64Array;
}

/** Money that one unit of each asset makes of a price of 1, by index. */
export type Multipliers = Float64Array;

/** Money that one unit of each asset makes of a price of 1, by index. */
export function multipliersOf(
  { symbols }: Pick<Panel, "symbols">,
  { assets }: Pick<PortfolioSettings, "assets">,
): Multipliers {
  return Float64Array.from(symbols, (symbol) => assets[symbol]?.multiplier ?? 1);
}

/** Tells what is held bar after bar: signed units and the last close of each asset. */
export function replay(
  { ledger }: Pick<PortfolioOutput, "ledger">,
  { assets, length, close, present }: Pick<Panel, "assets" | "length" | "close" | "present">,
  take: (t: number, quantities: Float64Array, closes: Float64Array) => void,
): void {
  const quantities = new Float64Array(assets);
  const closes = new Float64Array(assets).fill(NaN);
  let row = 0;
  for (let t = 0; t < length; t++) {
    for (; row < ledger.count && ledger.index[row] <= t; row++) {
      quantities[ledger.asset[row]] = ledger.quantity[row];
    }
    const start = t * assets;
    for (let asset = 0; asset < assets; asset++) {
      if (present[start + asset] === 1) closes[asset] = close[start + asset];
    }
    take(t, quantities, closes);
  }
}

/** Values all positions at their last closes; sums over assets run in ascending index. */
export function holdings(
  output: Pick<PortfolioOutput, "ledger">,
  panel: Panel,
  multipliers: Multipliers,
): Holdings {
  const column = (): Float64Array => new Float64Array(panel.length);
  const [long, short, net, gross] = [column(), column(), column(), column()];
  replay(output, panel, (t, quantities, closes) => {
    for (let asset = 0; asset < quantities.length; asset++) {
      const quantity = quantities[asset];
      if (quantity === 0) continue;
      const value = quantity * closes[asset] * multipliers[asset];
      if (value > 0) long[t] += value;
      else short[t] += value;
      net[t] += value;
      gross[t] += Math.abs(value);
    }
  });
  return { long, short, net, gross };
}

/** Signed shares of equity and the account's own curves, one value a bar. */
export interface PortfolioCurves {
  /** Cash after the bar's fills, with what was paid and earned for holding. */
  readonly cash: Column;
  /** Value of long positions over equity. */
  readonly long: Column;
  /** Value of short positions over equity, 0 or below. */
  readonly short: Column;
  /** Value of all positions without their signs over equity. */
  readonly gross: Column;
  /** Value of all positions over equity. */
  readonly net: Column;
  /** `equity / peak - 1`, <= 0; the starting cash counts as a peak. */
  readonly drawdown: Column;
}

/**
 * The curves of an account. Cash is equity less the value of all positions.
 *
 * @param held What `holdings` made of the same run.
 */
export function portfolioCurves(
  equity: Column,
  held: Holdings,
  { cash }: { readonly cash: number },
): PortfolioCurves {
  const share = (value: Float64Array): Float64Array =>
    value.map((money, t) => money === 0 ? 0 : money / equity[t]);
  let peak = cash;
  return {
    cash: equity.map((value, t) => held.gross[t] === 0 ? value : value - held.net[t]),
    long: share(held.long),
    short: share(held.short),
    gross: share(held.gross),
    net: share(held.net),
    drawdown: equity.map((value) => {
      if (value > peak) peak = value;
      return value / peak - 1;
    }),
  };
}
