import { barsColumn, isSameColumn } from "../program/column_source.ts";
import type { ColumnSource, Program } from "../program/program.ts";
import type { Frame } from "./frame.ts";
import { outWords, zonedTradeColumns } from "./names.ts";
import { eventWords } from "./signals.ts";
import { kernelState } from "./state.ts";
import { zoneWords } from "./zone_holding.ts";

/** What the functions that fill orders may refer to. */
export function ordersFrame(program: Program, name: "orders" | "finish"): Frame {
  return {
    name,
    columns: program.columns,
    numbers: program.numbers,
    state: kernelState(program),
    events: [["count", "count"], ...eventWords(program), ...zoneWords(program)],
    out: program.zoned ? [...outWords, ...zonedTradeColumns] : outWords,
    aliases: columnAliases(program),
  };
}

/** Words of the columns that only broker code reads. */
function columnAliases({ shape, columns }: Program): NonNullable<Frame["aliases"]> {
  const { session, filter, dailyLimit, financing } = shape;
  const index = (source: ColumnSource): number =>
    columns.findIndex((column) => isSameColumn(column, source));
  return [
    ...(financing.funding === undefined
      ? []
      : [["funding", index(barsColumn(financing.funding))] as const]),
    ...([["sessionTime", session], ["filterTime", filter?.zone], ["dayTime", dailyLimit]] as const)
      .flatMap(([word, zone]) =>
        zone === undefined ? [] : [[word, index({ kind: "localTime", zone })] as const]
      ),
  ];
}
