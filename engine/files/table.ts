/** A column of a result's file. */
export type FileColumn =
  & { readonly name: string }
  & (
    | {
      /** `index`: a bar or a count, `time`: milliseconds since the epoch; null: none. */
      readonly kind: "index" | "number" | "time";
      readonly at: (row: number) => number | null;
    }
    | { readonly kind: "text"; readonly at: (row: number) => string }
    | { readonly kind: "flag"; readonly at: (row: number) => boolean }
  );

/** What a result's file holds, whatever its format. */
export interface FileTable {
  /** Number of rows. */
  readonly rows: number;
  /** Columns, in their order. */
  readonly columns: readonly FileColumn[];
}
