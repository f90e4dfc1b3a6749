import { assertEquals } from "@std/assert";
import type { FilterInput } from "../../codegen/define/filter.ts";
import type { OrderInput } from "../../codegen/define/orders.ts";
import { orderReasons } from "../../codegen/define/reasons.ts";
import { timeStop } from "../../codegen/define/rule_builders.ts";
import type { StrategyInput } from "../../codegen/define/strategy.ts";
import type { Bars } from "../../engine/data/bars.ts";
import type { RunOutput } from "../../engine/run/output.ts";
import { type OrderKinds, orderNames } from "../fuzz/parts.ts";
import { handBars } from "./bars.ts";
import { definitionRow } from "./definition_row.ts";
import type { FilterExample, OrderExample } from "./order_examples.ts";
import type { Row } from "./row.ts";
import { own } from "./rule_rows.ts";

/** Orders and fields of filters, examples of both and what random definitions hold. */
export interface OrderRowOptions {
  readonly orders: OrderKinds;
  readonly filters: Readonly<Record<string, unknown>>;
  readonly orderExamples: Readonly<Record<string, OrderExample>>;
  readonly filterExamples: Readonly<Record<string, FilterExample>>;
  /** Names as of `partsOf`. */
  readonly fuzzed: ReadonlySet<string>;
}

const generator = "tests/fuzz/orders.ts";
const where = "write an example of it in tests/matrix/order_examples.ts";

/** One row for each order as an entry and as an exit, for each that may expire, and for each field of a filter. */
export function orderRows(options: OrderRowOptions): Row[] {
  const { orders, filters, orderExamples, filterExamples, fuzzed } = options;
  return [
    ...orderNames(orders).map((name) =>
      definitionRow<OrderInput, OrderExample>(`order ${name}`, {
        example: own(orderExamples, name),
        fuzzed: fuzzed.has(`order ${name}`),
        where: `${where}, and its builder in codegen/define/order_builders.ts`,
        generator,
        define: (order) => submitting(name, order),
        check: (given, output) => checkFill(given, { output, name }),
      })
    ),
    ...Object.keys(filters).map((name) =>
      definitionRow<FilterInput, FilterExample>(`filter ${name}`, {
        example: own(filterExamples, name),
        fuzzed: fuzzed.has(`filter ${name}`),
        where,
        generator,
        define: (filter) => ({ long: { enter: true }, risk: [timeStop(1)], filter }),
        check: ({ entries }, { trades }) => assertEquals([...trades.entryIndex], entries),
        bars: stamped,
      })
    ),
  ];
}

/** The order on the signal of bar 3; of an exit the position is there from bar 1 on. */
function submitting(name: string, order: OrderInput): Partial<StrategyInput> {
  return name.endsWith("exitOrder")
    ? { long: { enter: "u == 1", exit: "u == 3", exitOrder: order } }
    : { long: { enter: "u == 3", entry: order } };
}

function checkFill(
  { fill }: OrderExample,
  { output, name }: { readonly output: RunOutput; readonly name: string },
): void {
  const { trades, refused } = output;
  if (fill === undefined) {
    assertEquals(trades.count, 0, "filled");
    assertEquals(refused[orderReasons.indexOf("expired")], 1, "has not expired");
    return;
  }
  const isExit = name.endsWith("exitOrder");
  assertEquals((isExit ? trades.exitIndex : trades.entryIndex)[0], fill.index, "another bar");
  assertEquals((isExit ? trades.exitPrice : trades.entryPrice)[0], fill.price, "another price");
}

function stamped({ apart }: FilterExample): Bars {
  return { ...handBars, time: handBars.time.map((time) => time / 24 * apart) };
}
