import { numberOf } from "../../../codegen/compile.ts";
import type { Settings } from "../../../codegen/define/types.ts";
import type { NumberSlot } from "../../../codegen/program/program.ts";
import type { SweepJob } from "../job.ts";
import { paramsOf } from "../params_of.ts";
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

/** Values of a number under one of the settings found so far. */
interface Known {
  /** The values by the one axis that was read to find them, -1: none was. */
  readonly byAxis: { readonly axis: number; readonly values: Map<number, number> }[];
  /** Whether more than one axis was read: that has too many values to be worth keeping. */
  many: boolean;
}

/**
 * The numbers of a program for sets of a job.
 *
 * A number is found once for equal values of those parameters that finding it has read; what else a set has cannot change it.
 */
export class SetNumbers {
  readonly #job: SweepJob;
  readonly #known = new Map<Settings, Map<NumberSlot, Known>>();
  /** Places of the parameters in the grid. */
  readonly #axes: ReadonlyMap<string, number>;

  /** No number is known yet. */
  constructor(job: SweepJob) {
    this.#job = job;
    const axes = job.names.map((name, axis) => [name, axis] as const);
    this.#axes = new Map(axes.filter(([name]) => !isSettingName(name)));
  }

  /** A column for each number, with a value for each of some sets. */
  columns(slots: readonly NumberSlot[], sets: readonly number[]): Float64Array[] {
    const columns = slots.map(() => new Float64Array(sets.length));
    const many = slots.flatMap((slot, index) =>
      this.#fill(columns[index], slot, sets) ? [] : [{ slot, column: columns[index] }]
    );
    if (many.length > 0) this.#fillMany(many, sets);
    return columns;
  }

  /** Fills a column from what is known; false if that is not enough. */
  #fill(column: Float64Array, slot: NumberSlot, sets: readonly number[]): boolean {
    const { settings, variants } = this.#job;
    let variant = -1;
    let known: Known = { byAxis: [], many: false };
    for (let row = 0; row < sets.length; row++) {
      const set = sets[row];
      if (variants[set] !== variant) {
        variant = variants[set];
        known = this.#knownOf(settings[variant], slot);
      }
      if (known.many) return false;
      const [first] = known.byAxis;
      column[row] = first !== undefined && first.axis < 0
        ? first.values.get(0)!
        : this.#number(slot, set, known);
    }
    return !known.many;
  }

  /** Finds numbers set by set: what several of them follow from is found once for the parameters asked last. */
  #fillMany(
    many: readonly { readonly slot: NumberSlot; readonly column: Float64Array }[],
    sets: readonly number[],
  ): void {
    const { bars, settings, variants } = this.#job;
    for (let row = 0; row < sets.length; row++) {
      const set = sets[row];
      const params = paramsOf(this.#job, set);
      const run = { params, settings: settings[variants[set]], lastIndex: bars.length - 1 };
      for (const { slot, column } of many) column[row] = numberOf(slot, run);
    }
  }

  #knownOf(settings: Settings, slot: NumberSlot): Known {
    const slots = this.#known.get(settings) ?? new Map<NumberSlot, Known>();
    this.#known.set(settings, slots);
    const known = slots.get(slot) ?? { byAxis: [], many: false };
    slots.set(slot, known);
    return known;
  }

  #number(slot: NumberSlot, set: number, known: Known): number {
    const { bars, names: { length: width }, matrix, settings, variants } = this.#job;
    for (const { axis, values } of known.byAxis) {
      const found = values.get(axis < 0 ? 0 : matrix[set * width + axis]);
      if (found !== undefined) return found;
    }
    const params = new NotedParams(this.#job, set, this.#axes);
    const run = { params, settings: settings[variants[set]], lastIndex: bars.length - 1 };
    const value = numberOf(slot, run);
    if (params.read.size > 1) {
      known.many = true;
      return value;
    }
    const [axis = -1] = params.read;
    let same = known.byAxis.find((other) => other.axis === axis);
    if (same === undefined) {
      same = { axis, values: new Map() };
      known.byAxis.push(same);
    }
    same.values.set(axis < 0 ? 0 : matrix[set * width + axis], value);
    return value;
  }
}
