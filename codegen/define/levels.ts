import { type Bounds, refuseOutside } from "./bounds.ts";
import { type GainInput, readGain } from "./gains.ts";
import { isForm, readNamed } from "./named.ts";
import { inside } from "./read_object.ts";
import { type ExpressionInput, readNumberExpression, type StrategyReading } from "./scope.ts";
import type { LevelForm, LevelRule } from "./types.ts";

/** How far a level lies from the entry (or from the best price): a fraction, a distance in price, or the price itself. */
export type LevelInput =
  | ExpressionInput
  | { readonly fraction: ExpressionInput }
  | { readonly distance: ExpressionInput }
  | { readonly price: ExpressionInput };

/** A level of a target: also a multiple of the risk taken, which is the distance from entry to stop. */
export type TargetInput = LevelInput | { readonly riskMultiple: ExpressionInput };

/** A level of a trailing stop; with `after`, in force from that gain on. */
export type TrailInput =
  | LevelInput
  | { readonly fraction: ExpressionInput; readonly after: GainInput }
  | { readonly distance: ExpressionInput; readonly after: GainInput }
  | { readonly price: ExpressionInput; readonly after: GainInput };

/** Reads a stop, a target or a trail; a level that names no form is a fraction. */
export function readLevel(
  value: unknown,
  reading: StrategyReading,
  { type, forms }: { readonly type: LevelRule["type"]; readonly forms: readonly string[] },
): LevelRule | undefined {
  const more = type === "trailingStop" ? ["after"] : [];
  const written = isForm(value)
    ? readNamed(value, reading, { names: forms, more })
    : { name: "fraction", content: value, more: new Map<string, unknown>() };
  if (written === undefined) return undefined;
  const form = written.name as LevelForm;
  const place = isForm(value) ? inside(reading, form) : reading;
  const expression = readNumberExpression(written.content, place, {
    refuse: (number) => refuseLevel({ type, form }, number),
  });
  const after = written.more.has("after")
    ? readGain(written.more.get("after"), inside(reading, "after"))
    : undefined;
  if (expression === undefined || (after === undefined && written.more.has("after"))) {
    return undefined;
  }
  const rule = { type, form, value: expression };
  return Object.freeze(after === undefined ? rule : { ...rule, after });
}

/** Where a number must lie that is a level of a rule. */
export function levelBounds({ type, form }: Pick<LevelRule, "type" | "form">): Bounds {
  return form === "fraction" && type !== "takeProfit" ? { above: 0, below: 1 } : { above: 0 };
}

/** Why a static number cannot be the level of a rule, or nothing. */
export function refuseLevel(
  rule: Pick<LevelRule, "type" | "form">,
  value: number,
): string | undefined {
  return refuseOutside(value, `a ${rule.form} of ${rule.type}`, levelBounds(rule));
}
