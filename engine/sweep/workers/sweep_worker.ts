import type { SweepFailure } from "../failure.ts";
import { holdProcess } from "./hold_process.ts";
import { onAbsence } from "./presence.ts";
import type { WorkerNews, WorkerStart } from "./protocol.ts";
import { sharedBytes } from "./shared_bytes.ts";

/** Milliseconds that the event of an error may come later than the end of its Worker. */
const errorDelay = 20;

/** A Worker that runs sets, of one sweep after the other. */
export class SweepWorker {
  /** Its module. */
  readonly entry: URL;
  /** Whether it has no permission at all. */
  readonly sealed: boolean;
  readonly #name = `sweep ${crypto.randomUUID()}`;
  readonly #thread: Worker;
  #loaded = false;
  #rested = false;
  #failed = false;
  #bytes = 0;
  readonly #seen = new WeakSet<SharedArrayBuffer>();
  /** Ends the waiting for its end. */
  #over = new AbortController();

  /** Starts it. */
  constructor(entry: URL, sealed: boolean) {
    this.entry = entry;
    this.sealed = sealed;
    const options = sealed ? { deno: { permissions: "none" } } : {};
    this.#thread = new Worker(
      entry,
      { type: "module", name: this.#name, ...options } as WorkerOptions,
    );
  }

  /** Whether it has run sets of another sweep before. */
  get rested(): boolean {
    return this.#rested;
  }

  /** Shared memory of all jobs that it has had. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Lets it run sets of a job until there are no more for it.
   *
   * @param onFailure Told of sets that came to nothing.
   * @returns The reason if it died.
   * @throws {Error} If it never came to life, or cannot run any set.
   */
  run(
    start: WorkerStart,
    onFailure: (failure: SweepFailure) => void,
  ): Promise<string | undefined> {
    const thread = this.#thread;
    this.#bytes += sharedBytes(start.job, this.#seen);
    const over = this.#over = new AbortController();
    return new Promise<string | undefined>((resolve, reject) => {
      const die = (reason: string): void => {
        // One that never came to life would not do so a second time.
        if (this.#loaded) resolve(reason);
        else reject(new Error(`Cannot start a Worker for the sweep: ${reason}`));
      };
      const watch = (): void =>
        onAbsence(this.#name, over.signal, () => void setTimeout(die, errorDelay, closedItself));
      const hear = (news: WorkerNews): void => {
        if (news.kind === "arrived") watch();
        else if (news.kind === "loaded") {
          this.#loaded = true;
          thread.postMessage(start);
        } else if (news.kind === "finished") resolve(undefined);
        else if (news.kind === "refused") reject(refusal(news));
        else {
          this.#failed = true;
          onFailure({ from: news.from, to: news.to, reason: news.reason });
        }
      };
      thread.onmessage = ({ data }: MessageEvent<WorkerNews>): void => hear(data);
      thread.onerror = (event): void => {
        event.preventDefault();
        die(event.message);
      };
      if (!this.#rested) return;
      holdProcess(thread, true);
      watch();
      thread.postMessage(start);
    }).catch((error) => {
      this.end();
      throw error;
    }).finally(() => over.abort());
  }

  /**
   * Lets it wait for another run, without keeping the process alive, or anything of the last one.
   *
   * @param onDeath Called if it dies while it waits.
   * @returns Whether it can: not where sets came to nothing in it.
   */
  rest(onDeath: () => void): boolean {
    const thread = this.#thread;
    thread.onmessage = null;
    thread.onerror = (event): void => {
      event.preventDefault();
      onDeath();
    };
    this.#rested = true;
    return !this.#failed && holdProcess(thread, false);
  }

  /** Ends it. */
  end(): void {
    this.#over.abort();
    this.#thread.terminate();
  }
}

const closedItself = "it closed itself, as self.close() and Deno.exit() do";

/** An error of a Worker as one of this thread. */
function refusal({ name, message }: { readonly name: string; readonly message: string }): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
