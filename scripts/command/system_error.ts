import { InputError } from "./input_error.ts";

const systemErrors = Object.values(Deno.errors);

/** Whether an error is the system's word about a file, not a defect of the program. */
export function isSystemError(error: unknown): error is Error {
  return error instanceof Error &&
    (systemErrors.some((kind) => error instanceof kind) || "code" in error);
}

/**
 * Reads something from a file or URL, and says what was being read where the system refuses.
 *
 * @param what What is read and from where: `the bars a.csv`.
 * @throws {InputError} For a file that is not there, a directory, a missing permission and the like.
 */
export async function readingInput<T>(what: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const reason = error instanceof Deno.errors.NotFound ? "found no such file" : error.message;
    throw new InputError(`Cannot read ${what}: ${reason}`, { cause: error });
  }
}
