import type { BacktestResult } from "../../engine/run/result.ts";
import type { Phases } from "../command/phases.ts";
import { charts } from "./charts.ts";

/** What the page says beside the result. */
export interface PageOptions {
  readonly phases: Phases;
  /** Whether both engines ran and agreed. */
  readonly verified: boolean;
  /** Directory that was written, if any. */
  readonly out: string | undefined;
}

/** Characters of the charts: with their axis as wide as the statistics. */
const width = 72;

/** A result as a page for a terminal: statistics, last trades, charts, returns by month, and where the time went. */
export function resultPage(result: BacktestResult, { phases, verified, out }: PageOptions): string {
  const sections = [
    result.toString(),
    ...(result.bars.length === 0 ? [] : [
      ...charts(result, { width }),
      `Returns by month and year\n${result.monthlyTable()}`,
    ]),
    [...runLines({ verified, out }), phases.toString()].join("\n"),
  ];
  return sections.join("\n\n");
}

/** What a page says of the run itself. */
export function runLines({ verified, out }: Omit<PageOptions, "phases">): string[] {
  return [
    ...(verified ? ["Verified: compiled run and reference agree bit for bit"] : []),
    ...(out === undefined ? [] : [`Written: ${out}`]),
  ];
}
