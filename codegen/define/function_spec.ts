import type { ValueType } from "./expression.ts";

/**
 * What an argument may be: a series of numbers or conditions, any of the two, or one static number (a literal, a
 * parameter or arithmetic of these): a `length` is a whole number >= 1, a `lag` >= 0, a `factor` any finite number. A `zone`
 * is the name of a time zone in quotes.
 */
export type ArgumentType = ValueType | "any" | "length" | "lag" | "factor" | "zone";

/** One argument of a function of the expression language. */
export interface ArgumentSpec {
  /** Name in signatures and messages. */
  readonly name: string;
  /** What it may be. */
  readonly type: ArgumentType;
  /** Used when the argument is left out; only for static ones, names of zones, `nz` and `cum`. */
  readonly default?: number | string | boolean;
}

/** A function of the expression language, as users see it. */
export interface FunctionSpec {
  /** Name by which it is called. */
  readonly name: string;
  /** Which registry it is in. */
  readonly kind: "operator" | "indicator" | "time";
  /** Its arguments in order. */
  readonly args: readonly ArgumentSpec[];
  /** What it yields; `any`: what its second argument is. */
  readonly returns: ValueType | "any";
  /** Names of the outputs, where there are several. */
  readonly outputs?: readonly string[];
  /** One line for lists and docs. */
  readonly summary: string;
  /** How it is written as text, where that is not a call: `a + b`. */
  readonly symbol?: string;
  /** A relation between its static arguments that must hold; gives the problem or nothing. */
  readonly refuse?: (statics: readonly number[]) => string | undefined;
}

/** Whether arguments of this type are static numbers. */
export function isStatic(type: ArgumentType): boolean {
  return type === "length" || type === "lag" || type === "factor";
}

/** The call as documentation shows it: `macd(x, fast = 12, slow = 26, signal = 9).line | signal | histogram`. */
export function signature(spec: FunctionSpec): string {
  if (spec.symbol !== undefined) return spec.symbol;
  const args = spec.args.map((arg) =>
    arg.default === undefined ? arg.name : `${arg.name} = ${JSON.stringify(arg.default)}`
  );
  const outputs = spec.outputs === undefined ? "" : `.${spec.outputs.join(" | ")}`;
  return `${spec.name}(${args.join(", ")})${outputs}`;
}
