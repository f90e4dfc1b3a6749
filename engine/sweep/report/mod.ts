/**
 * What results of many sets come to: ranking, filters, tables, maps, and how stable the optimum is.
 *
 * @module
 */
export { bestEquity, type RerunResults, type SetCurve } from "./best_equity.ts";
export { heatMap, type HeatMapOptions } from "./heat_map.ts";
export { parallelTable } from "./parallel_table.ts";
export { type RankedSet, type RankOptions, rankSets } from "./rank_sets.ts";
export type { ReturnBlock, SetResults } from "./set_results.ts";
export { type SetFilter, setFilter } from "./set_filter.ts";
export type { FileColumn, FileTable } from "../../files/table.ts";
export { setsArrow, setsCsv, setsTable, type SetsTableOptions } from "./sets_table.ts";
export { type Neighbourhood, type Stability, stability } from "./stability.ts";
export { stabilityText, sweepText, type SweepTextOptions } from "./sweep_text.ts";
