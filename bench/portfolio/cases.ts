/** What is measured: bars, and what is traded on them. An event is a bar of one asset. */
export interface PortfolioCase {
  readonly name: string;
  /** Number of bars, and of assets. */
  readonly length: number;
  readonly assets: number;
  /** Bars of a minute, and not of a day. */
  readonly minutes?: boolean;
  /**
   * `weights`: so many of the best and as many of the worst by score are held, half of the equity long and half short, by
   * target weights; `code`: the same by code that submits an order with a target quantity for each of them; `resting`: each
   * asset always has a limit and a stop order on either side of its price.
   */
  readonly drive: "weights" | "code" | "resting";
  /** How many are held long, and how many short. */
  readonly picks: number;
  /** Bars from one change of what is held to the next. */
  readonly every?: number;
  /** 10 basis points of commission and 5 of slippage. */
  readonly costs?: boolean;
  /** A stop at 2 % and a target at 5 %. */
  readonly rules?: boolean;
  /** How far resting orders are from the price, as a fraction. */
  readonly width?: number;
  /** How many limits and how many stops rest for each asset; those beyond the first are out of reach. */
  readonly pairs?: number;
}

const daily = { length: 2520, assets: 500, drive: "weights", picks: 25 } as const;
const minutes = { length: 8580, assets: 100, minutes: true, picks: 10, every: 390 } as const;
const resting = { length: 2520, assets: 500, drive: "resting", picks: 0, costs: true } as const;

/** The scenarios of `validation/benchmark_suite.py` of ml4t-backtest that have many assets, and resting orders. */
export const portfolioCases: readonly PortfolioCase[] = [
  { name: "daily 500", ...daily },
  { name: "daily 500, costs", ...daily, costs: true },
  { name: "daily 500, costs, stop and target", ...daily, costs: true, rules: true },
  { name: "daily 500, costs, by code", ...daily, drive: "code", costs: true },
  { name: "daily 250, 20 years, costs", ...daily, length: 5040, assets: 250, costs: true },
  { name: "minutes 100, costs", ...minutes, drive: "weights", costs: true },
  {
    name: "minutes 100, costs, stop and target",
    ...minutes,
    drive: "weights",
    costs: true,
    rules: true,
  },
  { name: "500 x limit and stop at 20 %", ...resting, width: 0.2 },
  { name: "500 x limit and stop at 3 %", ...resting, width: 0.03 },
];

/** Settings that the plain engine has too. Nothing that is measured comes near the buying power. */
export function settingsOf({ costs = false, rules = false }: PortfolioCase): {
  readonly cash: number;
  readonly leverage: number;
  readonly commission: number;
  readonly slippage: number;
  readonly stopLoss?: number;
  readonly takeProfit?: number;
} {
  return {
    cash: 1_000_000,
    leverage: 2,
    commission: costs ? 0.001 : 0,
    slippage: costs ? 0.0005 : 0,
    ...(rules ? { stopLoss: 0.02, takeProfit: 0.05 } : {}),
  };
}

/** Money in each position that resting orders open. */
export const restingStake = 1000;
