import type { StatisticName } from "../../engine/stats/registry.ts";
import type { FlagValues } from "../command/flag.ts";
import { InputError } from "../command/input_error.ts";
import { readCount } from "../command/read_count.ts";
import { readStatistic } from "../sweep/check_flags.ts";
import type { batchCommand } from "./flags.ts";

/** What `scripts/run_batch.ts` was told. */
export type BatchFlags = FlagValues<typeof batchCommand.flags>;

/** What the flags come to. */
export interface CheckedBatchFlags {
  /** How the best set of a simulation is found. */
  readonly by: StatisticName;
  readonly order: "descending" | "ascending";
  readonly filter?: string;
  /** Sets that are listed. */
  readonly top: number;
  readonly samples: number | undefined;
  readonly seed: number | undefined;
  readonly limit: number | undefined;
  readonly maxWorkers: number | undefined;
}

/** Flags that stand in for the file of an experiment, and are part of it there. */
const inFile = [
  ...["strategies", "instruments", "timeframes", "sweep", "grid", "where", "samples", "seed"],
  ...["limit", "param", "config", "benchmark", "from", "to", "price-only"],
] as const;

/**
 * Refuses flags that cannot stand together, and reads the numbers among them.
 *
 * @throws {InputError} For the first that is wrong.
 */
export function checkFlags(flags: BatchFlags): CheckedBatchFlags {
  const { experiment, "experiment-name": name, json, quiet, list, show, by = "sharpe" } = flags;
  const refuse = (message: string): never => {
    throw new InputError(`Cannot read the flags: ${message}`);
  };
  const given = inFile.filter((flag) => isGiven(flags[flag as keyof BatchFlags]));
  const sources = [experiment, name].filter((source) => source !== undefined).length;
  if (json && quiet) refuse("--json prints and --quiet does not; expected one of them");
  if (json && show !== undefined) refuse("--show prints a page; expected no --json");
  if (list && show !== undefined) refuse("expected --list or --show but found both");
  if (list || show !== undefined) {
    if (sources > 0 || given.length > 0) {
      refuse(`--${list ? "list" : "show"} reads the store alone; expected no experiment with it`);
    }
  } else if (sources !== 1) {
    refuse(
      `expected --experiment or --experiment-name but found ${sources === 0 ? "neither" : "both"}`,
    );
  }
  if (experiment !== undefined && given.length > 0) {
    refuse(`--${given[0]} is part of the file of --experiment; expected one of them`);
  }
  if (experiment !== undefined && flags.direction !== "BOTH") {
    refuse("--direction is part of the file of --experiment; expected one of them");
  }
  const count = (flag: keyof BatchFlags, min: number): number | undefined => {
    const text = flags[flag] as string | undefined;
    return text === undefined ? undefined : readCount(`--${flag}`, text, { min });
  };
  return {
    by: readStatistic(by),
    order: flags.order,
    ...(flags.filter === undefined ? {} : { filter: flags.filter }),
    top: count("top", 1) ?? 10,
    samples: count("samples", 1),
    seed: count("seed", 0),
    limit: count("limit", 1),
    maxWorkers: count("max-workers", 0),
  };
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}
