/**
 * What a Worker of a sweep imports before anything else: whatever code of a user does later, its end is noticed.
 *
 * @module
 */
import { bePresent } from "./presence.ts";
import type { WorkerNews } from "./protocol.ts";

const scope = globalThis as unknown as {
  readonly name: string;
  postMessage(news: WorkerNews): void;
};
bePresent(scope.name);
scope.postMessage({ kind: "arrived" });
