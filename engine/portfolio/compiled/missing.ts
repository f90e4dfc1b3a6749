import { orderFlag, quantityKind } from "../../../codegen/emit/portfolio/order_columns.ts";
import { inLots } from "./price_grid.ts";
import type { RunState } from "./state.ts";

/** Signed units that an order still wants at a base price, given what is held now; of a risk what it closes alone. */
export function missing(run: RunState, row: number, base: number): number {
  const { orderAsset, orderKind, orderSide, orderAmount, orderEquity, orderClosed } = run.table.at;
  const asset = orderAsset[row];
  const held = run.account.quantity[asset];
  const amount = orderAmount[row];
  const units = (value: number): number => {
    const found = value / (base * run.multipliers[asset]);
    return Math.sign(found) * inLots(Math.abs(found), run.lots[asset]);
  };
  const ofSide = (wanted: number): number => {
    const side = orderSide[row];
    const reverses = run.needs.atFill && (run.table.at.orderFlags[row] & orderFlag.reverse) !== 0;
    if (!reverses) return side * (wanted - orderClosed[row]);
    return side * held < 0 ? side * wanted - held : side * wanted;
  };
  switch (orderKind[row]) {
    case quantityKind.quantity:
      return ofSide(amount);
    case quantityKind.value:
      return ofSide(units(amount));
    case quantityKind.equityFraction:
      return ofSide(units(amount * Math.max(0, equityFor(run, asset, base))));
    case quantityKind.risk:
    case quantityKind.equityRisk:
      return ofSide(0);
    case quantityKind.targetQuantity:
      return between(amount, held);
    case quantityKind.targetValue:
      return between(units(amount), held);
    default:
      return between(units(amount * orderEquity[row]), held);
  }
}

/** The equity with one asset at the base price of a fill: others are worth their last close. */
function equityFor(run: RunState, asset: number, base: number): number {
  const { account, arrays, multipliers } = run;
  const here = account.quantity[asset] * base * multipliers[asset];
  return run.cash() + (run.heldValue() - arrays.assetValue[asset] + here);
}

/** What is missing to a target; the rounding of parts that went out is nothing to trade for. */
function between(target: number, held: number): number {
  const wanted = target - held;
  const isMet = Math.abs(wanted) < 1e-9 * Math.max(Math.abs(target), Math.abs(held));
  return isMet ? 0 : wanted;
}
