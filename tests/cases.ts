import { ambiguityCases } from "./cases/ambiguity.ts";
import type { Case } from "./cases/case.ts";
import { costCases } from "./cases/costs.ts";
import { levelCases } from "./cases/levels.ts";
import { orderCases } from "./cases/order.ts";
import { ruinCases } from "./cases/ruin.ts";
import { signalCases } from "./cases/signals.ts";
import { sizeCases } from "./cases/sizes.ts";
import { timeCases } from "./cases/time.ts";
import { tradeCases } from "./cases/trades.ts";
import { trailCases } from "./cases/trails.ts";

export { assertCase } from "./cases/assert_case.ts";
export type { Case, Expected, ExpectedTrade } from "./cases/case.ts";

/** Runs over a few bars with results computed by hand, for every engine: sections 4 to 8. */
export const cases: readonly Case[] = [
  ...orderCases,
  ...levelCases,
  ...trailCases,
  ...ambiguityCases,
  ...signalCases,
  ...timeCases,
  ...sizeCases,
  ...costCases,
  ...ruinCases,
  ...tradeCases,
];
