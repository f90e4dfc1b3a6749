import { assertEquals } from "@std/assert";
import { exitReasons } from "../codegen/define/reasons.ts";
import { tradeRows } from "../engine/run/trade_rows.ts";
import { barsOf, DAY, outputOf } from "./stats_runs.ts";

const bars = barsOf([10, 11, 12, 13, 14], [0, 1, 2, 3, 4].map((day) => day * DAY));

const output = outputOf({
  trades: [
    {
      side: 1,
      quantity: 3,
      entryIndex: 1,
      entryPrice: 11,
      exitIndex: 2,
      exitPrice: 12,
      reason: exitReasons.indexOf("takeProfit"),
      pnl: 2.5,
      fees: 0.5,
      slippage: 0.25,
      mfe: 3,
      mae: -1,
      ambiguous: 1,
    },
    {
      side: -1,
      quantity: 2,
      entryIndex: 3,
      entryPrice: 13,
      exitIndex: -1,
      exitPrice: 14,
      reason: -1,
      pnl: -2,
    },
  ],
});

Deno.test("tradeRows() gives a closed trade", () => {
  assertEquals(tradeRows(output, bars)[0], {
    trade: 1,
    symbol: "TEST",
    side: "long",
    quantity: 3,
    entryIndex: 1,
    entryTime: DAY,
    entryPrice: 11,
    exitIndex: 2,
    exitTime: 2 * DAY,
    exitPrice: 12,
    exitReason: "takeProfit",
    pnl: 2.5,
    return: 2.5 / 33,
    fees: 0.5,
    slippage: 0.25,
    financing: 0,
    mfe: 3,
    mae: -1,
    barsHeld: 1,
    ambiguous: true,
    status: "closed",
  });
});

Deno.test("tradeRows() gives an open trade at the last close", () => {
  const { exitIndex, exitTime, exitPrice, exitReason, barsHeld, status, side } =
    tradeRows(output, bars)[1];
  assertEquals([exitIndex, exitTime, exitPrice], [null, null, 14]);
  assertEquals([exitReason, barsHeld, status, side], ["", 1, "open", "short"]);
});

Deno.test("tradeRows() of a stretch numbers rows as in the whole", () => {
  assertEquals(tradeRows(output, bars, { from: 1 }), tradeRows(output, bars).slice(1));
  assertEquals(tradeRows(output, bars, { to: 1 }), tradeRows(output, bars).slice(0, 1));
});
