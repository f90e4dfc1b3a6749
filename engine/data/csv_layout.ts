import type { DataProblem } from "./data_error.ts";
import { columnName, indexColumns, missingPrices } from "./names.ts";
import type { Records } from "./records.ts";
import { readTimeText } from "./time_text.ts";

/** Where the columns of a file are. */
export interface CsvLayout {
  /** The column of the time, as its header names it. */
  readonly timeName: string;
  /** Position of the column of the time. */
  readonly time: number;
  /** Position of the column of the time of day, where that is apart from the date; else -1. */
  readonly clock: number;
  /** Position of every other column by name. */
  readonly columns: ReadonlyMap<string, number>;
  /** How many other columns have no name. */
  readonly unnamed: number;
  /** What is wrong with the header. */
  readonly problems: readonly DataProblem[];
}

const timeNames = ["datetime", "timestamp", "unix", "date", "time"];

/**
 * Finds the columns of a file by its header.
 *
 * @param records The file's records.
 * @param priceOnly Whether closes alone will do.
 * @returns The columns, or what is wrong with the header.
 */
export function csvLayout(records: Records, priceOnly: boolean): CsvLayout {
  const { header, first } = records;
  const { index, problems } = indexColumns(header);
  if (header.some((name) => name.includes("\r"))) {
    problems.push({ value: "\r", expected: "lines that end in LF or CRLF" });
  }
  const time = timePosition(header, index);
  const timeName = header[time] ?? "";
  index.delete(columnName(timeName));
  const apart = columnName(timeName) === "date" && index.has("time") && isDay(first[time]);
  const clock = apart ? index.get("time") ?? -1 : -1;
  if (clock >= 0) index.delete("time");
  if (time < 0) {
    problems.push({ value: header.join(), expected: "also a column date, time or datetime" });
  }
  const missing = missingPrices(new Set(index.keys()), priceOnly);
  if (missing !== undefined) problems.push({ value: header.join(), expected: missing });
  const unnamed = header.filter((name, i) => i !== time && columnName(name) === "").length;
  return { timeName: timeName || "1", time, clock, columns: index, unnamed, problems };
}

function timePosition(header: readonly string[], index: ReadonlyMap<string, number>): number {
  const name = timeNames.find((candidate) => index.has(candidate));
  if (name !== undefined) return index.get(name) as number;
  return columnName(header[0]) === "" ? 0 : -1;
}

function isDay(text: string | undefined): boolean {
  return text !== undefined && readTimeText(text).dateOnly;
}
