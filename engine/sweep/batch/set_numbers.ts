import { numberOf } from "../../../codegen/compile.ts";
import type { Settings } from "../../../codegen/define/types.ts";
import type { NumberSlot } from "../../../codegen/program/program.ts";
import type { SweepJob } from "../job.ts";
import { isSettingName } from "../variants.ts";

/**
 * The parameters of a set, which note those of the grid that are read.
 *
 * New for each number: what follows from parameters is remembered by the object that holds them.
 */
class NotedParams extends Map<string, number> {
  /** Places in the grid of those that have been read. */
  readonly read = new Set<number>();
  readonly #axes: ReadonlyMap<string, number>;

  constructor({ params, matrix, names }: SweepJob, set: number, axes: ReadonlyMap<string, number>) {
    super();
    this.#axes = axes;
    for (const name in params) super.set(name, params[name]);
    for (const [name, axis] of axes) super.set(name, matrix[set * names.length + axis]);
  }

  override get(name: string): number | undefined {
    this.#note(name);
    return super.get(name);
  }

  override has(name: string): boolean {
    this.#note(name);
    return super.has(name);
  }

  #note(name: string): void {
    const axis = this.#axes.get(name);
    if (axis !== undefined) this.read.add(axis);
  }
}

/** Numbers found so far: by the value of the one axis that was read to find them, -1: none was. */
interface Known {
  readonly axis: number;
  readonly values: Map<number, number>;
}

/**
 * The numbers of a program for sets of a job.
 *
 * A number is found once for equal values of those parameters that finding it has read; what else a set has cannot change it.
 */
export class SetNumbers {
  readonly #job: SweepJob;
  readonly #known = new Map<Settings, Map<NumberSlot, Known[]>>();
  /** Places of the parameters in the grid. */
  readonly #axes: ReadonlyMap<string, number>;

  /** No number is known yet. */
  constructor(job: SweepJob) {
    this.#job = job;
    const axes = job.names.map((name, axis) => [name, axis] as const);
    this.#axes = new Map(axes.filter(([name]) => !isSettingName(name)));
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
      const [first] = known;
      column[row] = first !== undefined && first.axis < 0
        ? first.values.get(0)!
        : this.#number(slot, set, known);
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
    const { bars, names: { length: width }, matrix, settings, variants } = this.#job;
    for (const { axis, values } of known) {
      const found = values.get(axis < 0 ? 0 : matrix[set * width + axis]);
      if (found !== undefined) return found;
    }
    const params = new NotedParams(this.#job, set, this.#axes);
    const run = { params, settings: settings[variants[set]], lastIndex: bars.length - 1 };
    const value = numberOf(slot, run);
    // What depends on two axes has too many values to be worth keeping.
    if (params.read.size > 1) return value;
    const [axis = -1] = params.read;
    let same = known.find((other) => other.axis === axis);
    if (same === undefined) {
      same = { axis, values: new Map() };
      known.push(same);
    }
    same.values.set(axis < 0 ? 0 : matrix[set * width + axis], value);
    return value;
  }
}
