import { atFillCases } from "./portfolio_cases/at_fill.ts";
import { barCases } from "./portfolio_cases/bars.ts";
import { edgeCases } from "./portfolio_cases/edges.ts";
import { knownFailureCases } from "./portfolio_cases/known_failures.ts";
import { linkedCases } from "./portfolio_cases/linked.ts";
import { marketCases } from "./portfolio_cases/market.ts";
import { participationCases } from "./portfolio_cases/participation.ts";
import { participationAmountCases } from "./portfolio_cases/participation_amounts.ts";
import { participationRestingCases } from "./portfolio_cases/participation_resting.ts";
import { participationRuleCases } from "./portfolio_cases/participation_rules.ts";
import { restingCases } from "./portfolio_cases/resting.ts";
import { targetCases } from "./portfolio_cases/targets.ts";
import type { PortfolioCase } from "./portfolio_cases/case.ts";

export { assertCase } from "./portfolio_cases/assert_case.ts";
export type { PortfolioCase } from "./portfolio_cases/case.ts";

/** Runs over a few bars of a few assets with results computed by hand, for every engine. */
export const portfolioCases: readonly PortfolioCase[] = [
  ...marketCases,
  ...restingCases,
  ...linkedCases,
  ...targetCases,
  ...atFillCases,
  ...barCases,
  ...knownFailureCases,
  ...edgeCases,
  ...participationCases,
  ...participationAmountCases,
  ...participationRestingCases,
  ...participationRuleCases,
];
