import type { PositionView } from "../../portfolio/broker.ts";
import { signedQuantity } from "../account.ts";
import { stopInForce } from "../stops.ts";
import { type Asset, lastClose, type Run } from "./state.ts";

/** A live view of what is held of an asset. */
export function positionView(run: Run, asset: Asset): PositionView {
  const { account, market, barOf, lastAt, index, symbol } = asset;
  const value = (): number => {
    const quantity = signedQuantity(account);
    return quantity === 0 ? 0 : quantity * lastClose(asset, run.now) * market.multiplier;
  };
  return Object.freeze({
    asset: index,
    symbol,
    get quantity() {
      return signedQuantity(account);
    },
    get average() {
      return account.position?.average ?? NaN;
    },
    get value() {
      return value();
    },
    get pnl() {
      const { position } = account;
      if (position === undefined) return 0;
      const { side, quantity, average, entryFee, financing } = position;
      const move = lastClose(asset, run.now) - average;
      return side * quantity * move * market.multiplier - entryFee - financing;
    },
    get entryIndex() {
      return account.position === undefined ? -1 : barOf[account.position.entryIndex];
    },
    get barsHeld() {
      return account.position === undefined ? -1 : lastAt[run.now] - account.position.entryIndex;
    },
    get stop() {
      const { position } = account;
      return position === undefined ? NaN : stopInForce(position, market)?.level ?? NaN;
    },
    get target() {
      return account.position?.levels.takeProfit ?? NaN;
    },
  });
}
