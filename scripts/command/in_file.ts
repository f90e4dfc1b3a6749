import { DefinitionError } from "../../codegen/define/problem.ts";
import { InputError } from "./input_error.ts";

/**
 * Reads a definition, and says in which file where it cannot be used.
 *
 * @throws {InputError} For a `DefinitionError`, with its message.
 */
export function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw new InputError(`${file}: ${error.message}`, { cause: error });
  }
}
