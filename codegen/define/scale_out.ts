import { refuseOutside } from "./bounds.ts";
import { describe } from "./describe.ts";
import { isForm, readNamed } from "./named.ts";
import type { Problem } from "./problem.ts";
import { inside, readObject, report } from "./read_object.ts";
import { type ExpressionInput, readNumberExpression, type StrategyReading } from "./scope.ts";
import { type ParamValues, staticValue } from "./static.ts";
import type { ScaleOutRule } from "./types.ts";

/** A part of a position and the gain at which it goes out; numbers and parameters only. */
export interface PartInput {
  /** A fraction of the average entry price, a distance in price, or a multiple of the risk taken. */
  readonly at:
    | ExpressionInput
    | { readonly fraction: ExpressionInput }
    | { readonly distance: ExpressionInput }
    | { readonly riskMultiple: ExpressionInput };
  /** Fraction of the largest quantity that the position has had. */
  readonly fraction: ExpressionInput;
}

/** Forms that the gain of a part may have, the one that needs no name first. */
export const partForms = ["fraction", "distance", "riskMultiple"] as const;

/** Most parts that a position may go out in. */
export const mostParts = 8;

/** Where the fraction of a part must lie. */
export const fractionBounds = { above: 0, max: 1 } as const;

type Part = ScaleOutRule["parts"][number];
type Form = ScaleOutRule["form"];

/** Reads the parts of a position that go out at gains. */
export function readScaleOut(value: unknown, reading: StrategyReading): ScaleOutRule | undefined {
  const wanted = `Expected a list of 1 to ${mostParts} parts`;
  if (!Array.isArray(value)) return report(reading, `${wanted} but found ${describe(value)}`);
  if (value.length < 1 || value.length > mostParts) {
    return report(reading, `${wanted} but found ${value.length}`);
  }
  const read = [...value].map((item, index) => readPart(item, inside(reading, index)));
  const parts = read.filter((part) => part !== undefined);
  if (parts.length < read.length) return undefined;
  const { form } = parts[0];
  const other = parts.findIndex((part) => part.form !== form);
  if (other >= 0) {
    const place = inside(inside(reading, other), "at");
    const message = `Expected a ${form} as of the first part but found a ${parts[other].form}`;
    return report(place, message, "write all parts in one form");
  }
  const rule = { type: "scaleOut", form, parts: Object.freeze(parts.map(({ part }) => part)) };
  const problems = refuseParts(rule.parts, { path: reading.path, values: new Map() });
  reading.problems.push(...problems);
  return problems.length > 0 ? undefined : Object.freeze(rule as ScaleOutRule);
}

function readPart(
  value: unknown,
  reading: StrategyReading,
): { readonly form: Form; readonly part: Part } | undefined {
  const entries = readObject(value, reading, ["at", "fraction"]);
  if (entries === undefined) return undefined;
  for (const key of ["at", "fraction"]) {
    if (!entries.has(key)) report(inside(reading, key), "Expected a number but found none");
  }
  const gain = entries.has("at") ? readAt(entries.get("at"), inside(reading, "at")) : undefined;
  const fraction = entries.has("fraction")
    ? readNumberExpression(entries.get("fraction"), inside(reading, "fraction"), {
      refuse: refuseFraction,
      once: true,
    })
    : undefined;
  if (gain === undefined || fraction === undefined) return undefined;
  return { form: gain.form, part: Object.freeze({ at: gain.at, fraction }) };
}

function readAt(
  value: unknown,
  reading: StrategyReading,
): { readonly form: Form; readonly at: Part["at"] } | undefined {
  const written = isForm(value)
    ? readNamed(value, reading, { names: partForms })
    : { name: "fraction", content: value };
  if (written === undefined) return undefined;
  const place = isForm(value) ? inside(reading, written.name) : reading;
  const at = readNumberExpression(written.content, place, { refuse: refuseAt, once: true });
  return at && { form: written.name as Form, at };
}

/** Why a number cannot be the gain of a part, or nothing. */
export function refuseAt(value: number): string | undefined {
  return refuseOutside(value, "a gain", { above: 0 });
}

/** Why a number cannot be the fraction of a part, or nothing. */
export function refuseFraction(value: number): string | undefined {
  return refuseOutside(value, "a fraction", fractionBounds);
}

/** What is wrong with parts together: gains that do not grow, fractions that are more than the whole. */
export function refuseParts(
  parts: readonly Part[],
  { path, values }: { readonly path: string; readonly values: ParamValues },
): Problem[] {
  const gains = parts.map(({ at }) => staticValue(at, values));
  const sum = parts.reduce((total, { fraction }) => total + staticValue(fraction, values), 0);
  const problems: Problem[] = gains.flatMap((gain, index) =>
    index === 0 || gain > gains[index - 1] ? [] : [{
      path: `${path}[${index}].at`,
      message: `Expected a gain > ${gains[index - 1]}, that before it, but found ${gain}`,
      remedy: "write the nearest first",
    }]
  );
  if (sum > 1 + 1e-9) {
    const message = `Expected fractions whose sum is at most 1 but found ${sum}`;
    problems.push({ path, message });
  }
  return problems;
}
