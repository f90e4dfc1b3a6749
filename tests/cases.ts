import { additionCases } from "./cases/additions.ts";
import { ambiguityCases } from "./cases/ambiguity.ts";
import type { Case } from "./cases/case.ts";
import { combinationCases } from "./cases/combinations.ts";
import { costCases } from "./cases/costs.ts";
import { edgeCases } from "./cases/edges.ts";
import { entryOrderCases } from "./cases/entry_orders.ts";
import { exitOrderCases } from "./cases/exit_orders.ts";
import { financingCases } from "./cases/financing.ts";
import { gainCases } from "./cases/gains.ts";
import { impactCases } from "./cases/impact.ts";
import { insideCases } from "./cases/inside.ts";
import { levelCases } from "./cases/levels.ts";
import { orderCases } from "./cases/order.ts";
import { priceCases } from "./cases/prices.ts";
import { ruinCases } from "./cases/ruin.ts";
import { scaleOutCases } from "./cases/scale_outs.ts";
import { sessionCases } from "./cases/sessions.ts";
import { signalCases } from "./cases/signals.ts";
import { sizeKindCases } from "./cases/size_kinds.ts";
import { sizeCases } from "./cases/sizes.ts";
import { timeCases } from "./cases/time.ts";
import { tradeCases } from "./cases/trades.ts";
import { trailCases } from "./cases/trails.ts";

export { assertCase } from "./cases/assert_case.ts";
export type { Case, Expected, ExpectedTrade } from "./cases/case.ts";

/** Runs over a few bars with results computed by hand, for every engine: sections 4 to 9. */
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
  ...entryOrderCases,
  ...exitOrderCases,
  ...insideCases,
  ...scaleOutCases,
  ...additionCases,
  ...gainCases,
  ...sizeKindCases,
  ...sessionCases,
  ...priceCases,
  ...impactCases,
  ...financingCases,
  ...combinationCases,
  ...edgeCases,
];
