import { signedQuantity } from "../account.ts";
import { type Asset, lastClose, type Run } from "./state.ts";

/** Counts all values anew at the last closes up to bar `t`, ascending from 0. */
export function valueAll(run: Run, t: number): void {
  run.value = 0;
  run.gross = 0;
  run.shorts = 0;
  for (const asset of run.assets) {
    asset.valuePrice = lastClose(asset, t);
    asset.value = valueOf(asset, signedQuantity(asset.account));
    run.value = run.value + asset.value;
    run.gross = run.gross + Math.abs(asset.value);
    run.shorts = run.shorts + shortValue(asset.value);
  }
}

/** Takes a change of one position into the sums; before its first close an asset counts with the price of its fill. */
export function revalue(
  run: Run,
  asset: Asset,
  { base, quantity }: { readonly base: number; readonly quantity: number },
): void {
  if (Number.isNaN(asset.valuePrice)) asset.valuePrice = base;
  const before = asset.value;
  asset.value = valueOf(asset, quantity);
  run.value = run.value - before + asset.value;
  run.gross = run.gross - Math.abs(before) + Math.abs(asset.value);
  run.shorts = run.shorts - shortValue(before) + shortValue(asset.value);
}

/** Buying power of an opening leg at a base price, section 4. */
export function powerOf(
  run: Run,
  asset: Asset,
  { base, side }: { readonly base: number; readonly side: 1 | -1 },
): number {
  const { settings: { leverage, shortProceeds } } = run;
  const here = valueAt(asset, base);
  const value = run.value - asset.value + here;
  const equity = equityFor(run, asset, base);
  if (shortProceeds === "margin") {
    return leverage * equity - (run.gross - Math.abs(asset.value) + Math.abs(here));
  }
  if (side === 1) return leverage * equity - value;
  return leverage * equity - (run.shorts - shortValue(asset.value) + shortValue(here));
}

/** E of section 4: the equity with one asset at the base price of a fill. */
export function equityFor(run: Run, asset: Asset, base: number): number {
  return run.book.cash + (run.value - asset.value + valueAt(asset, base));
}

/** Signed value of what is held of an asset at a price. */
function valueAt({ account, market }: Asset, price: number): number {
  return signedQuantity(account) * price * market.multiplier;
}

/** Cash and the value of all positions at the last closes up to bar `t`, ascending from the cash. */
export function equityAt(run: Run, t: number): number {
  let equity = run.book.cash;
  for (const asset of run.assets) {
    const quantity = signedQuantity(asset.account);
    if (quantity === 0) continue;
    equity = equity + quantity * lastClose(asset, t) * asset.market.multiplier;
  }
  return equity;
}

function valueOf({ valuePrice, market }: Asset, quantity: number): number {
  return quantity === 0 ? 0 : quantity * valuePrice * market.multiplier;
}

function shortValue(value: number): number {
  return value < 0 ? Math.abs(value) : 0;
}
