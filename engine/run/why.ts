import { plural } from "../stats/plural.ts";
import { formatTime } from "../stats/format.ts";
import { refusalMeanings, refusedText } from "./refused.ts";
import type { ResultFields, SignalCount } from "./result_fields.ts";

/**
 * Why a run has no trades: how often each signal was true and from which bar on it could be, what its filter let pass, and
 * what became of the orders. Undefined for a run with trades.
 */
export function whyNoTrades(fields: ResultFields): string | undefined {
  const { output, bars, signalCounts } = fields;
  if (output.trades.count > 0) return undefined;
  if (bars.length === 0) return "No trades: there are no bars";
  const refused = refusedText(output);
  return [
    "No trades",
    ...(signalCounts?.() ?? []).map((count) => "  " + signalLine(count, fields)),
    `  Orders refused or cancelled: ${refused ?? "none"}`,
    ...refusalMeanings(output).map((line) => "    " + line),
  ].join("\n");
}

function signalLine(
  { signal, bars: count, firstPossible, passed }: SignalCount,
  { bars }: ResultFields,
): string {
  if (firstPossible >= bars.length) {
    return `${signal} could not be true: it looks back ${
      plural(firstPossible, "bar")
    }, of ${bars.length}`;
  }
  const since = `bar ${firstPossible}, ${formatTime(bars.time[firstPossible])}`;
  const filter = passed === undefined ? "" : `; the filter let ${passed} of these pass`;
  return `${signal} was true on ${count} of ${
    plural(bars.length, "bar")
  }, and could be from ${since} on${filter}`;
}
