/**
 * A Worker of a sweep that writes the number of its jobs so far as the state of each set it takes. With `?leaves` it closes
 * itself behind its first job, with `?throws` it throws there, with `?fails` it tells of a set that failed.
 *
 * @module
 */
import "../../engine/sweep/workers/arrive.ts";
import {
  takeSets,
  type WorkerNews,
  type WorkerStart,
} from "../../engine/sweep/workers/protocol.ts";

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<WorkerStart>) => void;
  postMessage(news: WorkerNews): void;
  close(): void;
};
const { search } = new URL(import.meta.url);
let jobs = 0;
scope.onmessage = ({ data: { job: { store: { states } }, control, worker } }): void => {
  jobs++;
  for (;;) {
    const taken = takeSets(control, { worker, workers: 1, count: states.length });
    if (taken === undefined) break;
    states.fill(jobs, taken.from, taken.to);
  }
  if (search === "?fails") scope.postMessage({ kind: "failed", from: 0, to: 1, reason: "no" });
  scope.postMessage({ kind: "finished" });
  setTimeout(() => {
    if (search === "?leaves") scope.close();
    if (search === "?throws") throw new Error("too late");
  });
};
scope.postMessage({ kind: "loaded" });
