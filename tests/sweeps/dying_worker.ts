/**
 * A Worker of a sweep that marks the sets it takes as done; number 0 dies with the first it takes, once, and with `?at-once`
 * each before it takes any.
 *
 * @module
 */
import { setStates } from "../../engine/sweep/job.ts";
import { takeSets, type WorkerStart } from "../../engine/sweep/protocol.ts";

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<WorkerStart>) => void;
  postMessage(news: unknown): void;
};
scope.onmessage = ({ data: { job: { store: { states } }, control, worker } }): void => {
  if (import.meta.url.endsWith("?at-once")) throw new Error("out of order");
  for (;;) {
    const taken = takeSets(control, { worker, workers: 2, count: states.length });
    if (taken === undefined) break;
    if (worker === 0 && !states.includes(setStates.failed)) throw new Error("out of order");
    states.fill(setStates.done, taken.from, taken.to);
  }
  scope.postMessage({ kind: "finished" });
};
scope.postMessage({ kind: "loaded" });
