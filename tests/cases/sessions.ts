import { type Case, type CaseParts, level, makeCase, resting, sessionEnd } from "./case.ts";

const hour = 3_600_000;
const day = 24 * hour;
const first = [100, 101, 99, 100] as const;
const rows = (count: number) => Array.from({ length: count }, () => first);
/** Four o'clock in New York: 21:00 UTC on Friday 8 March 2024, 20:00 UTC from Sunday on. */
const fourInNewYork = sessionEnd(16 * 60, "America/New_York");
const friday = Date.UTC(2024, 2, 8);
const monday = Date.UTC(2024, 2, 11);

/** Bars of one price, all filters of enters: bar t is at hour `hours[t]` since Thursday 1970-01-01, UTC. */
function hourly(
  name: string,
  { hours, ...parts }: { readonly hours: readonly number[] } & Omit<CaseParts, "prices">,
): Case {
  const times = hours.map((value) => value * hour);
  return makeCase(name, { prices: rows(hours.length), times, ...parts });
}

/** Times of day and dates, sections 4 and 5. */
export const sessionCases: readonly Case[] = [
  makeCase(
    "sessionEnd is out at the close of the first bar at its time, before the change of clocks",
    {
      prices: [first, first, [100, 103, 98, 102]],
      times: [19, 20, 21].map((value) => friday + value * hour),
      signals: { le: [0] },
      risk: [fourInNewYork],
      slippage: { fixed: 1 },
      // In at 101, out at 102 - 1; the bar counts whole.
      expected: {
        trades: [{
          exitIndex: 2,
          exitPrice: 101,
          reason: "sessionEnd",
          pnl: 0,
          mfe: 2,
          mae: -3,
        }],
      },
    },
  ),
  makeCase("sessionEnd after the change of clocks", {
    prices: rows(3),
    times: [18, 19, 20].map((value) => monday + value * hour),
    signals: { le: [0] },
    risk: [fourInNewYork],
    expected: { trades: [{ exitIndex: 2, exitPrice: 100, reason: "sessionEnd" }] },
  }),
  makeCase("20:00 UTC is no session end before the change of clocks", {
    prices: rows(3),
    times: [18, 19, 20].map((value) => friday + value * hour),
    signals: { le: [0] },
    risk: [fourInNewYork],
    expected: { trades: [{ reason: "open" }] },
  }),
  makeCase("sessionEnd at the open where the date has changed, before a jumped stop", {
    prices: [first, first, [90, 91, 89, 90]],
    times: [friday + 19 * hour, friday + 20 * hour, monday + 14 * hour],
    signals: { le: [0] },
    risk: [fourInNewYork, level("stopLoss", "distance", 5)],
    expected: { trades: [{ exitIndex: 2, exitPrice: 90, reason: "sessionEnd", mae: -10 }] },
  }),
  makeCase("a change of date in UTC is none where it is still the same date", {
    prices: rows(3),
    times: [22, 23, 25].map((value) => friday + value * hour),
    signals: { le: [0] },
    risk: [sessionEnd(22 * 60, "America/New_York")],
    expected: { trades: [{ reason: "open" }] },
  }),
  makeCase("sessionEnd cancels the exit order", {
    prices: rows(3),
    times: [18, 19, 20].map((value) => monday + value * hour),
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("limit", { price: 120 }) },
    risk: [fourInNewYork],
    expected: { trades: [{ exitIndex: 2, reason: "sessionEnd" }], refused: { cancelled: 1 } },
  }),
  makeCase("an on-close exit comes before sessionEnd", {
    prices: rows(3),
    times: [18, 19, 20].map((value) => monday + value * hour),
    signals: { le: [0], lx: [1] },
    orders: { lx: resting("marketOnClose") },
    risk: [fourInNewYork],
    expected: { trades: [{ exitIndex: 2, reason: "signal" }] },
  }),
  makeCase("entries at or after the end of the session are refused", {
    prices: rows(3),
    times: [18, 19, 20].map((value) => monday + value * hour),
    signals: { le: [1] },
    risk: [fourInNewYork],
    expected: { trades: [], refused: { sessionClosed: 1 } },
  }),
  makeCase("a closed session is looked at before everything else", {
    prices: rows(2),
    times: [19, 20].map((value) => monday + value * hour),
    signals: { le: [0] },
    risk: [fourInNewYork, level("stopLoss", "price", 200)],
    expected: { trades: [], refused: { sessionClosed: 1 } },
  }),
  makeCase("a resting entry reached after the end of the session is refused and gone", {
    prices: [first, [100, 101, 97, 99], [100, 101, 97, 99]],
    times: [monday + 19 * hour, monday + 20 * hour, monday + 38 * hour],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 98 }) },
    risk: [fourInNewYork],
    expected: { trades: [], refused: { sessionClosed: 1 } },
  }),
  makeCase("a resting entry that is not reached rests over night", {
    prices: [first, first, [100, 101, 97, 99]],
    times: [monday + 19 * hour, monday + 20 * hour, monday + 38 * hour],
    signals: { le: [0] },
    orders: { le: resting("limit", { price: 98 }) },
    risk: [fourInNewYork],
    expected: { trades: [{ entryIndex: 2, entryPrice: 98 }] },
  }),
  makeCase('a closed session refuses entries under fill: "close"', {
    prices: rows(2),
    times: [19, 20].map((value) => monday + value * hour),
    signals: { le: [1] },
    risk: [fourInNewYork],
    execution: { fill: "close" },
    expected: { trades: [], refused: { sessionClosed: 1 } },
  }),
  hourly("a filter by weekday: Friday", {
    hours: [0, 24, 48],
    signals: { le: [0, 1] },
    filter: { weekdays: [5], zone: "UTC" },
    expected: { trades: [{ entryIndex: 2 }] },
  }),
  hourly("a filter's weekday is that of its zone", {
    // 20:00 UTC on Thursday is Friday in Tokyo.
    hours: [12, 20, 21],
    signals: { le: [0, 1] },
    filter: { weekdays: [5], zone: "Asia/Tokyo" },
    expected: { trades: [{ entryIndex: 2 }] },
  }),
  hourly("a filter by dates takes in both", {
    hours: [12, 24, 60, 72, 73],
    signals: { le: [0, 2, 3], lx: [1] },
    filter: { from: day, to: 2 * day, zone: "UTC" },
    // 1 January is before, 3 January (hour 60) is in, 4 January after.
    expected: { trades: [{ entryIndex: 3 }] },
  }),
  hourly("a filter by hours: from inclusive, to before", {
    hours: [9, 10, 12, 13],
    signals: { le: [0, 2] },
    filter: { hours: [10 * 60, 12 * 60], zone: "UTC" },
    expected: { trades: [] },
  }),
  hourly("a filter by hours lets its first minute pass", {
    hours: [9, 10, 12],
    signals: { le: [0, 1] },
    filter: { hours: [10 * 60, 12 * 60], zone: "UTC" },
    expected: { trades: [{ entryIndex: 2 }] },
  }),
  hourly("a filter by hours over midnight", {
    hours: [21, 25, 26, 27],
    signals: { le: [0, 1, 2] },
    filter: { hours: [22 * 60, 2 * 60], zone: "UTC" },
    expected: { trades: [{ entryIndex: 2 }] },
  }),
  hourly("exits are not filtered, and a filtered enter does not turn a position", {
    hours: [10, 12, 13, 14],
    signals: { le: [0], lx: [2], se: [1] },
    filter: { hours: [10 * 60, 12 * 60], zone: "UTC" },
    expected: { trades: [{ exitIndex: 3, reason: "signal" }] },
  }),
  hourly("maxTradesPerDay refuses a further entry on the date, not on the next", {
    hours: [10, 11, 12, 13, 24],
    signals: { le: [0, 2, 3], lx: [1] },
    execution: { maxTradesPerDay: 1 },
    expected: {
      trades: [{ entryIndex: 1, exitIndex: 2 }, { entryIndex: 4 }],
      refused: { maxTradesPerDay: 1 },
    },
  }),
  hourly("the date of maxTradesPerDay is that of the execution's zone", {
    // Midnight in Tokyo is 15:00 UTC.
    hours: [10, 11, 12, 15],
    signals: { le: [0, 2], lx: [1] },
    execution: { maxTradesPerDay: 1, zone: "Asia/Tokyo" },
    expected: { trades: [{ entryIndex: 1, exitIndex: 2 }, { entryIndex: 3 }] },
  }),
  hourly("maxTradesPerDay counts the second leg of a reversal; an addition is free", {
    hours: [10, 11, 12, 13],
    signals: { le: [0, 1], se: [2] },
    execution: { maxTradesPerDay: 1, pyramid: 1 },
    expected: {
      trades: [{ quantity: 2, exitIndex: 3, reason: "reverse" }],
      refused: { maxTradesPerDay: 1 },
    },
  }),
];
