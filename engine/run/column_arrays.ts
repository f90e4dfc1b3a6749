import type { ColumnSource } from "../../codegen/program/program.ts";
import type { Bars, Column } from "../data/bars.ts";
import { localTime } from "../data/local_time.ts";

/** The arrays that a kernel takes for the columns of its program. The bars have every column that is named. */
export function columnArrays(sources: readonly ColumnSource[], bars: Bars): Column[] {
  return sources.map((source) =>
    source.kind === "bars" ? bars.columns.get(source.name)! : localTime(bars.time, source.zone)
  );
}
