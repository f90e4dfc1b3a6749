import type { PortfolioArrays } from "../../../codegen/compile_portfolio.ts";
import type { PortfolioNeeds } from "../../../codegen/program/portfolio_program.ts";
import type { Panel } from "../../data/panel.ts";
import { type PortfolioReason, portfolioReasons } from "../order_codes.ts";
import type { PortfolioSettings } from "../settings.ts";
import type { AccountColumns } from "./account_columns.ts";
import type { EventLog } from "./event_log.ts";
import type { OrderTable } from "./order_table.ts";
import type { RuleBook } from "./rule_book.ts";

/** What a compiled run and the code of orders around it share. */
export interface RunState {
  readonly panel: Panel;
  readonly settings: PortfolioSettings;
  /** Smallest steps of prices and quantities, and money of a unit at a price of 1, of each asset. */
  readonly ticks: Float64Array;
  readonly lots: Float64Array;
  readonly multipliers: Float64Array;
  /** Which assets fill on bars with volume only: 1 or 0. */
  readonly needsVolume: Uint8Array;
  /** What is held of each asset. */
  readonly account: AccountColumns;
  /** The rules that positions open with. */
  readonly rules: RuleBook;
  readonly table: OrderTable;
  readonly events: EventLog;
  /** What generated code reads and writes. */
  readonly arrays: { -readonly [Name in keyof PortfolioArrays]: PortfolioArrays[Name] };
  /** Rows of the orders that had not ended when the bar began, and of newer ones, in order of submission. */
  alive: number[];
  /** Rows of those at market when the bar began. */
  market: readonly number[];
  /** Rows of those that leave by themselves, of trailing stops, and of those that only reduce, by asset. */
  timed: number[];
  trailing: number[];
  readonly reducing: Map<number, number[]>;
  /** Rows of the orders of each group by its name. */
  readonly groups: Map<string, number[]>;
  /** How many rows of `arrays.picked` are market orders that can fill now. */
  pickedCount: number;
  /** Orders refused or cancelled outside of generated code, by position in `portfolioReasons`. */
  readonly refused: number[];
  /** Orders and rules that generated code is for; it is made anew before it is called next. */
  needs: PortfolioNeeds;
  readonly cash: () => number;
  /** Sum of the values of all positions. */
  readonly heldValue: () => number;
  readonly isRuined: () => boolean;
  /** Equity at the last closes; NaN where it has to be computed. */
  knownEquity: number;
  /** The bar that runs. */
  bar: number;
  /** The bar of the last close that code has seen; -1 before the first. */
  now: number;
  /** Whether bars are still to come, or code is told of the last ones, or nothing can happen any more. */
  phase: "bars" | "told" | "ended";
}

/** The integer of a reason in the order table. */
export function codeOf(reason: PortfolioReason): number {
  return portfolioReasons.indexOf(reason);
}

/** Sees to it that generated code has what is needed from now on. */
export function need(run: RunState, more: Partial<PortfolioNeeds>): void {
  const isNew = (name: string): boolean => !run.needs[name as keyof PortfolioNeeds];
  if (!Object.keys(more).some(isNew)) return;
  run.needs = { ...run.needs, ...more };
  run.table.needAll();
}

/** The last close of an asset that code has seen; NaN before its first. */
export function lastClose({ panel, arrays, now }: RunState, asset: number): number {
  if (now < 0) return NaN;
  const close = panel.close[now * panel.assets + asset];
  return close === close ? close : arrays.valuePrice[asset];
}
