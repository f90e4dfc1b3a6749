import { refuseBars } from "./bounds.ts";
import type { Expression } from "./expression.ts";
import { refuseGain, refuseOffset } from "./gains.ts";
import { refuseLevel } from "./levels.ts";
import { refusePrice } from "./orders.ts";
import { refuseAt, refuseFraction } from "./scale_out.ts";
import { refuseSize, sizeFields } from "./sizes.ts";
import type { Gain, RestingOrder, Rule, Side, Size } from "./types.ts";

/** An expression that decides something, and where it stands in its strategy. */
export interface Place {
  /** As problems name it: `risk[1].stopLoss`. */
  readonly path: string;
  /** What stands there. */
  readonly expression: Expression;
  /** Why a number cannot stand there, or nothing; not for conditions. */
  readonly refuse?: (value: number) => string | undefined;
}

/** Every expression that decides something, in the order of the definition. */
export function placesOf(
  { long, short, risk, size }: {
    readonly long?: Side | undefined;
    readonly short?: Side | undefined;
    readonly risk: readonly Rule[];
    readonly size: Size;
  },
): Place[] {
  return [
    ...sidePlaces("long", long),
    ...sidePlaces("short", short),
    ...risk.flatMap((rule, index) => rulePlaces(rule, `risk[${index}].${rule.type}`)),
    ...sizePlaces(size),
  ];
}

function sidePlaces(name: string, side: Side | undefined): Place[] {
  if (side === undefined) return [];
  const { enter, exit, entry, exitOrder } = side;
  return [
    { path: `${name}.enter`, expression: enter },
    ...(exit === undefined ? [] : [{ path: `${name}.exit`, expression: exit }]),
    ...orderPlaces(`${name}.entry`, entry),
    ...orderPlaces(`${name}.exitOrder`, exitOrder),
  ];
}

function orderPlaces(path: string, order: RestingOrder | undefined): Place[] {
  return (["price", "limit", "expires"] as const).flatMap((key) => {
    const expression = order?.[key];
    if (expression === undefined) return [];
    const refuse = key === "expires" ? refuseBars : refusePrice;
    return [{ path: `${path}.${key}`, expression, refuse }];
  });
}

/** The expressions of a rule. */
export function rulePlaces(rule: Rule, path: string): Place[] {
  switch (rule.type) {
    case "timeStop":
      return [{ path, expression: rule.bars, refuse: refuseBars }];
    case "sessionEnd":
      return [];
    case "breakEven":
      return [
        gainPlace(`${path}.after`, rule.after),
        { path: `${path}.offset`, expression: rule.offset, refuse: refuseOffset },
      ];
    case "scaleOut":
      return rule.parts.flatMap(({ at, fraction }, index) => [
        { path: `${path}[${index}].at`, expression: at, refuse: refuseAt },
        { path: `${path}[${index}].fraction`, expression: fraction, refuse: refuseFraction },
      ]);
    default: {
      const refuse = (value: number): string | undefined => refuseLevel(rule, value);
      const level = { path, expression: rule.value, refuse };
      return rule.after === undefined ? [level] : [level, gainPlace(`${path}.after`, rule.after)];
    }
  }
}

function gainPlace(path: string, { value }: Gain): Place {
  return { path, expression: value, refuse: refuseGain };
}

function sizePlaces(size: Size): Place[] {
  const { type } = size;
  return sizeFields(size).map(([key, expression]) => ({
    path: key === undefined ? `size.${type}` : `size.${type}.${key}`,
    expression,
    refuse: (value: number) => refuseSize({ type, key }, value),
  }));
}
