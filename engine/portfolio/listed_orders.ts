import { describe } from "../../codegen/define/describe.ts";
import { didYouMean, type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { boundTime } from "../data/bound.ts";
import { firstAtOrAfter } from "../data/slice.ts";
import type { Panel } from "../data/panel.ts";
import type { TimeValue } from "../data/source_columns.ts";
import { readOrder } from "./read_order.ts";
import type { OrderAmount, OrderInput, OrderOptions } from "./orders.ts";
import type { PortfolioHandlers } from "./panel_rows.ts";

/** An order of a list. */
export interface ListedOrder extends Omit<OrderOptions, "until" | "parent">, OrderAmount {
  /** It is submitted at the last close before this time, and before the first bar where there is none. */
  readonly time: TimeValue;
  /** Symbol of its asset. */
  readonly symbol: string;
  /** Wanted of all but targets. */
  readonly side?: "buy" | "sell";
  /** Last moment of `tif: "gtd"`, which it stands for where `tif` is left out; a text that names a day means its end. */
  readonly expires?: TimeValue;
  /** Place in the list, from 1, of the order that must have filled before this one works; it is submitted before. */
  readonly parent?: number;
}

/** An order that is ready to be submitted. */
interface Submission {
  /** Place in the list, from 1. */
  readonly place: number;
  /** Bar at whose close; -1: before the first. */
  readonly bar: number;
  readonly input: Omit<OrderInput, "parent">;
  readonly parent: number;
}

/** What a list is read with. */
export interface ListReading {
  /** Names an order in problems by its index. */
  readonly pathOf: (index: number) => string;
  /** Problems found before, in the same list. */
  readonly problems?: readonly Problem[];
  /** What could not be done. */
  readonly attempted?: string;
}

/** How a list made by a program is told of. */
const plainReading: ListReading = { pathOf: (index) => `orders[${index}]` };

/**
 * Checks a list of orders.
 *
 * @throws {DefinitionError} With every order that cannot be.
 */
export function checkOrders(
  list: readonly ListedOrder[],
  panel: Pick<Panel, "symbols" | "time">,
  reading: ListReading = plainReading,
): void {
  submissions(list, panel, reading);
}

/**
 * Handlers that submit the orders of a list, section 7 of docs/portfolio.md.
 *
 * @throws {DefinitionError} With every order that cannot be.
 */
export function listHandlers(list: readonly ListedOrder[], panel: Panel): PortfolioHandlers {
  const sorted = submissions(list, panel, plainReading)
    .toSorted((one, other) => one.bar - other.bar || one.place - other.place);
  const numbers = new Map<number, number>();
  let next = 0;
  const submit: NonNullable<PortfolioHandlers["onStart"]> = (broker) => {
    const { place, input, parent } = sorted[next++];
    const of = numbers.get(parent);
    numbers.set(place, broker.order(of === undefined ? input : { ...input, parent: of }));
  };
  return {
    onStart(broker): void {
      while (sorted[next]?.bar === -1) submit(broker);
    },
    onBar(broker, t): void {
      while (sorted[next]?.bar === t) submit(broker);
    },
  };
}

function submissions(
  list: readonly ListedOrder[],
  panel: Pick<Panel, "symbols" | "time">,
  { pathOf, problems: found = [], attempted = "use the list of orders" }: ListReading,
): Submission[] {
  const problems: Problem[] = [...found];
  refuseOthers(list, pathOf, attempted);
  const symbols = new Set(panel.symbols);
  const made = list.map((order, index) => {
    const report = (path: string, message: string, remedy?: string): void => {
      problems.push({
        path: `${pathOf(index)}${path === "" ? "" : `.${path}`}`,
        message,
        ...(remedy === undefined ? {} : { remedy }),
      });
    };
    return submission(order, { index, panel, symbols, report });
  });
  made.forEach(({ parent, bar }, index) => {
    if (parent === 0) return;
    const before = made[parent - 1];
    const isBefore = before !== undefined &&
      (before.bar < bar || (before.bar === bar && parent < index + 1));
    if (isBefore) return;
    problems.push({
      path: `${pathOf(index)}.parent`,
      message: before === undefined
        ? `Expected the place of an order, from 1 to ${list.length}, but found ${parent}`
        : `Expected an order that is submitted before but found ${parent}`,
    });
  });
  throwProblems(attempted, problems);
  return made;
}

/** Refuses what is no list of objects. */
function refuseOthers(list: unknown, pathOf: ListReading["pathOf"], attempted: string): void {
  if (!Array.isArray(list)) {
    const message = `Expected a list of orders but found ${describe(list)}`;
    throwProblems(attempted, [{ path: "orders", message }]);
  }
  const items = [...list as unknown[]];
  const wrong = items.flatMap((order, index) =>
    typeof order === "object" && order !== null && !Array.isArray(order)
      ? []
      : [{ path: pathOf(index), message: `Expected an order but found ${describe(order)}` }]
  );
  throwProblems(attempted, wrong);
}

function submission(
  order: ListedOrder,
  { index, panel, symbols, report }: {
    readonly index: number;
    readonly panel: Pick<Panel, "symbols" | "time">;
    readonly symbols: ReadonlySet<string>;
    readonly report: (path: string, message: string, remedy?: string) => void;
  },
): Submission {
  const { time, symbol, expires, parent = 0, ...rest } = order;
  const moment = (name: "time" | "expires", value: TimeValue, wholeDay: boolean): number => {
    try {
      return boundTime(value, { name, wholeDay });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      report(name, `Expected a time but found ${JSON.stringify(value)}`);
      return NaN;
    }
  };
  if (!symbols.has(symbol)) {
    const message = `Expected a symbol of the panel but found ${JSON.stringify(symbol)}`;
    report("symbol", message, didYouMean(String(symbol), symbols).remedy);
  }
  const start = moment("time", time, false);
  const input = {
    ...rest,
    asset: symbol,
    ...(expires === undefined ? {} : { tif: rest.tif ?? "gtd", until: lastMoment(expires) }),
  } as const;
  function lastMoment(value: TimeValue): number {
    const whole = moment("expires", value, true);
    // Where the text names a day its end is the first moment that is not of it.
    return whole === moment("expires", value, false) ? whole : whole - 1;
  }
  try {
    readOrder(input);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    const what = error.message.replace(/^Cannot submit an order: /, "");
    report("", what.charAt(0).toUpperCase() + what.slice(1));
  }
  if (!Number.isSafeInteger(parent) || parent < 0) {
    report("parent", `Expected a place in the list, from 1, but found ${parent}`);
  }
  return {
    place: index + 1,
    bar: firstAtOrAfter(panel.time, start) - 1,
    input,
    parent: Number.isSafeInteger(parent) && parent > 0 ? parent : 0,
  };
}
