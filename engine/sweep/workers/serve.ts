import type { SetsJob, SetsRunner } from "../job.ts";
import { control, longestWait, takeSets, type WorkerNews, type WorkerStart } from "./protocol.ts";

/** The part of a Worker's global scope that is used. */
interface Scope {
  onmessage: ((event: MessageEvent<WorkerStart>) => void) | null;
  postMessage(news: WorkerNews): void;
  close(): void;
}

/**
 * Makes what runs the sets of a job in a Worker.
 *
 * @param sent What came with the job, where the Worker's entry does not bring it.
 */
export type RunnerOf<Job extends SetsJob> = (job: Job, sent: unknown) => SetsRunner;

/** Makes this Worker run sets of the jobs that it is sent. */
export function serve<Job extends SetsJob>(runnerOf: RunnerOf<Job>): void {
  const scope = globalThis as unknown as Scope;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  scope.onmessage = ({ data }): void => {
    clearTimeout(waiting);
    try {
      const runner = runnerOf(data.job as Job, data.strategy);
      work(data, runner, (news) => scope.postMessage(news));
      waiting = setTimeout(() => scope.close(), longestWait);
      scope.postMessage({ kind: "finished" });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      scope.postMessage({ kind: "refused", name, message });
    }
  };
  scope.postMessage({ kind: "loaded" });
}

function work(
  { job, worker, control: words }: WorkerStart,
  runner: SetsRunner,
  tell: (news: WorkerNews) => void,
): void {
  const count = job.store.states.length;
  const workers = (words.length - control.taken) / 2;
  const { piece } = runner;
  for (;;) {
    const taken = takeSets(words, { worker, workers, count, piece });
    if (taken === undefined) return;
    try {
      for (const passed of runner.run(taken.from, taken.to)) {
        Atomics.add(words, control.passed, passed);
        if (Atomics.load(words, control.stop) !== 0) return;
      }
    } catch (error) {
      tell({ kind: "failed", ...taken, reason: String(error) });
    }
  }
}
