import { type Records, type RecordView, separatorOf } from "./records.ts";

const carriageReturn = 13;

/**
 * Splits a text without quotes into records. Cells are only pointed at: no strings are made of them.
 *
 * @param text The file's text, without byte order mark and with at least one line that is not blank.
 * @returns Its records.
 */
export function plainRecords(text: string): Records {
  const header = lineFrom(text, 0);
  const first = lineFrom(text, header.next);
  const separator = separatorOf(header.line);
  const names = header.line.split(separator);
  return {
    header: names,
    first: first.line === "" ? [] : first.line.split(separator),
    count: countLines(text, header.next),
    forEach(take): void {
      const { length } = names;
      const edges = new Int32Array(2 * length);
      const view: RecordView = { text, edges, cells: 0 };
      let row = 0;
      let split = positionOf(text, separator, header.next);
      for (let start = header.next; start < text.length;) {
        const next = positionOf(text, "\n", start);
        const end = trimmedEnd(text, start, next);
        let from = start;
        let cells = 0;
        // The separator found beyond the line is kept for the next one, so that no part of the text is searched twice.
        for (; split < end; split = positionOf(text, separator, from)) {
          if (cells < length) {
            edges[2 * cells] = from;
            edges[2 * cells + 1] = split;
          }
          cells++;
          from = split + 1;
        }
        if (cells < length) {
          edges[2 * cells] = from;
          edges[2 * cells + 1] = end;
        }
        view.cells = cells + 1;
        if (end > start) take(view, row++);
        start = next + 1;
      }
    },
  };
}

function countLines(text: string, from: number): number {
  let count = 0;
  for (let start = from; start < text.length;) {
    const next = positionOf(text, "\n", start);
    if (next > start + 1 || trimmedEnd(text, start, next) > start) count++;
    start = next + 1;
  }
  return count;
}

/** The first line from `start` on that is not blank, and where the line after it starts. */
function lineFrom(text: string, start: number): { line: string; next: number } {
  for (let from = start; from < text.length;) {
    const next = positionOf(text, "\n", from);
    const end = trimmedEnd(text, from, next);
    if (end > from) return { line: text.slice(from, end), next: next + 1 };
    from = next + 1;
  }
  return { line: "", next: text.length };
}

function positionOf(text: string, mark: string, start: number): number {
  const position = text.indexOf(mark, start);
  return position < 0 ? text.length : position;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return end > start && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
}
