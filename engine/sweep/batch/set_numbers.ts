import { numberOf } from "../../../codegen/compile.ts";
import type { Settings } from "../../../codegen/define/types.ts";
import type { NumberSlot } from "../../../codegen/program/program.ts";
import type { SweepJob } from "../job.ts";
import { paramsOf } from "../params_of.ts";

/** Parameters that note which of them are read. */
class NotedParams extends Map<string, number> {
  readonly read = new Set<string>();

  override get(name: string): number | undefined {
    this.read.add(name);
    return super.get(name);
  }

  override has(name: string): boolean {
    this.read.add(name);
    return super.has(name);
  }
}

/** Numbers found so far: by the values of the axes that were read to find them. */
interface Known {
  readonly axes: readonly number[];
  readonly values: Map<number | string, number>;
}

/**
 * The numbers of a program for sets of a job.
 *
 * A number is found once for equal values of those parameters that finding it has read; what else a set has cannot change it.
 */
export class SetNumbers {
  readonly #job: SweepJob;
  readonly #known = new Map<Settings, Map<NumberSlot, Known[]>>();

  /** No number is known yet. */
  constructor(job: SweepJob) {
    this.#job = job;
  }

  /** A number for each of some sets. */
  column(slot: NumberSlot, sets: readonly number[]): Float64Array {
    const { settings, variants } = this.#job;
    const column = new Float64Array(sets.length);
    let variant = -1;
    let known: Known[] = [];
    for (let row = 0; row < sets.length; row++) {
      const set = sets[row];
      if (variants[set] !== variant) {
        variant = variants[set];
        known = this.#knownOf(settings[variant], slot);
      }
      column[row] = this.#number(slot, set, known);
    }
    return column;
  }

  #knownOf(settings: Settings, slot: NumberSlot): Known[] {
    const slots = this.#known.get(settings) ?? new Map<NumberSlot, Known[]>();
    this.#known.set(settings, slots);
    const known = slots.get(slot) ?? [];
    slots.set(slot, known);
    return known;
  }

  #number(slot: NumberSlot, set: number, known: Known[]): number {
    if (known.length === 1 && known[0].axes.length === 0) return known[0].values.get(0)!;
    for (const { axes, values } of known) {
      const found = values.get(this.#key(axes, set));
      if (found !== undefined) return found;
    }
    const { bars, names, settings, variants } = this.#job;
    const params = new NotedParams(paramsOf(this.#job, set));
    const run = { params, settings: settings[variants[set]], lastIndex: bars.length - 1 };
    const value = numberOf(slot, run);
    const axes = names.flatMap((name, axis) => (params.read.has(name) ? [axis] : []));
    const same = known.find((other) => other.axes.join() === axes.join());
    const values = same?.values ?? new Map<number | string, number>();
    if (same === undefined) known.push({ axes, values });
    values.set(this.#key(axes, set), value);
    return value;
  }

  #key(axes: readonly number[], set: number): number | string {
    const { matrix, names: { length: width } } = this.#job;
    if (axes.length === 0) return 0;
    if (axes.length === 1) return matrix[set * width + axes[0]];
    return axes.map((axis) => matrix[set * width + axis]).join(" ");
  }
}
