import { DataError } from "../data/data_error.ts";
import { recordLines } from "../data/records.ts";
import { textRecords } from "../data/text_records.ts";
import { placed } from "../data/validate.ts";
import { barFinder } from "./bar_finder.ts";
import type { PlanAxes } from "./target_plan.ts";
import { weightsLayout } from "./weights_layout.ts";
import {
  takeRecord,
  type WeightsReading,
  type WeightsRow,
  type WeightsSource,
} from "./weights_record.ts";

/**
 * Reads a file of weights as `parseWeights` describes it.
 *
 * @param text The text.
 * @param panel The assets and their time axis.
 * @param options Where the text is from, and which times are taken.
 * @returns Weights by bar.
 * @throws {DataError} Where the text is not such a file.
 */
export function weightsTable(
  text: string,
  panel: PlanAxes,
  options: WeightsSource,
): Map<number, WeightsRow> {
  const attempted = `read the weights${options.source === "" ? "" : ` of ${options.source}`}`;
  const { body, records } = textRecords(text, { attempted, header: "time,symbol,weight" });
  const symbols = new Map(panel.symbols.map((symbol, asset) => [symbol, asset]));
  const layout = weightsLayout(records.header, symbols);
  if (layout.problems.length > 0) {
    const [line] = recordLines(body);
    throw new DataError(layout.problems.map((problem) => ({ line, ...problem })), { attempted });
  }
  const reading: WeightsReading = {
    ...options,
    layout,
    time: panel.time,
    symbols,
    findBar: barFinder(panel.time),
    times: new Float64Array(records.count),
    last: { text: undefined, bar: -1 },
    rows: new Map(),
    problems: [],
    count: 0,
  };
  records.forEach((view, row) => takeRecord(reading, view, row));
  const { problems, count, times } = reading;
  if (count === 0) return reading.rows;
  const lines = (): number[] => recordLines(body).slice(1);
  throw new DataError(placed(problems, times, { lines }), { attempted, count });
}
