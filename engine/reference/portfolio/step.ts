import { isWithoutVolume } from "../costs.ts";
import { exitAtMarket, queueExit } from "../exits.ts";
import { followBar } from "../follow.ts";
import { exitIfJumped, exitInsideBar, isTimeUp } from "../rules.ts";
import { endSessionAtClose, endSessionAtOpen } from "../session.ts";
import { cancelAdditions, fillAtClose, fillMarketOrders, fillOpeningLegs } from "./at_open.ts";
import { expireAtOnce, expireBefore, startDays } from "./expiry.ts";
import { finance } from "./financing.ts";
import { fillOnCloseOrders } from "./on_close_orders.ts";
import { isAlive } from "./order.ts";
import { cancelEvery } from "./order_ends.ts";
import { fillRestingOrders } from "./resting_orders.ts";
import { act } from "./settle.ts";
import { type Asset, barAt, type Run } from "./state.ts";
import { followOrder } from "./trailing_order.ts";
import { equityAt, valueAll } from "./values.ts";

/** One bar of the panel, in the order of section 2; `tell` calls the code of the user. */
export function stepBar(run: Run, t: number, tell: () => void): void {
  run.alive = run.alive.filter(isAlive);
  if (run.ruinIndex === -1) {
    expireBefore(run, t);
    finance(run, t);
    forEach(run, t, fillQueuedExit);
    fillMarketOrders(run, t);
    forEach(run, t, exitAtOpen);
    fillOpeningLegs(run, t);
    fillRestingOrders(run, t, "open");
    forEach(run, t, exitInside);
    fillRestingOrders(run, t, "inside");
    forEach(run, t, follow);
    for (const order of run.alive) followOrder(run, order, t);
    valueAll(run, t);
    fillOnCloseOrders(run, t);
    forEach(run, t, exitAtClose);
    startDays(run, t);
    expireAtOnce(run, t);
  }
  run.now = t;
  tell();
  if (run.ruinIndex === -1) fillAtClose(run, t);
  run.equity[t] = equityAt(run, t);
  valueAll(run, t);
  if (run.ruinIndex === -1) checkRuin(run, t);
}

/** After the last bar: orders are cancelled, and `atEnd: "close"` closes what is held. */
export function endData(run: Run): void {
  const last = run.panel.length - 1;
  if (last >= 0) cancelEvery(run, { reason: "endOfData", t: last });
  if (last < 0 || run.settings.execution.atEnd === "open") return;
  closeEvery(run, { t: last, reason: "endOfData" });
}

type Step = (run: Run, asset: Asset, at: { readonly t: number; readonly k: number }) => void;

/** Takes a step for each asset with a bar, ascending. */
function forEach(run: Run, t: number, step: Step): void {
  for (const asset of run.assets) {
    const k = barAt(asset, t);
    if (k !== undefined) step(run, asset, { t, k });
  }
}

/** Step 1: an exit that a rule has queued. */
function fillQueuedExit(
  run: Run,
  asset: Asset,
  { t, k }: { readonly t: number; readonly k: number },
): void {
  const { account, market } = asset;
  const exit = account.queuedExit;
  if (exit === undefined || isWithoutVolume(market, k)) return;
  account.queuedExit = undefined;
  const { position } = account;
  const base = market.bars.open[k];
  act(run, asset, { t, happens: () => exitAtMarket(account, market, { index: k, base, ...exit }) });
  if (position === undefined || account.position !== undefined) return;
  cancelAdditions(run, asset, { t, side: position.side });
}

/** Step 2: the session that has ended before the bar, and rules that the open has jumped. */
function exitAtOpen(
  run: Run,
  asset: Asset,
  { t, k }: { readonly t: number; readonly k: number },
): void {
  const { account, market } = asset;
  const { position } = account;
  if (position === undefined || position.entryIndex === k) return;
  act(run, asset, {
    t,
    happens: () => {
      endSessionAtOpen(account, market, k);
      exitIfJumped(account, market, k);
    },
  });
  if (account.position === undefined) cancelAdditions(run, asset, { t, side: position.side });
}

/** Step 4. */
function exitInside(
  run: Run,
  asset: Asset,
  { t, k }: { readonly t: number; readonly k: number },
): void {
  act(run, asset, { t, happens: () => exitInsideBar(asset.account, asset.market, k) });
}

/** Step 6. */
function follow(_: Run, asset: Asset, { k }: { readonly t: number; readonly k: number }): void {
  const { account: { position }, market } = asset;
  if (position !== undefined) followBar(position, market, k);
}

/** The end of step 7: the end of the session, then time rules. */
function exitAtClose(
  run: Run,
  asset: Asset,
  { t, k }: { readonly t: number; readonly k: number },
): void {
  const { account, market } = asset;
  act(run, asset, { t, happens: () => endSessionAtClose(account, market, k) });
  if (account.queuedExit !== undefined || !isTimeUp(account, market, k)) return;
  const exit = { reason: "timeStop", reversal: false } as const;
  if (market.settings.execution.fill === "nextOpen") return queueExit(account, exit);
  const base = market.bars.close[k];
  const atClose = { index: k, base, atClose: true, ...exit };
  act(run, asset, { t, happens: () => exitAtMarket(account, market, atClose) });
}

/** Step 10. */
function checkRuin(run: Run, t: number): void {
  if (!(run.equity[t] <= 0)) return;
  run.ruinIndex = t;
  cancelEvery(run, { reason: "liquidation", t });
  closeEvery(run, { t, reason: "liquidation" });
}

/** Closes every position at its last close, with or without a bar or volume; equity is the cash after it. */
function closeEvery(
  run: Run,
  { t, reason }: { readonly t: number; readonly reason: "liquidation" | "endOfData" },
): void {
  for (const asset of run.assets) {
    const { account, market, lastAt } = asset;
    account.queuedExit = undefined;
    if (account.position === undefined) continue;
    const exit = {
      index: lastAt[t],
      base: market.bars.close[lastAt[t]],
      reason,
      atClose: true,
      anyway: true,
      withoutImpact: barAt(asset, t) === undefined,
    };
    act(run, asset, { t, happens: () => exitAtMarket(account, market, exit) });
  }
  run.equity[t] = run.book.cash;
}
