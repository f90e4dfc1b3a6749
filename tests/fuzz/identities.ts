import { assert, assertEquals } from "@std/assert";
import { type ExitReason, exitReasons } from "../../codegen/define/reasons.ts";
import type { Settings } from "../../codegen/define/types.ts";
import type { Bars } from "../../engine/data/bars.ts";
import type { RunOutput } from "../../engine/run/output.ts";

/** What a run was made on. */
export interface Measured {
  readonly bars: Bars;
  readonly settings: Settings;
}

/** Equity on every bar, bit for bit, from the ledger's last row at or before it. */
export function assertMarked(
  { equity, ledger, ruinIndex }: RunOutput,
  { bars, settings }: Measured,
): void {
  let row = 0;
  let { cash } = settings;
  let quantity = 0;
  for (let t = 0; t < bars.length; t++) {
    for (; row < ledger.count && ledger.index[row] === t; row++) {
      [cash, quantity] = [ledger.cash[row], ledger.quantity[row]];
    }
    const found = equity[t];
    const wanted = cash + quantity * bars.close[t];
    assert(Object.is(found, wanted), `bar ${t}: expected ${wanted} but found ${found}`);
    if (ruinIndex >= 0 && t > ruinIndex) assertEquals(quantity, 0, `bar ${t} after ruin`);
  }
  assertEquals(row, ledger.count, "rows of the ledger out of order");
}

/** The sum of the profits within 1e-9 of the turnover. */
export function assertSum({ equity, trades }: RunOutput, { bars, settings }: Measured): void {
  if (bars.length === 0) return;
  let sum = 0;
  let turnover = settings.cash;
  for (let row = 0; row < trades.count; row++) {
    sum += trades.pnl[row];
    const { quantity, entryPrice, exitPrice, fees } = trades;
    turnover += quantity[row] * (Math.abs(entryPrice[row]) + Math.abs(exitPrice[row])) + fees[row];
  }
  // Positions beyond any number leave nothing to compare.
  if (!Number.isFinite(turnover)) return;
  const change = equity[bars.length - 1] - settings.cash;
  const gap = Math.abs(sum - change);
  assert(gap <= 1e-9 * turnover, `profits of ${sum} but a change of ${change}`);
}

const atMarket: ReadonlySet<ExitReason> = new Set([
  "signal",
  "reverse",
  "timeStop",
  "liquidation",
  "endOfData",
]);

/** Entries and exits at prices that their bars had; at opens and closes where no level is meant. */
export function assertPrices({ trades }: RunOutput, bars: Bars): void {
  const inside = (price: number, t: number): boolean =>
    bars.low[t] <= price && price <= bars.high[t];
  for (let row = 0; row < trades.count; row++) {
    const [entry, exit] = [trades.entryIndex[row], trades.exitIndex[row]];
    const reason = exitReasons[trades.reason[row]];
    const [bought, sold] = [trades.entryPrice[row], trades.exitPrice[row]];
    const atEntry = [bars.open[entry], bars.close[entry]];
    assert(atEntry.includes(bought), `trade ${row}: entry at ${bought}`);
    if (exit < 0) continue;
    assert(exit >= entry, `trade ${row}: out before in`);
    assert(inside(sold, exit), `trade ${row}: exit at ${sold}`);
    if (!atMarket.has(reason)) continue;
    assert(
      [bars.open[exit], bars.close[exit]].includes(sold),
      `trade ${row}: ${reason} at ${sold}`,
    );
  }
}
