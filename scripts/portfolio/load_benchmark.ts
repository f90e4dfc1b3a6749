import { isArrowPath } from "../../engine/data/arrow_columns.ts";
import { readBars } from "../../engine/data/csv.ts";
import type { Panel } from "../../engine/data/panel.ts";
import type { PortfolioBenchmark } from "../../engine/portfolio/benchmark.ts";
import { readingInput } from "../command/system_error.ts";
import type { PortfolioFlags } from "./check_flags.ts";

/**
 * What `--benchmark` names: a symbol of the panel, else a file of bars, of which closes are enough. What is neither is
 * left to the library, which knows the symbols.
 *
 * @throws {InputError} For a file that cannot be read.
 * @throws {DataError} For one that does not hold bars.
 */
export async function loadBenchmark(
  panel: Panel,
  { benchmark }: Pick<PortfolioFlags, "benchmark">,
): Promise<PortfolioBenchmark | undefined> {
  if (benchmark === undefined || panel.indexOf(benchmark) >= 0) return benchmark;
  if (!/\.csv$/i.test(benchmark) && !isArrowPath(benchmark)) return benchmark;
  return await readingInput(
    `the benchmark ${benchmark}`,
    () => readBars(benchmark, { priceOnly: true }),
  );
}
