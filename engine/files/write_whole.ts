/**
 * Writes a file so that at every moment, whatever is killed or loses power, its name stands for the old whole file or the new
 * one: into a temporary file beside it, to the disk, and renamed.
 *
 * @param path Its directory must exist. What is left of a killed writing is named `NAME.UUID.tmp`.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const path = `${await Deno.makeTempDir()}/a.bin`;
 * writeWhole(path, Uint8Array.of(1, 2));
 * assertEquals(await Deno.readFile(path), Uint8Array.of(1, 2));
 * ```
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  const opened = Deno.openSync(temporary, { write: true, createNew: true });
  try {
    {
      // Closed before it is renamed or removed: on Windows neither can be sure of an open file.
      using file = opened;
      for (let rest = bytes; rest.length > 0;) rest = rest.subarray(file.writeSync(rest));
      file.syncSync();
    }
    Deno.renameSync(temporary, path);
  } catch (error) {
    Deno.removeSync(temporary);
    throw error;
  }
  syncDirectory(/^(?:.*[\\/])?/s.exec(path)![0]);
}

/** Makes the names in a directory outlive a loss of power, where the system lets a program ask for it. */
export function syncDirectory(path: string): void {
  // Windows opens no directories, and writes their names by itself.
  if (Deno.build.os === "windows") return;
  using directory = Deno.openSync(path === "" ? "." : path);
  directory.syncSync();
}
