import { type Bounds, lengthBounds } from "../bounds.ts";
import { timePattern } from "../dates.ts";
import { gainForms, offsetBounds } from "../gains.ts";
import { levelBounds } from "../levels.ts";
import { ruleSpecs } from "../rules.ts";
import { fractionBounds, mostParts, partForms } from "../scale_out.ts";
import type { LevelForm, LevelRule, Rule } from "../types.ts";
import { seriesWithin, staticWithin } from "./expression_schema.ts";
import { objectOf, oneOf, ref, type Schema } from "./schema.ts";

type Content = { readonly anyOf: readonly Schema[] } | { readonly [key: string]: unknown };

const positive: Bounds = { above: 0 };

/** A rule: one key that names it. */
export function ruleSchema(): Schema {
  const rules = Object.entries(ruleSpecs).map(([name, { summary }]) => [
    name,
    { description: summary, ...content(name as Rule["type"]) },
  ]);
  return oneOf(Object.fromEntries(rules), { description: "A rule: one key that names it." });
}

/** A list of rules. */
export function rulesSchema(): { readonly [key: string]: unknown } {
  return {
    description: "Rules, at most one of each type.",
    type: "array",
    items: ref("rule"),
    allOf: Object.keys(ruleSpecs).map((name) => ({
      contains: { type: "object", required: [name] },
      minContains: 0,
      maxContains: 1,
    })),
  };
}

/** A gain: a fraction, or an object that names the form. */
export function gainSchema(): Schema {
  const forms = gainForms.map((form) => [form, { anyOf: seriesWithin(positive) }]);
  return {
    description: "A gain: a fraction of the average entry price, or a multiple of the risk taken.",
    anyOf: [...seriesWithin(positive), oneOf(Object.fromEntries(forms))],
  };
}

function content(name: Rule["type"]): Content {
  switch (name) {
    case "timeStop": {
      const anyOf = staticWithin(lengthBounds);
      return { anyOf: [...anyOf, oneOf({ bars: { anyOf } })] };
    }
    case "breakEven":
      return { anyOf: [ref("gain"), breakEven()] };
    case "scaleOut":
      return { type: "array", items: part(), minItems: 1, maxItems: mostParts };
    case "sessionEnd":
      return { anyOf: [time, objectOf({ time, zone }, { required: ["time"] })] };
    default:
      return level(name);
  }
}

const time = { description: "Local time of day.", type: "string", pattern: timePattern };
const zone = { description: "IANA time zone; UTC if left out.", type: "string" };

function breakEven(): Schema {
  return objectOf({
    after: ref("gain"),
    offset: {
      description: "Fraction of the entry price by which the stop lies on the side of profit.",
      anyOf: seriesWithin(offsetBounds),
    },
  }, { required: ["after"] });
}

function part(): Schema {
  const forms = partForms.map((form) => [form, { anyOf: staticWithin(positive) }]);
  return objectOf({
    at: {
      description: "The gain; growing from part to part, all in one form.",
      anyOf: [...staticWithin(positive), oneOf(Object.fromEntries(forms))],
    },
    fraction: {
      description: "Fraction of the largest quantity; at most 1 in sum.",
      anyOf: staticWithin(fractionBounds),
    },
  }, { required: ["at", "fraction"] });
}

/** A level: static ones are held against their bounds. */
function level(type: LevelRule["type"]): Content {
  const { forms }: { readonly forms: readonly string[] } = ruleSpecs[type];
  const after = type === "trailingStop" ? { after: ref("gain") } : {};
  const named = forms.map((form) => {
    const bounds = levelBounds({ type, form: form as LevelForm });
    return objectOf({ [form]: { anyOf: seriesWithin(bounds) }, ...after }, { required: [form] });
  });
  return { anyOf: [...seriesWithin(levelBounds({ type, form: "fraction" })), ...named] };
}
