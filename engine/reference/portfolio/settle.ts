import { exitReasons } from "../../../codegen/define/reasons.ts";
import type { LiveOrder } from "./order.ts";
import type { LedgerRow } from "../account.ts";
import { cancelGroup, cancelWithPosition } from "./order_ends.ts";
import type { Asset, Run } from "./state.ts";
import { revalue } from "./values.ts";

/** Lets something happen to an asset on bar `t`, takes the fills that it made into the run, and returns them. */
export function act(
  run: Run,
  asset: Asset,
  { t, order, happens }: {
    readonly t: number;
    /** The order that fills; left out: rules. */
    readonly order?: LiveOrder;
    readonly happens: () => void;
  },
): readonly LedgerRow[] {
  const { account, barOf, index } = asset;
  const held = account.position;
  happens();
  const rows = account.ledger.splice(0);
  const trades = account.trades.splice(0).map((trade) => ({
    ...trade,
    asset: index,
    entryIndex: barOf[trade.entryIndex],
    exitIndex: t,
  }));
  rows.forEach(({ change, price, fee, cash, quantity }, row) => {
    // One call either opens or closes: each of its rows has a trade, or none has.
    const trade = trades[row];
    revalue(run, asset, { base: price, quantity });
    run.ledger.push({ index: t, asset: index, cash, quantity });
    run.happened.push({
      fill: Object.freeze({
        index: t,
        asset: index,
        symbol: asset.symbol,
        side: change > 0 ? 1 : -1,
        quantity: Math.abs(change),
        price,
        fee,
        pnl: trade?.pnl ?? 0,
        order: order?.number ?? 0,
        reason: trade === undefined ? "entry" : exitReasons[trade.reason],
      }),
    });
  });
  run.trades.push(...trades);
  if (order !== undefined && rows.length > 0 && order.filled === 0) cancelGroup(run, order, t);
  if (held !== undefined && account.position !== held) {
    cancelWithPosition(run, { asset: index, except: order, t });
  }
  return rows;
}
