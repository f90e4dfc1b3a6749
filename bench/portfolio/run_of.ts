import type { Panel } from "../../engine/data/panel.ts";
import type { PortfolioCase } from "./cases.ts";
import { oursOf } from "./ours.ts";
import { plainOf } from "./plain.ts";

/** Who runs a case; `plain objects, sorting` picks by a sort with a comparator, the others by `Ranker`. */
export type EngineName = "compiled" | "plain objects" | "plain objects, sorting" | "reference";

/** What is compared of a run. */
export interface Run {
  readonly engine: EngineName;
  readonly equity: ArrayLike<number>;
  readonly orders: number;
  readonly fills: number;
}

/** A run of a case by an engine, as often as wanted. */
export function runOf(made: PortfolioCase, panel: Panel, engine: EngineName): () => Run {
  if (engine === "compiled" || engine === "reference") {
    const run = oursOf(made, panel, engine === "compiled" ? "batch" : "event");
    return () => {
      const { equity, output: { orders, ledger } } = run();
      return { engine, equity, orders: orders.count, fills: ledger.count };
    };
  }
  const run = plainOf(made, panel, { sorts: engine === "plain objects, sorting" });
  return () => {
    const { equity, orders, fills } = run();
    return { engine, equity, orders: orders.length, fills: fills.length };
  };
}

/**
 * Holds a run against the first one: orders and fills are as many, equity is the same but for the order of sums.
 *
 * One over fewer bars is held against as many of the first.
 *
 * @returns The largest difference of equity, relative.
 * @throws {Error} If it is above 1e-9, or the counts differ.
 */
export function compareRuns(first: Run, other: Run): number {
  const attempted = `Cannot compare ${first.engine} with ${other.engine}`;
  const isWhole = other.equity.length === first.equity.length;
  if (isWhole && (first.orders !== other.orders || first.fills !== other.fills)) {
    throw new Error(
      `${attempted}: ${first.orders} and ${other.orders} orders, ${first.fills} and ${other.fills} fills`,
    );
  }
  let largest = 0;
  for (let t = 0; t < other.equity.length; t++) {
    const [ours, theirs] = [first.equity[t], other.equity[t]];
    const difference = Math.abs(theirs / ours - 1);
    if (!(difference <= 1e-9)) {
      throw new Error(`${attempted}: equity is ${ours} and ${theirs}, bar ${t}`);
    }
    largest = Math.max(largest, difference);
  }
  return largest;
}
