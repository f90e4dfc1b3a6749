import type { AssetState } from "./asset_state.ts";
import type { Decision } from "./decide.ts";
import type { EntryOrder } from "./entry_order.ts";
import type { SideSign } from "./planned_signals.ts";

/** An entry that waits for its turn. */
export interface Candidate {
  readonly state: AssetState;
  readonly side: SideSign;
  /** Why it needs no slot of its own. */
  readonly keeps: Decision["keeps"];
  readonly rank: number;
  readonly order: EntryOrder;
}

/** Entries in order of rank, as far as there are slots; those that come to none. */
export interface Chosen {
  readonly taken: readonly Candidate[];
  readonly left: readonly Candidate[];
}

/**
 * Puts entries in order, the highest rank first, ranks that are no number last and equal ones in the order given, and
 * gives out the slots.
 *
 * @param free Slots that are free before what turns a position round or takes the place of an entry takes its own.
 */
export function chosen(candidates: readonly Candidate[], free: number): Chosen {
  const ordered = candidates.toSorted((one, other) => compare(one.rank, other.rank));
  const kept = ordered.filter(({ keeps }) => keeps === "reversal" || keeps === "replacement");
  let slots = free - kept.length;
  const taken: Candidate[] = [];
  const left: Candidate[] = [];
  for (const candidate of ordered) {
    if (candidate.keeps !== undefined) taken.push(candidate);
    else if (slots > 0) {
      slots--;
      taken.push(candidate);
    } else left.push(candidate);
  }
  return { taken, left };
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) || a > b ? -1 : 1;
}
