import { boundTime } from "../../engine/data/bound.ts";
import type { Bars } from "../../engine/data/bars.ts";
import { readBars } from "../../engine/data/csv.ts";
import { InputError } from "./input_error.ts";
import { readingInput } from "./system_error.ts";

/** What the flags about data say. */
export interface DataFlags {
  /** Path of a CSV or Arrow file. */
  readonly data: string;
  /** First time taken. */
  readonly from?: string | undefined;
  /** Last day, or first moment not taken. */
  readonly to?: string | undefined;
  /** Whether closes alone are accepted. */
  readonly priceOnly?: boolean;
  /** Called with the name of each column that holds no numbers. */
  readonly onSkip?: (column: string) => void;
}

/**
 * Loads the bars that the flags ask for.
 *
 * @throws {InputError} If the file cannot be read, or a time is none.
 * @throws {DataError} If it does not hold bars.
 */
export async function loadBars(
  { data, from, to, priceOnly = false, onSkip }: DataFlags,
): Promise<Bars> {
  const span = readSpan({ from, to });
  const options = { ...span, priceOnly, ...(onSkip === undefined ? {} : { onSkip }) };
  return await readingInput(`the bars ${data}`, () => readBars(data, options));
}

/**
 * The span of time that the flags name; without bounds where they are left out.
 *
 * @throws {InputError} For times that are none, or in the wrong order.
 */
export function readSpan(
  { from, to }: Pick<DataFlags, "from" | "to">,
): { readonly from: number; readonly to: number } {
  const start = readBound("--from", from) ?? -Infinity;
  const end = readBound("--to", to) ?? Infinity;
  if (start > end) {
    throw new InputError(`Cannot use --from ${from}: expected a time not after --to ${to}`);
  }
  return { from: start, to: end };
}

/** The moment that a flag names; undefined where it is left out. */
export function readBound(name: "--from" | "--to", text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  try {
    return boundTime(text, { name, wholeDay: name === "--to" });
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(error.message, { cause: error });
    throw error;
  }
}
