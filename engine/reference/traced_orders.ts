import type { Account, QueuedExit, Resting, WaitingEntry } from "./account.ts";
import { sideName } from "./side_name.ts";
import type { TracedOrder } from "./trace.ts";

/** An entry or addition as an observer sees it. */
export function tracedEntry({ position }: Account, order: WaitingEntry): TracedOrder {
  const { side, signalIndex, resting } = order;
  return {
    what: position?.side === side ? "addition" : "entry",
    side: sideName(side),
    ...tracedPrices(resting),
    signalIndex,
    reason: null,
  };
}

/** An order that closes the position as an observer sees it. */
export function tracedExit({ position }: Account, order: QueuedExit | Resting): TracedOrder {
  if (position === undefined) throw new Error("Cannot tell of an exit: the account is flat");
  return {
    what: "exit",
    side: sideName(position.side),
    ...tracedPrices("type" in order ? order : undefined),
    signalIndex: null,
    reason: "type" in order ? "signal" : order.reason,
  };
}

function tracedPrices(
  resting: Resting | undefined,
): Pick<TracedOrder, "type" | "price" | "limit" | "lastIndex"> {
  if (resting === undefined) return { type: "market", price: null, limit: null, lastIndex: null };
  const { type, price, limit, lastIndex } = resting;
  return {
    type,
    price: type === "marketOnClose" ? null : price,
    limit: type === "stopLimit" ? limit : null,
    lastIndex: Number.isFinite(lastIndex) ? lastIndex : null,
  };
}
