import { InputError } from "./input_error.ts";
import { writeTogether } from "./write_together.ts";

/**
 * Writes one file whole or not at all, as `writeTogether` does, in place of one of its name.
 *
 * @param path Its directory is made if it does not exist.
 * @throws {InputError} If it cannot be written.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const path = `${await Deno.makeTempDir()}/a.txt`;
 * await writeFile(path, ["one", " two"]);
 * assertEquals(await Deno.readTextFile(path), "one two");
 * ```
 */
export async function writeFile(
  path: string,
  pieces: Iterable<string | Uint8Array>,
): Promise<void> {
  const [, directory, name] = /^(.*[\\/])?([^\\/]+)$/s.exec(path) ?? [];
  if (name === undefined) throw new InputError(`Cannot write ${path}: expected the name of a file`);
  await writeTogether(directory ?? ".", (write) => write(name, pieces));
}
