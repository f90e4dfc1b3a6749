import type { PortfolioProgram } from "../../program/portfolio_program.ts";
import { type Code, js } from "../code.ts";
import { asMoney } from "../cost.ts";
import { field } from "./access.ts";

/** The equity with the asset at the price of the fill: other assets are worth their last close. */
export function emitEquity(base: Code, { shape }: PortfolioProgram): Code {
  const here = js`${field("quantity")} * ${base}${asMoney(shape)}`;
  return js`(cash + (heldValue - assetValue[a] + ${here}))`;
}

/** Buying power at the price of the fill: other assets are worth their last close. */
export function emitPower(base: Code, { shape }: PortfolioProgram, quantity: Code): Code {
  const here = js`${quantity} * ${base}${asMoney(shape)}`;
  const value = js`(heldValue - assetValue[a] + ${here})`;
  const equity = js`(cash + ${value})`;
  const levered = shape.leverage ? js`leverage * ${equity}` : equity;
  const gross = js`(grossValue - Math.abs(assetValue[a]) + Math.abs(${here}))`;
  if (!shape.credit) return js`${levered} - ${gross}`;
  const negative = (worth: Code): Code => js`(${worth} < 0 ? Math.abs(${worth}) : 0)`;
  const shorts = js`(shortValue - ${negative(js`assetValue[a]`)} + ${negative(here)})`;
  return js`arriving > 0 ? ${levered} - ${value} : ${levered} - ${shorts}`;
}
