import { type Bounds, lengthBounds, refuseOutside } from "./bounds.ts";
import type { Expression } from "./expression.ts";
import { isForm, readNamed } from "./named.ts";
import { inside, readObject, report } from "./read_object.ts";
import { type ExpressionInput, readNumberExpression, type StrategyReading } from "./scope.ts";
import type { Size } from "./types.ts";

/** A volatility to aim at; numbers and parameters only. */
export interface VolatilityInput {
  /** Wanted standard deviation of a year's returns, > 0. */
  readonly target: ExpressionInput;
  /** Bars over which returns are measured, >= 2. */
  readonly window: ExpressionInput;
  /** Bars in a year, > 0; 252 if left out. */
  readonly periodsPerYear?: ExpressionInput;
}

/** What to make of Kelly's formula; numbers and parameters only. */
export interface KellyInput {
  /** Part of what the formula asks for, > 0 and <= 1. */
  readonly fraction: ExpressionInput;
  /** Trades before which `least` is used, >= 1; 20 if left out. */
  readonly trades?: ExpressionInput;
  /** Least fraction of equity, > 0 and <= 1. */
  readonly least: ExpressionInput;
}

/** A size as written: one key that names it, or an expression, which is a number of units. */
export type SizeInput =
  | ExpressionInput
  | { readonly units: ExpressionInput }
  | { readonly value: ExpressionInput }
  | { readonly percentOfEquity: ExpressionInput }
  | { readonly riskOfEquity: ExpressionInput }
  | { readonly volatilityTarget: VolatilityInput }
  | { readonly kelly: KellyInput };

/** A number of a size: its bounds, and its value where it is left out. */
export interface SizeField extends Bounds {
  /** Value where it is left out; without it the field must be written. */
  readonly default?: number;
}

/** What lists say of a size, and the numbers that it is made of if it is not made of one. */
export interface SizeSpec {
  /** One line for lists. */
  readonly summary: string;
  /** The numbers that it is made of. */
  readonly fields?: Readonly<Record<string, SizeField>>;
}

/** Every size. */
export const sizeSpecs = {
  units: { summary: "This many units" },
  value: { summary: "Units worth this much, account currency" },
  percentOfEquity: { summary: "Units worth this fraction of equity" },
  riskOfEquity: { summary: "Units that lose this fraction of equity if the stop is hit" },
  volatilityTarget: {
    summary:
      "Units worth the fraction of equity that has the volatility `target`, a fraction a year",
    fields: {
      target: { above: 0 },
      window: { ...lengthBounds, min: 2 },
      periodsPerYear: { above: 0, default: 252 },
    },
  },
  kelly: {
    summary:
      "Units worth `fraction` of Kelly's share of equity by the trades so far, at least `least`",
    fields: {
      fraction: { above: 0, max: 1 },
      trades: { ...lengthBounds, default: 20 },
      least: { above: 0, max: 1 },
    },
  },
} as const satisfies Readonly<Record<Size["type"], SizeSpec>>;

/** Reads the size; all of the equity where it is left out. */
export function readSize(value: unknown, reading: StrategyReading): Size | undefined {
  const written = value === undefined
    ? { name: "percentOfEquity", content: 1 }
    : isForm(value)
    ? readNamed(value, reading, { names: Object.keys(sizeSpecs) })
    : { name: "units", content: value };
  if (written === undefined) return undefined;
  const type = written.name as Size["type"];
  const place = isForm(value) ? inside(reading, type) : reading;
  const { fields }: SizeSpec = sizeSpecs[type];
  if (fields !== undefined) return readFields(written.content, place, { type, fields });
  const expression = readNumberExpression(written.content, place, {
    refuse: (number) => refuseSize({ type }, number),
  });
  return expression && Object.freeze({ type, value: expression } as Size);
}

function readFields(
  value: unknown,
  reading: StrategyReading,
  { type, fields }: Required<Pick<SizeSpec, "fields">> & Pick<Size, "type">,
): Size | undefined {
  const entries = readObject(value, reading, Object.keys(fields));
  if (entries === undefined) return undefined;
  const read = Object.entries(fields).map(([key, field]) => {
    const place = inside(reading, key);
    const written = entries.has(key) ? entries.get(key) : field.default;
    const expression = written === undefined
      ? report(place, "Expected a number but found none")
      : readNumberExpression(written, place, {
        refuse: (number) => refuseSize({ type, key }, number),
        once: true,
      });
    return [key, expression] as const;
  });
  if (read.some(([, expression]) => expression === undefined)) return undefined;
  return Object.freeze({ type, ...Object.fromEntries(read) } as unknown as Size);
}

/** The expressions of a size by the name of their field; the value of a plain size has none. */
export function sizeFields(size: Size): [key: string | undefined, expression: Expression][] {
  const { fields }: SizeSpec = sizeSpecs[size.type];
  if (fields === undefined) return [[undefined, (size as { value: Expression }).value]];
  const numbers = size as unknown as Readonly<Record<string, Expression>>;
  return Object.keys(fields).map((key) => [key, numbers[key]]);
}

/** Why a static number cannot be a size, or a field of one; or nothing. */
export function refuseSize(
  { type, key }: { readonly type: Size["type"]; readonly key?: string | undefined },
  value: number,
): string | undefined {
  const { fields }: SizeSpec = sizeSpecs[type];
  if (fields === undefined || key === undefined) {
    return refuseOutside(value, "a size", { above: 0 });
  }
  const bounds = fields[key];
  return refuseOutside(value, bounds.integer ? "a whole number" : `a ${key}`, bounds);
}
