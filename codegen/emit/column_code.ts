import { isSameColumn } from "../program/column_source.ts";
import type { ColumnSource, NodeProgram } from "../program/program.ts";
import { type Code, name } from "./code.ts";
import { columnWord } from "./frame.ts";

/** The array of a column. */
export function columnCode({ columns }: Pick<NodeProgram, "columns">, column: ColumnSource): Code {
  return name(columnWord(column, columns.findIndex((source) => isSameColumn(source, column))));
}
