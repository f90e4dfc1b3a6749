import { assert } from "@std/assert";
import { orderStatuses, orderTypes, quantityKinds } from "../mod.ts";
import { comparePortfolioRuns } from "./portfolio_random/compiled_property.ts";

Deno.test("compiled runs over many assets give the bits of the reference on random panels, code and settings", () => {
  const counts = comparePortfolioRuns({ runs: 200, seed: 5 });
  const wanted = [
    ...orderTypes.map((type) => `${type} filled`),
    ...quantityKinds.map((kind) => `${kind} filled`),
    ...orderStatuses.slice(2).map((status) => `order ${status}`),
    ...["oco", "parent", "noPosition", "maxPositions"].map((reason) => `reason ${reason}`),
    "trade stopLoss",
    "trade takeProfit",
    "reduced",
    "ruin",
  ];
  const rare = wanted.filter((name) => (counts.get(name) ?? 0) < 1);
  assert(rare.length === 0, `never met: ${rare.join(", ")} of ${[...counts]}`);
});
