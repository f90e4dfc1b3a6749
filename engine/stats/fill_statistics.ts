import type { StatisticsInput } from "./input.ts";
import type { Measured, StatisticGroup } from "./statistic.ts";

/** How much of the result hangs on assumptions about fills. */
export interface FillStatistics {
  /** Bars on which stop and target were both touched, so that `ambiguity` decided. */
  readonly ambiguousBars: Measured;
  /** Sum of `|other level - chosen level| * quantity` over them. */
  readonly ambiguousStake: Measured;
  /** Entries made smaller because cash did not suffice. */
  readonly reducedOrders: Measured;
}

/** Texts of the fill statistics. */
export const fillGroup: StatisticGroup<FillStatistics> = {
  title: "Fills",
  statistics: {
    ambiguousBars: {
      label: "Ambiguous bars",
      unit: "count",
      computed: "streamed",
      summary: "Bars on which stop and target were both touched inside the bar.",
      undefinedWhen: "",
    },
    ambiguousStake: {
      label: "Ambiguous stake",
      unit: "money",
      computed: "streamed",
      summary: "Difference that the other choice would have made on the ambiguous bars.",
      undefinedWhen: "",
    },
    reducedOrders: {
      label: "Reduced orders",
      unit: "count",
      computed: "streamed",
      summary: "Entries made smaller because cash did not suffice.",
      undefinedWhen: "",
    },
  },
};

/** Takes over what the engine counted. */
export function fillStatistics({ output }: StatisticsInput): FillStatistics {
  const { ambiguousBars, ambiguousStake, reducedOrders } = output;
  return { ambiguousBars, ambiguousStake, reducedOrders };
}
