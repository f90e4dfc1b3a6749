import { roundHalfAway } from "./operators.ts";

/** A price on the grid of `tick`; a price a hair off the grid counts as on it. */
export function onGrid(price: number, tick: number, towards: "up" | "down"): number {
  if (tick === 0) return price;
  const steps = price / tick;
  let whole = roundHalfAway(steps);
  if (Math.abs(steps - whole) > 1e-9 * Math.max(1, whole)) {
    whole = towards === "up" ? Math.ceil(steps) : Math.floor(steps);
  }
  return whole * tick;
}
