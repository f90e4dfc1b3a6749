import { benchmarkGroup, type BenchmarkStatistics } from "./benchmark_statistics.ts";
import { costGroup, type CostStatistics } from "./cost_statistics.ts";
import { distributionGroup, type DistributionStatistics } from "./distribution_statistics.ts";
import { drawdownGroup, type DrawdownStatistics } from "./drawdown_statistics.ts";
import { equityGroup, type EquityStatistics } from "./equity_statistics.ts";
import { excursionGroup, type ExcursionStatistics } from "./excursion_statistics.ts";
import { fillGroup, type FillStatistics } from "./fill_statistics.ts";
import { periodGroup, type PeriodStatistics } from "./period_statistics.ts";
import { returnGroup, type ReturnStatistics } from "./return_statistics.ts";
import { riskGroup, type RiskStatistics } from "./risk_statistics.ts";
import { snakeCase, type Statistic, type StatisticText } from "./statistic.ts";
import { tradeDetailGroup, type TradeDetailStatistics } from "./trade_detail_statistics.ts";
import { underwaterGroup, type UnderwaterStatistics } from "./underwater_statistics.ts";
import { tradeGroup, type TradeStatistics } from "./trade_statistics.ts";

/** The statistics of the first page, computed at once. */
export interface PageStatistics
  extends
    PeriodStatistics,
    EquityStatistics,
    ReturnStatistics,
    RiskStatistics,
    DrawdownStatistics,
    CostStatistics,
    TradeStatistics,
    FillStatistics {}

/** The other statistics, computed when first read. */
export interface DetailStatistics
  extends
    UnderwaterStatistics,
    TradeDetailStatistics,
    ExcursionStatistics,
    DistributionStatistics,
    BenchmarkStatistics {}

/** Every statistic as measured. */
export interface MeasuredStatistics extends PageStatistics, DetailStatistics {}

/** Name of a statistic. */
export type StatisticName = keyof MeasuredStatistics;

/** A heading and the statistics below it. */
export interface StatisticSection {
  /** The heading. */
  readonly title: string;
  /** Whether it is shown by `details()` only, not on the first page, and computed when first read. */
  readonly detail: boolean;
  /** In display order. */
  readonly statistics: readonly Statistic<StatisticName>[];
}

/** The statistics by heading, in display order. */
export const statisticSections: readonly StatisticSection[] = [
  ...sectionsOf([
    periodGroup,
    equityGroup,
    returnGroup,
    riskGroup,
    drawdownGroup,
    costGroup,
    tradeGroup,
    fillGroup,
  ], { detail: false }),
  ...sectionsOf([
    underwaterGroup,
    distributionGroup,
    tradeDetailGroup,
    excursionGroup,
    benchmarkGroup,
  ], { detail: true }),
];

interface AnyGroup {
  readonly title: string;
  readonly statistics: Readonly<Record<string, StatisticText>>;
}

function sectionsOf(
  groups: readonly AnyGroup[],
  rest: { readonly detail: boolean },
): StatisticSection[] {
  return groups.map(({ title, statistics }) => ({
    title,
    ...rest,
    statistics: Object.entries(statistics).map(([name, text]) => ({
      name: name as StatisticName,
      key: snakeCase(name),
      ...text,
    })),
  }));
}

/**
 * Every statistic by name, in display order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(statistics.get("maxDrawdown")?.key, "max_drawdown");
 * assertEquals(statistics.get("maxDrawdown")?.unit, "fraction");
 * ```
 */
export const statistics: ReadonlyMap<string, Statistic<StatisticName>> = new Map(
  statisticSections.flatMap((section) =>
    section.statistics.map((statistic) => [statistic.name, statistic])
  ),
);
