import type { SetRun } from "./set_run.ts";
import type { GroupEvents } from "./sweep_events.ts";

/** Sets whose first passes are the same: it is made once for all of them, with the state of the first. */
export interface SetGroup {
  readonly events: GroupEvents;
  readonly sets: SetRun[];
}

/** Sets of a group that are run at a stretch; the first piece makes the first pass for all. */
export interface GroupPiece extends SetGroup {
  readonly isFirst: boolean;
}

/** Sets of a piece at most. */
const pieceSets = 256;

/** Cuts a group, so that a batch can give way between two pieces. */
export function piecesOf({ events, sets }: SetGroup): GroupPiece[] {
  const count = Math.ceil(sets.length / pieceSets);
  return Array.from({ length: count }, (_, piece) => ({
    events,
    sets: sets.slice(piece * pieceSets, (piece + 1) * pieceSets),
    isFirst: piece === 0,
  }));
}
