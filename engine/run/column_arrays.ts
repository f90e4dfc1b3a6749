import type { ColumnSource } from "../../codegen/program/program.ts";
import type { Bars, Column } from "../data/bars.ts";
import { customColumn } from "../data/custom_column.ts";
import { localTime } from "../data/local_time.ts";

/**
 * The arrays that a kernel takes for the columns of its program. The bars have every column that is named.
 *
 * @throws {DataError} If a custom column cannot be filled.
 */
export function columnArrays(sources: readonly ColumnSource[], bars: Bars): Column[] {
  return sources.map((source) => arrayOf(source, bars));
}

function arrayOf(source: ColumnSource, bars: Bars): Column {
  switch (source.kind) {
    case "bars":
      return bars.columns.get(source.name)!;
    case "time":
      return bars.time;
    case "localTime":
      return localTime(bars.time, source.zone);
    case "custom":
      return customColumn(source.column, bars);
  }
}
