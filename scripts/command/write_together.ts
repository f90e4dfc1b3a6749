import { InputError } from "./input_error.ts";
import { exitCodes } from "./exit.ts";
import { isSystemError } from "./system_error.ts";

/** Writes one file; strings become UTF-8. */
export type WriteFile = (
  name: string,
  pieces: Iterable<string | Uint8Array>,
) => Promise<void>;

/**
 * Writes files of a directory whole or not at all.
 *
 * They are written into a temporary directory first: beside the directory, if that does not exist yet and then appears
 * all at once; inside it otherwise, and then each file replaces the one of its name in one step, in the order in which
 * they were written. Other files there stay. Where anything fails, and at Ctrl-C (which ends the process with 130),
 * the temporary directory is removed and nothing else has changed.
 *
 * @param directory Where the files go; made if it does not exist.
 * @param fill Writes them.
 * @throws {InputError} If the directory cannot be written; and whatever `fill` throws.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = `${await Deno.makeTempDir()}/out`;
 * await writeTogether(directory, (write) => write("a.txt", ["one", " two"]));
 * assertEquals(await Deno.readTextFile(`${directory}/a.txt`), "one two");
 * ```
 */
export async function writeTogether(
  directory: string,
  fill: (write: WriteFile) => Promise<void>,
): Promise<void> {
  const target = directory.replace(/(?<=[^\\/:])[\\/]+$/, "");
  try {
    const exists = await isDirectory(target);
    const temporary = `${exists ? `${target}/` : target}.barjit-${crypto.randomUUID()}`;
    await Deno.mkdir(temporary, { recursive: true });
    await fillOrDiscard(temporary, async () => {
      const names: string[] = [];
      await fill(async (name, pieces) => {
        names.push(name);
        await writePieces(`${temporary}/${name}`, pieces);
      });
      if (exists) replaceFiles(temporary, target, names);
      else Deno.renameSync(temporary, target);
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new InputError(`Cannot write into ${directory}: ${error.message}`, { cause: error });
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    if ((await Deno.stat(path)).isDirectory) return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
  throw new InputError(`Cannot write into ${path}: expected a directory but found a file`);
}

/** Ctrl-C may come at any `await`; the renaming has none. */
async function fillOrDiscard(temporary: string, work: () => Promise<void>): Promise<void> {
  const discard = (): void => {
    try {
      Deno.removeSync(temporary, { recursive: true });
    } catch (error) {
      // Renamed: there is nothing to discard. A file still open cannot be removed on Windows.
      if (!isSystemError(error)) throw error;
    }
  };
  const interrupt = (): void => {
    discard();
    Deno.exit(exitCodes.interrupted);
  };
  Deno.addSignalListener("SIGINT", interrupt);
  try {
    await work();
  } finally {
    Deno.removeSignalListener("SIGINT", interrupt);
    discard();
  }
}

const encoder = new TextEncoder();

async function writePieces(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  using file = await Deno.open(path, { write: true, createNew: true });
  for (const piece of pieces) {
    let rest = typeof piece === "string" ? encoder.encode(piece) : piece;
    while (rest.length > 0) rest = rest.subarray(await file.write(rest));
  }
}

function replaceFiles(from: string, to: string, names: readonly string[]): void {
  for (const name of names) refuseDirectory(`${to}/${name}`);
  for (const name of names) Deno.renameSync(`${from}/${name}`, `${to}/${name}`);
}

/** A file cannot replace a directory: found out before the first one is replaced. */
function refuseDirectory(path: string): void {
  try {
    if (!Deno.statSync(path).isDirectory) return;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  throw new InputError(`Cannot write ${path}: expected a file to replace but found a directory`);
}
