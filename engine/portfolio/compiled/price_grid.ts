/** A price on the grid of `tick`; a price a hair off the grid counts as on it. 0: any price. */
export function onGrid(price: number, tick: number, towards: "up" | "down"): number {
  if (tick === 0) return price;
  const steps = price / tick;
  let whole = Math.round(steps);
  if (Math.abs(steps - whole) > 1e-9 * Math.max(1, whole)) {
    whole = towards === "up" ? Math.ceil(steps) : Math.floor(steps);
  }
  return whole * tick;
}

/** The largest whole number of lots in a quantity >= 0; a hair below a whole number of lots counts as whole. */
export function inLots(quantity: number, lot: number): number {
  if (lot === 0) return quantity;
  const lots = quantity / lot;
  let whole = Math.round(lots);
  if (Math.abs(lots - whole) > 1e-9 * Math.max(1, whole)) whole = Math.trunc(lots);
  return whole * lot;
}
