import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { orderReasons } from "../codegen/define/reasons.ts";
import { backtest } from "../engine/run/backtest.ts";
import { BacktestResult } from "../engine/run/result.ts";
import { barsOf, fieldsOf } from "./stats_runs.ts";

const closes = [10, 11, 12, 13];

Deno.test("why() says how often signals were true and what became of orders", () => {
  const refused = orderReasons.map((reason) => reason === "levelUndefined" ? 2 : 0);
  const signalCounts = () => [
    { signal: "long.enter", bars: 2, firstPossible: 1 },
    { signal: "long.exit", bars: 0, firstPossible: 50 },
  ];
  const result = new BacktestResult(fieldsOf(closes, { refused }, { signalCounts }));
  const why = [
    "No trades",
    "  long.enter was true on 2 of 4 bars, and could be from bar 1, 2024-01-02 on",
    "  long.exit could not be true: it looks back 50 bars, of 4",
    "  Orders refused or cancelled: levelUndefined 2",
    "    levelUndefined: A level or gain of a rule was no number at the signal",
  ].join("\n");
  assertEquals(result.why(), why);
  assertStringIncludes(result.toString(), why);
});

Deno.test("why() counts signals only when asked, and not for a run with trades", () => {
  let counted = 0;
  const signalCounts = () => (counted++, []);
  const idle = new BacktestResult(fieldsOf(closes, {}, { signalCounts }));
  assertEquals(counted, 0);
  assertEquals(idle.why(), "No trades\n  Orders refused or cancelled: none");
  assertEquals(counted, 1);
  const busy = new BacktestResult(fieldsOf(closes, { trades: [{}] }, { signalCounts }));
  assertEquals(busy.why(), undefined);
  assert(!busy.toString().includes("No trades"));
  assertEquals(counted, 1);
});

Deno.test("why() says what the filter let pass and that orders expired", () => {
  const long = {
    enter: "close > 10",
    entry: { type: "limit", price: "close / 2", expires: 1 },
  } as const;
  const filter = { to: "2024-01-03" };
  const result = backtest({ name: "dip", long, filter }, barsOf(closes));
  assertEquals(
    result.why(),
    [
      "No trades",
      "  long.enter was true on 3 of 4 bars, and could be from bar 0, 2024-01-01 on; the filter let 2 of these pass",
      "  Orders refused or cancelled: expired 2",
      "    expired: The market did not reach its price in time",
    ].join("\n"),
  );
});
