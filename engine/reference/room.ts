import type { Account } from "./account.ts";
import { isWithoutVolume } from "./costs.ts";
import { roundToLot } from "./lot.ts";
import type { Market } from "./plan.ts";

/** Units that fills of an asset may still take of bar `t`; infinite without a limit. */
function roomOf({ traded }: Account, { participation, bars }: Market, t: number): number {
  if (participation === 0) return Infinity;
  const limit = participation * bars.volume[t];
  const left = limit - (traded.index === t ? traded.quantity : 0);
  return left > 1e-9 * limit ? left : 0;
}

/** What fits of a quantity: all of it, or whole lots. */
export function fitting(account: Account, plan: Market, t: number, quantity: number): number {
  const room = roomOf(account, plan, t);
  if (quantity <= room * (1 + 1e-9)) return quantity;
  return Math.min(roundToLot(room, plan.settings.lot), quantity);
}

/** Whether anything of the open position can go out on bar `t`. */
export function canExit(account: Account, plan: Market, t: number): boolean {
  const quantity = account.position?.quantity ?? 0;
  return !isWithoutVolume(plan, t) && fitting(account, plan, t, quantity) > 0;
}
