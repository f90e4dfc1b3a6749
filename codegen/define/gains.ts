import { refuseOutside } from "./bounds.ts";
import { isForm, readNamed } from "./named.ts";
import { inside, readObject, report } from "./read_object.ts";
import { type ExpressionInput, readNumberExpression, type StrategyReading } from "./scope.ts";
import type { BreakEvenRule, Gain } from "./types.ts";

/** A gain from the average entry price: a fraction of it, or a multiple of the risk taken at the entry. */
export type GainInput =
  | ExpressionInput
  | { readonly fraction: ExpressionInput }
  | { readonly riskMultiple: ExpressionInput };

/** When the stop moves to the entry, and how far beyond it. */
export interface BreakEvenInput {
  /** The gain from which on the stop is in force. */
  readonly after: GainInput;
  /** Fraction of the entry price by which the stop lies on the side of profit, > -1; 0 if left out. */
  readonly offset?: ExpressionInput;
}

/** Forms that a gain may have, the one that needs no name first. */
export const gainForms = ["fraction", "riskMultiple"] as const;

/** Where the offset of a stop at break-even must lie. */
export const offsetBounds = { above: -1 } as const;

/** Reads a gain. */
export function readGain(value: unknown, reading: StrategyReading): Gain | undefined {
  const written = isForm(value)
    ? readNamed(value, reading, { names: gainForms })
    : { name: "fraction", content: value };
  if (written === undefined) return undefined;
  const form = written.name as Gain["form"];
  const place = isForm(value) ? inside(reading, form) : reading;
  const expression = readNumberExpression(written.content, place, { refuse: refuseGain });
  return expression && Object.freeze({ form, value: expression });
}

/** Reads a stop at break-even; what is a gain is `after` with an offset of 0. */
export function readBreakEven(
  value: unknown,
  reading: StrategyReading,
): BreakEvenRule | undefined {
  const gain = !isForm(value) || gainForms.some((form) => Object.hasOwn(value, form));
  const entries = gain
    ? new Map([["after", value]])
    : readObject(value, reading, ["after", "offset"]);
  if (entries === undefined) return undefined;
  const place = gain ? reading : inside(reading, "after");
  if (!entries.has("after")) report(place, "Expected a gain but found none");
  const after = entries.has("after") ? readGain(entries.get("after"), place) : undefined;
  const offset = readNumberExpression(
    entries.has("offset") ? entries.get("offset") : 0,
    inside(reading, "offset"),
    {
      refuse: refuseOffset,
    },
  );
  if (after === undefined || offset === undefined) return undefined;
  return Object.freeze({ type: "breakEven", after, offset });
}

/** Why a static number cannot be a gain, or nothing. */
export function refuseGain(value: number): string | undefined {
  return refuseOutside(value, "a gain", { above: 0 });
}

/** Why a static number cannot be the offset of a stop at break-even, or nothing. */
export function refuseOffset(value: number): string | undefined {
  return refuseOutside(value, "an offset", offsetBounds);
}
