import { DefinitionError } from "../../codegen/define/problem.ts";
import { CodeGenerationError } from "../../codegen/load.ts";
import { DataError } from "../../engine/data/data_error.ts";
import { FileError } from "../../engine/files/file_error.ts";
import { VerifyError } from "../../engine/run/difference.ts";
import { InputError } from "./input_error.ts";
import { LookAheadError } from "./look_ahead_error.ts";

/** Status with which a script ends. */
export const exitCodes = {
  /** All went well. */
  done: 0,
  /** Flags, files, data or definition cannot be used. */
  badInput: 2,
  /** Two runs that must agree differ. */
  difference: 3,
  /** Anything else: a defect of the script. */
  unexpected: 4,
  /** Some parts of the work failed; the others are there. */
  incomplete: 5,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** The lines of a help text that list the codes; `difference` says what 3 means, for a script that ends with it. */
export function exitCodeNotes(difference?: string): readonly string[] {
  const found = difference === undefined ? "" : `3 ${difference}, `;
  return [
    "Exit codes: 0 done, 2 flags, files, data or definition cannot be used,",
    `${found}4 a defect, 130 interrupted`,
  ];
}

const differences = [VerifyError, LookAheadError];
const inputErrors = [InputError, FileError, DataError, DefinitionError, CodeGenerationError];

/**
 * The exit code that an error stands for.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { InputError } from "./input_error.ts";
 * assertEquals([exitCode(new InputError("no such file")), exitCode(new TypeError("x"))], [2, 4]);
 * ```
 */
export function exitCode(error: unknown): 2 | 3 | 4 {
  if (differences.some((kind) => error instanceof kind)) return exitCodes.difference;
  return inputErrors.some((kind) => error instanceof kind)
    ? exitCodes.badInput
    : exitCodes.unexpected;
}

/** What is printed about an error: the message, and the stack where the caller cannot put it right. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return `Thrown: ${String(error)}`;
  return exitCode(error) === exitCodes.unexpected ? error.stack ?? String(error) : error.message;
}
