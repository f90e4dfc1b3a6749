import { isMissing, numberIn } from "../data/cell.ts";
import { type DataProblem, problemLimit } from "../data/data_error.ts";
import type { RecordView } from "../data/records.ts";
import { expectedTime, timeIn } from "../data/time_text.ts";
import { neighbours } from "./bar_finder.ts";
import { unknownSymbol, type WeightsLayout } from "./weights_layout.ts";

/** Weights of one bar. */
export interface WeightsRow {
  /** One an asset; NaN where there is none. */
  readonly weights: Float64Array;
  /** 1 for each asset that the file has named. */
  readonly named: Uint8Array;
}

/** Where a file of weights is from, and which of its times are taken. */
export interface WeightsSource {
  /** Name of the file; "" where there is none. */
  readonly source: string;
  /** First moment taken. */
  readonly from: number;
  /** First moment not taken. */
  readonly to: number;
}

/** What the records of a file are read with and into. */
export interface WeightsReading extends WeightsSource {
  readonly layout: WeightsLayout;
  /** Times of the panel's bars. */
  readonly time: Float64Array;
  /** Index of each asset by symbol. */
  readonly symbols: ReadonlyMap<string, number>;
  /** The first bar at or after a moment. */
  readonly findBar: (moment: number) => number;
  /** Time of each record; NaN where it is not known. */
  readonly times: Float64Array;
  /** The last time that was one of a bar, as it stood, and its bar: rows of one time follow each other. */
  readonly last: { text: string | undefined; bar: number };
  /** Weights by bar. */
  readonly rows: Map<number, WeightsRow>;
  /** The first problems. */
  readonly problems: DataProblem[];
  /** Number of all problems. */
  count: number;
}

/** Takes in a record; what is wrong with it is noted. */
export function takeRecord(reading: WeightsReading, view: RecordView, row: number): void {
  const { layout, rows } = reading;
  const width = layout.width;
  if (view.cells !== width) {
    reading.times[row] = NaN;
    add(reading, row, () => ({ value: view.cells, expected: `${width} cells, as in the header` }));
    return;
  }
  const bar = takeBar(reading, view, row);
  const before = rows.get(bar);
  const target = before ?? (bar < 0 ? undefined : emptyRow(reading.symbols.size));
  if (before === undefined && target !== undefined) rows.set(bar, target);
  if (layout.long !== undefined) takeLong(reading, view, { row, target, ...layout.long });
  else if (before === undefined) takeWide(reading, view, { row, target });
  else {
    const value = cellOf(view, layout.time);
    add(
      reading,
      row,
      () => ({ column: layout.timeName, value, expected: "one row for each time" }),
    );
  }
}

function emptyRow(assets: number): WeightsRow {
  return { weights: new Float64Array(assets).fill(NaN), named: new Uint8Array(assets) };
}

/** The bar of a record; -1 where it is not taken or there is none. */
function takeBar(reading: WeightsReading, view: RecordView, row: number): number {
  const { layout, time, times, last } = reading;
  const value = cellOf(view, layout.time);
  const column = layout.timeName;
  if (value === last.text) {
    times[row] = time[last.bar];
    return last.bar;
  }
  const moment = timeIn(value);
  times[row] = moment;
  if (Number.isNaN(moment)) {
    add(reading, row, () => ({ column, value, expected: expectedTime(value) }));
    return -1;
  }
  if (!(moment >= reading.from && moment < reading.to)) return -1;
  const bar = reading.findBar(moment);
  if (time[bar] === moment) {
    last.text = value;
    last.bar = bar;
    return bar;
  }
  const expected = `the time of a bar${neighbours(time, bar)}`;
  add(reading, row, () => ({ column, value, expected }));
  return -1;
}

function takeLong(
  reading: WeightsReading,
  view: RecordView,
  options: {
    readonly row: number;
    readonly target: WeightsRow | undefined;
    readonly symbol: number;
    readonly weight: number;
  },
): void {
  const { row, target, symbol, weight } = options;
  const found = weightOf(reading, view, { row, cell: weight, column: "weight" });
  const column = "symbol";
  const value = cellOf(view, symbol).trim();
  const asset = reading.symbols.get(value);
  if (asset === undefined) {
    add(reading, row, () => ({ column, value, expected: unknownSymbol(value, reading.symbols) }));
  } else if (target?.named[asset] === 1) {
    add(reading, row, () => ({ column, value, expected: "one weight for each time and symbol" }));
  } else if (target !== undefined) {
    target.named[asset] = 1;
    target.weights[asset] = found;
  }
}

function takeWide(
  reading: WeightsReading,
  view: RecordView,
  { row, target }: { readonly row: number; readonly target: WeightsRow | undefined },
): void {
  reading.layout.columns.forEach(({ asset, cell, symbol }) => {
    const weight = weightOf(reading, view, { row, cell, column: symbol });
    if (target !== undefined) target.weights[asset] = weight;
  });
}

function weightOf(
  reading: WeightsReading,
  { text, edges }: RecordView,
  { row, cell, column }: { readonly row: number; readonly cell: number; readonly column: string },
): number {
  const weight = numberIn(text, edges[2 * cell], edges[2 * cell + 1]);
  if (Math.abs(weight) < Infinity) return weight;
  const value = text.slice(edges[2 * cell], edges[2 * cell + 1]);
  if (Number.isNaN(weight) && isMissing(value)) return NaN;
  add(reading, row, () => ({ column, value, expected: "a share of equity such as 0.05" }));
  return NaN;
}

function cellOf({ text, edges }: RecordView, cell: number): string {
  return text.slice(edges[2 * cell], edges[2 * cell + 1]);
}

/** Counts a problem, and has it made if it is one of the first: looking for similar symbols takes time. */
function add(reading: WeightsReading, row: number, problem: () => DataProblem): void {
  reading.count++;
  if (reading.problems.length < problemLimit) reading.problems.push({ row, ...problem() });
}
