import { DataError } from "./data_error.ts";
import { plainRecords } from "./plain_records.ts";
import { quotedRecords } from "./quoted_records.ts";
import type { Records } from "./records.ts";

/** The records of a text, and the text without its byte order mark. */
export interface TextRecords {
  readonly body: string;
  readonly records: Records;
}

/**
 * Splits the text of a CSV file into records.
 *
 * @param options What is attempted, for errors; an example of the `header` that the file should have.
 * @throws {DataError} Where the text is empty or its quotes do not close.
 */
export function textRecords(
  text: string,
  { attempted, header }: { readonly attempted: string; readonly header: string },
): TextRecords {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (/^[\r\n]*$/.test(body)) {
    const expected = `a header such as ${header}`;
    throw new DataError([{ line: 1, value: "", expected }], { attempted });
  }
  if (!body.includes('"')) return { body, records: plainRecords(body) };
  try {
    return { body, records: quotedRecords(body, "") };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(error.problems, { attempted, cause: error });
  }
}
