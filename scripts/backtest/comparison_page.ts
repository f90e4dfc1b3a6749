import { compareResults } from "../../engine/run/compare.ts";
import { comparisonJson } from "../../engine/run/comparison_json.ts";
import { comparisonText } from "../../engine/run/comparison_text.ts";
import type { BacktestResult } from "../../engine/run/result.ts";
import type { Phases } from "../command/phases.ts";
import { version } from "../command/version.ts";

/** Two results beside each other, as text for a terminal or as JSON. */
export function comparisonPage(
  [left, right]: readonly BacktestResult[],
  { json, verified, phases }: {
    readonly json: boolean;
    /** Whether both engines ran and agreed, for both. */
    readonly verified: boolean;
    readonly phases: Phases;
  },
): string {
  const comparison = compareResults(left, right);
  if (json) {
    const { timings, memory } = phases;
    return JSON.stringify({ ...comparisonJson(comparison), version, timings, memory }, null, 2);
  }
  const notes = [
    ...(verified ? ["Verified: compiled runs and reference agree bit for bit"] : []),
    phases.toString(),
  ];
  return [comparisonText(comparison), notes.join("\n")].join("\n\n");
}
