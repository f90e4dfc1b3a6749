import { exitReasons } from "../../codegen/define/reasons.ts";
import type { Settings } from "../../codegen/define/types.ts";
import { moments } from "../../codegen/emit/names.ts";
import type { TradeColumns } from "./output.ts";

/** When in their bars positions were opened and closed, where the settings and the reasons tell. */
export function momentsOf(
  { count, reason }: Pick<TradeColumns, "count" | "reason">,
  { execution }: Settings,
): Int32Array {
  const enteredAtClose = execution.fill === "close";
  const closeExits = closeReasons(enteredAtClose);
  const found = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    found[row] = (enteredAtClose ? moments.atClose : moments.atOpen) |
      (closeExits.has(reason[row]) ? moments.outAtClose : 0);
  }
  return found;
}

/** The reasons, as integers, whose exits are at the close of their bar. */
export function closeReasons(fillsAtClose: boolean): ReadonlySet<number> {
  const always = ["liquidation", "endOfData"] as const;
  const atClose = fillsAtClose ? ["signal", "reverse", "timeStop"] as const : [];
  return new Set([...always, ...atClose].map((reason) => exitReasons.indexOf(reason)));
}
