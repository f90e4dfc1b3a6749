import { plural } from "../../engine/stats/plural.ts";
import { formatTime } from "../../engine/stats/format.ts";
import { sweepText } from "../../engine/sweep/report/sweep_text.ts";
import type { Phases } from "../command/phases.ts";
import type { CheckedSweepFlags } from "./check_flags.ts";
import type { AnySweep } from "./sweep_work.ts";

/** What the page says beside the result. */
interface PageOptions extends Pick<CheckedSweepFlags, "by" | "order" | "filter" | "top"> {
  readonly out: string | undefined;
  readonly phases: Phases;
  /** Whether the map has colours. */
  readonly color: boolean;
}

/**
 * A sweep as a page for a terminal: what was run, the best sets, a map or a table of all, how stable the best is, failures,
 * and where the time went.
 */
export function sweepPage(
  result: AnySweep,
  { out, phases, ...options }: PageOptions,
): string {
  const sections = [
    sweepText(result, { ...options, title: title(result) }),
    ...(result.failures.length === 0 ? [] : [failureText(result)]),
    [...(out === undefined ? [] : [`Written: ${out}`]), phases.toString()].join("\n"),
  ];
  return sections.join("\n\n");
}

function title(result: AnySweep): string {
  const { length, time } = "bars" in result ? result.bars : result.panel;
  const span = length === 0 ? [] : [`${formatTime(time[0])} to ${formatTime(time[length - 1])}`];
  const end = result.stopped ? ["stopped"] : [];
  return [nameOf(result), ...span, plural(length, "bar"), ...end].join(", ");
}

function nameOf(result: AnySweep): string {
  if ("panel" in result) {
    const name = result.strategy?.strategy.name ?? "Code";
    return `${name} on ${plural(result.panel.assets, "asset")}`;
  }
  const { strategy: { name }, bars: { symbol } } = result;
  return symbol === "" ? name : `${name} on ${symbol}`;
}

function failureText({ failures }: AnySweep): string {
  const lines = failures.slice(0, 10).map(({ from, to, reason }) =>
    `  ${to - from === 1 ? `set ${from}` : `sets ${from} to ${to - 1}`}: ${reason}`
  );
  const count = failures.reduce((sum, { from, to }) => sum + to - from, 0);
  return [`Failed: ${plural(count, "set")}`, ...lines].join("\n");
}
