import type { Rule } from "../../../codegen/define/types.ts";
import { localTime } from "../../data/local_time.ts";
import { growColumn } from "../growing.ts";

/** Where the parts of a rule lie. */
export interface PartList {
  readonly start: number;
  readonly count: number;
}

/** What rules have more of than one number: parts that go out, and zones of sessions. Lists only grow, as positions keep theirs. */
export class RuleLists {
  /** Gains of all parts, one list after another. */
  partAt: Float64Array = new Float64Array(0);
  /** Their fractions. */
  partFraction: Float64Array = new Float64Array(0);
  /** Local times of the bars in each zone. */
  readonly zones: Float64Array[] = [];
  /** The longest list of parts. */
  mostParts = 0;
  readonly #time: Float64Array;
  readonly #zoneNames: string[] = [];
  readonly #lists = new Map<Rule, PartList>();
  #count = 0;

  /** No lists of a run over bars with these times. */
  constructor(time: Float64Array) {
    this.#time = time;
  }

  /** The list of a rule, made once. */
  partsOf(
    rule: Rule,
    parts: readonly { readonly at: number; readonly fraction: number }[],
  ): PartList {
    const known = this.#lists.get(rule);
    if (known !== undefined) return known;
    const list = { start: this.#count, count: parts.length };
    this.#lists.set(rule, list);
    this.#count += parts.length;
    this.mostParts = Math.max(this.mostParts, parts.length);
    this.partAt = growColumn(this.partAt, this.#count);
    this.partFraction = growColumn(this.partFraction, this.#count);
    parts.forEach(({ at, fraction }, index) => {
      this.partAt[list.start + index] = at;
      this.partFraction[list.start + index] = fraction;
    });
    return list;
  }

  /** Place of a zone in the list. */
  zoneOf(zone: string): number {
    const known = this.#zoneNames.indexOf(zone);
    if (known >= 0) return known;
    this.zones.push(localTime(this.#time, zone));
    return this.#zoneNames.push(zone) - 1;
  }
}
