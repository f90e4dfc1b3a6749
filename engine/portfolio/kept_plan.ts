import { KeptWeights } from "./kept_weights.ts";
import type { TargetPlan } from "./target_plan.ts";

/** What a plan was asked for in a run. */
export interface PlanUse {
  /** Bars of the plan. */
  readonly bars: number;
  /** First bar of the plan; -1: it has none. */
  readonly first: number;
  /** First bar with a weight other than 0; -1: none had one. */
  readonly firstWanted: number;
}

/** A plan, and what it has been asked for so far. */
export interface KeptPlan {
  readonly plan: TargetPlan;
  readonly use: () => PlanUse;
}

/**
 * The same plan, told what is asked of it.
 *
 * @param options `keep`: weights are kept from the first time on, so that a function of the user's is called once for each
 * bar, however often the plan is run.
 */
export function keptPlan(plan: TargetPlan, { keep }: { readonly keep: boolean }): KeptPlan {
  const { bars } = plan;
  const kept = new KeptWeights();
  let firstWanted = -1;
  return {
    plan: {
      bars,
      weightsAt(bar): Float64Array {
        const before = kept.at(bar);
        if (before !== undefined) return before;
        const weights = plan.weightsAt(bar);
        if (firstWanted < 0 && weights.some((weight) => Math.abs(weight) > 0)) firstWanted = bar;
        if (!keep) return weights;
        kept.keep(bar, weights);
        return weights;
      },
    },
    use: () => ({ bars: bars.length, first: bars[0] ?? -1, firstWanted }),
  };
}
