/**
 * A file, a store or a library for files that cannot be used as it is found: the caller can put it right.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(new FileError("Cannot open the store out: another process runs it").name, "FileError");
 * ```
 */
export class FileError extends Error {
  /** Always `FileError`. */
  override name = "FileError";
}
