import type { Strategy } from "../../codegen/define/types.ts";
import { strategy, type StrategyInput } from "../../codegen/define/strategy.ts";
import { control, longestWait, takeSets, type WorkerNews, type WorkerStart } from "./protocol.ts";
import { SetRunner } from "./run_sets.ts";

/** The part of a Worker's global scope that is used. */
interface Scope {
  onmessage: ((event: MessageEvent<WorkerStart>) => void) | null;
  postMessage(news: WorkerNews): void;
  close(): void;
}

/** Makes this Worker run sets of the jobs that it is sent, with its own strategy or the one that comes with the job. */
export function serve(own?: Strategy | StrategyInput): void {
  const scope = globalThis as unknown as Scope;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  scope.onmessage = ({ data }): void => {
    clearTimeout(waiting);
    try {
      work(data, own, (news) => scope.postMessage(news));
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
  { job, strategy: sent, worker, control: words }: WorkerStart,
  own: Strategy | StrategyInput | undefined,
  tell: (news: WorkerNews) => void,
): void {
  const made = strategy(own ?? sent as unknown as StrategyInput);
  const runner = new SetRunner(job, made);
  const count = job.store.states.length;
  const workers = (words.length - control.taken) / 2;
  for (;;) {
    const taken = takeSets(words, { worker, workers, count });
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
