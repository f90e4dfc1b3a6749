import type { LiveOrder } from "./order.ts";
import { yieldToNewer } from "./order_ends.ts";
import type { Run } from "./state.ts";

/** Leaves what did not fit into the volume of bar `t` to the bars that follow; what was reached stays reached. */
export function holdUp(run: Run, order: LiveOrder, t: number): void {
  order.heldUp = true;
  // Held up at a close it has worked on a bar on which no step looked at its day.
  if (Number.isNaN(order.date)) order.date = run.local[t].date;
  const { type, resting } = order;
  if (type === "stop" || type === "trailingStop" || type === "marketOnClose") order.queued = true;
  if (resting?.type === "stopLimit") {
    order.resting = { ...resting, type: "limit", price: resting.limit };
  }
  yieldToNewer(run, order.asset, t);
}
