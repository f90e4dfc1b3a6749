import { FileError } from "../../files/file_error.ts";

/** Tries before a store counts as taken: one that looks at it holds the lock for a moment. */
const tries = 5;
const pause = 50;

/**
 * Locks a store for this process until the lock is disposed of. The system holds the lock on the open file, and drops it when
 * the process ends, however it ends.
 *
 * @throws {FileError} If another process holds it.
 */
export async function lockStore(directory: string): Promise<Disposable> {
  const file = Deno.openSync(`${directory}/lock`, { read: true, write: true, create: true });
  for (let left = tries; !file.tryLockSync(true); left--) {
    if (left > 0) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      continue;
    }
    file.close();
    const holder = holderOf(directory);
    throw new FileError(
      `Cannot run the experiment in ${directory}: another process does` +
        `${holder === "" ? "" : `, ${holder}`}; wait for it, or give another directory`,
    );
  }
  file.truncateSync();
  file.writeSync(
    new TextEncoder().encode(`number ${Deno.pid}, since ${new Date().toISOString()}\n`),
  );
  return {
    [Symbol.dispose](): void {
      file.truncateSync();
      // Closing alone keeps the lock while a command begins that another thread of the process starts: it has all open files.
      file.unlockSync();
      file.close();
    },
  };
}

/** The process that holds the lock as it named itself; empty where that cannot be read. */
function holderOf(directory: string): string {
  try {
    return Deno.readTextFileSync(`${directory}/lock`).trim();
  } catch {
    // Windows lets nobody else read a file that is locked.
    return "";
  }
}

/** Whether a process runs the experiment of a store now. */
export function isLocked(directory: string): boolean {
  try {
    using file = Deno.openSync(`${directory}/lock`);
    const free = file.tryLockSync(false);
    if (free) file.unlockSync();
    return !free;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
