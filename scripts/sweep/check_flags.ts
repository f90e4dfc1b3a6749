import { nearestName } from "../../codegen/define/problem.ts";
import type { StatisticName } from "../../engine/stats/registry.ts";
import { sweepStatistics } from "../../engine/sweep/metrics.ts";
import type { FlagValues } from "../command/flag.ts";
import { InputError } from "../command/input_error.ts";
import { readCount } from "../command/read_count.ts";
import type { sweepCommand } from "./flags.ts";

/** What `scripts/sweep.ts` was told. */
export type SweepFlags = FlagValues<typeof sweepCommand.flags>;

/** What the flags come to. */
export interface CheckedSweepFlags {
  /** The statistic that sets are ranked by. */
  readonly by: StatisticName;
  readonly order: "descending" | "ascending";
  /** Which sets are ranked. */
  readonly filter?: string;
  /** Best sets that are shown. */
  readonly top: number;
  /** Best sets whose equity is written. */
  readonly keepEquity: number;
  readonly samples: number | undefined;
  readonly seed: number | undefined;
  readonly limit: number | undefined;
  readonly maxWorkers: number | undefined;
}

/**
 * Refuses flags that cannot stand together, and reads the numbers among them.
 *
 * @throws {InputError} For the first that is wrong.
 */
export function checkFlags(flags: SweepFlags): CheckedSweepFlags {
  const { json, quiet, format, out, sweep, grid, where, by = "sharpe", order } = flags;
  const refuse = (message: string): never => {
    throw new InputError(`Cannot read the flags: ${message}`);
  };
  if (flags.data.length === 0) refuse("--data: expected DATA but the flag is missing");
  if (json && quiet) refuse("--json prints and --quiet does not; expected one of them");
  if (format !== undefined && out === undefined) {
    refuse("--format is that of the files under --out, which is missing");
  }
  if (flags["keep-equity"] !== undefined && out === undefined) {
    refuse("--keep-equity is a file under --out, which is missing");
  }
  if (sweep.length === 0 && grid === undefined) {
    refuse(`expected --sweep or --grid but found neither${where.length ? ", only --where" : ""}`);
  }
  const count = (name: keyof SweepFlags, min: number): number | undefined => {
    const text = flags[name] as string | undefined;
    return text === undefined ? undefined : readCount(`--${name}`, text, { min });
  };
  return {
    by: readStatistic(by),
    order,
    ...(flags.filter === undefined ? {} : { filter: flags.filter }),
    top: count("top", 0) ?? 10,
    keepEquity: count("keep-equity", 1) ?? 0,
    samples: count("samples", 1),
    seed: count("seed", 0),
    limit: count("limit", 1),
    maxWorkers: count("max-workers", 0),
  };
}

/** A statistic by its name in code or in files. */
export function readStatistic(text: string): StatisticName {
  const found = sweepStatistics.find(({ name, key }) => name === text || key === text);
  if (found !== undefined) return found.name;
  const near = nearestName(text, sweepStatistics.map(({ name }) => name));
  throw new InputError(
    `Cannot read --by: expected a statistic that a sweep has but found ${JSON.stringify(text)}` +
      (near === undefined ? "; docs/statistics.md lists them" : `; did you mean ${near}?`),
  );
}
