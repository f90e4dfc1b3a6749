/** A record of a file: cell c is the part of `text` from `edges[2 * c]` to `edges[2 * c + 1]`. */
export interface RecordView {
  text: string;
  edges: Int32Array;
  /** Number of cells; `edges` covers no more of them than the header has. */
  cells: number;
}

/** The records of a file, blank lines left out. */
export interface Records {
  /** Cells of the first record. */
  readonly header: readonly string[];
  /** Cells of the second record; empty where there is none. */
  readonly first: readonly string[];
  /** Number of records after the header. */
  readonly count: number;
  /** Shows every record after the header, in order; the view is the same object each time. */
  readonly forEach: (take: (view: RecordView, row: number) => void) => void;
}

/**
 * Finds the separator of a file by its header: of comma, semicolon and tab the one that is there most often.
 *
 * @param header The header's line.
 * @returns The separator; a comma where there is none.
 */
export function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((separator) => bare.split(separator).length);
  return [",", ";", "\t"][counts.indexOf(Math.max(...counts))];
}

/**
 * Lines at which the records of a file start. Made only when a problem is to be told: reading needs no lines.
 *
 * @param text The file's text.
 * @returns Line of each record, counted from 1, the header's first.
 */
export function recordLines(text: string): number[] {
  const lines: number[] = [];
  let open = false;
  text.split("\n").forEach((line, i) => {
    if (!open && line !== "" && line !== "\r") lines.push(i + 1);
    if ((line.split('"').length - 1) % 2 === 1) open = !open;
  });
  return lines;
}
