import { chart } from "../../engine/run/chart.ts";
import type { Column } from "../../engine/data/bars.ts";

/** Equity and drawdown as small charts, two blocks of lines, one axis of time above the other. */
export function charts(
  { equity, curves }: { readonly equity: Column; readonly curves: { readonly drawdown: Column } },
  { width }: { readonly width: number },
): [equity: string, drawdown: string] {
  const above = chart(equity, { width, height: 5, label: "Equity", unit: "money" });
  const below = chart(curves.drawdown, { width, height: 3, label: "Drawdown", unit: "fraction" });
  const margin = Math.max(marginOf(above), marginOf(below));
  return [indented(above, margin), indented(below, margin)];
}

/** Characters before the axis. */
function marginOf(chart: string): number {
  return chart.split("\n")[1].indexOf("┤");
}

function indented(chart: string, margin: number): string {
  const [label, ...lines] = chart.split("\n");
  const indent = " ".repeat(margin - marginOf(chart));
  return [label, ...lines.map((line) => indent + line)].join("\n");
}
