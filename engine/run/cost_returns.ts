import type { Column } from "../data/bars.ts";
import { formatValue } from "../stats/format.ts";

/** What a run would have returned at other costs. */
export interface CostReturn {
  /** What every commission and slippage is multiplied by. */
  readonly factor: number;
  /** Final equity over starting cash, less 1; NaN without bars, or beyond the range of numbers. */
  readonly totalReturn: number;
}

/** A run, and how it is run at other costs. */
export interface CostRun {
  /** Account value at each close. */
  readonly equity: Column;
  /** Starting cash. */
  readonly cash: number;
  /** Whether any cost is set. */
  readonly isCostly: boolean;
  /** The same run with every cost multiplied by a factor. */
  readonly atCosts: ((factor: number) => { readonly equity: Column }) | undefined;
}

/**
 * The total return at zero, one and two times the costs.
 *
 * The run is done again, because costs change what is bought and when levels are touched. Where it cannot be there is the
 * factor 1 only, if there are costs.
 */
export function costReturns({ equity, cash, isCostly, atCosts }: CostRun): CostReturn[] {
  const once = totalReturn(equity, cash);
  const free = equity.length === 0 || !isCostly;
  return [0, 1, 2].flatMap((factor) => {
    if (factor === 1 || free) return [{ factor, totalReturn: once }];
    if (atCosts === undefined) return [];
    return [{ factor, totalReturn: totalReturn(atCosts(factor).equity, cash) }];
  });
}

function totalReturn(equity: Column, cash: number): number {
  const found = equity.length === 0 ? NaN : equity[equity.length - 1] / cash - 1;
  return Number.isFinite(found) ? found : NaN;
}

/** The returns at other costs as rows for the page. */
export function costRows(returns: readonly CostReturn[]): [label: string, text: string][] {
  return returns.filter(({ factor }) => factor !== 1).map(({ factor, totalReturn }) => [
    factor === 0 ? "Return at no costs" : `Return at ${factor}x costs`,
    formatValue(totalReturn, "fraction"),
  ]);
}

/** A return at other costs as a file holds it. */
export interface CostReturnJson {
  /** What every commission and slippage is multiplied by. */
  readonly factor: number;
  /** Null without bars, or beyond the range of numbers. */
  readonly "total_return": number | null;
}

/** The returns at other costs as a file holds them. */
export function costsJson(returns: readonly CostReturn[]): CostReturnJson[] {
  return returns.map(({ factor, totalReturn }) => ({
    factor,
    total_return: Number.isNaN(totalReturn) ? null : totalReturn,
  }));
}
