import type { Settings } from "../../../codegen/define/types.ts";
import { resolveSampling } from "../../stats/sampling.ts";
import type { SweepJob } from "../job.ts";
import { type Followed, followedOf } from "../totals/followed.ts";

/** What sets are measured against, for each of the settings; equal samplings are found once. */
export function followedBySettings(
  { bars, zones, settings, benchmark }: Pick<SweepJob, "bars" | "zones" | "settings" | "benchmark">,
): Followed[] {
  const known = new Map<string, Followed>();
  return settings.map((one: Settings) => {
    const key = JSON.stringify([one.statistics, one.execution.fill]);
    const found = known.get(key) ?? followedOf(bars, zones, {
      settings: one,
      sampling: resolveSampling(bars.time, one.statistics),
      benchmark,
    });
    known.set(key, found);
    return found;
  });
}
