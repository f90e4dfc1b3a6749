import { serve } from "../workers/serve.ts";
import type { PortfolioJob } from "./job.ts";
import { PortfolioSetRunner } from "./run_sets.ts";

/** Makes this Worker run sets of jobs over a panel, with its own definition or the one that comes with the job. */
export function serveOwn(own?: unknown): void {
  serve((job: PortfolioJob, sent) => new PortfolioSetRunner(job, own ?? sent));
}
