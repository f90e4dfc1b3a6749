import { assert, assertEquals } from "@std/assert";
import { type ExitReason, exitReasons } from "../../codegen/define/reasons.ts";
import type { Settings, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../../engine/data/bars.ts";
import type { RunOutput } from "../../engine/run/output.ts";

/** What a run was made on. */
export interface Measured {
  readonly bars: Bars;
  readonly settings: Settings;
}

/** What was traded on what. */
export interface Traded extends Measured {
  readonly strategy: Strategy;
}

/** Equity on every bar, bit for bit, from the ledger's last row at or before it. */
export function assertMarked(
  { equity, ledger, ruinIndex }: RunOutput,
  { bars, settings }: Measured,
): void {
  const { borrow, interest, marginInterest, funding } = settings.financing;
  // What holding costs changes the cash between fills.
  if (borrow + interest + marginInterest > 0 || funding !== "") return;
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

/** The sum of the profits and of interest within 1e-9 of the turnover. */
export function assertSum(
  { equity, trades, interest }: RunOutput,
  { bars, settings }: Measured,
): void {
  if (bars.length === 0) return;
  let sum = interest;
  let turnover = settings.cash + Math.abs(interest);
  for (let row = 0; row < trades.count; row++) {
    sum += trades.pnl[row];
    const { quantity, entryPrice, exitPrice, fees, financing } = trades;
    turnover += quantity[row] * (Math.abs(entryPrice[row]) + Math.abs(exitPrice[row])) + fees[row];
    turnover += Math.abs(financing[row]);
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
  "sessionEnd",
  "liquidation",
  "endOfData",
]);

/**
 * Entries and exits at prices that their bars had; at opens and closes where all orders of a strategy are market orders and
 * no level is meant.
 */
export function assertPrices({ trades }: RunOutput, { bars, strategy, settings }: Traded): void {
  const { tick, execution: { pyramid } } = settings;
  if (tick > 0) return;
  const sides = [strategy.long, strategy.short];
  const waits = sides.some((side) => side?.entry !== undefined);
  const leaves = sides.some((side) => side?.exitOrder !== undefined);
  const inside = (price: number, t: number): boolean =>
    bars.low[t] <= price && price <= bars.high[t];
  for (let row = 0; row < trades.count; row++) {
    const [entry, exit] = [trades.entryIndex[row], trades.exitIndex[row]];
    const reason = exitReasons[trades.reason[row]];
    const [bought, sold] = [trades.entryPrice[row], trades.exitPrice[row]];
    const atEntry = waits
      ? inside(bought, entry)
      : [bars.open[entry], bars.close[entry]].includes(bought);
    // An average need not be a price of the first bar.
    if (pyramid === 0) assert(atEntry, `trade ${row}: entry at ${bought}`);
    if (exit < 0) continue;
    assert(exit >= entry, `trade ${row}: out before in`);
    assert(inside(sold, exit), `trade ${row}: exit at ${sold}`);
    if (!atMarket.has(reason) || (leaves && reason === "signal")) continue;
    assert(
      [bars.open[exit], bars.close[exit]].includes(sold),
      `trade ${row}: ${reason} at ${sold}`,
    );
  }
}
