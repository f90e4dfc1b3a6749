import { type Code, js, name } from "../code.ts";
import { field } from "./access.ts";

/** Rules that an order can bring with it. */
export type OwnRule = "stop" | "take" | "trail";

/** Where the level of each rule is kept. */
export const kept = { stop: field("stop"), take: field("target"), trail: field("trail") } as const;

/** The columns of the bracket of an order, by rule. */
const bracketWords = { stop: "orderStop", take: "orderTake", trail: "orderFollow" } as const;

/** Code for the form or number of a rule that the order brings; 0: none. */
export function bracket(rule: OwnRule, what: "Form" | "By"): Code {
  return js`${name(`${bracketWords[rule]}${what}`)}[order]`;
}
