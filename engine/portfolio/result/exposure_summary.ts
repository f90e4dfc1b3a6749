import type { PortfolioCurves } from "./holdings.ts";

/** Mean and extremes of long, short, gross and net exposure. */
export function exposureSummary(
  { curves }: { readonly curves: PortfolioCurves },
): Record<"meanLong" | "meanShort" | "meanGross" | "meanNet" | "maxGross", number> {
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const { long, short, gross, net } = curves;
  return {
    meanLong: mean(long),
    meanShort: mean(short),
    meanGross: mean(gross),
    meanNet: mean(net),
    maxGross: gross.length ? gross.reduce((most, value) => Math.max(most, value)) : NaN,
  };
}
