import type { SweepFailure } from "./failure.ts";
import { onAbsence } from "./presence.ts";
import type { WorkerNews, WorkerStart } from "./protocol.ts";

/** Milliseconds that the event of an error may come later than the end of its Worker. */
const errorDelay = 20;

/** A Worker that runs sets. */
export class SweepWorker {
  readonly #name = `sweep ${crypto.randomUUID()}`;
  readonly #thread: Worker;
  #arrived = false;
  #loaded = false;

  /**
   * Starts it.
   *
   * @param sealed Whether it has no permission at all.
   */
  constructor(entry: URL, sealed: boolean) {
    const options = sealed ? { deno: { permissions: "none" } } : {};
    this.#thread = new Worker(
      entry,
      { type: "module", name: this.#name, ...options } as WorkerOptions,
    );
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
    const over = new AbortController();
    return new Promise<string | undefined>((resolve, reject) => {
      const die = (reason: string): void => {
        // One that never came to life would not do so a second time.
        if (this.#loaded) resolve(reason);
        else reject(new Error(`Cannot start a Worker for the sweep: ${reason}`));
      };
      const watch = (): void =>
        onAbsence(this.#name, over.signal, () => void setTimeout(die, errorDelay, closedItself));
      const hear = (news: WorkerNews): void => {
        if (news.kind === "arrived") {
          this.#arrived = true;
          watch();
        } else if (news.kind === "loaded") {
          this.#loaded = true;
          thread.postMessage(start);
        } else if (news.kind === "finished") resolve(undefined);
        else if (news.kind === "refused") reject(refusal(news));
        else onFailure({ from: news.from, to: news.to, reason: news.reason });
      };
      thread.onmessage = ({ data }: MessageEvent<WorkerNews>): void => hear(data);
      thread.onerror = (event): void => {
        event.preventDefault();
        die(event.message);
      };
    }).finally(() => over.abort());
  }

  /** Ends it. */
  end(): void {
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
