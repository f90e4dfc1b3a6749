import { signedQuantity } from "../account.ts";
import { roundToLot } from "../lot.ts";
import type { LiveOrder } from "./order.ts";
import type { Run } from "./state.ts";
import { equityFor } from "./values.ts";

/** Signed units that an order still wants at a base price, given what is held now; of a risk what it closes alone. */
export function missing(run: Run, order: LiveOrder, base: number): number {
  const { side, kind, amount, equity, closed, opened, reverse } = order;
  const { market, account } = run.assets[order.asset];
  const inLots = (units: number): number =>
    Math.sign(units) * roundToLot(Math.abs(units), market.settings.lot);
  const held = signedQuantity(account);
  // Before it has turned the position round a reversing order wants that too, afterwards all of its own quantity.
  const ofSide = (units: number): number => {
    if (!reverse) return side * (units - closed - opened);
    return side * held < 0 ? side * (units - opened) - held : side * (units - opened);
  };
  switch (kind) {
    case "quantity":
      return ofSide(amount);
    case "value":
    case "equityFraction":
      return ofSide(inLots(unitsOf(run, order, base)));
    case "risk":
    case "equityRisk":
      return ofSide(Number.isNaN(order.units) ? 0 : order.units);
    case "targetQuantity":
      return between(amount, held);
    case "targetValue":
      return between(inLots(amount / (base * market.multiplier)), held);
    case "targetPercent":
      return between(inLots(amount * equity / (base * market.multiplier)), held);
  }
}

/** Units that a value comes to at a base price, before the lot; those of its first part once it has one. */
export function unitsOf(
  run: Run,
  { kind, amount, asset, units }: LiveOrder,
  base: number,
): number {
  if (!Number.isNaN(units)) return units;
  const { market } = run.assets[asset];
  const value = kind === "equityFraction"
    ? amount * Math.max(0, equityFor(run, run.assets[asset], base))
    : amount;
  return value / (base * market.multiplier);
}

/** Money that an order of a risk may lose at its stop when it fills at a base price; nothing of any other order. */
export function riskOf(
  run: Run,
  { kind, amount, asset }: LiveOrder,
  base: number,
): number | undefined {
  if (kind === "risk") return amount;
  return kind === "equityRisk" ? amount * equityFor(run, run.assets[asset], base) : undefined;
}

/** What is missing to a target; the rounding of parts that went out is nothing to trade for. */
function between(target: number, held: number): number {
  const wanted = target - held;
  const isMet = Math.abs(wanted) < 1e-9 * Math.max(Math.abs(target), Math.abs(held));
  return isMet ? 0 : wanted;
}
