import { FileError } from "../../files/file_error.ts";
import { syncDirectory } from "../../files/write_whole.ts";
import { type ManifestEvent, readEvents } from "./events.ts";
import { Records } from "./records.ts";

const encoder = new TextEncoder();

/** What has happened to the simulations of a store: a file of JSON lines that only grows. */
export class Manifest implements Disposable {
  /** What it says so far. */
  readonly records: Records = new Records();
  readonly #file: Deno.FsFile;

  /**
   * Opens the manifest of a store that is locked, and makes it if there is none. A last line that was torn is cut off.
   *
   * @throws {FileError} If it is that of another experiment, or damaged.
   */
  constructor(directory: string, name: string) {
    const path = `${directory}/manifest.jsonl`;
    const { events, length, torn } = readManifest(path);
    for (const event of events) this.records.apply(event);
    if (events.length > 0 && this.records.name !== name) {
      throw new FileError(
        `Cannot run experiment ${JSON.stringify(name)} in ${directory}: it has that of ` +
          `${JSON.stringify(this.records.name)}; give another directory`,
      );
    }
    if (torn) Deno.truncateSync(path, length);
    this.#file = Deno.openSync(path, { append: true, create: true });
    if (events.length > 0) return;
    this.add({ event: "experiment", format: 1, name });
    syncDirectory(directory);
  }

  /** Adds an event, with the time; it is on the disk when this returns. */
  add(event: WithoutTime<ManifestEvent>): void {
    this.addAll([event]);
  }

  /** Adds events in one writing. */
  addAll(events: readonly WithoutTime<ManifestEvent>[]): void {
    if (events.length === 0) return;
    const time = new Date().toISOString();
    const whole = events.map(({ event, ...rest }) => ({ event, time, ...rest }) as ManifestEvent);
    const lines = encoder.encode(whole.map((event) => `${JSON.stringify(event)}\n`).join(""));
    for (let left = lines; left.length > 0;) left = left.subarray(this.#file.writeSync(left));
    this.#file.syncSync();
    for (const event of whole) this.records.apply(event);
  }

  /** Closes the file. */
  [Symbol.dispose](): void {
    this.#file.close();
  }
}

type WithoutTime<E> = E extends ManifestEvent ? Omit<E, "time"> : never;

/** The events of a manifest; none where there is no file. */
export function readManifest(
  path: string,
): ReturnType<typeof readEvents> & { readonly torn: boolean } {
  try {
    const bytes = Deno.readFileSync(path);
    const read = readEvents(bytes, path);
    return { ...read, torn: read.length < bytes.length };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { events: [], length: 0, torn: false };
  }
}
