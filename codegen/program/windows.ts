import type { ParamValues } from "../define/static.ts";
import type { Window } from "./program.ts";

/** Bars of history that the widest of some windows needs. */
export function historyOf(windows: readonly Window[]): (values: ParamValues) => number {
  return (values) => windows.reduce((most, { bars }) => Math.max(most, bars(values)), 0);
}
