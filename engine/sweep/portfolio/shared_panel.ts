import type { Panel } from "../../data/panel.ts";
import type { PanelParts } from "../../data/make_panel.ts";
import { shared } from "../shared_bars.ts";

/** The parts of a panel with columns that Workers can share; those that can be already are taken as they are. */
export function sharedPanel({ symbols, time, columns, present, priceOnly }: Panel): PanelParts {
  return {
    symbols,
    time: shared(time),
    columns: new Map([...columns].map(([name, column]) => [name, shared(column)])),
    present: sharedMask(present),
    priceOnly,
  };
}

function sharedMask(mask: Uint8Array): Uint8Array {
  if (mask.buffer instanceof SharedArrayBuffer) return mask;
  const copy = new Uint8Array(new SharedArrayBuffer(mask.length));
  copy.set(mask);
  return copy;
}
