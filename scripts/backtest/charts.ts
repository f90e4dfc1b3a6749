import { chart } from "../../engine/run/chart.ts";
import type { Column } from "../../engine/data/bars.ts";

/** A curve below equity and drawdown. */
export interface MoreCurve {
  readonly label: string;
  readonly values: Column;
}

/** Equity, drawdown and perhaps another share of equity as small charts, blocks of lines with their axes of time above each other. */
export function charts(
  { equity, curves }: { readonly equity: Column; readonly curves: { readonly drawdown: Column } },
  { width, more = [] }: { readonly width: number; readonly more?: readonly MoreCurve[] },
): string[] {
  const shares = [{ label: "Drawdown", values: curves.drawdown }, ...more];
  const made = [
    chart(equity, { width, height: 5, label: "Equity", unit: "money" }),
    ...shares.map(({ label, values }) =>
      chart(values, { width, height: 3, label, unit: "fraction" })
    ),
  ];
  const margin = Math.max(...made.map(marginOf));
  return made.map((block) => indented(block, margin));
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
