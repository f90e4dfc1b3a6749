import type { Problem } from "../../../codegen/define/problem.ts";
import { readChoice, readNumber } from "../../../codegen/define/read_object.ts";

/** How Workers are used. */
export interface WorkersOptions {
  /** Number of Workers, as many as that even on fewer cores; see `maxWorkers` otherwise. */
  readonly count?: number;
  /**
   * `"none"`: they may read, write and reach nothing, not even through the functions of custom columns. Needs Deno's flag
   * `--unstable-worker-options`, without which Deno ends the process.
   */
  readonly permissions?: "inherit" | "none";
}

/** What was asked for. */
export interface WorkersInput {
  /**
   * Most Workers that are used, 0: none but this thread. Where left out as many as there are cores, and this thread where
   * a few milliseconds of work are not worth a Worker. More than the cores are cut to them, with one warning. Results do
   * not depend on it.
   */
  readonly maxWorkers?: number;
  /** How Workers are used, or exactly how many. */
  readonly workers?: number | WorkersOptions;
  /** Takes warnings, which otherwise go to the console. */
  readonly onWarning?: (message: string) => void;
}

/** Bars times sets below which a Worker would take longer to start than the work takes here. */
export const smallWork = 100_000_000;

/**
 * The number of Workers, 0 for this thread, and whether they are without permissions.
 *
 * @param work Bars times sets.
 */
export function readWorkers(
  { workers: input, maxWorkers, onWarning = warn }: WorkersInput,
  { work, sets, problems }: {
    readonly work: number;
    readonly sets: number;
    readonly problems: Problem[];
  },
): { readonly workers: number; readonly sealed: boolean } {
  const { count, permissions = "inherit" } = typeof input === "number"
    ? { count: input }
    : input ?? {};
  const cores = navigator.hardwareConcurrency;
  const sealed = readChoice(permissions, { path: "workers.permissions", problems }, [
    "inherit",
    "none",
  ]) === "none";
  const least = sealed ? 1 : 0;
  const most = readNumber(maxWorkers, { path: "maxWorkers", problems }, {
    default: cores,
    min: least,
    max: 1_000_000,
    integer: true,
  });
  if (count === undefined && most > cores) {
    onWarning(`${most} Workers are more than the ${cores} cores there are: taking ${cores}`);
  }
  const otherwise = work < smallWork && !sealed ? 0 : Math.min(most, cores, Math.max(1, sets));
  const bounds = { default: otherwise, min: least, max: 1024, integer: true };
  return { workers: readNumber(count, { path: "workers", problems }, bounds), sealed };
}

function warn(message: string): void {
  console.warn(message);
}
