import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { barsFrom } from "../engine/data/bars_from.ts";
import { DataError } from "../engine/data/data_error.ts";

const time = [Date.UTC(2001, 2, 5), Date.UTC(2001, 2, 6)];
const prices = { open: [10, 11], high: [12, 11], low: [9, 10], close: [11, 10.5] };

Deno.test("barsFrom() copies columns", () => {
  const close = Float64Array.from(prices.close);
  const bars = barsFrom({ time, ...prices, close, rank: [1, 2] }, { symbol: "ABC" });
  assertEquals([bars.symbol, bars.length], ["ABC", 2]);
  assertEquals([...bars.time], time);
  assertEquals([...bars.columns.keys()], ["open", "high", "low", "close", "volume", "rank"]);
  assertEquals(bars.columns.get("low"), Float64Array.of(9, 10));
  assert(bars.columns.get("close") === bars.close && bars.close !== close);
  assert(bars.volume.every(Number.isNaN));
  assert(Object.isFrozen(bars));
});

Deno.test("barsFrom() takes times as numbers, dates and texts", () => {
  const dates = time.map((t) => new Date(t));
  const texts = ["2001-03-05", "Mar 6 2001"];
  for (const given of [time, Float64Array.from(time), dates, texts]) {
    assertEquals([...barsFrom({ time: given, ...prices }).time], time);
  }
});

Deno.test("barsFrom() takes row objects with names in any case", () => {
  interface Candle {
    Date: Date;
    Open: number;
    HIGH: number;
    low: string;
    Close: number;
    Vol: number | null;
  }
  const rows: Candle[] = [0, 1].map((i) => ({
    Date: new Date(time[i]),
    Open: prices.open[i],
    HIGH: prices.high[i],
    low: String(prices.low[i]),
    Close: prices.close[i],
    Vol: i === 0 ? null : 700,
  }));
  const bars = barsFrom(rows);
  assertEquals([...bars.low], prices.low);
  assertEquals([...bars.volume], [NaN, 700]);
  for (const name of ["time", "timestamp", "datetime"]) {
    assertEquals(barsFrom(rows.map(({ Date, ...row }) => ({ [name]: Date, ...row }))).length, 2);
  }
});

Deno.test("barsFrom() fills keys that some rows lack with NaN", () => {
  const [a, b] = [{ time: time[0], close: 1 }, { time: time[1], close: 2, rank: 3 }];
  assertEquals([...barsFrom([a, b], { priceOnly: true }).columns.get("rank") ?? []], [NaN, 3]);
  assertThrows(() => barsFrom([a, { time: time[1] }], { priceOnly: true }), DataError, "found NaN");
});

Deno.test("barsFrom() takes no bars", () => {
  assertEquals(barsFrom([]).length, 0);
  assertEquals(barsFrom({ time: [], open: [], high: [], low: [], close: [] }).length, 0);
});

Deno.test("barsFrom() takes closes alone only when asked to", () => {
  assertThrows(
    () => barsFrom({ time, close: [1, 2] }),
    DataError,
    'Found "time, close", expected also columns open, high, low, or the option priceOnly: true',
  );
  const bars = barsFrom({ time, close: [1, 2] }, { priceOnly: true });
  for (const column of [bars.open, bars.high, bars.low]) assertEquals(column, bars.close);
  assert(bars.open.buffer !== bars.close.buffer);
  const { open: _, ...rest } = prices;
  const message = assertThrows(() => barsFrom({ time, ...rest }, { priceOnly: true })).message;
  assertStringIncludes(message, "expected also column open");
  assert(!message.includes("priceOnly"));
  assertEquals([...barsFrom({ time, ...prices }, { priceOnly: true }).high], prices.high);
});

Deno.test("barsFrom() leaves out columns without a number and reports them", () => {
  const skipped: string[] = [];
  const onSkip = (name: string): number => skipped.push(name);
  const bars = barsFrom({ time, ...prices, ticker: ["A", "A"], gone: [null, NaN] }, { onSkip });
  assertEquals(skipped, ["ticker"]);
  assert(!bars.columns.has("ticker") && bars.columns.has("gone"));
});

Deno.test("barsFrom() refuses what it cannot read", () => {
  const refused: [object | object[], string][] = [
    [{ ...prices }, "expected also a column time"],
    [{ time, ...prices, Close: [1, 2] }, 'Found "Close", expected one column close only'],
    [{ time, ...prices, low: [9] }, "Column low: found 1, expected 2 values, as in time"],
    [{ time, ...prices, low: 9 }, 'Column low: found "number", expected an array'],
    [{ time: ["2001-03-05", "06/03/2001"], ...prices }, 'Row 1, column time: found "06/03/2001"'],
    [{ time: [time[0], null], ...prices }, "Row 1, column time: found NaN"],
    [
      { time, ...prices, rank: [1, "x"] },
      'Row 1 (2001-03-06T00:00:00.000Z), column rank: found "x"',
    ],
    [{ time, ...prices, high: [12, 10] }, "column high: found 10, expected at least open 11"],
    [[null], 'Row 0: found "null", expected an object'],
  ];
  for (const [source, message] of refused) {
    assertThrows(() => barsFrom(source as object[]), DataError, message);
  }
});

Deno.test("barsFrom() takes a span of time", () => {
  const bars = barsFrom({ time, ...prices }, { from: "2001-03-06", to: new Date("2001-03-07") });
  assertEquals([...bars.time], [time[1]]);
});
