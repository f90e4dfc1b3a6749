import type { Statistics } from "./gather.ts";
import { statistics as registry } from "./registry.ts";

/** Statistics as a file holds them, by key. */
export interface StatisticsJson {
  /** Values, null where undefined. */
  readonly statistics: Readonly<Record<string, number | null>>;
  /** Why, for each that is. */
  readonly undefined: Readonly<Record<string, string>>;
}

/** Every statistic that is there by key, and the reasons of those that are undefined. */
export function statisticsJson(
  { values, reasons }: {
    readonly values: Partial<Statistics["values"]>;
    readonly reasons: Statistics["reasons"];
  },
): StatisticsJson {
  const all = [...registry.values()].filter(({ name }) => name in values);
  return {
    statistics: Object.fromEntries(
      all.map(({ key, name }) => [key, reasons[name] === undefined ? values[name]! : null]),
    ),
    undefined: Object.fromEntries(
      all.flatMap(({ key, name }) => {
        const reason = reasons[name];
        return reason === undefined ? [] : [[key, reason]];
      }),
    ),
  };
}
