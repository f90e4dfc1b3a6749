import { costStatistics } from "./cost_statistics.ts";
import { drawdownStatistics } from "./drawdown_statistics.ts";
import { equityStatistics } from "./equity_statistics.ts";
import { fillStatistics } from "./fill_statistics.ts";
import { periodStatistics } from "./period_statistics.ts";
import type { PageStatistics } from "./registry.ts";
import { returnStatistics } from "./return_statistics.ts";
import { riskStatistics } from "./risk_statistics.ts";
import type { RunFacts, RunTotals } from "./run_totals.ts";
import { tradeStatistics } from "./trade_statistics.ts";

/** The statistics of the first page. */
export function pageStatistics(totals: RunTotals, facts: RunFacts): PageStatistics {
  const { samples, drawdown } = totals;
  const returns = returnStatistics(totals, facts);
  return {
    ...periodStatistics(facts),
    ...equityStatistics(totals, facts),
    ...returns,
    ...riskStatistics(samples, { annualReturn: returns.annualReturn, depth: drawdown.depth }),
    ...drawdownStatistics(facts, drawdown),
    ...costStatistics(totals, facts),
    ...tradeStatistics(totals.trades),
    ...fillStatistics(totals.fills),
  };
}
