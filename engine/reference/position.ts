import type { EntryValues } from "./entry_values.ts";
import type { Levels } from "./levels.ts";
import type { SideSign } from "./plan.ts";

/** An open position. */
export interface Position {
  readonly side: SideSign;
  /** Units held, > 0. */
  quantity: number;
  /** Most units held so far. */
  largest: number;
  /** Average price of what was bought or sold. */
  average: number;
  /** Bar of the first entry. */
  readonly entryIndex: number;
  /** When in that bar it was opened. */
  readonly opened: "open" | "inside" | "close";
  /** Entries after the first one. */
  additions: number;
  /** Bar of the last addition at the open; -1 without. */
  addedAtOpen: number;
  /** Entry fee of what is left. */
  entryFee: number;
  /** Entry slippage of what is left, in money. */
  entrySlippage: number;
  /** Paid for holding what is left. */
  financing: number;
  /** The pnl of the rows so far. */
  pnl: number;
  /** What the rules were at the signal of the first entry, or of the addition that brought others. */
  values: EntryValues;
  /** R of the first entry, or of the addition that brought other stops. */
  risk: number;
  levels: Levels;
  /** Parts gone out, or passed by with a quantity of 0. */
  partsDone: number;
  /** Units gone out of the next part, whose rest found no volume. */
  partOut: number;
  /** Level of the trail; it never loosens. */
  trail: number | undefined;
  /** Whether the trail is in force. */
  trails: boolean;
  /** Whether the gain of break-even has been reached. */
  breaksEven: boolean;
  /** Water mark: the best price of the bars that count. */
  mark: number;
  /** Highest price that excursions take in; -Infinity before the first. */
  highest: number;
  /** Lowest price that excursions take in; Infinity before the first. */
  lowest: number;
}
