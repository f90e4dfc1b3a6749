import { boundTime, type TimeBound } from "../data/bound.ts";
import {
  barsOf,
  hasWeight,
  type PlanAxes,
  type TargetPlan,
  type TargetPlanOptions,
} from "./target_plan.ts";
import type { WeightsRow } from "./weights_record.ts";
import { weightsTable } from "./weights_table.ts";

/** Options of files of target weights. */
export interface WeightsOptions extends TargetPlanOptions {
  /** What an asset without a weight at a time of the file is worth: `leave` alone, the default, or `close`, a weight of 0. */
  readonly missing?: "leave" | "close";
  /** First moment taken. All symbols and numbers are checked, also of what is not taken. */
  readonly from?: TimeBound;
  /** First moment not taken; a text that names a day takes that whole day. */
  readonly to?: TimeBound;
}

/**
 * Reads target weights from the text of a CSV file: one row a time and asset, `time,symbol,weight`, in any order; or one
 * row a time and one column an asset, `time,AAPL,MSFT`.
 *
 * The time column may be named as in `parseBars` and holds times that `parseTime` reads, all of them times of bars of the
 * panel; instead of `symbol` there may be `ticker` or `asset`. Empty cells, `NaN`, `null` and `NA` are weights that are
 * missing. Separators, quotes and blank lines are as in `parseBars`.
 *
 * @param text The text, with or without byte order mark.
 * @param panel The assets and their time axis.
 * @param options When targets are traded, which rows are taken, and what missing weights mean.
 * @returns The plan. It has memory for the times of the file only.
 * @throws {DataError} Where the text holds anything else, with lines, columns, what was found and what was expected.
 * @throws {RangeError} For a bound that is no time, a calendar that is none, or one whose bars have no weights.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const time = Float64Array.from([1, 2, 3], (day) => Date.UTC(2024, 0, day));
 * const panel = { symbols: ["AAPL", "MSFT"], time, length: 3 };
 * const text = "time,symbol,weight\n2024-01-01,AAPL,0.6\n2024-01-01,MSFT,0.4\n2024-01-03,MSFT,1\n";
 * const plan = parseWeights(text, panel, { missing: "close" });
 * assertEquals([...plan.bars], [0, 2]);
 * assertEquals([...plan.weightsAt(2)], [0, 1]);
 * ```
 */
export function parseWeights(
  text: string,
  panel: PlanAxes,
  options: WeightsOptions = {},
): TargetPlan {
  return weightsPlan(text, panel, { ...options, source: "" });
}

/**
 * Reads target weights from a CSV file; see `parseWeights` for what it may hold. Needs permission to read the file.
 *
 * @param path Path or `file:` URL.
 * @param panel The assets and their time axis.
 * @param options As for `parseWeights`.
 * @returns The plan.
 * @throws {DataError} As `parseWeights`, with the file's name.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(path, "date,AAPL,MSFT\n2024-01-02,0.5,0.5\n");
 * const panel = { symbols: ["MSFT", "AAPL"], time: Float64Array.of(Date.UTC(2024, 0, 2)), length: 1 };
 * assertEquals([...(await readWeights(path, panel)).weightsAt(0)], [0.5, 0.5]);
 * await Deno.remove(path);
 * ```
 */
export async function readWeights(
  path: string | URL,
  panel: PlanAxes,
  options: WeightsOptions = {},
): Promise<TargetPlan> {
  const text = await Deno.readTextFile(path);
  const source = path instanceof URL ? decodeURIComponent(path.pathname) : path;
  return weightsPlan(text, panel, { ...options, source });
}

function weightsPlan(
  text: string,
  panel: PlanAxes,
  options: WeightsOptions & { readonly source: string },
): TargetPlan {
  const { missing = "leave", source } = options;
  if (missing !== "leave" && missing !== "close") {
    throw new RangeError(
      `Cannot read weights: found missing ${JSON.stringify(missing)}, expected leave or close`,
    );
  }
  const span = {
    from: boundTime(options.from ?? -Infinity, { name: "from", wholeDay: false }),
    to: boundTime(options.to ?? Infinity, { name: "to", wholeDay: true }),
  };
  if (span.from > span.to) {
    throw new RangeError(
      `Cannot read weights: found from ${JSON.stringify(options.from)}, ` +
        `expected a time not after to ${JSON.stringify(options.to)}`,
    );
  }
  const rows = weightsTable(text, panel, { source, ...span });
  for (const { weights } of missing === "close" ? rows.values() : []) {
    weights.forEach((weight, asset) => {
      if (Number.isNaN(weight)) weights[asset] = 0;
    });
  }
  const named = [...rows.keys()].sort((a, b) => a - b);
  const bars = named.filter((bar) => hasWeight(weightsOf(rows, bar)));
  return {
    bars: barsOf(Int32Array.from(bars), panel, options),
    weightsAt: (bar) => weightsOf(rows, bar),
  };
}

function weightsOf(rows: ReadonlyMap<number, WeightsRow>, bar: number): Float64Array {
  const row = rows.get(bar);
  if (row !== undefined) return row.weights;
  throw new RangeError(`Cannot give target weights: found bar ${bar}, expected a bar of the plan`);
}
