import { formatValue } from "../stats/format.ts";
import type { ResultFields } from "./result_fields.ts";
import { hasCosts } from "./scaled_costs.ts";

/** What a run would have returned at other costs. */
export interface CostReturn {
  /** What every commission and slippage is multiplied by. */
  readonly factor: number;
  /** Final equity over starting cash, less 1; NaN without bars, or beyond the range of numbers. */
  readonly totalReturn: number;
}

/**
 * The total return at zero, one and two times the costs.
 *
 * The strategy is run again, because costs change what is bought and when levels are touched. A result that was put
 * together without `atCosts` has the factor 1 only, if it has costs.
 */
export function costReturns(fields: ResultFields): CostReturn[] {
  const { settings, output, bars, atCosts } = fields;
  const once = totalReturn(output.equity[bars.length - 1], fields);
  const free = bars.length === 0 || !hasCosts(settings);
  return [0, 1, 2].flatMap((factor) => {
    if (factor === 1 || free) return [{ factor, totalReturn: once }];
    if (atCosts === undefined) return [];
    return [{ factor, totalReturn: totalReturn(atCosts(factor).equity[bars.length - 1], fields) }];
  });
}

function totalReturn(end: number | undefined, { settings }: ResultFields): number {
  const found = end === undefined ? NaN : end / settings.cash - 1;
  return Number.isFinite(found) ? found : NaN;
}

/** The returns at other costs as rows for the page. */
export function costRows(returns: readonly CostReturn[]): [label: string, text: string][] {
  return returns.filter(({ factor }) => factor !== 1).map(({ factor, totalReturn }) => [
    factor === 0 ? "Return at no costs" : `Return at ${factor}x costs`,
    formatValue(totalReturn, "fraction"),
  ]);
}
