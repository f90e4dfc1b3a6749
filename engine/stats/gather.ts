import {
  type DetailStatistics,
  type PageStatistics,
  type StatisticName,
  statistics as registry,
} from "./registry.ts";
import { type Measured, type Reason, reasons } from "./statistic.ts";

/** The statistics of a run. */
export interface Statistics {
  /**
   * Values by name, times in milliseconds since the epoch; NaN where undefined. Those of `details` are computed, group by
   * group, when one is first read.
   */
  readonly values: Readonly<Record<StatisticName, number>>;
  /** Why a value is undefined, for each that is. Reading it computes every statistic. */
  readonly reasons: Readonly<Partial<Record<StatisticName, Reason>>>;
  /** Why one value is undefined; undefined if it is not. Computes no more than that value. */
  readonly reason: (name: StatisticName) => Reason | undefined;
}

/** A group of statistics that is computed when one of them is first read. */
export interface LateGroup {
  /** The names. */
  readonly names: readonly string[];
  /** Computes all of them. */
  readonly measure: () => Partial<DetailStatistics>;
}

/**
 * Puts values and reasons apart, those of late groups when they are read.
 *
 * @param page What is measured already.
 * @param late The groups to measure when needed.
 */
export function gatherStatistics(page: PageStatistics, late: readonly LateGroup[]): Statistics {
  const values: Record<string, number> = {};
  const readers = new Map<string, () => Measured>();
  for (const [name, measured] of Object.entries<Measured>({ ...page })) {
    const found = checked(measured);
    readers.set(name, () => found);
    values[name] = numberOf(found);
  }
  for (const { names, measure } of late) {
    let group: Readonly<Record<string, Measured>> | undefined;
    for (const name of names) {
      const read = (): Measured => checked((group ??= { ...measure() })[name]);
      readers.set(name, read);
      Object.defineProperty(values, name, { enumerable: true, get: () => numberOf(read()) });
    }
  }
  const reason = (name: string): Reason | undefined => {
    const found = readers.get(name)?.();
    return typeof found === "string" ? found : undefined;
  };
  let all: Statistics["reasons"] | undefined;
  return {
    values: values as Statistics["values"],
    get reasons(): Statistics["reasons"] {
      return all ??= allReasons(reason);
    },
    reason,
  };
}

function allReasons(reason: Statistics["reason"]): Statistics["reasons"] {
  const found: Partial<Record<StatisticName, Reason>> = {};
  for (const { name } of registry.values()) {
    const text = reason(name);
    if (text !== undefined) found[name] = text;
  }
  return found;
}

/** A value, or the reason why it has none: a formula may overflow, as an annual return from two bars a minute apart does. */
export function checked(found: Measured): Measured {
  return typeof found === "string" || Number.isFinite(found) ? found : reasons.overflow;
}

function numberOf(found: Measured): number {
  return typeof found === "string" ? NaN : found;
}
