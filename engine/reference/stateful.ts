import type { Call, Expression } from "../../codegen/define/expression.ts";
import { staticCount } from "./static_number.ts";

/** What a stateful operator is computed from. */
export interface Parts {
  /** The first two arguments on every bar, conditions as 1 and 0. */
  readonly columns: readonly Float64Array[];
  /** The first bar that counts. */
  readonly from: number;
  /** The whole number of bars that a third argument gives. */
  readonly k: number;
}

/** The operators that remember something of all bars before, by name. Section 2. */
const operators: ReadonlyMap<string, (parts: Parts) => Float64Array> = new Map([
  ["barsSince", barsSince],
  ["highestSince", (parts: Parts) => extremeSince(parts, Math.max)],
  ["lowestSince", (parts: Parts) => extremeSince(parts, Math.min)],
  ["valueWhen", valueWhen],
  ["cum", cum],
]);

/** The values of a stateful operator on every bar; nothing if there is none of that name. */
export function statefulValues(
  { name, args }: Call,
  { valuesOf, from, params }: {
    readonly valuesOf: (argument: Expression) => Float64Array;
    readonly from: number;
    readonly params: ReadonlyMap<string, number>;
  },
): Float64Array | undefined {
  const operator = operators.get(name);
  if (operator === undefined) return undefined;
  const [first, second, third] = args;
  const columns = [first, second].filter((arg) => arg !== undefined).map(valuesOf);
  const k = third === undefined ? 0 : staticCount(third, params, { least: 0, what: name });
  return operator({ columns, from, k });
}

/** Bars since the condition was last true; NaN before. */
export function barsSince({ columns: [condition], from }: Parts): Float64Array {
  let last = NaN;
  return condition.map((holds, t) => {
    if (t >= from && holds === 1) last = t;
    return t - last;
  });
}

function extremeSince(
  { columns: [condition, x], from }: Parts,
  better: (a: number, b: number) => number,
): Float64Array {
  let begun = false;
  let best: number | undefined;
  return x.map((value, t) => {
    if (t >= from && condition[t] === 1) {
      begun = true;
      best = undefined;
    }
    if (!begun || !Number.isFinite(value)) return NaN;
    best = best === undefined ? value : better(best, value);
    return best;
  });
}

function valueWhen({ columns: [condition, x], from, k }: Parts): Float64Array {
  const chosen: number[] = [];
  return x.map((value, t) => {
    if (t >= from && condition[t] === 1) chosen.push(value);
    return chosen.at(-1 - k) ?? NaN;
  });
}

/** The running sum, begun again where the second column is 1. */
export function cum({ columns: [x, reset], from }: Parts): Float64Array {
  let sum = 0;
  return x.map((value, t) => {
    if (t < from) return NaN;
    if (reset[t] === 1) sum = 0;
    if (!Number.isFinite(value)) return NaN;
    sum = sum + value;
    return sum;
  });
}
