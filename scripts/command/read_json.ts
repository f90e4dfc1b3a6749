import { InputError } from "./input_error.ts";
import { readingInput } from "./system_error.ts";

/**
 * Reads a JSON file.
 *
 * @param path Path or `file:` URL.
 * @param what What the file holds, for errors: `the settings`.
 * @throws {InputError} If it cannot be read or is no JSON.
 */
export async function readJson(path: string | URL, what: string): Promise<unknown> {
  const text = await readingInput(`${what} ${path}`, () => Deno.readTextFile(path));
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputError(`Cannot read ${what} ${path}: expected JSON, ${error.message}`);
  }
}
