import type { ParamValues } from "../define/static.ts";
import type { Node } from "./program.ts";

/** Operators whose text names an operand twice, so that it is worth a variable. */
export const readsTwice: ReadonlySet<string> = new Set([
  "/",
  "!=",
  "log",
  "round",
  "nz",
  "isNaN",
  "between",
  "min",
  "max",
]);

/** The latest first bar of several nodes. */
export function latest(inputs: readonly Node[]): (values: ParamValues) => number {
  return (values) => inputs.reduce((most, input) => Math.max(most, input.first(values)), 0);
}

/** What an operator's value is known to be: a difference of prices is finite, an overflow elsewhere is possible. */
export function rangeOf(name: string, inputs: readonly Node[]): Node["range"] {
  const prices = inputs.every((input) => input.range === "price");
  const finite = inputs.every((input) => input.range !== "any");
  if (name === "max" || name === "min") return prices ? "price" : finite ? "finite" : "any";
  if (name === "-") return prices ? "finite" : "any";
  if (name === "abs") return finite ? (prices ? "price" : "finite") : "any";
  if (name === "neg") return finite ? "finite" : "any";
  return "any";
}

/** Remembers the answer for the parameter values asked last. */
export function once(first: (values: ParamValues) => number): (values: ParamValues) => number {
  let asked: ParamValues | undefined;
  let answer = 0;
  return (values) => {
    if (values !== asked) [answer, asked] = [first(values), values];
    return answer;
  };
}

/** The word with its first letter in upper case. */
export function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}

/** What a node is before anything reads it. */
export const unread = { compared: false, readers: 0, kept: false, remembered: false } as const;

/** Whether a node is a price, or a quotient of numbers that are finite: two of these can be compared undivided. */
export function isQuotient({ what, inputs, range }: Node): boolean {
  if (what.kind === "column") return range === "price";
  const finite = inputs.every((input) => input.range !== "any");
  return what.kind === "step" && what.step.quotient !== undefined && finite;
}
