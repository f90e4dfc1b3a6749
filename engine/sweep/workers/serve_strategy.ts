import { strategy, type StrategyInput } from "../../../codegen/define/strategy.ts";
import type { SweepJob } from "../job.ts";
import { SetRunner } from "../batch/run_sets.ts";
import { serve } from "./serve.ts";

/** Makes this Worker run sets of jobs on one asset, with its own strategy or the one that comes with the job. */
export function serveOwn(own?: unknown): void {
  serve((job: SweepJob, sent) => new SetRunner(job, strategy((own ?? sent) as StrategyInput)));
}
