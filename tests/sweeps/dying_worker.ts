/**
 * A Worker of a sweep that marks the sets it takes as done. Number 0 dies with the first it takes, once: it throws, or with
 * `?closes` closes itself; with `?at-once` each throws before it takes any.
 *
 * @module
 */
import "../../engine/sweep/workers/arrive.ts";
import { setStates } from "../../engine/sweep/job.ts";
import { takeSets, type WorkerStart } from "../../engine/sweep/workers/protocol.ts";

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<WorkerStart>) => void;
  postMessage(news: unknown): void;
  close(): void;
};
scope.onmessage = ({ data: { job: { store: { states } }, control, worker } }): void => {
  const { search } = new URL(import.meta.url);
  if (search === "?at-once") throw new Error("out of order");
  for (;;) {
    const taken = takeSets(control, { worker, workers: 2, count: states.length });
    if (taken === undefined) break;
    if (worker === 0 && !states.includes(setStates.failed)) {
      if (search === "?closes") scope.close();
      throw new Error("out of order");
    }
    states.fill(setStates.done, taken.from, taken.to);
  }
  scope.postMessage({ kind: "finished" });
};
scope.postMessage({ kind: "loaded" });
