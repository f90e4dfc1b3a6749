import { type Code, js, when } from "./code.ts";
import type { Program } from "../program/program.ts";
import { type Access, local } from "./names.ts";

/** Where the quantities of the account are, and what a program notes besides. */
export function accessOf({ sweeps, zoned }: Pick<Program, "sweeps" | "zoned">): Access {
  return zoned ? zonedAccess : sweeps ? sweepAccess : local;
}

/** Every quantity in a local variable; trades are counted over all chunks. */
const sweepAccess: Access = {
  ...local,
  tradesSoFar: js`(tradesBefore + ${local.trades})`,
};

/** Also the highest and lowest price since the last fill, and the cash since the entry, in each row in place of a ledger. */
const zonedAccess: Access = {
  ...sweepAccess,
  onFill: ({ price, does }) =>
    js`heldTop = ${price};
      heldBottom = ${price};
      ${when(does === "open", () => js`heldCash = ${local.cash};`)}`,
  onRow: js`tradeTop[${local.trades}] = heldTop;
      tradeBottom[${local.trades}] = heldBottom;
      tradeCash[${local.trades}] = heldCash;
      tradeLeft[${local.trades}] = ${local.cash};`,
  noLedger: true,
};

/** Takes in a bar that a position was held through. */
export function emitHeld(at: Access): Code {
  return js`// Highest and lowest while held
    if (${at.side} !== 0) {
      if (hi > heldTop) heldTop = hi;
      if (lo < heldBottom) heldBottom = lo;
    }`;
}
