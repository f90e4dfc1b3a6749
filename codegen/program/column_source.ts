import type { ColumnSource } from "./program.ts";

/** A column of the bars. */
export function barsColumn(name: string): ColumnSource {
  return { kind: "bars", name };
}

/** Whether two sources are the same column. */
export function isSameColumn(a: ColumnSource, b: ColumnSource): boolean {
  switch (a.kind) {
    case "bars":
      return b.kind === "bars" && a.name === b.name;
    case "time":
      return b.kind === "time";
    case "localTime":
      return b.kind === "localTime" && a.zone === b.zone;
    case "custom":
      return b.kind === "custom" && a.column.fill === b.column.fill;
  }
}
