import fc from "fast-check";
import * as builders from "../../codegen/define/builders.ts";
import type { Expression } from "../../codegen/define/expression.ts";
import { param } from "../../codegen/define/param.ts";
import * as indicators from "../../codegen/define/indicator_builders.ts";
import type { FilterInput } from "../../codegen/define/filter.ts";
import type { OrderInput } from "../../codegen/define/orders.ts";
import { number } from "./expressions.ts";

const { add, close, column, div, high, low, mul, open, sub } = builders;

/** Prices near the market on either side, on the grid of the bars and off it; now and then anything. */
const price: fc.Arbitrary<Expression> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom<Expression>(
      close,
      high,
      low,
      sub(close, sub(high, low)),
      add(close, sub(high, low)),
      sub(close, div(sub(high, low), 2)),
      add(close, div(sub(high, low), 2)),
      mul(close, 0.97),
      mul(close, 1.03),
      mul(open, 1.01),
      indicators.lowest(low, 3),
      indicators.highest(high, 3),
    ),
  },
  { weight: 1, arbitrary: fc.oneof(number(1), fc.constant(mul(close, column("u")))) },
);

const expires = fc.constantFrom<Expression | number>(1, 2, 5, param("life", 3));

/** Orders of every kind but market orders. */
export const arbitraryOrder: fc.Arbitrary<OrderInput> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<OrderInput>({ type: "marketOnClose" }) },
  {
    weight: 3,
    arbitrary: fc.record(
      { type: fc.constantFrom("limit" as const, "stop" as const), price, expires },
      { requiredKeys: ["type", "price"] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record(
      { type: fc.constant("stopLimit" as const), price, limit: price, expires },
      { requiredKeys: ["type", "price", "limit"] },
    ),
  },
) as fc.Arbitrary<OrderInput>;

/** Zones in which local dates and UTC's differ, with and without changes of the clock. */
export const zone = fc.constantFrom("UTC", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe");

const fields = {
  from: fc.constantFrom("1969-11-01", "2020-01-08", "2020-03-08"),
  to: fc.constantFrom("2021-10-20", "2020-03-20"),
  weekdays: fc.constantFrom([1, 2, 3, 4], [5, 6, 7, 1], [2, 4]),
  hours: fc.constantFrom(["09:30", "16:00"] as const, ["18:00", "04:30"] as const),
  zone,
};

/** Filters by one field and by any number of them, in any zone or none. */
export const arbitraryFilter: fc.Arbitrary<FilterInput> = fc.oneof(
  { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
  ...(["from", "to", "weekdays", "hours"] as const).map((key) => ({
    weight: 1,
    arbitrary: fc.record({ [key]: fields[key], zone }, { requiredKeys: [key] }),
  })),
) as fc.Arbitrary<FilterInput>;
